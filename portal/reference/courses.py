"""Courses, their starts and parts, and grants."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final

from accounts.models import Place
from portal.kit import dayparts
from portal.reference.files import Row, rows_of
from portal.reference.upsert import Entry, Loaded, upsert
from portal.reference.work import source
from vacancies.enums import CourseForm, TrainingKind
from vacancies.models import Course, CourseModule, CourseStart, SubsidyScheme

TEXTS: Final = ("price_note", "entry_nl", "entry_en", "about_nl", "about_en", "website")
NUMBERS: Final = ("months", "hours_week", "price", "price_year", "min_lessons")
COURSES: Final = (
    *("code", "kind", "provider", "name", "place", "form", "day_parts", "is_one_of_days"),
    *("every_weeks", "min_fte", "valid_from", "valid_to", "source_title", "source_url"),
    *(*TEXTS, *NUMBERS),
)
STARTS: Final = ("course", "starts_on", "apply_by", "intake_by", "is_sure")
MODULES: Final = ("course", "order", "name_nl", "name_en", "ec", "may_be_exempt")
NAMES: Final = ("name_nl", "name_en", "asked_by_nl", "asked_by_en")
SCHEMES: Final = (
    *("code", "amount", "is_a_year", "opens", "closes", "closes_next_year", "for_kinds"),
    *("checklist_nl", "checklist_en", "valid_from", "valid_to", "source_title", "source_url"),
    *NAMES,
)
ANY_YEAR: Final = "2000-"


def load_courses(directory: Path) -> tuple[Loaded, Loaded, Loaded]:
    """The catalogue; a start that has been stays as history."""
    places = dict(Place.objects.values_list("code", "pk"))
    rows = rows_of(directory / "courses.csv", COURSES)
    courses = upsert(Course, (_course(row, places) for row in rows), key=["code"])
    pks = dict(Course.objects.values_list("code", "pk"))
    starts = upsert(
        CourseStart,
        (_start(row, pk) for row, pk in _of_course(directory / "course_starts.csv", STARTS, pks)),
        key=["course_id", "starts_on"],
    )
    modules = upsert(
        CourseModule,
        (
            _module(row, pk)
            for row, pk in _of_course(directory / "course_modules.csv", MODULES, pks)
        ),
        key=["course_id", "name_nl"],
    )
    return courses, starts, modules


def load_grants(directory: Path) -> Loaded:
    rows = rows_of(directory / "subsidy_schemes.csv", SCHEMES)
    return upsert(SubsidyScheme, (_scheme(row) for row in rows), key=["code", "valid_from"])


def _course(row: Row, places: Mapping[str, int]) -> Entry:
    values = {
        "code": row.needed("code"),
        "kind": row.choice("kind", TrainingKind),
        "provider": row.needed("provider"),
        "name": row.needed("name"),
        "place_id": _place(row, places),
        "form": row.choice("form", CourseForm),
        "day_parts_mask": _day_parts(row),
        "is_one_of_days": _yes(row, "is_one_of_days"),
        "every_weeks": row.number_in("every_weeks"),
        "min_fte": _decimal(row, "min_fte"),
        **{name: row.whole(name) for name in NUMBERS},
        **{name: row.text(name) for name in TEXTS},
        **_dated(row),
    }
    if values["price"] and not values["price_year"]:
        raise row.wrong("price_year", "is empty: a price is of a year")
    return Entry(row, values)


def _of_course(
    path: Path, columns: Iterable[str], pks: Mapping[str, int]
) -> Iterable[tuple[Row, int]]:
    """The rows with their course; those of a course that a person deleted stay away too."""
    known = {row.needed("code") for row in rows_of(path.with_name("courses.csv"), ["code"])}
    for row in rows_of(path, tuple(columns)):
        code = row.needed("course")
        if code not in known:
            raise row.wrong("course", f"{code!r} is not in courses.csv")
        if code in pks:
            yield row, pks[code]


def _start(row: Row, course_id: int) -> Entry:
    values = {
        "course_id": course_id,
        "starts_on": row.day("starts_on"),
        "apply_by": row.day_or_none("apply_by"),
        "intake_by": row.day_or_none("intake_by"),
        "is_sure": _yes(row, "is_sure"),
    }
    return Entry(row, values)


def _module(row: Row, course_id: int) -> Entry:
    values = {
        "course_id": course_id,
        "order": row.number_in("order"),
        "name_nl": row.needed("name_nl"),
        "name_en": row.needed("name_en"),
        "ec": row.whole("ec"),
        "may_be_exempt": _yes(row, "may_be_exempt"),
    }
    return Entry(row, values)


def _scheme(row: Row) -> Entry:
    opens, closes = _month_day(row, "opens"), _month_day(row, "closes")
    values = {
        "code": row.needed("code"),
        **{name: row.needed(name) for name in NAMES},
        "amount": row.whole("amount"),
        "is_a_year": _yes(row, "is_a_year"),
        "opens_month": opens[0],
        "opens_day": opens[1],
        "closes_month": closes[0],
        "closes_day": closes[1],
        "closes_next_year": _yes(row, "closes_next_year"),
        "for_kinds": row.needed("for_kinds"),
        "checklist_nl": "\n".join(row.names("checklist_nl")),
        "checklist_en": "\n".join(row.names("checklist_en")),
        **_dated(row),
    }
    return Entry(row, values)


def _dated(row: Row) -> dict[str, Any]:
    days = {"valid_from": row.day("valid_from"), "valid_to": row.day_or_none("valid_to")}
    return days | source(row)


def _place(row: Row, places: Mapping[str, int]) -> int | None:
    code = row.text("place")
    if code and code not in places:
        raise row.wrong("place", f"{code!r} is not in places.csv")
    return places.get(code)


def _day_parts(row: Row) -> int:
    try:
        return dayparts.parse(row.text("day_parts"))
    except KeyError as error:
        raise row.wrong("day_parts", f"{error.args[0]!r} is not like tuesday_morning") from None


def _decimal(row: Row, column: str) -> Decimal | None:
    text = row.text(column)
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        raise row.wrong(column, f"{text!r} is not a number") from None


def _yes(row: Row, column: str) -> bool:
    text = row.text(column) or "no"
    if text not in ("yes", "no"):
        raise row.wrong(column, f"{text!r} is not yes or no")
    return text == "yes"


def _month_day(row: Row, column: str) -> tuple[int, int]:
    text = row.needed(column)
    try:
        day = date.fromisoformat(ANY_YEAR + text)
    except ValueError:
        raise row.wrong(column, f"{text!r} is not a month and a day like 10-15") from None
    return day.month, day.day
