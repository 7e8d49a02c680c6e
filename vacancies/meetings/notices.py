"""What both sides are told about a meeting; never the name of the professional.

What was agreed, moved or cancelled goes to both, also to who did it: with the mail comes the file
that puts it in a calendar, or takes it out.
"""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.enums import Category
from accounts.notifications.actions import NoticeRow, notify_many
from accounts.notifications.registry import Noted, NoticeItem, NoticeKind
from accounts.organisations import queries as organisations
from vacancies.enums import MeetingStatus, StepSide
from vacancies.lifecycles import Side
from vacancies.meetings import ical, queries, words
from vacancies.meetings.told import Told, page_of
from vacancies.models import Meeting, MeetingStep

PRO, SCHOOL = Side.PROFESSIONAL, Side.SCHOOL
DAY: Final = timedelta(days=1)


class StepKind(NoticeKind):
    """About a step of a meeting."""

    category = Category.ANSWER
    weight = 5

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        steps = queries.steps_by_key(notice.facts["step"] for notice in notices)
        users = queries.users_by_key({notice.recipient_id for notice in notices})
        told = [
            Told(notice, steps[notice.facts["step"]], users[notice.recipient_id])
            for notice in notices
            if notice.facts["step"] in steps
        ]
        return [self.item(one) for one in told if self.is_true(one)]

    def is_true(self, told: Told) -> bool:
        """Whether it still stands as the step left it."""
        return told.is_latest

    @abstractmethod
    def item(self, told: Told) -> NoticeItem:
        """The words for this reader."""


class Proposed(StepKind):
    """To the other side: there are times to choose from."""

    key = "meeting_proposed"

    def item(self, told: Told) -> NoticeItem:
        if told.reader == PRO:
            title = _("%(school)s proposes a time") % told.names
        else:
            title = _("A time is proposed: %(title)s") % told.names
        return NoticeItem(
            notice_id=told.notice.pk,
            title=title,
            url=told.url,
            lines=(told.about, *told.choices, *told.place, *told.reason),
            action=_("Choose a time"),
            rank=1800,
        )


class Agreed(StepKind):
    """To both: the time, the place, and the file for the calendar."""

    key = "meeting_agreed"

    def item(self, told: Told) -> NoticeItem:
        return NoticeItem(
            notice_id=told.notice.pk,
            title=_("Agreed: %(when)s") % {"when": told.was},
            url=told.url,
            lines=(
                told.about,
                *told.place,
                _("Both of you confirmed. The file with this mail puts it in your calendar."),
            ),
            action=_("View the appointment"),
            rank=1900,
            calendar=ical.asked(told.step, told.reader, told.to),
        )


class Moved(StepKind):
    """To both: what was agreed falls away, and who chooses a new time."""

    key = "meeting_moved"

    def is_true(self, told: Told) -> bool:
        """Always: the old time must leave the calendar, whatever came after."""
        return True

    def item(self, told: Told) -> NoticeItem:
        if told.is_own:
            next_step = _("You asked to move it. The other side chooses a new time.")
        else:
            next_step = _("The other side asks to move it. Choose one of the new times.")
        return NoticeItem(
            notice_id=told.notice.pk,
            title=_("Falls away: %(when)s") % {"when": told.was},
            url=told.url,
            lines=(told.about, *told.reason, next_step, *told.choices),
            action=_("Look at the new times"),
            rank=1850,
            calendar=ical.called_off(told.step, told.reader, told.to),
        )


class Cancelled(StepKind):
    """To the other side, and to both when something was agreed: it does not go on."""

    key = "meeting_cancelled"

    def item(self, told: Told) -> NoticeItem:
        was_agreed = told.step.source == MeetingStatus.AGREED
        when = told.was if was_agreed else told.names["kind"]
        return NoticeItem(
            notice_id=told.notice.pk,
            title=_("Does not go on: %(when)s") % {"when": when},
            url=told.url,
            lines=(told.about, _who_cancelled(told), *told.reason),
            action=_("View the conversation"),
            calendar=ical.called_off(told.step, told.reader, told.to) if was_agreed else "",
        )


