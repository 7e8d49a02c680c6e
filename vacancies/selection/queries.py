from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Count, F, Min, Prefetch, Q, QuerySet
from django.shortcuts import get_object_or_404

from accounts.models import Institution, User
from accounts.organisations import queries as organisations
from vacancies.applications import hooks
from vacancies.applications import queries as applications
from vacancies.applications.hooks import Todo
from vacancies.enums import OPEN_APPLICATION, ApplicationStatus, StepSide
from vacancies.models import (
    Application,
    ApplicationStep,
    Message,
    MessageTemplate,
    Opinion,
    Vacancy,
)
from vacancies.selection.filters import Filters, Turn

SOME_DAY: Final = 1000
NARROW: Final = ("public_id", "status", "vacancy", "professional")


@dataclass(frozen=True)
class Work:
    """Everybody of a choice, in order: keys only, with what comes next and what is unread."""

    keys: list[int]
    todos: dict[int, Todo]
    unread: frozenset[int]

    @property
    def ours(self) -> int:
        """How many of them wait for the school."""
        return sum(todo.is_ours for todo in self.todos.values())


def work_of(institution: Institution, filters: Filters) -> Work:
    """What needs the school most stands first; who has an answer, last. A constant number of
    queries, however many there are."""
    rows = _chosen(institution, filters)
    unread = frozenset(_unread(institution))
    running = Q(status__in=applications.STANDING)
    live = list(rows.filter(running | Q(pk__in=unread)).prefetch_related(_promises()).only(*NARROW))
    todos = hooks.to_do.of(live)
    kept = [row for row in live if _is_asked(row, filters, todos.get(row.pk), row.pk in unread)]
    kept.sort(key=lambda row: _urgency(row, todos.get(row.pk)))
    keys = [row.pk for row in kept]
    if not filters.turn and not filters.only_unread:
        rest = rows.exclude(running | Q(pk__in=unread)).order_by("-ended_at", "-pk")
        keys += rest.values_list("pk", flat=True)
    return Work(keys, todos, unread)


def people(keys: Iterable[int]) -> list[Application]:
    """These, in this order, with all that a list shows."""
    rows = Application.objects.select_related(
        "vacancy__institution", "professional__user", "professional__place"
    ).in_bulk(list(keys))
    return [rows[key] for key in keys if key in rows]


def chosen_people(institution: Institution, public_ids: Sequence[UUID]) -> list[Application]:
    """Those of these that this school may see, in the order of the vacancies and of the yes."""
    rows = applications.received_by(institution).filter(public_id__in=public_ids)
    return list(
        rows.select_related("vacancy__institution", "professional__user").order_by(
            "vacancy__title", "vacancy", "created_at", "pk"
        )
    )


def vacancies_with_a_yes(institution: Institution) -> QuerySet[Vacancy]:
    """What can be chosen in the list, with how many people go with it."""
    shown = ~Q(applications__status=ApplicationStatus.WITHDRAWN)
    rows = Vacancy.objects.filter(institution=institution)
    counted = rows.annotate(people=Count("applications", filter=shown)).filter(people__gt=0)
    return counted.only("code", "title").order_by("title", "pk")


def templates_of(institution: Institution) -> QuerySet[MessageTemplate]:
    """The texts that a school often sends."""
    return MessageTemplate.objects.filter(institution=institution).select_related("institution")


def templates_for_declining(institution: Institution) -> QuerySet[MessageTemplate]:
    return templates_of(institution).filter(is_for_declining=True)


def opinions_on(application: Application) -> QuerySet[Opinion]:
    """What colleagues were asked and said, the latest first."""
    return application.opinions.select_related("asked_by")


def opinion_by(digest: str) -> Opinion | None:
    """The question behind a link."""
    rows = Opinion.objects.select_related(
        "application__vacancy__institution", "application__professional__user", "asked_by"
    )
    return rows.filter(token_digest=digest).first()


