from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import QuerySet
from django.utils import timezone

from accounts.audit.queries import timeline
from accounts.models import AuditEvent
from vacancies.enums import PayTableStatus
from vacancies.models import Course, PayTable, Report, RuleConstant, SubsidyScheme, Vacancy
from vacancies.moderation.dating import Span
from vacancies.moderation.marking import Piece, pieces
from vacancies.posting import queries as posting
from vacancies.posting.lifecycle import LIVE
from vacancies.posting.pay import PayRange
from vacancies.posting.snapshots import Change, label_of, snapshot_of, words_of
from vacancies.posting.texts import TEXTS, FieldHit, texts_of
from vacancies.posting.words import demand_line

READ_ELSEWHERE: Final = {*TEXTS, "day_parts_mask", "fixed_mask", "demands", "wording_ground"}
EVENTS: Final = 100


@dataclass(frozen=True)
class QueueRow:
    """A vacancy that waits: since when, whether it was open before, and what stands out."""

    vacancy: Vacancy
    hits: tuple[FieldHit, ...]

    @property
    def since(self) -> datetime:
        return self.vacancy.review_since or self.vacancy.updated_at

    @property
    def days(self) -> int:
        """Whole days in the queue."""
        return (timezone.now() - self.since).days

    @property
    def hours(self) -> int:
        return int((timezone.now() - self.since).total_seconds() // 3600)

    @property
    def is_change(self) -> bool:
        return self.vacancy.status in LIVE

    @property
    def blocking(self) -> int:
        return sum(hit.blocks for hit in self.hits)

    @property
    def warnings(self) -> int:
        return len(self.hits) - self.blocking

    @property
    def can_be_approved_unread(self) -> bool:
        return not self.hits and self.vacancy.institution.is_verified


@dataclass(frozen=True)
class MarkedText:
    label: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class NumberedHit:
    number: int
    hit: FieldHit


@dataclass(frozen=True)
class Review:
    """All that a moderator reads before deciding."""

    row: QueueRow
    texts: tuple[MarkedText, ...]
    hits: tuple[NumberedHit, ...]
    changes: Sequence[Change]
    facts: tuple[tuple[str, str], ...]
    demands: Sequence[str]
    pay: PayRange | None
    events: Sequence[AuditEvent]
    reports: Sequence[Report]

    @property
    def is_waiting(self) -> bool:
        vacancy = self.row.vacancy
        return vacancy.status == "submitted" or vacancy.review_since is not None

    @property
    def is_live(self) -> bool:
        return self.row.vacancy.status in LIVE


def queue() -> QuerySet[Vacancy]:
    """What waits for a moderator, the longest first."""
    return with_what_a_row_shows(Vacancy.objects.to_moderate())


def with_what_a_row_shows(rows: QuerySet[Vacancy]) -> QuerySet[Vacancy]:
    return rows.select_related("institution").prefetch_related("requirements", "locations__place")


def rows_of(vacancies: Sequence[Vacancy]) -> list[QueueRow]:
    """The vacancies with their hits, in the same order."""
    hits = posting.wording_of_many(vacancies)
    return [QueueRow(vacancy, hits[vacancy.pk]) for vacancy in vacancies]


def next_in_queue(after: Vacancy) -> Vacancy | None:
    """What to read next."""
    return Vacancy.objects.to_moderate().exclude(pk=after.pk).first()


def place_in_queue(vacancy: Vacancy) -> tuple[int, int]:
    """Which one of how many this is; 0 for one that does not wait."""
    waiting = list(Vacancy.objects.to_moderate().values_list("pk", flat=True))
    place = waiting.index(vacancy.pk) + 1 if vacancy.pk in waiting else 0
    return place, len(waiting)


def review_of(vacancy: Vacancy) -> Review:
    [row] = rows_of([vacancy])
    numbered = tuple(NumberedHit(number, hit) for number, hit in enumerate(row.hits, start=1))
    return Review(
        row=row,
        texts=tuple(_marked(vacancy, numbered)),
        hits=numbered,
        changes=posting.changes_since_approval(vacancy),
        facts=tuple(_facts(vacancy)),
        demands=[demand_line(row) for row in posting.demands_of(vacancy)],
        pay=posting.pay_of(vacancy),
        events=list(timeline(vacancy)[:EVENTS]),
        reports=list(vacancy.reports.all()),
    )


def open_reports() -> QuerySet[Report]:
    return Report.objects.filter(handled_at=None).select_related("vacancy__institution")


def constants_to_confirm() -> QuerySet[RuleConstant]:
    """Numbers of the law that nobody checked against the official text yet."""
    return RuleConstant.objects.filter(confirmed_on=None).exclude(confirm_code="")


def constants_named(name: str) -> QuerySet[RuleConstant]:
    """All rows of one name, held until the change is done: nobody else changes them meanwhile."""
    rows = RuleConstant.objects.select_for_update().filter(name=name)
    return rows.order_by("valid_from")


def span_of(row: RuleConstant) -> Span:
    """The row as the law of dates sees it."""
    return Span(row.valid_from, row.valid_to, row.value, row.unit)


def pay_tables_to_confirm() -> QuerySet[PayTable]:
    return PayTable.objects.filter(status=PayTableStatus.DRAFT)


def courses_to_confirm() -> QuerySet[Course]:
    """Courses on offer that nobody asked the provider about yet."""
    return Course.objects.filter(confirmed_on=None, valid_to=None)


def grants_to_confirm() -> QuerySet[SubsidyScheme]:
    """Grants whose amount and window nobody compared with the official text yet."""
    return SubsidyScheme.objects.filter(confirmed_on=None, valid_to=None)


def _marked(vacancy: Vacancy, numbered: Sequence[NumberedHit]) -> list[MarkedText]:
    texts = texts_of(vacancy)
    found = {
        field: [(n.number, n.hit.blocks, n.hit) for n in numbered if n.hit.field == field]
        for field in TEXTS
    }
    return [
        MarkedText(str(label), pieces(texts[field], found[field]))
        for field, (_section, label) in TEXTS.items()
        if texts[field]
    ]


def _facts(vacancy: Vacancy) -> list[tuple[str, str]]:
    told = ((name, words_of(name, value)) for name, value in snapshot_of(vacancy).items())
    return [(label_of(name), text) for name, text in told if text and name not in READ_ELSEWHERE]
