from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.cache import cache
from django.utils import timezone

from accounts.enums import EmploymentForm, FunctionKind, mask_of
from accounts.models import Institution, User
from portal.kit import dayparts
from tests import factories
from vacancies.enums import ContractLength, PayScale, WordingGround, WordingLevel
from vacancies.models import Vacancy, WordingException, WordingRule
from vacancies.posting import actions, hooks
from vacancies.posting.sections import Planning, Routes, Terms, When, Work

Fired = list[tuple[str, int]]


@pytest.fixture(autouse=True)
def _fresh_cache() -> None:
    cache.clear()


@pytest.fixture
def fired(monkeypatch: pytest.MonkeyPatch) -> Iterator[Fired]:
    """What the hooks told, in order."""
    told: Fired = []
    monkeypatch.setattr(hooks.changed, "_listeners", [lambda v: told.append(("changed", v.pk))])
    monkeypatch.setattr(hooks.closed, "_listeners", [lambda v: told.append(("closed", v.pk))])
    return told


@pytest.fixture
def work(school_a: Institution) -> Work:
    return Work(
        title="Gastdocent lassen",
        function_kind=FunctionKind.GUEST_TEACHER,
        domains=(factories.DomainFactory(),),
        locations=(factories.LocationFactory(institution=school_a),),
        team="Metaal",
        summary="Leer studenten lassen.",
        body="Je geeft twee keer per week praktijkles.",
    )


@pytest.fixture
def when() -> When:
    return When(
        day_parts_mask=dayparts.parse("tuesday_morning friday_afternoon"),
        fixed_mask=dayparts.parse("tuesday_morning"),
        day_parts_needed=1,
        hours_min=Decimal(4),
        hours_max=Decimal(6),
        starts_on=timezone.localdate() + timedelta(days=40),
    )


@pytest.fixture
def routes() -> Routes:
    return Routes(
        routes_mask=factories.every_route(FunctionKind.GUEST_TEACHER),
        named_teacher="Wim Hoekstra",
    )


@pytest.fixture
def terms() -> Terms:
    return Terms(
        pay_scale_min=PayScale.LB,
        pay_scale_max=PayScale.LC,
        employment_mask=mask_of(EmploymentForm, [EmploymentForm.OWN_CONTRACT]),
        contract_length=ContractLength.TEMPORARY,
    )


@pytest.fixture
def planning() -> Planning:
    today = timezone.localdate()
    return Planning(
        closes_on=today + timedelta(days=30),
        answer_by=today + timedelta(days=44),
        after_closing="We bellen iedereen binnen een week.",
        contact_name="Wim Bakker",
        contact_email="wim@deltion.example",
    )


@pytest.fixture
def draft(school_a: Institution, bram: User) -> Vacancy:
    return actions.create_draft(school_a, by=bram, title="Gastdocent lassen")


@pytest.fixture
def whole(draft: Vacancy, bram: User, work, when, routes, terms, planning) -> Vacancy:
    """A draft with every section filled in."""
    for values in (work, when, routes, terms, planning):
        draft = actions.save_section(draft, values, by=bram)
    return draft


@pytest.fixture
def sent(whole: Vacancy, bram: User) -> Vacancy:
    return actions.submit(whole, by=bram)


@pytest.fixture
def published(sent: Vacancy, mo: User) -> Vacancy:
    return actions.approve(sent, by=mo)


@pytest.fixture
def rules(db: None) -> None:
    """One rule that blocks, one that warns, and an exception."""
    WordingRule.objects.create(
        code="native",
        level=WordingLevel.BLOCK,
        ground=WordingGround.ORIGIN,
        pattern="native speaker|moedertaal",
        neutral_nl="Nederlands op niveau B2, met reden",
        neutral_en="Dutch at level B2, with a reason",
    )
    WordingRule.objects.create(
        code="craftsman",
        level=WordingLevel.WARN,
        ground=WordingGround.SEX,
        pattern="vakman|zij",
        neutral_nl="vakmens",
        neutral_en="professional",
    )
    WordingException.objects.create(pattern="zij-instro*")


@pytest.fixture
def work_data(draft):
    location = factories.LocationFactory(institution=draft.institution)
    return {
        "version": draft.version,
        "title": "Gastdocent lassen",
        "function_kind": FunctionKind.GUEST_TEACHER,
        "domains": [factories.DomainFactory().pk],
        "locations": [location.pk],
        "summary": "Leer studenten lassen.",
        "body": "Je geeft praktijkles.",
        "level_taught": "3",
        "track": "bol",
    }


@pytest.fixture
def when_data(draft):
    starts = timezone.localdate() + timedelta(days=40)
    return {
        "version": draft.version,
        "day_parts": ["3", "4", "13"],
        "fixed": ["3"],
        "day_parts_needed": 2,
        "hours_min": "4",
        "hours_max": "5.5",
        "starts_on": starts.isoformat(),
        "positions": "1",
    }


def with_text(values: Work, text: str, **more: object) -> Work:
    return replace(values, body=text, **more)
