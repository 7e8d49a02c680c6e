"""Rows of one constant of the law, for the tests of the desk."""

from datetime import date, timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from tests.desk import page
from vacancies.models import RuleConstant

NAME = "guest_avg_clock_hours_week"


def today() -> date:
    return timezone.localdate()


def in_days(days: int) -> date:
    return today() + timedelta(days=days)


def row(value: str, first: date | str, last: date | None = None, **more: Any) -> RuleConstant:
    made = RuleConstant.objects.create(
        name=NAME, value=value, valid_from=first, valid_to=last, source_title="WEB 4.2.1", **more
    )
    made.refresh_from_db()
    return made


def typed(constant: RuleConstant | None = None, **changed: Any) -> dict[str, Any]:
    names = ("name", "value", "unit", "valid_from", "valid_to", "source_title", "source_url")
    known = {name: getattr(constant, name) for name in names} if constant else {}
    return {key: "" if value is None else value for key, value in {**known, **changed}.items()}


def rows() -> list[tuple[str, date, date | None]]:
    found = RuleConstant.objects.filter(name=NAME).order_by("valid_from")
    return list(found.values_list("value", "valid_from", "valid_to"))


def change(desk: Client, constant: RuleConstant, **changed: Any) -> Any:
    return desk.post(page(RuleConstant, "change", constant.pk), typed(constant, **changed))


def errors(response: Any) -> dict[str, list[str]]:
    return dict(response.context["adminform"].form.errors)
