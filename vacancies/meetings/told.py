"""A step of a meeting as a notice tells it to one reader."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.notifications.registry import Noted
from vacancies.enums import ApplicationStatus, MeetingStatus
from vacancies.lifecycles import Side
from vacancies.meetings import ical, words
from vacancies.models import Meeting, MeetingStep

PRO, SCHOOL = Side.PROFESSIONAL, Side.SCHOOL


@dataclass(frozen=True)
class Told:
    """A step as one reader hears of it."""

    notice: Noted
    step: MeetingStep
    to: User

    @property
    def meeting(self) -> Meeting:
        return self.step.meeting

    @property
    def reader(self) -> Side:
        return SCHOOL if self.notice.facts["is_school"] else PRO

    @property
    def is_own(self) -> bool:
        """Whether the reader's side took the step."""
        return self.step.side == self.reader

    @property
    def is_latest(self) -> bool:
        return self.step.sequence == self.meeting.sequence

    @property
    def was(self) -> str:
        """The time of the step."""
        assert self.step.starts_at is not None
        assert self.step.ends_at is not None
        return words.when(self.step.starts_at, self.step.ends_at)

    @property
    def names(self) -> dict[str, str]:
        vacancy = self.meeting.application.vacancy
        return {
            "kind": words.kind(self.meeting),
            "title": vacancy.title,
            "school": vacancy.institution.name,
        }

    @property
    def about(self) -> str:
        """What it is, with whom or for which work."""
        form = _("%(kind)s, %(school)s.") if self.reader == PRO else _("%(kind)s, for “%(title)s”.")
        return form % self.names

    @property
    def reason(self) -> tuple[str, ...]:
        """Why, for the professional; what a professional wrote stands on the page only."""
        told = self.step.reason if self.reader == PRO and not self.is_own else ""
        return (f"“{told}”",) if told else ()

    @property
    def choices(self) -> tuple[str, ...]:
        """The times to choose from, while they wait for the reader."""
        waits = self.meeting.status == MeetingStatus.PROPOSED and self.is_latest
        if self.is_own or not waits:
            return ()
        return tuple(f"▢ {words.option(row)}" for row in self.meeting.options.all())

    @property
    def url(self) -> str:
        return page_of(self.meeting, self.reader)

    @property
    def place(self) -> tuple[str, ...]:
        place = words.place(self.meeting)
        return (place,) if place else ()


def page_of(meeting: Meeting, reader: Side) -> str:
    """Where the reader sees it; what was taken back, a school sees no more."""
    if reader == SCHOOL and meeting.application.status == ApplicationStatus.WITHDRAWN:
        return reverse("applications")
    return reverse(ical.PAGES[reader], args=[meeting.public_id])
