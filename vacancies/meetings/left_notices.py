"""What is told of appointments of somebody whose account goes; never who it was.

With a professional go all appointments, so a notice to the school holds itself what it tells: when,
what for, and by which identifier calendars know it.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.enums import Category
from accounts.models import User
from accounts.notifications.actions import NoticeRow, notify_many
from accounts.notifications.registry import Noted, NoticeItem, NoticeKind
from vacancies.enums import MeetingStatus
from vacancies.lifecycles import Side
from vacancies.meetings import ical, queries, words
from vacancies.meetings.notices import StepKind, people
from vacancies.meetings.told import Told
from vacancies.models import Application, Meeting, MeetingStep, Vacancy


class PersonLeft(NoticeKind):
    """To the school: the professional is no longer here, so nobody comes."""

    key = "meeting_person_left"
    category = Category.ANSWER
    weight = 5

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        vacancies = Vacancy.objects.in_bulk({notice.facts["vacancy"] for notice in notices})
        users = queries.users_by_key({notice.recipient_id for notice in notices})
        return [
            _item(notice, vacancies[notice.facts["vacancy"]], users[notice.recipient_id])
            for notice in notices
            if notice.facts["vacancy"] in vacancies
        ]


class TakenOver(StepKind):
    """To the other colleagues: who agreed on it is no longer here, the appointment stands."""

    key = "meeting_taken_over"

    def is_true(self, told: Told) -> bool:
        return super().is_true(told) and told.meeting.status == MeetingStatus.AGREED

    def item(self, told: Told) -> NoticeItem:
        return NoticeItem(
            notice_id=told.notice.pk,
            title=_("Who receives the guest? %(when)s") % {"when": told.was},
            url=told.url,
            lines=(
                told.about,
                *told.place,
                _(
                    "The colleague who agreed on this has left. It goes on, so somebody is expected."
                ),
                _("Be there yourself, or move it or cancel it in time."),
            ),
            action=_("View the appointment"),
            rank=1950,
            calendar=ical.asked(told.step, told.reader, told.to),
        )


KINDS: Final[tuple[NoticeKind, ...]] = (PersonLeft(), TakenOver())


def person_left(meeting: Meeting) -> None:
    """Before the professional goes, and the meeting with them."""
    assert meeting.starts_at is not None
    assert meeting.ends_at is not None
    vacancy = meeting.application.vacancy
    facts = {
        "vacancy": vacancy.pk,
        "uid": str(meeting.public_id),
        "kind": meeting.kind,
        "sequence": meeting.sequence + 1,
        "starts": int(meeting.starts_at.timestamp()),
        "ends": int(meeting.ends_at.timestamp()),
    }
    _tell(PersonLeft.key, meeting, people(meeting, Side.SCHOOL), facts)


def taken_over(meeting: Meeting, colleagues: Iterable[int]) -> None:
    step = meeting.steps.filter(sequence=meeting.sequence).get()
    _tell(TakenOver.key, meeting, colleagues, {"step": step.pk, "is_school": 1})


def _tell(kind: str, meeting: Meeting, readers: Iterable[int], facts: dict[str, object]) -> None:
    notify_many(kind, _rows(kind, meeting, readers, facts))


def _rows(
    kind: str, meeting: Meeting, readers: Iterable[int], facts: dict[str, object]
) -> Iterator[NoticeRow]:
    for reader in readers:
        yield NoticeRow(
            recipient_id=reader,
            dedupe=f"{kind}:{meeting.pk}:{meeting.sequence}:{reader}",
            target=f"meeting:{meeting.pk}",
            facts=facts,
            institution_id=meeting.application.vacancy.institution_id,
        )


def _item(notice: Noted, vacancy: Vacancy, to: User) -> NoticeItem:
    step = _step_of(notice, vacancy)
    assert step.starts_at is not None
    assert step.ends_at is not None
    kind = {"kind": words.kind(step.meeting), "title": vacancy.title}
    return NoticeItem(
        notice_id=notice.pk,
        title=_("Does not go on: %(when)s") % {"when": words.when(step.starts_at, step.ends_at)},
        url=reverse("applications"),
        lines=(
            _("%(kind)s, for “%(title)s”.") % kind,
            _("The professional ended the account, so nobody comes."),
        ),
        action=_("View who said yes"),
        calendar=ical.called_off(step, Side.SCHOOL, to),
    )


def _step_of(notice: Noted, vacancy: Vacancy) -> MeetingStep:
    """The last step as it would have been, of the meeting that is no more; not to be kept."""
    facts = notice.facts
    meeting = Meeting(
        public_id=UUID(facts["uid"]), kind=facts["kind"], application=Application(vacancy=vacancy)
    )
    return MeetingStep(
        meeting=meeting,
        sequence=facts["sequence"],
        starts_at=datetime.fromtimestamp(facts["starts"], UTC),
        ends_at=datetime.fromtimestamp(facts["ends"], UTC),
        at=notice.created_at,
    )
