"""What meetings add to both pages of an application, its timeline, and the lists of both sides."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from django.http import HttpRequest
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Professional
from vacancies.applications.hooks import Entry, Panel, Todo
from vacancies.applications.queries import STANDING
from vacancies.enums import ApplicationStatus, MeetingStatus, StepSide
from vacancies.lifecycles import Side
from vacancies.meetings import queries, words
from vacancies.meetings.page import Seen
from vacancies.models import Application, Meeting

ORDER: Final = 20
CHOOSE, WAS, COMES, WAITS = 12, 18, 41, 42
NEW_NAMES: Final = {Side.PROFESSIONAL: "my_meeting_new", Side.SCHOOL: "meeting_new"}


def panel(application: Application, side: Side, request: HttpRequest) -> Panel | None:
    """What is proposed, agreed and was held, and the way to propose something."""
    goes_on = application.status in STANDING
    seen = [Seen(row, side) for row in queries.of_application(application)]
    shown = [one for one in seen if one.is_proposed or one.is_agreed or one.is_over]
    may_propose = goes_on and not any(one.is_proposed for one in seen)
    if not shown and not may_propose:
        return None
    context = {
        "shown": sorted(shown, key=_rank),
        "may_propose": may_propose,
        "new_url": reverse(NEW_NAMES[side], args=[application.public_id]),
        "is_school": side is Side.SCHOOL,
        "is_first": not seen,
    }
    return Panel(ORDER, "vacancies/meetings/_panel.html", context)


def entries(application: Application, side: Side) -> Iterator[Entry]:
    """Every step, and that it was held."""
    for meeting in queries.of_application(application):
        meeting.application = application
        for step in meeting.steps.all():
            step.meeting = meeting
            yield Entry(step.at, Side(StepSide(step.side)), words.step(step, side))
        if Seen(meeting, side).is_over and meeting.ends_at:
            text = _("This was: %(kind)s.") % {"kind": words.kind(meeting).lower()}
            yield Entry(meeting.ends_at, Side.CLOCK, text, is_quiet=True)


def to_do(applications: list[Application]) -> dict[int, Todo]:
    """A time to choose, an appointment that comes, a time that was: in one query. The newest
    meeting of an application decides."""
    by_key = {row.pk: row for row in applications if row.status in STANDING}
    found: dict[int, Todo] = {}
    for meeting in queries.standing_of_many(list(by_key.values())):
        application = by_key.get(meeting.application_id)
        if application and (todo := _todo(meeting, application)):
            found[application.pk] = todo
    return found


def own_to_do(professional: Professional) -> Iterator[Todo]:
    """Times that a school proposed; in two queries."""
    for row in queries.proposed(queries.of_professional(professional)):
        seen = Seen(row, Side.PROFESSIONAL)
        if not seen.is_mine:
            text = _("Choose a time") if seen.may_choose else _("Propose other times")
            yield Todo(CHOOSE, text, seen.url, about=f"{seen.title}, {seen.other}")


def _rank(one: Seen) -> tuple[bool, bool]:
    return (one.is_over, one.is_agreed)


def _todo(row: Meeting, application: Application) -> Todo | None:
    url = reverse_lazy("meeting", args=[row.public_id])
    if row.status == MeetingStatus.PROPOSED:
        if row.proposed_by == StepSide.PROFESSIONAL:
            return Todo(CHOOSE, _("Choose a time"), url)
        return Todo(WAITS, _("Times proposed, nothing chosen yet"), url, is_ours=False)
    if row.starts_at is None or row.ends_at is None:
        return None
    on = timezone.localdate(row.starts_at)
    if row.ends_at > timezone.now():
        return Todo(COMES, words.kind(row), url, on, is_ours=False)
    if application.status in (ApplicationStatus.TALKING, ApplicationStatus.TRIAL):
        page = reverse_lazy("application", args=[application.public_id])
        return Todo(WAS, _("Tell how it goes on"), page, on + timedelta(days=1))
    return None
