"""Week by week beside each other, what was agreed and kept, and what slips: as both sides see it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from vacancies.lifecycles import Side
from vacancies.models import CheckIn, HelpTask, Trajectory
from vacancies.routes.book import rule_book
from vacancies.routes.words.voice import Voice, day_of, plain
from vacancies.training import care, check_in_days, queries, words
from vacancies.training.care_notices import check_in_url
from vacancies.training.check_in_days import SIDES, State

CELLS_AN_HOUR: Final = 2
MOST_CELLS: Final = 24
MAY_ANSWER: Final = (State.OPEN, State.LATE)


@dataclass(frozen=True)
class Said:
    """What one side answered; the rest is empty where it may not be read yet."""

    who: str
    state: str
    feeling: str = ""
    coaching: str = ""
    study: str = ""
    note: str = ""
    hours: Decimal | None = None


@dataclass(frozen=True)
class Week:
    """The questions of one week. `url`: where this reader answers them."""

    number: int
    due_on: date
    is_coming: bool
    is_shown: bool
    said: tuple[Said, ...]
    url: str

    @property
    def kept_hours(self) -> Decimal | None:
        """The lowest that either side tells, once both may be read."""
        told = [one.hours for one in self.said if one.hours is not None]
        return min(told) if told else None


@dataclass(frozen=True)
class Run:
    """What was answered in an earlier run, for who wants to read it again."""

    number: int
    weeks: list[Week]


@dataclass(frozen=True)
class Task:
    """A friendly task in words."""

    row: HelpTask
    text: str
    who: str
    is_done: bool


class Together:
    """Built once for a request; each part is read when the template asks."""

    def __init__(self, row: Trajectory, voice: Voice, on: date | None = None) -> None:
        self.row = care.of_row(row)
        self.voice = voice
        self.side = Side.SCHOOL if voice is Voice.SCHOOL else Side.PROFESSIONAL
        self.on = on or timezone.localdate()
        self.book = rule_book()

    @property
    def is_running(self) -> bool:
        return self.row.status not in queries.ENDED

    @cached_property
    def weeks(self) -> list[Week]:
        """Of the run that it is in."""
        return self._weeks(care.check_ins_of(self.row))

    @cached_property
    def earlier(self) -> list[Run]:
        """Runs before this one in which somebody answered, the latest first."""
        told = [one for one in self.row.check_ins.all() if one.run != self.row.run]
        numbers = sorted({one.run for one in told if one.answered_at}, reverse=True)
        return [
            Run(number, self._weeks([one for one in told if one.run == number]))
            for number in numbers
        ]

    @property
    def to_answer(self) -> Week | None:
        """The questions that wait for this reader, the latest."""
        return next((one for one in reversed(self.weeks) if one.url), None)

    @property
    def kept(self) -> list[Week]:
        """Weeks of which is known how much coaching there was."""
        return [one for one in self.weeks if one.kept_hours is not None]

    @property
    def agreed_hours(self) -> Decimal:
        return self.row.coach_hours_week

    @property
    def cells(self) -> int:
        return min(max(int(self.agreed_hours * CELLS_AN_HOUR), 1), MOST_CELLS)

    @property
    def agreed_line(self) -> str:
        if not self.agreed_hours:
            return _("No hours of coaching are agreed yet.")
        return _("Agreed: %(hours)s hours a week.") % {"hours": plain(self.agreed_hours)}

    @cached_property
    def tasks(self) -> list[Task]:
        """What slips and who looks at it, the open ones first; then what was done."""
        rows = sorted(self.row.help_tasks.all(), key=lambda one: (bool(one.done_on), -one.pk))
        return [
            Task(
                row=one,
                text=words.slips(one.signal, self.voice, agreed_hours=self.agreed_hours),
                who=str(one.owner) if one.owner else self.row.institution.name,
                is_done=one.done_on is not None,
            )
            for one in rows
        ]

    @property
    def open_tasks(self) -> list[Task]:
        return [one for one in self.tasks if not one.is_done] if self.is_running else []

    @property
    def done_tasks(self) -> list[Task]:
        """What somebody did; what went well by itself needs no line."""
        return [one for one in self.tasks if one.is_done and one.row.note]

    def _weeks(self, rows: list[CheckIn]) -> list[Week]:
        numbers = sorted({one.week for one in rows})
        return [
            self._week(number, [one for one in rows if one.week == number]) for number in numbers
        ]

    def _week(self, number: int, rows: list[CheckIn]) -> Week:
        asked = care.asked_of(rows)
        is_shown = self._is_over(rows[0]) or check_in_days.is_shown(asked, self.on, self.book)
        by_side = {one.side: one for one in rows}
        own = by_side.get(self.side)
        return Week(
            number=number,
            due_on=rows[0].due_on,
            is_coming=rows[0].due_on > self.on,
            is_shown=is_shown,
            said=tuple(
                self._said(side, one, is_shown=is_shown)
                for side in SIDES
                if (one := by_side.get(side))
            ),
            url=self._url(own),
        )

    def _url(self, own: CheckIn | None) -> str:
        if own is None or self._is_over(own) or not self.is_running:
            return ""
        if self._state(own) not in MAY_ANSWER:
            return ""
        return check_in_url(self.row, own.week, self.voice)

    def _said(self, side: Side, one: CheckIn, *, is_shown: bool) -> Said:
        who = self._who(side)
        is_own = side == self.side
        if one.answered_at is None or not (is_shown or is_own):
            return Said(who, self._state_text(one))
        hours = one.coached_hours
        return Said(
            who=who,
            state=self._state_text(one),
            feeling=words.feeling_text(one.feeling) if one.feeling else "",
            coaching=_("%(hours)s hours a week") % {"hours": plain(hours)}
            if hours is not None
            else "",
            study=_study(one.study_day_kept),
            note=one.note,
            hours=hours if is_shown else None,
        )

    def _who(self, side: Side) -> str:
        if side == Side.SCHOOL:
            return _("Your school") if self.voice is Voice.SCHOOL else _("The school")
        return str(self.row.professional) if self.voice is Voice.SCHOOL else _("You")

    def _is_over(self, one: CheckIn) -> bool:
        """Of an earlier run: nobody answers it any more."""
        return one.run != self.row.run

    def _state(self, one: CheckIn) -> State:
        return check_in_days.state_of(care.asked_of([one])[0], self.on, self.book)

    def _state_text(self, one: CheckIn) -> str:
        if one.answered_at:
            day = timezone.localdate(one.answered_at)
            until = check_in_days.waited_until(one.due_on, self.book)
            text = _("Answered later, on %(day)s") if day > until else _("Answered on %(day)s")
            return text % {"day": day_of(day)}
        if self._is_over(one) or self._state(one) is State.CLOSED:
            return _("Not answered")
        return _("Not answered yet")


def _study(is_kept: bool | None) -> str:
    if is_kept is None:
        return ""
    return _("The study day was kept") if is_kept else _("The study day was not kept")
