"""Anna has an offer of school A and a job at a welding firm, where Jan decides."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Mail
from portal.kit import dayparts
from tests.vacancies.placement.conftest import (  # noqa: F401 - pytest finds them here
    PART,
    TODAY,
    accepted,
    an_offer,
    application,
    in_days,
    lawful,
    next_september,
    of_guest,
    offered,
    vacancy,
)
from vacancies.employers import actions, links
from vacancies.employers.actions import Ask, Change
from vacancies.employers.actions.answering import Conditions
from vacancies.models import EmployerRequest, Placement
from vacancies.placement import queries as placements

OTHER = dayparts.parse("monday_morning friday_morning")
JAN = "jan@lasbedrijf.example"
NONE = Conditions()


def an_ask(**changes: object) -> Ask:
    values = {
        "employer": "Lasbedrijf Kuiper",
        "kvk": "12345678",
        "contact_name": "Jan Kuiper",
        "contact_email": JAN,
        "scope": "side_work",
    }
    return Ask(**(values | changes))  # type: ignore[arg-type]


def a_change(row: Placement, **changes: object) -> Change:
    """The work as it is, but for what is named."""
    groups = placements.groups(row)
    values = {
        "day_parts_mask": row.day_parts_mask,
        "starts_on": row.starts_on,
        "ends_on": row.ends_on,
        "week_hours": tuple(group.first.week_hours for group in groups),
        "coach": row.coach,
    }
    return Change(**(values | changes))  # type: ignore[arg-type]


def fewer(row: Placement) -> Change:
    return a_change(row, week_hours=(Decimal(4),))


def letters() -> list[Mail]:
    return list(Mail.objects.filter(kind="employer").order_by("pk"))


@pytest.fixture
def asked(accepted, anna) -> EmployerRequest:  # noqa: F811
    return actions.ask(accepted, ask=an_ask(), by=anna.user, version=0)


@pytest.fixture
def given(asked) -> EmployerRequest:
    return actions.agree(asked, name="Jan Kuiper", version=asked.version, conditions=NONE)


@pytest.fixture
def visitor() -> Client:
    """Somebody with a link and without an account."""
    return Client(headers={"accept-language": "en"})


def page_of(row: EmployerRequest) -> str:
    return links.address_of(row)


def answer_of(row: EmployerRequest) -> str:
    return reverse("employer_answer", args=[links.token_of(row)])
