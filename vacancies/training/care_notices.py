"""What is told in between: questions to answer, days that come near, and something that slips."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.enums import Category
from accounts.models import User
from accounts.notifications.actions import NoticeRow, notify_many
from accounts.notifications.registry import Noted, NoticeItem, NoticeKind
from vacancies.lifecycles import Side
from vacancies.models import CheckIn, HelpTask, Trajectory
from vacancies.routes.book import rule_book
from vacancies.routes.words.voice import Voice, day_of, in_running_text, weeks
from vacancies.training import care, check_in_days, queries, words
from vacancies.training.check_in_days import State
from vacancies.training.notices import TARGET, OfTrajectory
from vacancies.training.reminders import Reminder, What

TELL: Final = (State.OPEN, State.LATE)


class OfCare(OfTrajectory):
    """As every notice of a trajectory, with its check-ins and tasks at hand."""

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        rows = care.with_care(queries.by_pk(one.facts["trajectory"] for one in notices))
        found = {row.pk: row for row in rows}
        told = [(one, found.get(one.facts["trajectory"])) for one in notices]
        return [item for one, row in told if row and (item := self.item(one, row))]


class CheckInAsked(OfCare):
    """Three questions wait for an answer."""

    key = "check_in"

    def item(self, notice: Noted, row: Trajectory) -> NoticeItem | None:
        one = _check_in(row, notice)
        if one is None or one.run != row.run or row.status not in care.IN_TRAINING:
            return None
        asked = care.asked_of([one])[0]
        if check_in_days.state_of(asked, timezone.localdate(), rule_book()) not in TELL:
            return None
        return NoticeItem(
            notice_id=notice.pk,
            title=_("Week %(n)d: how is it going?") % {"n": one.week},
            url=check_in_url(row, one.week, self.voice),
            lines=(
                self.where(row),
                _("Three questions, a minute. Both sides answer before they read each other."),
            ),
            action=_("Answer"),
        )


class CheckInAskedAtSchool(CheckInAsked):
    key = "check_in_school"
    category = Category.VACANCY
    voice = Voice.SCHOOL


class CheckInAnswered(OfCare):
    """Both answered: now each can read what the other said."""

    key = "check_in_read"

    def item(self, notice: Noted, row: Trajectory) -> NoticeItem | None:
        one = _check_in(row, notice)
        if one is None or not one.answered_at:
            return None
        return NoticeItem(
            notice_id=notice.pk,
            title=_("Week %(n)d: both of you answered") % {"n": one.week},
            url=self.url(row) + "#week-voor-week",
            lines=(self.where(row),),
            action=_("Read both answers"),
        )


class CheckInAnsweredAtSchool(CheckInAnswered):
    key = "check_in_read_school"
    category = Category.VACANCY
    voice = Voice.SCHOOL


class HelpAsked(OfCare):
    """Something slips, and you are the one who looks at it. The trainee reads the same."""

    key = "help_asked"
    category = Category.VACANCY
    voice = Voice.SCHOOL

    def item(self, notice: Noted, row: Trajectory) -> NoticeItem | None:
        task = next((one for one in row.help_tasks.all() if one.pk == notice.facts["task"]), None)
        if task is None or task.done_on:
            return None
        return NoticeItem(
            notice_id=notice.pk,
            title=_("Can you help for a moment?"),
            url=self.url(row) + "#hulp",
            lines=(
                self.where(row),
                words.slips(task.signal, self.voice, agreed_hours=row.coach_hours_week),
            ),
            action=_("See what it is about"),
        )


class Reminded(OfCare):
    """A last day comes near."""

    key = "trajectory_reminder"

    def item(self, notice: Noted, row: Trajectory) -> NoticeItem | None:
        if row.status in care.RESTING or not self.is_true(notice, row):
            return None
        due_on = date.fromisoformat(notice.facts["due"])
        return NoticeItem(
            notice_id=notice.pk,
            title=self.title(notice),
            url=self.url(row),
            lines=(self.where(row), self.last_day(notice, row, due_on)),
            action=_("See the timeline"),
            rank=-due_on.toordinal(),
        )

    def is_true(self, notice: Noted, row: Trajectory) -> bool:
        """The same last day still stands, and is still to be met."""
        told = (notice.facts["what"], notice.facts["code"], notice.facts["due"])
        return any(
            (one.what, one.code, one.due_on.isoformat()) == told for one in care.deadlines_of(row)
        )

    def title(self, notice: Noted) -> str:
        what, number = notice.facts["what"], notice.facts["number"]
        if what == What.MILESTONE:
            name = in_running_text(words.milestone_name(notice.facts["code"], self.voice))
            return _("Within %(time)s: %(what)s") % {"time": weeks(number), "what": name}
        time = ngettext("%(n)d month", "%(n)d months", number) % {"n": number}
        if what == What.TERM:
            return _("The legal term ends within %(time)s") % {"time": time}
        return _("The agreement on the PDG ends within %(time)s") % {"time": time}

    def last_day(self, notice: Noted, row: Trajectory, due_on: date) -> str:
        if notice.facts["what"] != What.MILESTONE:
            text = _("Last day: %(day)s. Is more time needed? Say it early.")
            return text % {"day": day_of(due_on)}
        code = notice.facts["code"]
        owner = next(one.owner for one in row.milestones.all() if one.code == code)
        provider = row.course_start.course.provider if row.course_start else ""
        return _("Before %(day)s. Up to: %(who)s.") % {
            "day": day_of(due_on),
            "who": in_running_text(words.owner_name(owner, self.voice, provider)),
        }


class RemindedAtSchool(Reminded):
    key = "trajectory_reminder_school"
    category = Category.VACANCY
    voice = Voice.SCHOOL


KINDS: tuple[NoticeKind, ...] = (
    CheckInAsked(),
    CheckInAskedAtSchool(),
    CheckInAnswered(),
    CheckInAnsweredAtSchool(),
    HelpAsked(),
    Reminded(),
    RemindedAtSchool(),
)


@dataclass(frozen=True)
class Told:
    """One reminder of a trajectory to one reader."""

    row: Trajectory
    reminder: Reminder
    side: Side
    user: User


def check_ins_asked(row: Trajectory, today: date) -> None:
    """Tell each side of questions that can be answered now, each reader once."""
    for one in care.check_ins_of(row):
        asked = care.asked_of([one])[0]
        if check_in_days.state_of(asked, today, rule_book()) in TELL:
            kind = _kind(one.side, CheckInAsked, CheckInAskedAtSchool)
            _tell(kind, row, f"{one.pk}:{one.due_on:%Y%m%d}", {"check_in": one.pk}, one.side)


def answered(row: Trajectory, one: CheckIn) -> None:
    """Once both answered: tell the side that waited for it."""
    others = [
        other
        for other in care.check_ins_of(row)
        if other.week == one.week and other.side != one.side and other.answered_at
    ]
    for other in others:
        kind = _kind(other.side, CheckInAnswered, CheckInAnsweredAtSchool)
        _tell(kind, row, str(other.pk), {"check_in": other.pk}, other.side)


def help_asked(row: Trajectory, task: HelpTask) -> None:
    """Tell the one whose name stands on it."""
    if task.owner:
        key, facts = f"{row.pk}:{task.pk}:{task.owner.pk}", {"trajectory": row.pk, "task": task.pk}
        notify_many(HelpAsked.key, [_row(HelpAsked.key, row, key, facts, task.owner, Side.SCHOOL)])


def reminded(rows: Iterable[Told]) -> None:
    """Tell all of these, each reader once for each day and step."""
    by_kind: dict[str, list[NoticeRow]] = {}
    for one in rows:
        kind = _kind(one.side, Reminded, RemindedAtSchool)
        deadline = one.reminder.deadline
        facts = {
            "trajectory": one.row.pk,
            "what": str(deadline.what),
            "code": str(deadline.code),
            "due": deadline.due_on.isoformat(),
            "number": one.reminder.number,
        }
        key = f"{one.row.pk}:{one.reminder.key}:{one.user.pk}"
        by_kind.setdefault(kind, []).append(_row(kind, one.row, key, facts, one.user, one.side))
    for kind, told in by_kind.items():
        notify_many(kind, told)


def check_in_url(row: Trajectory, week: int, voice: Voice) -> str:
    name = "trajectory_check_in" if voice is Voice.SCHOOL else "my_check_in"
    return reverse(name, args=[row.public_id, week])


def _check_in(row: Trajectory, notice: Noted) -> CheckIn | None:
    key = notice.facts["check_in"]
    return next((one for one in row.check_ins.all() if one.pk == key), None)


def _kind(side: str, person: type[NoticeKind], school: type[NoticeKind]) -> str:
    return person.key if side == Side.PROFESSIONAL else school.key


def _tell(kind: str, row: Trajectory, key: str, facts: Mapping[str, object], side: str) -> None:
    to_person = side == Side.PROFESSIONAL
    readers = [row.professional.user] if to_person else queries.readers_at_school(row)
    told = dict(facts) | {"trajectory": row.pk}
    notify_many(
        kind, [_row(kind, row, f"{key}:{user.pk}", told, user, Side(side)) for user in readers]
    )


def _row(
    kind: str, row: Trajectory, key: str, facts: Mapping[str, object], user: User, side: Side
) -> NoticeRow:
    return NoticeRow(
        recipient_id=user.pk,
        dedupe=f"{kind}:{key}",
        target=TARGET.format(row.pk),
        facts=dict(facts),
        institution_id=row.institution_id if side == Side.SCHOOL else None,
    )
