"""What the school does next in a conversation, and what the professional does; features above add
what they know of."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy

from accounts.models import Professional
from vacancies.applications import queries
from vacancies.applications.hooks import Todo, about_of
from vacancies.enums import ApplicationStatus as Status
from vacancies.models import Application

LATE, UNREAD, SOON, WAITS, TRIED, TALKS = 5, 15, 20, 40, 45, 50
NEAR: Final = timedelta(days=7)
ANSWER: Final = gettext_lazy("Answer")
READ: Final = gettext_lazy("Read the message")
GOES_ON: Final[dict[str, tuple[int, str | Promise]]] = {
    Status.TALKING: (TALKS, gettext_lazy("Agree on a first time together")),
    Status.TRIAL: (TRIED, gettext_lazy("Tell how it goes on")),
}


def to_do(applications: list[Application]) -> dict[int, Todo]:
    """A message to read, an answer to give, a step to propose; in one query."""
    unread = queries.with_unread_for_school(applications)
    today = timezone.localdate()
    found = ((row.pk, _todo(row, row.pk in unread, today)) for row in applications)
    return {key: todo for key, todo in found if todo is not None}


def own_to_do(professional: Professional) -> Iterator[Todo]:
    """What schools wrote and was not read; in one query."""
    for row in queries.with_news_for(professional):
        url = reverse("my_application", args=[row.public_id])
        about = about_of(row)
        yield Todo(UNREAD, READ, f"{url}#gesprek", about=about)


def _todo(row: Application, is_unread: bool, today: date) -> Todo | None:
    url = reverse_lazy("application", args=[row.public_id])
    if row.status == Status.NEW:
        by = row.vacancy.answer_by
        return Todo(_rank(by, today), ANSWER, url, by)
    if is_unread:
        return Todo(UNREAD, READ, format_lazy("{}#gesprek", url))
    if row.status in GOES_ON:
        rank, text = GOES_ON[row.status]
        return Todo(rank, text, url)
    return None


def _rank(answer_by: date | None, today: date) -> int:
    if answer_by is None or answer_by > today + NEAR:
        return WAITS
    return LATE if answer_by < today else SOON
