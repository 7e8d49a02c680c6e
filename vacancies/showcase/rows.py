"""One line of a list of vacancies: narrow rows, no texts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import isqrt
from typing import Any, Final

from django.db.models import BigIntegerField, OuterRef, QuerySet, Subquery, Value
from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Location
from portal.kit.templatetags.ui import km, money_range
from vacancies.models import Vacancy
from vacancies.posting.pay import PayRange
from vacancies.posting.queries import pay_of_many
from vacancies.search.filters import Spot
from vacancies.search.queries import distance

NBSP: Final = "\u00a0"
SOON: Final = timedelta(days=5)
NEW: Final = timedelta(days=3)
FIELDS: Final = (
    *("code", "slug", "title", "day_parts_mask", "day_parts_needed", "may_be_shared"),
    *("hours_min", "hours_max", "starts_on", "closes_on", "published_at"),
    *("pay_scale_min", "pay_scale_max", "institution__name", "institution__prep_factor"),
)


@dataclass(frozen=True)
class Row:
    """What a list shows of a vacancy."""

    url: str
    title: str
    school: str
    place: str
    facts: str
    pay: str
    asked: int
    distance: str
    note: str


def rows_of(pks: Sequence[int], spot: Spot | None = None) -> list[Row]:
    """The rows of these vacancies, in this order: one query, and one for pay once a minute."""
    found = {vacancy.pk: vacancy for vacancy in _narrow(pks, spot)}
    vacancies = [found[pk] for pk in pks if pk in found]
    pay = pay_of_many(vacancies)
    return [_row(vacancy, pay.get(vacancy.pk)) for vacancy in vacancies]


def hours_text(least: Any, most: Any) -> str:
    """Clock hours a week: "5 klokuren per week", "4–6 klokuren per week"."""
    number = _hours(most) if least == most else f"{_hours(least)}–{_hours(most)}"
    words = ngettext("%(hours)s clock hour a week", "%(hours)s clock hours a week", round(most))
    return words % {"hours": number}


def _narrow(pks: Sequence[int], spot: Spot | None) -> QuerySet[Vacancy]:
    places = Location.objects.filter(vacancies=OuterRef("pk")).order_by("pk")
    square: Any = Value(None, output_field=BigIntegerField(null=True))
    if spot:
        places = places.annotate(square=distance(spot)).order_by("square", "pk")
        square = Subquery(places.values("square")[:1], output_field=BigIntegerField())
    rows = Vacancy.objects.filter(pk__in=pks).select_related("institution").only(*FIELDS)
    return rows.order_by().annotate(
        place_name=Subquery(places.values("place__name")[:1]), square=square
    )


def _row(vacancy: Any, pay: PayRange | None) -> Row:
    return Row(
        url=vacancy.get_absolute_url(),
        title=vacancy.title,
        school=vacancy.institution.name,
        place=vacancy.place_name or "",
        facts=_facts(vacancy),
        pay=_pay(pay),
        asked=vacancy.day_parts_mask,
        distance="" if vacancy.square is None else km(isqrt(vacancy.square)),
        note=_note(vacancy, timezone.localdate()),
    )


def _facts(vacancy: Vacancy) -> str:
    number = vacancy.day_parts_needed or 0
    facts = [
        ngettext("%(number)d day-part", "%(number)d day-parts", number) % {"number": number},
        hours_text(vacancy.hours_min, vacancy.hours_max),
    ]
    if vacancy.starts_on:
        facts.append(_("from %(day)s") % {"day": near_day(vacancy.starts_on)})
    if vacancy.may_be_shared:
        facts.append(_("may be shared"))
    return ", ".join(fact.replace(" ", NBSP) for fact in facts)


def _pay(pay: PayRange | None) -> str:
    if pay is None:
        return ""
    return _("%(range)s a month") % {"range": money_range(pay.month_min, pay.month_max)}


def _note(vacancy: Vacancy, today: date) -> str:
    if vacancy.closes_on and vacancy.closes_on - today <= SOON:
        return _("Closes on %(day)s") % {"day": near_day(vacancy.closes_on)}
    if vacancy.published_at and today - timezone.localdate(vacancy.published_at) < NEW:
        return _("New")
    return ""


def near_day(day: date) -> str:
    """A day of these months without its year, else with it; never broken over two lines."""
    near = abs(day - timezone.localdate()) < timedelta(days=300)
    return format_date(day, "j F" if near else "j F Y").replace(" ", NBSP)


def _hours(value: Any) -> str:
    return str(number_format(value.normalize() if value % 1 else int(value)))