class Tomorrow(NoticeKind):
    """To both, the day before."""

    key = "meeting_tomorrow"
    category = Category.ANSWER
    weight = 5

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        rows = queries.agreed_by_key(notice.facts["meeting"] for notice in notices)
        now = timezone.now()
        return [
            _reminder(notice, row)
            for notice in notices
            if (row := rows.get(notice.facts["meeting"]))
            and row.sequence == notice.facts["sequence"]
            and row.starts_at
            and row.starts_at > now
        ]


KINDS: Final[tuple[NoticeKind, ...]] = (Proposed(), Agreed(), Moved(), Cancelled(), Tomorrow())


def proposed(step: MeetingStep) -> None:
    _tell(Proposed.key, step, [_other_than(step)])


def agreed(step: MeetingStep) -> None:
    _tell(Agreed.key, step, [PRO, SCHOOL])


def moved(step: MeetingStep) -> None:
    _tell(Moved.key, step, [PRO, SCHOOL])


def cancelled(step: MeetingStep) -> None:
    """A proposal that ends with its application needs no words of its own."""
    if step.source == MeetingStatus.AGREED:
        _tell(Cancelled.key, step, [PRO, SCHOOL])
    elif step.side != StepSide.CLOCK:
        _tell(Cancelled.key, step, [_other_than(step)])


def remind(meeting: Meeting) -> None:
    facts = {"meeting": meeting.pk, "sequence": meeting.sequence}
    key = f"{Tomorrow.key}:{meeting.pk}:{meeting.sequence}"
    notify_many(Tomorrow.key, _rows(meeting, [PRO, SCHOOL], key, facts))


def _tell(kind: str, step: MeetingStep, readers: Sequence[Side]) -> None:
    key = f"{kind}:{step.meeting_id}:{step.sequence}"
    notify_many(kind, _rows(step.meeting, readers, key, {"step": step.pk}))


def _rows(
    meeting: Meeting, readers: Sequence[Side], key: str, facts: dict[str, int]
) -> list[NoticeRow]:
    school = meeting.application.vacancy.institution_id
    return [
        NoticeRow(
            recipient_id=user_id,
            dedupe=f"{key}:{user_id}",
            target=f"meeting:{meeting.pk}",
            facts=facts | {"is_school": int(reader == SCHOOL)},
            institution_id=school if reader == SCHOOL else None,
        )
        for reader in readers
        for user_id in people(meeting, reader)
    ]


def people(meeting: Meeting, reader: Side) -> Iterable[int]:
    """The professional; of the school those who took part in this meeting, else all recruiters."""
    if reader == PRO:
        return [meeting.application.professional.user_id]
    team = organisations.recruiters(meeting.application.vacancy.institution)
    everybody = {user.pk for user in team}
    return sorted(everybody & queries.colleagues_in(meeting) or everybody)


def _other_than(step: MeetingStep) -> Side:
    return SCHOOL if step.side == StepSide.PROFESSIONAL else PRO


def _who_cancelled(told: Told) -> str:
    if told.step.side == StepSide.CLOCK:
        return _("The application ended, so nobody expects you any more.")
    if told.is_own:
        return _("You cancelled it. The other side is told.")
    return _("The other side cancelled it. You can propose another time.")


def _reminder(notice: Noted, row: Meeting) -> NoticeItem:
    assert row.starts_at is not None
    assert row.ends_at is not None
    reader = SCHOOL if notice.facts["is_school"] else PRO
    vacancy = row.application.vacancy
    days = timezone.localdate(row.starts_at) - timezone.localdate()
    form = _("Tomorrow: %(kind)s, %(clock)s") if days == DAY else _("%(kind)s, %(when)s")
    place = words.place(row)
    about = vacancy.institution.name if reader == PRO else vacancy.title
    return NoticeItem(
        notice_id=notice.pk,
        title=form
        % {
            "kind": words.kind(row).lower() if days == DAY else words.kind(row),
            "clock": words.clock(row.starts_at, row.ends_at),
            "when": words.when(row.starts_at, row.ends_at),
        },
        url=page_of(row, reader),
        lines=tuple(
            line
            for line in (
                f"{about}.",
                place,
                _("Something came up? Tell the other now: move it or cancel it."),
            )
            if line
        ),
        action=_("View the appointment"),
        rank=2000,
    )
