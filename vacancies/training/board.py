"""All trajectories of a school on one board: by phase and by the next deadline, a year ahead.

Everything is read at once, in a handful of queries however many there are; the filters and the
counts beside them are of what was read.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Count, Prefetch
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.models import Institution
from vacancies.enums import ItemOwner
from vacancies.enums import TrajectoryStatus as Status
from vacancies.models import HelpTask, Trajectory
from vacancies.routes.calendar import plus_months
from vacancies.routes.words.voice import Text, Voice
from vacancies.training import care, queries, words
from vacancies.training.milestones import RULE_OF, Code, Track

MONTHS: Final = 12
SCHOOL: Final = Voice.SCHOOL

GROUPS: Final[Mapping[str, tuple[Text, tuple[str, ...]]]] = {
    "kennismaken": (_("Getting to know each other"), (Status.ORIENTATION, Status.MATCHED)),
    "geschiktheid": (
        _("Suitability"),
        (Status.SUITABILITY_CHECK, Status.SUITABILITY_REFUSED, Status.SUITABILITY_ISSUED),
    ),
    "aanmelden": (
        _("Appointed, to the course"),
        (
            *(Status.APPOINTED, Status.PDG_APPLIED, Status.PDG_REJECTED),
            *(Status.PDG_ADMITTED, Status.AGREEMENT_SIGNED),
        ),
    ),
    "opleiding": (_("In training"), (Status.IN_TRAINING, Status.EXTENDED)),
    "pauze": (_("Paused"), (Status.PAUSED,)),
    "klaar": (_("Done or stopped"), (Status.PDG_OBTAINED, Status.STOPPED)),
}
GROUP_OF: Final = {status: key for key, (_label, states) in GROUPS.items() for status in states}
ENDED: Final = "klaar"


@dataclass(frozen=True)
class Mark:
    """What is due in one month of the year ahead. `ends`: a clock stops in it."""

    first: date
    names: tuple[str, ...]
    ends: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        return (*self.names, *self.ends)


@dataclass(frozen=True)
class Entry:
    """One trajectory in short."""

    row: Trajectory
    group: str
    next: str
    who: str
    due_on: date | None
    is_late: bool
    is_ours: bool
    helpers: tuple[str, ...]
    months: tuple[Mark, ...]

    @property
    def order(self) -> tuple[date, int]:
        return (self.due_on or date.max, self.row.pk)


@dataclass(frozen=True)
class Section:
    """The entries of one phase, the first deadline first."""

    key: str
    label: Text
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Asked:
    """What the address asks for."""

    phase: str = ""
    guide: str = ""
    show: str = ""
    by_day: bool = False

    @property
    def is_narrow(self) -> bool:
        return bool(self.guide or self.show)


SHOWN: Final[Mapping[str, tuple[Text, Callable[[Entry], bool]]]] = {
    "wij": (_("Up to our school"), lambda one: one.is_ours),
    "laat": (_("Later than planned"), lambda one: one.is_late),
    "hulp": (_("Somebody looks at something"), lambda one: bool(one.helpers)),
}


class Board:
    """Built once for a request; each part is read when the template asks."""

    def __init__(self, school: Institution, asked: Asked, today: date) -> None:
        self.school = school
        self.asked = asked
        self.today = today

    @cached_property
    def months(self) -> tuple[date, ...]:
        """The first days of the year ahead."""
        first = self.today.replace(day=1)
        return tuple(plus_months(first, number) for number in range(MONTHS))

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many there are in each phase, filters aside."""
        found = dict.fromkeys(GROUPS, 0)
        rows = queries.trajectories_of(self.school).order_by()
        for status, number in rows.values_list("status").annotate(number=Count("pk")):
            found[GROUP_OF[status]] += number
        return found

    @property
    def total(self) -> int:
        """What runs."""
        return sum(number for key, number in self.counts.items() if key != ENDED)

    @property
    def is_empty(self) -> bool:
        return not any(self.counts.values())

    @cached_property
    def everything(self) -> list[Entry]:
        """What runs, or what ended where that is asked for."""
        ended = self.asked.phase == ENDED
        rows = queries.trajectories_of(self.school)
        rows = (
            rows.filter(status__in=queries.ENDED)
            if ended
            else rows.exclude(status__in=queries.ENDED)
        )
        tasks = HelpTask.objects.filter(done_on=None).select_related("owner")
        found = [self._entry(row) for row in rows.prefetch_related(Prefetch("help_tasks", tasks))]
        return sorted(found, key=lambda one: one.order)

    @cached_property
    def entries(self) -> list[Entry]:
        """What the filters leave, the first deadline first."""
        asked = self.asked
        wanted = SHOWN[asked.show][1] if asked.show in SHOWN else None
        return [
            one
            for one in self.everything
            if (asked.phase not in GROUPS or one.group == asked.phase)
            and (not asked.guide or str(one.row.guide_id or "") == asked.guide)
            and (wanted is None or wanted(one))
        ]

    @property
    def sections(self) -> list[Section]:
        """By phase, or all in one by day."""
        if self.asked.by_day:
            return [Section("", _("By next deadline"), tuple(self.entries))] if self.entries else []
        found = [
            Section(key, label, tuple(one for one in self.entries if one.group == key))
            for key, (label, _states) in GROUPS.items()
        ]
        return [one for one in found if one.entries]

    @property
    def guides(self) -> list[tuple[str, str]]:
        """Who guides one of these, by name."""
        found = {one.row.guide_id: str(one.row.guide) for one in self.everything if one.row.guide}
        return sorted(((str(key), name) for key, name in found.items()), key=lambda one: one[1])

    def _entry(self, row: Trajectory) -> Entry:
        runs = row.status not in care.RESTING
        open_rows = [one for one in care.open_milestones(row) if one.due_on] if runs else []
        asked = [one for one in open_rows if RULE_OF[Code(one.code)].track != Track.IF_NEEDED]
        first = min(asked, key=lambda one: (one.due_on, one.order), default=None)
        provider = row.course_start.course.provider if row.course_start else ""
        return Entry(
            row=row,
            group=GROUP_OF[row.status],
            next=words.milestone_name(first.code, SCHOOL) if first else "",
            who=words.owner_name(first.owner, SCHOOL, provider) if first else "",
            due_on=first.due_on if first else None,
            is_late=bool(first and first.due_on and first.due_on < self.today),
            is_ours=bool(first and first.owner != ItemOwner.PROFESSIONAL),
            helpers=tuple(sorted({str(one.owner) for one in row.help_tasks.all() if one.owner})),
            months=self._marks(row, [(one.due_on, one.code) for one in open_rows if one.due_on]),
        )

    def _marks(self, row: Trajectory, due: list[tuple[date, str]]) -> tuple[Mark, ...]:
        names: dict[date, list[str]] = {}
        for day, code in due:
            names.setdefault(day.replace(day=1), []).append(words.milestone_name(code, SCHOOL))
        ends: dict[date, list[str]] = {}
        if row.appointed_on and row.status not in queries.ENDED:
            clocks = ((row.term_ends_on, _("Legal term ends")), (row.certificate_by, _("PDG due")))
            for last, label in clocks:
                if last:
                    ends.setdefault(last.replace(day=1), []).append(str(label))
        return tuple(
            Mark(first, tuple(names.get(first, ())), tuple(ends.get(first, ())))
            for first in self.months
        )
