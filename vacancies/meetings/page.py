"""One meeting as its reader sees it, on its own page and on that of its application."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from portal.kit.school_days import is_holiday
from vacancies.applications.queries import STANDING
from vacancies.enums import MeetingStatus, StepSide
from vacancies.lifecycles import Side
from vacancies.meetings import queries, words
from vacancies.models import Meeting, MeetingOption

ON_HOME = 3
NAMES = {
    Side.PROFESSIONAL: "my_meeting",
    Side.SCHOOL: "meeting",
}


@dataclass(frozen=True)
class Choice:
    """A time to choose; what has passed cannot be chosen, in a holiday the school may be closed."""

    option: MeetingOption
    text: str
    is_past: bool
    is_holiday: bool


@dataclass(frozen=True)
class Seen:
    """A meeting in the eyes of one side."""

    meeting: Meeting
    reader: Side

    @property
    def title(self) -> str:
        return words.kind(self.meeting)

    @property
    def about(self) -> str:
        """What the professional can expect of this kind of meeting, before it was."""
        to_come = self.is_proposed or self.is_agreed
        mine = self.reader == Side.PROFESSIONAL and to_come
        return str(words.KINDS[self.meeting.kind][1]) if mine else ""

    @property
    def other(self) -> str:
        return words.other(self.meeting, self.reader)

    @property
    def place(self) -> str:
        return words.place(self.meeting)

    @property
    def when(self) -> str:
        row = self.meeting
        return words.when(row.starts_at, row.ends_at) if row.starts_at and row.ends_at else ""

    @property
    def is_over(self) -> bool:
        """Agreed and in the past: held."""
        ends_at = self.meeting.ends_at
        agreed = self.meeting.status == MeetingStatus.AGREED
        return agreed and ends_at is not None and ends_at <= timezone.now()

    @property
    def is_agreed(self) -> bool:
        """Still to come, or going on."""
        return self.meeting.status == MeetingStatus.AGREED and not self.is_over

    @property
    def is_proposed(self) -> bool:
        return self.meeting.status == MeetingStatus.PROPOSED and self._goes_on

    @property
    def is_cancelled(self) -> bool:
        return self.meeting.status == MeetingStatus.CANCELLED

    @property
    def is_mine(self) -> bool:
        """Whether the reader's side proposed the times."""
        return self.meeting.proposed_by == self.reader

    @property
    def may_change(self) -> bool:
        """Whether it can be moved or cancelled: what began cannot."""
        starts_at = self.meeting.starts_at
        began = starts_at is not None and starts_at <= timezone.now()
        return self._goes_on and (self.is_proposed or (self.is_agreed and not began))

    @property
    def must_say_why(self) -> bool:
        return self.is_agreed

    @cached_property
    def choices(self) -> list[Choice]:
        return list(self._choices())

    @property
    def caution(self) -> str:
        """To the school, of times to come: is it open then?"""
        if self.reader != Side.SCHOOL or not self._is_in_holiday:
            return ""
        return _(
            "This is in a school holiday or on a public holiday. See that the building is open and"
            " that somebody is there, or propose another day."
        )

    @property
    def _is_in_holiday(self) -> bool:
        if self.is_proposed:
            return any(one.is_holiday and not one.is_past for one in self.choices)
        starts_at = self.meeting.starts_at
        return self.is_agreed and bool(starts_at and self._is_off(timezone.localdate(starts_at)))

    @property
    def may_choose(self) -> bool:
        mine = self.is_proposed and not self.is_mine
        return mine and any(not one.is_past for one in self.choices)

    @property
    def confirmed(self) -> tuple[str, ...]:
        return words.confirmed(self.meeting, self.reader)

    @property
    def state(self) -> str:
        """Where it stands, in one sentence."""
        if self.is_over:
            return _("This has been.")
        if self.is_agreed:
            return _("You have an appointment.")
        if self.is_cancelled:
            return self._cancelled()
        return self._proposed() % {"other": self.other}

    @property
    def url(self) -> str:
        return self._url("")

    @property
    def take_url(self) -> str:
        return self._url("_take")

    @property
    def other_url(self) -> str:
        return self._url("_other")

    @property
    def cancel_url(self) -> str:
        return self._url("_cancel")

    @property
    def file_url(self) -> str:
        return self._url("_file")

    @property
    def application_url(self) -> str:
        name = "my_application" if self.reader == Side.PROFESSIONAL else "application"
        return reverse(name, args=[self.meeting.application.public_id])

    @property
    def _goes_on(self) -> bool:
        return self.meeting.application.status in STANDING

    def _url(self, verb: str) -> str:
        return reverse(f"{NAMES[self.reader]}{verb}", args=[self.meeting.public_id])

    def _choices(self) -> Iterator[Choice]:
        now = timezone.now()
        for row in self.meeting.options.all():
            yield Choice(row, words.option(row), row.starts_at <= now, self._is_off(row.on))

    def _is_off(self, on: date) -> bool:
        return is_holiday(on, self.meeting.application.vacancy.institution.holiday_region)

    def _proposed(self) -> str:
        if not self.is_proposed:
            return _("The application ended before a time was chosen.")
        if self.is_mine:
            return _("%(other)s chooses one of these times, or proposes others.")
        if not self.may_choose:
            return _("The times that %(other)s proposed have passed. Propose others.")
        return _("%(other)s proposes these times. Choose the one that suits you.")

    def _cancelled(self) -> str:
        by = self.meeting.cancelled_by
        if by == StepSide.CLOCK:
            return _("The application ended, so this does not go on.")
        if by == self.reader:
            return _("You cancelled this.")
        return _("%(other)s cancelled this.") % {"other": self.other}


def upcoming_of(user: User) -> list[Seen]:
    """The first ones that come; what waits for a choice is told elsewhere."""
    side = queries.side_of(user)
    return [Seen(row, side) for row in queries.upcoming(queries.of_user(user))[:ON_HOME]]


def on_home_of(user: User) -> list[Seen]:
    """The first ones that wait for this person's choice, then those that come."""
    rows, side = queries.of_user(user), queries.side_of(user)
    to_choose = queries.proposed(rows).exclude(proposed_by=side)[:ON_HOME]
    return [Seen(row, side) for row in (*to_choose, *queries.upcoming(rows)[:ON_HOME])]
