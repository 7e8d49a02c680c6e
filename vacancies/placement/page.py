"""One offer or placement as its pages show it, to the school or to the professional."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from django.utils import timezone

from accounts.enums import EmploymentForm
from portal.kit.templatetags.ui import moment
from vacancies.assessment.ways import MARKS, SLUGS
from vacancies.assessment.words import to_school
from vacancies.codes import Need
from vacancies.enums import ItemOwner
from vacancies.enums import PlacementStatus as Status
from vacancies.lifecycles import PLACEMENT, Side
from vacancies.models import Placement, PlannedBlock
from vacancies.placement import checks, hints, lapsing, queries, words
from vacancies.placement.checks import Check, Item
from vacancies.placement.coming import Year, year_of
from vacancies.placement.hints import Hint, Terms
from vacancies.placement.offer import Group, week_hours_of
from vacancies.routes import hours
from vacancies.routes.book import rule_book
from vacancies.routes.hours import Finding
from vacancies.routes.queries import block_of_plan
from vacancies.routes.words import (
    LimitWords,
    NeedWords,
    VerdictWords,
    Voice,
    function_label,
    need_words,
    route_label,
    told,
)
from vacancies.routes.words.limits import limit_words

VOICES = {Side.SCHOOL: Voice.SCHOOL, Side.PROFESSIONAL: Voice.PERSON}
BEFORE_START = (Status.OFFERED, Status.ACCEPTED)


@dataclass(frozen=True)
class Part:
    """Hours under one route: per study year, with the verdict and the room in the year."""

    work: str
    route: str
    first: PlannedBlock
    years: tuple[PlannedBlock, ...]
    weeks: int
    verdict: VerdictWords
    limits: tuple[tuple[date, LimitWords], ...]

    @property
    def mark(self) -> str:
        return MARKS[self.verdict.status]

    @property
    def hours(self) -> Decimal:
        return sum((row.week_hours * row.weeks for row in self.years), Decimal(0))


@dataclass(frozen=True)
class Line:
    """An item of the check; `how`: what the law asks and how to get it; `slug`: where it is
    recorded."""

    item: Item
    how: NeedWords | None
    slug: str


@dataclass(frozen=True)
class OwnerLines:
    """What one side sees to."""

    owner: str
    is_reader: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Moment:
    """One line of the history."""

    when: str
    text: str
    state: str = "done"


class Page:
    """Built once for a request; each part is read when the template asks."""

    def __init__(self, placement: Placement, side: Side) -> None:
        self.placement, self.side = placement, side
        self.voice = VOICES[side]
        self.today = timezone.localdate()

    @property
    def now(self) -> str:
        return words.now(self.placement, self.side)

    @property
    def term(self) -> str:
        return words.term(self.placement)

    @property
    def function(self) -> str:
        return function_label(self.placement.function_kind)

    @property
    def employment(self) -> str:
        return str(EmploymentForm(self.placement.employment_form).label)

    @cached_property
    def groups(self) -> list[Group]:
        return queries.groups(self.placement)

    @cached_property
    def parts(self) -> list[Part]:
        return parts_of(self.groups, self.voice, self.today)

    @cached_property
    def week_hours(self) -> Decimal:
        return week_hours_of([row for group in self.groups for row in group.rows])

    @property
    def hours(self) -> str:
        return words.hours(self.week_hours)

    @cached_property
    def findings(self) -> list[object]:
        """What the hours guard says to the school, while the work is still to begin."""
        if self.side is not Side.SCHOOL or self.placement.status not in BEFORE_START:
            return []
        return list(to_school(queries.findings(self._rows)))

    @cached_property
    def is_over_together(self) -> bool:
        """For the person alone: all schools together plan more than the budget of one."""
        if self.side is not Side.PROFESSIONAL or self.placement.status not in BEFORE_START:
            return False
        return Finding.OVER_TOGETHER in queries.findings(self._rows)

    @cached_property
    def is_promised_elsewhere(self) -> bool:
        """For the school: together with its other offers the year would be too full."""
        if self.side is not Side.SCHOOL or self.placement.status != Status.OFFERED:
            return False
        return queries.is_promised_elsewhere(self._rows)

    @cached_property
    def hints(self) -> list[Hint]:
        terms = Terms.of(self.placement, self.week_hours)
        return hints.hints_of(terms, self.voice)

    @cached_property
    def check(self) -> Check:
        return checks.of(self.placement, self.today)

    @property
    def has_check(self) -> bool:
        return self.placement.status in (Status.ACCEPTED, Status.STARTED, Status.ENDED)

    @cached_property
    def owners(self) -> list[OwnerLines]:
        """The check by who sees to it, the reader first."""
        mine = ItemOwner.SCHOOL if self.side is Side.SCHOOL else ItemOwner.PROFESSIONAL
        order = sorted((ItemOwner.PROFESSIONAL, ItemOwner.SCHOOL), key=lambda one: one != mine)
        return [
            OwnerLines(str(one), one == mine, tuple(map(self._line, self.check.of_owner(one))))
            for one in order
            if self.check.of_owner(one)
        ]

    @property
    def lapses_after(self) -> date | None:
        """The last day on which an answer to the offer counts."""
        return lapsing.last_day_of(self.placement, self.today)

    @cached_property
    def year_to_plan(self) -> Year | None:
        """For the school: the next study year of work without a last day."""
        return year_of(self.placement, self.today) if self.side is Side.SCHOOL else None

    @property
    def may_start(self) -> bool:
        return self.placement.starts_on <= self.today

    @cached_property
    def can(self) -> set[str]:
        """The steps that this side may take now."""
        return {step.verb for step in PLACEMENT.open_to(self.placement.status, self.side)}

    @cached_property
    def moments(self) -> list[Moment]:
        rows = self.placement.steps.all()
        return [Moment(moment(row.at), words.step(row, self.side)) for row in rows]

    @property
    def _rows(self) -> list[PlannedBlock]:
        return [row for group in self.groups for row in group.rows]

    def _line(self, item: Item) -> Line:
        if not item.explains:
            return Line(item, None, "")
        how = need_words(item.code, voice=self.voice, book=rule_book(), on=self.today)
        return Line(item, how, SLUGS.get(Need(item.code), ""))


def parts_of(groups: Sequence[Group], voice: Voice, on: date) -> list[Part]:
    """The hours with what the law says of them, each over its whole term."""
    rows = [row for group in groups for row in group.rows]
    guards = dict(zip(map(id, rows), queries.guards(rows), strict=True))
    return [
        Part(
            work=function_label(group.first.function_kind),
            route=route_label(group.route),
            first=group.first,
            years=group.rows,
            weeks=group.weeks,
            verdict=_told(group, voice, on),
            limits=tuple(
                (_year_of(row), limit_words(guard.limit, (), book=rule_book(), on=row.starts_on))
                for row in group.rows
                if (guard := guards[id(row)]).limit
            ),
        )
        for group in groups
    ]


def _year_of(row: PlannedBlock) -> date:
    """The first day of its study year."""
    return hours.study_year(row.starts_on, rule_book())[0]


def _told(group: Group, voice: Voice, on: date) -> VerdictWords:
    verdict = queries.verdict(group, on)
    block = block_of_plan(group.whole)
    return told(verdict, voice=voice, book=rule_book(), on=on, block=block)
