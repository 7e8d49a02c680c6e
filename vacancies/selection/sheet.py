"""The list as a file for a spreadsheet, in which nothing that people wrote is a formula."""

import csv
from collections.abc import Iterable, Iterator
from datetime import datetime
from io import StringIO
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from vacancies.selection.listing import Row

STARTS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
MARK_OF_UTF8: Final = "\ufeff"


def csv_of(rows: Iterable[Row]) -> str:
    """A heading and a line for each person; semicolons, as a Dutch spreadsheet expects."""
    page = StringIO()
    page.write(MARK_OF_UTF8)
    writer = csv.writer(page, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerow(_heading())
    writer.writerows([safe(cell) for cell in _cells(row)] for row in rows)
    return page.getvalue()


def safe(cell: str) -> str:
    """A text that a spreadsheet shows and does not work out."""
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(STARTS_A_FORMULA) else cell


def _heading() -> list[str]:
    return [
        _("Name"),
        _("E-mail"),
        _("Phone"),
        _("Place"),
        _("Vacancy"),
        _("Code"),
        _("State"),
        _("Said yes on"),
        _("Opened on"),
        _("Ended on"),
        _("What comes next"),
        _("Due before"),
    ]


def _cells(row: Row) -> Iterator[str]:
    one = row.application
    person, todo = one.professional, row.todo
    yield person.user.name
    yield person.user.email
    yield person.phone
    yield person.place.name if person.place else ""
    yield one.vacancy.title
    yield one.vacancy.code
    yield row.state
    yield _day(one.created_at)
    yield _day(one.seen_at)
    yield _day(one.ended_at)
    yield str(todo.text) if todo else ""
    yield todo.due_on.isoformat() if todo and todo.due_on else ""


def _day(moment: datetime | None) -> str:
    return timezone.localtime(moment).date().isoformat() if moment else ""
