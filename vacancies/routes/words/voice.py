"""Who is spoken to, and how a text gets the numbers that the law has on a day."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from django.utils import formats
from django.utils.dateformat import format as format_date
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vacancies.routes.rulebook import Constant, RuleBook

Text = str | Promise

NBSP: Final = "\u00a0"
SENTENCE: Final = 4  # spaces
PLACE: Final = re.compile(r"%\((\w+)\)s")


class Voice(StrEnum):
    """To whom a sentence is said: the person it is about, or the colleague of the school."""

    PERSON = "person"
    SCHOOL = "school"


class Actor(StrEnum):
    """Who can do something about it; `BOARD` is the school as the one who judges."""

    PERSON = "person"
    SCHOOL = "school"
    BOARD = "board"


@dataclass(frozen=True, slots=True)
class Said:
    """One thing, said in two voices. Without a second text both hear the same."""

    person: Text
    school: Text = ""

    def to(self, voice: Voice) -> Text:
        return self.school or self.person if voice == Voice.SCHOOL else self.person


def constants_in(text: Text) -> tuple[str, ...]:
    """Names of the rule constants that a text shows."""
    return tuple(PLACE.findall(str(text)))


def spoken(text: Text, book: RuleBook, on: date) -> str:
    """The text in the active language, with each constant as the book has it on this day."""
    names = constants_in(text)
    return str(text) % {name: shown(book.row(name, on)) for name in names} if names else str(text)


def spoken_if_known(text: Text, book: RuleBook, on: date) -> str:
    """As `spoken`; nothing when the book lacks a number, for a price is told only when known."""
    return spoken(text, book, on) if set(constants_in(text)) <= set(book.names) else ""


def shown(row: Constant) -> str:
    """The value of a constant with its unit, a few words kept together."""
    value = SHOWN.get(row.name, str)(row.value)
    return value.replace(" ", NBSP) if value.count(" ") < SENTENCE else value


def plain(value: Decimal | int) -> str:
    """A number without trailing zeros: 240, 37,5."""
    number = Decimal(value)
    number = number.quantize(Decimal(1)) if number == number.to_integral() else number.normalize()
    return formats.number_format(number, use_l10n=True, force_grouping=True)


def day_of(value: date) -> str:
    """4 januari 2027, never broken."""
    return format_date(value, "j F Y").replace(" ", NBSP)


def joined(sentences: list[str]) -> str:
    """Clauses as one: a, b and c."""
    if len(sentences) < 2:
        return "".join(sentences)
    return _("%(first)s, and %(last)s") % {
        "first": ", ".join(sentences[:-1]),
        "last": sentences[-1],
    }


def in_running_text(sentence: str) -> str:
    """A sentence as a clause: no capital, unless it begins with letters such as VOG; no full stop."""
    first = sentence[:1] if sentence[1:2].isupper() else sentence[:1].lower()
    return (first + sentence[1:]).removesuffix(".")


def _number(value: str) -> str:
    return plain(Decimal(value))


def _years(value: str) -> str:
    return ngettext("%(n)s year", "%(n)s years", _amount(value)) % {"n": _number(value)}


def _study_years(value: str) -> str:
    return ngettext("%(n)s study year", "%(n)s study years", _amount(value)) % {"n": _number(value)}


def _months(value: str) -> str:
    return ngettext("%(n)s month", "%(n)s months", _amount(value)) % {"n": _number(value)}


def weeks(value: Decimal | int | str) -> str:
    return ngettext("%(n)s week", "%(n)s weeks", _amount(value)) % {"n": plain(Decimal(value))}


def clock_hours(value: Decimal | int | str) -> str:
    return ngettext("%(n)s clock hour", "%(n)s clock hours", _amount(value)) % {
        "n": plain(Decimal(value))
    }


def _lesson_hours(value: str) -> str:
    return ngettext("%(n)s lesson hour", "%(n)s lesson hours", _amount(value)) % {
        "n": _number(value)
    }


def _hours(value: str) -> str:
    return ngettext("%(n)s hour", "%(n)s hours", _amount(value)) % {"n": _number(value)}


def _share(value: str) -> str:
    part = Decimal(value)
    return _("half") if part == Decimal("0.5") else f"{plain(part * 100)}%"


def _euros(value: str) -> str:
    amount = Decimal(value)
    digits = 0 if amount == amount.to_integral() else 2
    return f"€ {formats.number_format(amount, digits, use_l10n=True, force_grouping=True)}"


def _date(value: str) -> str:
    return day_of(date.fromisoformat(value))


def _day_of_year(value: str) -> str:
    month, day = value.split("-")
    return format_date(date(2024, int(month), int(day)), "j F")  # a leap year holds every day


def _way_of_counting(value: str) -> str:
    words = {
        "touched": _("a part of a study year counts as one"),
        "anniversary": _("from the first day of work"),
    }
    return words.get(value, value)


def _amount(value: Decimal | int | str) -> int:
    return 1 if Decimal(value) == 1 else 2


SHOWN: Final[dict[str, Callable[[str], str]]] = {
    "guest_avg_clock_hours_week": clock_hours,
    "guest_clock_hours_year": clock_hours,
    "guest_teaching_weeks": weeks,
    "vog_max_age_at_showing": _months,
    "vog_fee_online": _euros,
    "vog_fee_municipality": _euros,
    "suitability_term": _study_years,
    "suitability_extension_max": _years,
    "teacher_exemption_term": _years,
    "teacher_exemption_extension_max": _years,
    "instructor_exemption_term": _years,
    "instructor_exemption_extension_ratio": _share,
    "study_year_count": _way_of_counting,
    "study_year_start": _day_of_year,
    "practice_years_min": _years,
    "instructor_transition_date": _date,
    "reach_level_within": _years,
    "sbb_reassess_within": _years,
    "sbb_lapse_after": _years,
    "pdg_min_fte": lambda value: f"{_number(value)} fte",
    "pdg_min_lesson_hours_week": _lesson_hours,
    "pdg_ec": lambda value: f"{_number(value)} EC",
    "pdg_hours": _hours,
    "switch_subsidy_max": _euros,
}
