"""One row of every table of the desk, and what every page of it must be."""

import re
from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from accounts.audit import actions as audit
from accounts.models import (
    AuditEvent,
    Competence,
    Consent,
    Credential,
    Domain,
    Institution,
    Invitation,
    Mail,
    Membership,
    News,
    Notice,
    Place,
    Professional,
    ProfileView,
    User,
)
from tests import course_factories, factories
from vacancies.models import (
    Application,
    Course,
    EmployerRequest,
    Match,
    Meeting,
    PayStep,
    PayTable,
    Placement,
    Report,
    RuleConstant,
    SubsidyScheme,
    Trajectory,
    Vacancy,
    WordingException,
    WordingRule,
)

INLINE = re.compile(
    r"\sstyle=|<style|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=)(?![^>]*application/json)", re.I
)


def notice(number: int) -> Notice:
    return Notice.objects.create(
        recipient=factories.UserFactory(),
        kind="vacancy_published",
        category="vacancy",
        dedupe_key=f"test:{number}",
    )


def news(**values: Any) -> News:
    texts = {"title_nl": "Een nieuwe kaart", "title_en": "A new map", "text_nl": "Kijk maar."}
    return News.objects.create(**texts | {"text_en": "Have a look.\n\nIt is there."} | values)


def pay_table(number: int) -> PayTable:
    table = PayTable.objects.create(
        valid_from=f"20{10 + number}-01-01", source_title="Cao mbo", status="draft"
    )
    for step in (1, 2):
        PayStep.objects.create(table=table, scale="LB", step=step, gross_month=3000 + step)
    return table


def invitation(number: int) -> Invitation:
    return Invitation.objects.create(
        institution=factories.InstitutionFactory(),
        email=f"colleague{number}@example.org",
        role="recruiter",
        token=str(number),
        invited_by=factories.UserFactory(),
        expires_at=timezone.now(),
    )


def match(number: int) -> Match:
    return Match.objects.create(
        vacancy=factories.VacancyFactory(),
        professional=factories.ProfessionalFactory(),
        score=80,
        rule_version=1,
    )


def employer_request(number: int) -> EmployerRequest:
    return EmployerRequest.objects.create(
        placement=placement(number),
        scope="side_work",
        employer=f"Bedrijf {number}",
        contact_name="Jan",
        contact_email="jan@bedrijf.example",
        token_digest=str(number),
        hours_week=4,
        day_parts_mask=1,
        starts_on="2027-09-01",
        expires_on="2027-08-01",
    )


def placement(number: int) -> Placement:
    return Placement.objects.create(
        application=application(number),
        function_kind="guest_teacher",
        day_parts_mask=1,
        starts_on="2027-09-01",
        employment_form="own_contract",
    )


def application(number: int) -> Application:
    return Application.objects.create(
        vacancy=factories.VacancyFactory(), professional=factories.ProfessionalFactory()
    )


def trajectory(number: int) -> Trajectory:
    return Trajectory.objects.create(
        professional=factories.ProfessionalFactory(),
        institution=factories.InstitutionFactory(),
        holiday_region="north",
        starts_on="2027-08-01",
    )


def profile_view(number: int) -> ProfileView:
    return ProfileView.objects.create(
        professional=factories.ProfessionalFactory(), institution=factories.InstitutionFactory()
    )


def wording_rule(number: int) -> WordingRule:
    return WordingRule.objects.create(
        code=f"rule-{number}",
        level="W",
        ground="age",
        pattern=f"jong team {'x' * number}",
        neutral_nl="Beschrijf het werk.",
        neutral_en="Describe the work.",
    )


def constant(number: int) -> RuleConstant:
    return RuleConstant.objects.create(
        name=f"constant-{number}", value="3", valid_from="2026-01-01", source_title="WEB"
    )


def course(number: int) -> Course:
    row: Course = course_factories.CourseFactory()
    course_factories.CourseStartFactory(course=row)
    course_factories.CourseModuleFactory(course=row)
    return row


def waiting_vacancy(number: int) -> Vacancy:
    vacancy: Vacancy = factories.VacancyFactory(
        status="submitted", published_at=None, review_since=timezone.now(), slug=""
    )
    return vacancy


ROWS: dict[type[Model], Callable[[int], Any]] = {
    AuditEvent: lambda n: audit.record("user.welcomed", factories.UserFactory(), by=None),
    Competence: lambda n: factories.CompetenceFactory(),
    Credential: lambda n: factories.CredentialFactory(),
    Consent: lambda n: Consent.objects.create(
        user=factories.UserFactory(), kind="profile", text_version="1"
    ),
    Domain: lambda n: factories.DomainFactory(code=f"domain-{n}"),
    Institution: lambda n: factories.InstitutionFactory(),
    Invitation: invitation,
    Mail: lambda n: factories.MailFactory(),
    Membership: lambda n: factories.MembershipFactory(),
    News: lambda n: news(),
    Notice: notice,
    Place: lambda n: factories.PlaceFactory(name=f"Place {n}"),
    Professional: lambda n: factories.ProfessionalFactory(),
    ProfileView: profile_view,
    User: lambda n: factories.UserFactory(),
    Application: application,
    Course: course,
    Match: match,
    Meeting: lambda n: Meeting.objects.create(application=application(n), kind="talk"),
    PayTable: pay_table,
    EmployerRequest: employer_request,
    Placement: placement,
    Report: lambda n: Report.objects.create(vacancy=factories.VacancyFactory(), reason="incorrect"),
    RuleConstant: constant,
    SubsidyScheme: lambda n: course_factories.SubsidySchemeFactory(code=f"scheme-{n}"),
    Trajectory: trajectory,
    Vacancy: waiting_vacancy,
    WordingException: lambda n: WordingException.objects.create(pattern=f"woord {n}"),
    WordingRule: wording_rule,
}
MODELS = sorted(ROWS, key=lambda model: model._meta.label_lower)


def page(model: type[Model], name: str, *args: Any) -> str:
    opts = model._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_{name}", args=args)


def pages_of(model: type[Model], row: Model) -> list[str]:
    """All addresses of a model's admin that can be read."""
    pages = [page(model, "changelist"), page(model, "change", row.pk)]
    pages.append(page(model, "history", row.pk))
    if hasattr(model, "history"):
        version = model.history.filter(id=row.pk).first()  # type: ignore[attr-defined]
        pages += [page(model, "add"), page(model, "import"), page(model, "export")]
        pages.append(page(model, "simple_history", row.pk, version.pk))
    return pages


def faults(response: HttpResponse) -> list[str]:
    """What is wrong with a page of the desk."""
    text = response.content.decode()
    found = [f"status {response.status_code}"] if response.status_code != 200 else []
    found += [f"inline: {text[hit.start() : hit.end() + 60]}" for hit in INLINE.finditer(text)]
    titles = len(re.findall(r"<h1[ >]", text))
    return found + ([] if titles == 1 else [f"{titles} h1"])


def registered() -> set[type[Model]]:
    return set(admin.site._registry)
