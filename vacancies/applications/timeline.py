"""One timeline of an application: steps, messages, and what features above add; oldest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from vacancies.applications import hooks
from vacancies.applications.words import step_text
from vacancies.enums import StepSide
from vacancies.lifecycles import Side
from vacancies.models import Application, Message


@dataclass(frozen=True)
class Moment:
    """Something that happened; `reason` goes with a step that was taken back or written later."""

    at: datetime
    text: str
    is_quiet: bool = False
    reason: str = ""


@dataclass(frozen=True)
class Said:
    """What one of the two wrote; `who` in the words of the reader."""

    at: datetime
    who: str
    text: str
    is_mine: bool
    message: Message | None = None

    @property
    def is_read(self) -> bool:
        """Whether the other side had my words on screen."""
        return self.is_mine and self.message is not None and self.message.read_at is not None


def timeline_of(application: Application, reader: Side) -> list[Moment | Said]:
    """All that happened, in a constant number of queries, in the words of this reader."""
    steps = list(_steps(application, reader))
    found: list[Moment | Said] = [
        *steps,
        *_seen(application, reader),
        *_first_words(application, reader, steps),
        *_messages(application, reader),
    ]
    found += [
        Moment(entry.at, entry.text, is_quiet=entry.is_quiet)
        for entry in hooks.entries.of(application, reader)
    ]
    return sorted(found, key=lambda one: one.at)


def _steps(application: Application, reader: Side) -> Iterator[Moment]:
    for step in application.steps.all():
        step.application = application
        yield Moment(step.at, step_text(step, reader), reason=step.reason)


def _seen(application: Application, reader: Side) -> Iterator[Moment]:
    if application.seen_at and reader == Side.PROFESSIONAL:
        yield Moment(application.seen_at, _("The school opened it."), is_quiet=True)


def _first_words(application: Application, reader: Side, steps: Sequence[Moment]) -> Iterator[Said]:
    """What went along with the yes."""
    if application.message:
        mine = reader == Side.PROFESSIONAL
        who = _("You") if mine else str(application.professional)
        at = steps[0].at if steps else application.created_at
        yield Said(at, who, application.message, mine)


def _messages(application: Application, reader: Side) -> Iterator[Said]:
    for row in application.messages.select_related("by"):
        mine = row.side == reader
        yield Said(row.at, _who(application, row, reader), row.text, mine, row)


def _who(application: Application, row: Message, reader: Side) -> str:
    if row.side == StepSide.PROFESSIONAL:
        return _("You") if reader == Side.PROFESSIONAL else str(application.professional)
    school = application.vacancy.institution.name
    if row.by is None or not row.by.name:
        return school
    return row.by.name if reader == Side.SCHOOL else f"{row.by.name}, {school}"
