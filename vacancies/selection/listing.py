"""A page of the list: each person with how it stands and what comes next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from portal.kit.templatetags.ui import day
from vacancies.applications.hooks import Todo
from vacancies.enums import ApplicationStatus
from vacancies.models import Application
from vacancies.selection import queries
from vacancies.selection.queries import Work


@dataclass(frozen=True)
class Row:
    """One person in one vacancy."""

    application: Application
    state: str
    todo: Todo | None
    is_unread: bool

    @property
    def due_on(self) -> date | None:
        """The day of what comes next, unless its words name it already."""
        due = self.todo.due_on if self.todo and self.todo.is_ours else None
        return None if self.todo and due and day(due) in str(self.todo.text) else due

    @property
    def is_late(self) -> bool:
        """Whether the day of what comes next has passed."""
        due = self.todo.due_on if self.todo else None
        return due is not None and due < timezone.localdate()


def rows_of(keys: Iterable[int], work: Work) -> list[Row]:
    """These people as the list shows them."""
    return [
        Row(one, _state(one, work.todos.get(one.pk)), work.todos.get(one.pk), one.pk in work.unread)
        for one in queries.people(keys)
    ]


def first_of(rows: list[Row]) -> Row | None:
    """What to do before all else, if anything waits for the school."""
    first = rows[0] if rows else None
    return first if first and first.todo and first.todo.is_ours else None


def _state(row: Application, todo: Todo | None) -> str:
    """How it stands, with what runs beside it."""
    if row.status == ApplicationStatus.NEW and row.seen_at is None:
        return _("Not opened yet")
    state = str(row.get_status_display())
    return f"{state}, {todo.stand}" if todo and todo.stand else state
