"""Esra said yes to a vacancy of school A for a teacher in training; nothing is judged yet."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from accounts.credentials import actions as papers
from accounts.enums import CredentialKind, FunctionKind, Level, Role
from tests import factories
from vacancies.applications import actions as applications
from vacancies.assessment import actions as assessment
from vacancies.codes import Decision, Route
from vacancies.lifecycles import Side
from vacancies.models import CourseStart
from vacancies.models.course import Course
from vacancies.training import actions

TODAY = timezone.localdate()
NEXT_YEAR = date(TODAY.year + 1, 8, 1)
SCHOOL, PERSON = Side.SCHOOL, Side.PROFESSIONAL


@pytest.fixture
def vacancy(school_a):
    return factories.VacancyFactory(
        institution=school_a,
        title="Docent installatietechniek",
        function_kind=FunctionKind.TEACHER,
        will_train=True,
        starts_on=NEXT_YEAR,
    )


@pytest.fixture
def esra(db):
    person = factories.ProfessionalFactory(
        user__name="Esra Aydin", user__email="esra@example.org", level=Level.NLQF_6
    )
    factories.RouteAnswersFactory(professional=person)
    factories.CredentialFactory(
        professional=person, kind=CredentialKind.HIGHER_DIPLOMA, issued_on=date(2019, 7, 1)
    )
    return person


@pytest.fixture
def application(vacancy, esra):
    return applications.show_interest(vacancy, esra, by=esra.user)


@pytest.fixture
def viewer(school_a):
    return factories.MembershipFactory(institution=school_a, role=Role.VIEWER).user


@pytest.fixture
def colleague(school_a):
    return factories.MembershipFactory(institution=school_a, user__name="Cees Bloem").user


@pytest.fixture
def begun(application, bram):
    return actions.begin(application, starts_on=NEXT_YEAR, side=SCHOOL, by=bram)


@pytest.fixture
def course(db):
    row = Course.objects.create(
        code="pdg-test", kind="pdg", provider="Hogeschool Voorbeeld", name="PDG",
        place=factories.PlaceFactory(), form="on_site", months=18,
        valid_from=date(2026, 1, 1), source_title="Voorbeeld",
    )  # fmt: skip
    first = NEXT_YEAR + timedelta(days=40)
    return CourseStart.objects.create(
        course=row, starts_on=first, apply_by=NEXT_YEAR - timedelta(days=61)
    )


def step(row, verb, by, side=SCHOOL, **values):
    """Take a plain step with the version that stands now."""
    row.refresh_from_db()
    return actions.take(row, verb, side=side, by=by, seen=row.version, **values)


def now(row):
    """The row as it stands."""
    row.refresh_from_db()
    return row


@pytest.fixture
def vog(esra, school_a, bram, application):
    paper = factories.CredentialFactory(
        professional=esra, kind=CredentialKind.VOG, field="", issued_on=TODAY - timedelta(days=30)
    )
    papers.mark_seen(paper, institution=school_a, shown_on=TODAY, by=bram)
    return paper


def sign_statement(row, by):
    """The board judges and signs, by the page of routes and papers."""
    return assessment.record_statement(
        row.professional,
        institution=row.institution,
        route=Route.SUITABILITY_IN_TRAINING,
        decided_on=TODAY,
        judged=list(Decision),
        by=by,
    )


def fix_plan(row, by):
    return assessment.record_decision(
        row.professional, institution=row.institution, by=by,
        kind=Decision.TRAINING_PLAN, is_yes=True, decided_on=TODAY,
    )  # fmt: skip


@pytest.fixture
def appointed(begun, esra, bram, vog):
    """Statement, VOG, plan and contract are there; appointed from a year and a half ago on."""
    step(begun, "match", esra.user, PERSON)
    step(begun, "begin_check", bram)
    sign_statement(begun, bram)
    fix_plan(begun, bram)
    return actions.appoint(
        now(begun), appointed_on=TODAY, is_signed=True, by=bram, seen=begun.version
    )


@pytest.fixture
def training(appointed, esra, bram):
    """In training since today."""
    step(appointed, "apply", esra.user, PERSON)
    step(appointed, "admit", bram)
    actions.sign_agreement(now(appointed), signed_on=TODAY, by=bram, seen=appointed.version)
    return step(appointed, "begin_training", esra.user, PERSON)
