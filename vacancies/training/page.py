"""One trajectory as a page shows it, in the words of one of the two sides."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vacancies.enums import TrajectoryStatus as Status
from vacancies.lifecycles import Side
from vacancies.models import Milestone, Trajectory
from vacancies.routes.book import rule_book
from vacancies.routes.verdict import Warning as Caution
from vacancies.routes.words.voice import Voice, day_of, in_running_text, plain
from vacancies.routes.words.warnings import caution_words
from vacancies.training import planning, queries, standing, words
from vacancies.training.actions.marking import may_tick
from vacancies.training.milestones import RULE_OF, Code, Rule, Track
from vacancies.training.phases import PHASES, phase_of
from vacancies.training.picture import YearRow, months_between, picture
from vacancies.training.places import place_of
from vacancies.training.verbs import StepLink, steps_for

SOON: Final = timedelta(weeks=8)


@dataclass(frozen=True)
class Row:
    """A milestone in words. `url`: where it is shown or recorded, for who can do that."""

    milestone: Milestone
    rule: Rule
    name: str
    how: str
    who: str
    why: str
    document: str
    is_late: bool
    is_mine: bool
    may_tick: bool
    url: str

    @property
    def code(self) -> str:
        return self.milestone.code

    @property
    def mark(self) -> str:
        return "met" if self.milestone.done_on else "missing"


@dataclass(frozen=True)
class Event:
    """Something that happened, for the history."""

    on: date
    text: str
    reason: str = ""


class Page:
    """Built once for a request; each part is read when the template asks."""

    def __init__(self, row: Trajectory, voice: Voice, on: date | None = None) -> None:
        self.row = row
        self.voice = voice
        self.side = Side.SCHOOL if voice is Voice.SCHOOL else Side.PROFESSIONAL
        self.on = on or timezone.localdate()
        self.book = rule_book()
        self.facts = queries.facts_of(row, self.on)
        self.plan = planning.plan(self.facts, self.book)

    @property
    def is_running(self) -> bool:
        return self.row.status not in queries.ENDED

    @property
    def is_school(self) -> bool:
        return self.voice is Voice.SCHOOL

    @property
    def clocks_run(self) -> bool:
        return self.row.appointed_on is not None

    @cached_property
    def rows(self) -> list[Row]:
        return [self._row(one) for one in self.row.milestones.all()]

    @property
    def done(self) -> list[Row]:
        found = [one for one in self.rows if one.milestone.done_on]
        return sorted(found, key=lambda one: (one.milestone.done_on, one.milestone.order))

    @cached_property
    def now(self) -> list[Row]:
        """What this phase asks and is near, the first day first."""
        if not self.is_running or self.row.status == Status.PAUSED:
            return []
        open_rows = self._open()
        phase = phase_of(self.row.status)
        near = [
            one
            for one in open_rows
            if one.is_late
            or (
                PHASES.index(one.rule.phase) <= phase
                and one.rule.track != Track.IF_NEEDED
                and (one.milestone.due_on or date.max) <= self.on + SOON
            )
        ]
        return near or open_rows[:1]

    @property
    def later(self) -> list[Row]:
        if not self.is_running:
            return []
        return [one for one in self._open() if one not in self.now]

    @cached_property
    def next_row(self) -> Row | None:
        """What is mine now, else what waits for somebody else."""
        mine = [one for one in self.now if one.is_mine]
        return next(iter(mine or self.now), None)

    @property
    def headline(self) -> str:
        ended = _headline_of(self.row.status, self.voice)
        if ended:
            return ended
        if self.next_row is None:
            return _("Everything is done")
        what = in_running_text(self.next_row.name)
        if self.next_row.is_mine:
            return _("Up to you now: %(what)s") % {"what": what}
        return _("Up to %(who)s now: %(what)s") % {
            "who": in_running_text(self.next_row.who),
            "what": what,
        }

    @property
    def lead(self) -> str:
        return " ".join(part for part in (self.days_left_line, self.month_line) if part)

    @cached_property
    def years(self) -> tuple[YearRow, ...]:
        """The months of both clocks, by study year."""
        return picture(self.facts.starts_on, self.plan.clocks, self.on)

    @property
    def month_names(self) -> list[str]:
        """August to July, as short as the language has them."""
        return [format_date(one, "b") for one in self.years[0].first_days]

    @property
    def term_left(self) -> str:
        return _left_text((self.plan.clocks.term_ends_on - self.on).days)

    @property
    def agreement_left(self) -> str:
        return _left_text((self.plan.clocks.certificate_by - self.on).days)

    @property
    def first_line(self) -> str:
        """Which of the two clocks stops first."""
        clocks = self.plan.clocks
        if clocks.term_ends_on == clocks.certificate_by:
            return _("Both clocks stop on the same day. Reminders come before it.")
        number = 1 if clocks.term_ends_on < clocks.certificate_by else 2
        return _("Clock %(n)d stops first. So reminders come before %(day)s.") % {
            "n": number,
            "day": day_of(clocks.first),
        }

    @cached_property
    def conflicts(self) -> list[str]:
        """Days that cannot be met, each with the first one that could. What is only late on the way
        says so in its own row."""
        if not self.is_running:
            return []
        text = _("%(what)s: before %(due)s, and possible from %(earliest)s on at the earliest.")
        return [
            text
            % {
                "what": words.milestone_name(one.code, self.voice),
                "due": day_of(one.due_on),
                "earliest": day_of(one.earliest_on),
            }
            for one in self.plan.conflicts
            if not self.clocks_run or one.due_on >= self.on
        ]

    @cached_property
    def warnings(self) -> list[str]:
        """What the sector agrees and these hours do not give: worth a word, never a bar."""
        verdict = standing.verdict_of(queries.case_of(self.row, self.on), self.book)
        asked = (Caution.PDG_MIN_FTE, Caution.PDG_MIN_LESSONS)
        return [
            caution_words(one, voice=self.voice, book=self.book, on=self.on).text
            for one in verdict.warnings
            if one in asked
        ]

    @property
    def lessons_mask(self) -> int:
        return self.row.placement.day_parts_mask if self.row.placement else 0

    @property
    def coaching(self) -> str:
        if not self.row.coach:
            return ""
        return _("%(coach)s coaches, %(hours)s hours a week.") % {
            "coach": self.row.coach,
            "hours": plain(self.row.coach_hours_week),
        }

    @cached_property
    def steps(self) -> list[StepLink]:
        return steps_for(self.row, self.side, self.voice)

    @property
    def main_steps(self) -> list[StepLink]:
        return [one for one in self.steps if one.is_main]

    @property
    def side_steps(self) -> list[StepLink]:
        return [one for one in self.steps if not one.is_main]

    @cached_property
    def history(self) -> list[Event]:
        found = [
            Event(
                timezone.localdate(one.at),
                words.happened(one.verb, self.voice, is_undo=one.is_undo),
                words.stop_words(one.reason) if one.verb == "stop" else one.reason,
            )
            for one in queries.steps_of(self.row)
        ]
        moved = [
            Event(timezone.localdate(one.at), _("Days in the plan moved"), self._days(one.detail))
            for one in queries.replans_of(self.row)
        ]
        return sorted((*found, *moved), key=lambda one: one.on, reverse=True)

    def _days(self, detail: dict[str, list[str]]) -> str:
        pairs = (one.partition(":")[::2] for one in detail.get("days", []))
        return "; ".join(
            f"{words.milestone_name(code, self.voice)}: {day_of(date.fromisoformat(on))}"
            for code, on in pairs
        )

    def _open(self) -> list[Row]:
        found = [one for one in self.rows if not one.milestone.done_on]
        return sorted(
            found, key=lambda one: (one.milestone.due_on or date.max, one.milestone.order)
        )

    def _row(self, one: Milestone) -> Row:
        rule = RULE_OF[Code(one.code)]
        provider = self.row.course_start.course.provider if self.row.course_start else ""
        is_open = self.is_running and not one.done_on
        mine = may_tick(one.owner, self.side)
        return Row(
            milestone=one,
            rule=rule,
            name=words.milestone_name(one.code, self.voice, is_done=bool(one.done_on)),
            how=words.how_of(one.code, self.voice),
            who=words.owner_name(one.owner, self.voice, provider),
            why=self._why(one),
            document=words.document_of(one.code),
            is_late=bool(is_open and one.due_on and one.due_on < self.on),
            is_mine=one.owner == self.side,
            may_tick=self.is_running and mine and rule.is_by_hand,
            url=place_of(self.row, rule, self.side, self.steps) if is_open else "",
        )

    def _why(self, one: Milestone) -> str:
        if one.done_on:
            return ""
        return words.why(
            one.why,
            one.code,
            facts=self.facts,
            clocks=self.plan.clocks,
            book=self.book,
            voice=self.voice,
        )

    @property
    def days_left_line(self) -> str:
        due = self.next_row and self.next_row.milestone.due_on
        if not due or not self.is_running:
            return ""
        left = (due - self.on).days
        if left < 0:
            return _("It was due on %(day)s. Say early what is in the way.") % {"day": day_of(due)}
        text = ngettext("%(n)d day left, until %(day)s.", "%(n)d days left, until %(day)s.", left)
        return text % {"n": left, "day": day_of(due)}

    @property
    def month_line(self) -> str:
        """Month 8 of 24, of the clock that stops first."""
        begun = self.row.appointed_on
        if not begun or begun > self.on or not self.is_running:
            return ""
        total = months_between(begun, self.plan.clocks.first)
        at = min(months_between(begun, self.on), total)
        return _("This is month %(at)d of %(total)d.") % {"at": at, "total": total}


def _left_text(days: int) -> str:
    if days < 0:
        return _("that has passed")
    months = days // 30
    if months >= 2:
        return _("%(n)d months to go") % {"n": months}
    return ngettext("%(n)d day to go", "%(n)d days to go", days) % {"n": days}


def _headline_of(status: str, voice: Voice) -> str:
    """States in which nothing is up to anybody."""
    if status == Status.PDG_OBTAINED:
        return _("The PDG is there") if voice is Voice.SCHOOL else _("You have your PDG")
    if status == Status.STOPPED:
        return _("This way stopped. The door stays open.")
    return _("Paused. Take the time it takes.") if status == Status.PAUSED else ""
