"""One change of the panel beside the form, made to what was sent; nothing is saved."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from django import forms
from django.http import QueryDict

from accounts.taxonomy.fields import CompetenceField
from portal.kit import dayparts
from portal.kit.forms import DayPartsField
from vacancies.enums import Strength
from vacancies.models import Vacancy
from vacancies.posting.forms.when import WhenForm

LATER: Final = timedelta(days=28)
Make = Callable[[QueryDict, str], None]


def soften(data: QueryDict, code: str) -> QueryDict:
    """What was sent with the changes of this code, `demand.way.number`, more joined by a plus."""
    sent = data.copy()
    for one in code.split("+"):
        key, _, number = one.rpartition(".")
        if key in CHANGES and number.isdecimal():
            CHANGES[key](sent, number)
    return sent


def as_sent(vacancy: Vacancy) -> QueryDict:
    """What the form of this vacancy sends when nobody touched it."""
    form = WhenForm(vacancy)
    sent = QueryDict(mutable=True)
    for name, field in form.fields.items():
        sent.setlist(name, _sent(field, form.get_initial_for_field(field, name)))
    return sent


def _sent(field: forms.Field, value: Any) -> list[str]:
    if isinstance(field, DayPartsField):
        return [str(bit) for bit in dayparts.bits_of(value)]
    if isinstance(field, CompetenceField):
        return [str(one.pk) for one in value]
    if isinstance(field, forms.BooleanField):
        return ["on"] if value else []
    return ["" if value is None else str(value)]


def _set(name: str) -> Make:
    def make(sent: QueryDict, value: str) -> None:
        sent[name] = value

    return make


def _to_wish(name: str) -> Make:
    def make(sent: QueryDict, value: str) -> None:
        sent[f"{name}_strength"] = Strength.WISH.value

    return make


def _strength_of_competence(strength: Strength) -> Make:
    def make(sent: QueryDict, value: str) -> None:
        sent[f"strength_{value}"] = strength.value

    return make


def _all_to_wish(sent: QueryDict, value: str) -> None:
    for pk in sent.getlist("competences"):
        if sent.get(f"strength_{pk}") == Strength.MUST:
            sent[f"strength_{pk}"] = Strength.WISH.value


def _ask_too(sent: QueryDict, value: str) -> None:
    if value not in sent.getlist("day_parts"):
        sent.appendlist("day_parts", value)


def _free(sent: QueryDict, value: str) -> None:
    sent.setlist("fixed", [])


def _practice(sent: QueryDict, value: str) -> None:
    sent["practice_counts"] = "on"


def _hour(name: str, step: int) -> Make:
    def make(sent: QueryDict, value: str) -> None:
        try:
            sent[name] = str(Decimal(sent.get(name, "")) + step)
        except InvalidOperation:
            return

    return make


def _later(sent: QueryDict, value: str) -> None:
    for name in ("starts_on", "ends_on"):
        try:
            sent[name] = (date.fromisoformat(sent.get(name, "")) + LATER).isoformat()
        except ValueError:
            continue


CHANGES: Final[dict[str, Make]] = {
    "competence.learn": _strength_of_competence(Strength.LEARN),
    "competence.wish": _all_to_wish,
    "level.lower": _set("level"),
    "level.practice": _practice,
    "level.wish": _to_wish("level"),
    "experience.lower": _set("years"),
    "experience.wish": _to_wish("years"),
    "language.lower": _set("dutch"),
    "language.wish": _to_wish("dutch"),
    "day_parts.fewer": _set("day_parts_needed"),
    "day_parts.more": _ask_too,
    "fixed_day_parts.free": _free,
    "hours.fewer": _hour("hours_min", -1),
    "hours.more": _hour("hours_max", 1),
    "period.later": _later,
}
