"""One line of a list of vacancies: narrow rows, no texts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from math import isqrt
from typing import Any, Final, NamedTuple

from django.db.models import BigIntegerField, OuterRef, QuerySet, Subquery, Value
from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.formats import number_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from accounts.models import Location
from portal.kit import dayparts
from portal.kit.templatetags.ui import km, money_range, week_spark
from vacancies.models import Vacancy
from vacancies.posting.pay import PayRange
from vacancies.posting.queries import pay_of_many
from vacancies.search.filters import Spot
from vacancies.search.queries import distance, left_mask

NBSP: Final = "\u00a0"
SOON: Final = timedelta(days=5)
NEW: Final = timedelta(days=3)
FIELDS: Final = (
    *("code", "slug", "title", "day_parts_mask", "day_parts_needed", "may_be_shared"),
    *("hours_min", "hours_max", "starts_on", "closes_on", "published_at"),
    *("pay_scale_min", "pay_scale_max", "institution__name", "institution__prep_factor"),
)


class Words(NamedTuple):
    """What the words of a row depend on besides the vacancy; the key under which they are kept."""

    language: str
    today: date


@dataclass(frozen=True, slots=True)
class Row:
    """What a list shows of a vacancy; `spark` is its week, with the reader's free day-parts."""

    url: str
    title: str
    school: str
    place: str
    facts: str
    pay: str
    spark: SafeString
    distance: str
    note: str


def rows_of(pks: Sequence[int], spot: Spot | None = None, free: int | None = None) -> list[Row]:
    """The rows of these vacancies, in this order: one query, and one for pay once a minute."""
    found = {vacancy.pk: vacancy for vacancy in _narrow(pks, spot)}
    vacancies = [found[pk] for pk in pks if pk in found]
    pay = pay_of_many(vacancies)
    words = Words(get_language() or "", timezone.localdate())
    return [_row(vacancy, pay.get(vacancy.pk), free, words) for vacancy in vacancies]


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
        place_name=Subquery(places.values("place__name")[:1]), square=square, left_mask=left_mask()
    )


def _row(vacancy: Any, pay: PayRange | None, free: int | None, words: Words) -> Row:
    return Row(
        url=vacancy.get_absolute_url(),
        title=vacancy.title,
        school=vacancy.institution.name,
        place=vacancy.place_name or "",
        facts=_facts(
            words,
            _day_parts(vacancy),
            vacancy.hours_min,
            vacancy.hours_max,
            vacancy.starts_on,
            vacancy.may_be_shared,
        ),
        pay=_pay(words, pay.month_min, pay.month_max) if pay else "",
        spark=_spark(words, vacancy.left_mask, free),
        distance="" if vacancy.square is None else km(isqrt(vacancy.square)),
        note=_note(words, vacancy.closes_on, vacancy.published_at),
    )


@lru_cache(maxsize=4096)
def _facts(
    words: Words,
    parts: tuple[int, int],
    least: Any,
    most: Any,
    starts_on: date | None,
    is_shared: bool,
) -> str:
    facts = [_parts_text(*parts), hours_text(least, most)]
    if starts_on:
        facts.append(_("from %(day)s") % {"day": near_day(starts_on)})
    if is_shared:
        facts.append(_("may be shared"))
    return ", ".join(fact.replace(" ", NBSP) for fact in facts)


def _day_parts(vacancy: Any) -> tuple[int, int]:
    """How many are asked, and how many of these are open; alike where nobody took any."""
    asked, left = dayparts.count(vacancy.day_parts_mask), dayparts.count(vacancy.left_mask)
    return (asked, left) if left < asked else (vacancy.day_parts_needed or 0,) * 2


def _parts_text(asked: int, left: int) -> str:
    if left < asked:
        words = ngettext(
            "%(left)d of %(asked)d day-parts is still open",
            "%(left)d of %(asked)d day-parts are still open",
            left,
        )
        return words % {"left": left, "asked": asked}
    return ngettext("%(number)d day-part", "%(number)d day-parts", asked) % {"number": asked}


@lru_cache(maxsize=4096)
def _pay(words: Words, least: Decimal, most: Decimal) -> str:
    return _("%(range)s a month") % {"range": money_range(least, most)}


@lru_cache(maxsize=4096)
def _spark(words: Words, asked: int, free: int | None) -> SafeString:
    return week_spark(asked, free)


def _note(words: Words, closes_on: date | None, published_at: datetime | None) -> str:
    if closes_on and closes_on - words.today <= SOON:
        return _("Closes on %(day)s") % {"day": near_day(closes_on)}
    if published_at and words.today - timezone.localdate(published_at) < NEW:
        return _("New")
    return ""


def near_day(day: date) -> str:
    """A day of these months without its year, else with it; never broken over two lines."""
    near = abs(day - timezone.localdate()) < timedelta(days=300)
    return format_date(day, "j F" if near else "j F Y").replace(" ", NBSP)


def _hours(value: Any) -> str:
    return str(number_format(value.normalize() if value % 1 else int(value)))