def opinion_asked_of(application: Application, email: str) -> Opinion | None:
    return Opinion.objects.filter(application=application, email=email).first()


def opinion_locked(opinion: Opinion) -> Opinion:
    """The same row, held until the end of the transaction; not found once it was taken back."""
    rows = Opinion.objects.select_for_update(of=("self",)).select_related(
        "application__vacancy__institution", "application__professional__user", "asked_by"
    )
    return get_object_or_404(rows, pk=opinion.pk)


def is_address_of(institution: Institution, email: str, by: User) -> bool:
    """Whether an address is of this school: at its own mail domain, or where the asker's is."""
    domain = organisations.domain_of(email)
    beside = domain == organisations.domain_of(by.email) and domain not in organisations.FREE_MAIL
    return beside or organisations.has_own_domain(institution, email)


def promises_until(today: date, days: int) -> list[Vacancy]:
    """Vacancies for which somebody waits while the promised day is near or has passed."""
    last = today + timedelta(days=days)
    waits = Q(applications__status=ApplicationStatus.NEW)
    rows = Vacancy.objects.filter(waits, answer_by__lte=last).distinct()
    return list(rows.select_related("institution").order_by("answer_by", "pk"))


def left_without_answer(today: date) -> QuerySet[Application]:
    """Who said yes before a promised day that has passed, and heard nothing at all."""
    late = Application.objects.filter(
        status=ApplicationStatus.NEW,
        vacancy__answer_by__lt=today,
        created_at__date__lte=F("vacancy__answer_by"),
    )
    return late.select_related("professional").order_by("pk")


def waiting_by_vacancy(keys: Iterable[int]) -> dict[int, int]:
    """How many people wait for a first answer, by vacancy."""
    rows = Application.objects.filter(vacancy__in=list(keys), status=ApplicationStatus.NEW)
    counted = rows.order_by().values_list("vacancy").annotate(people=Count("pk"))
    return dict(counted)


def first_answers(institution: Institution, since: datetime) -> list[tuple[datetime, datetime]]:
    """When somebody said yes and when the school took its first step, since a moment."""
    steps = ApplicationStep.objects.filter(
        application__vacancy__institution=institution, side=StepSide.SCHOOL, is_undo=False
    )
    first = (
        steps.order_by()
        .values("application")
        .annotate(first=Min("at"), yes=Min("application__created_at"))
    )
    return list(first.filter(first__gte=since).values_list("yes", "first"))


def _promises() -> "Prefetch[str]":
    """Of the few vacancies of many people, the day of the answer."""
    return Prefetch("vacancy", Vacancy.objects.only("answer_by"))


def _chosen(institution: Institution, filters: Filters) -> QuerySet[Application]:
    rows = Application.objects.filter(vacancy__institution=institution).exclude(
        status=ApplicationStatus.WITHDRAWN
    )
    if filters.vacancy:
        rows = rows.filter(vacancy__code=filters.vacancy)
    if filters.status:
        rows = rows.filter(status=filters.status)
    return rows


def _unread(institution: Institution) -> QuerySet[Message, int]:
    """The keys of conversations in which the professional wrote what nobody read."""
    rows = Message.objects.filter(
        application__vacancy__institution=institution, side=StepSide.PROFESSIONAL, read_at=None
    )
    return rows.order_by().values_list("application", flat=True).distinct()


def _is_asked(row: Application, filters: Filters, todo: Todo | None, is_unread: bool) -> bool:
    if filters.only_unread and not is_unread:
        return False
    ours = todo is not None and todo.is_ours
    if filters.turn == Turn.SCHOOL:
        return ours
    if filters.turn == Turn.PROFESSIONAL:
        return not ours and row.status in OPEN_APPLICATION
    return True


def _urgency(row: Application, todo: Todo | None) -> tuple[int, date, int]:
    if todo is None:
        return SOME_DAY, date.max, row.pk
    return todo.rank + (0 if todo.is_ours else SOME_DAY), todo.due_on or date.max, row.pk
