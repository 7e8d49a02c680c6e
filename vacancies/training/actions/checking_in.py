"""The questions of the first weeks: asked of both sides, answered once by each."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.audit import actions as audit
from accounts.models import User
from vacancies.enums import StepSide
from vacancies.enums import TrajectoryStatus as Status
from vacancies.lifecycles import Side
from vacancies.models import CheckIn, Trajectory
from vacancies.routes.book import rule_book
from vacancies.routes.words.voice import day_of
from vacancies.training import care, care_notices, check_in_days, queries
from vacancies.training.actions import helping
from vacancies.training.actions.holding import held
from vacancies.training.check_in_days import SIDES, State
from vacancies.training.errors import RefusedError

LONGEST_NOTE: Final = 1000
FEELINGS: Final = range(1, 6)
MOST_HOURS: Final = 40


@dataclass(frozen=True)
class Answer:
    """How it goes from 1 to 5, the hours of coaching in fact, the study day, what would help.

    `study_day_kept`: None where no study day was agreed.
    """

    feeling: int
    coached_hours: Decimal
    study_day_kept: bool | None = None
    note: str = ""


def ask(row: Trajectory, today: date) -> None:
    """Make the check-ins of a held training, or give those that wait the day they have now.

    Twice is once. One whose weeks have passed before anybody asked is not made any more; what
    waits for an answer goes when the training turns out not to have begun.
    """
    begun = care.begun_on(row)
    if begun is None:
        if row.status not in queries.ENDED:
            row.check_ins.filter(run=row.run, answered_at=None).delete()
        return
    if row.status == Status.PAUSED:
        return
    book = rule_book()
    days = check_in_days.due_days(
        begun, queries.pauses_of(row, today), check_in_days.weeks_of(book, begun)
    )
    there = {(one.week, one.side): one for one in care.check_ins_of(row)}
    for week, day in days.items():
        for side in SIDES:
            one = there.get((week, side))
            if one is None and check_in_days.last_day(day, book) >= today:
                CheckIn.objects.create(
                    trajectory=row, run=row.run, week=week, side=StepSide(side), due_on=day
                )
            elif one is not None and one.answered_at is None and one.due_on != day:
                one.due_on = day
                one.save(update_fields=["due_on"])


@transaction.atomic
def answer_check_in(
    trajectory: Trajectory,
    week: int,
    answer: Answer,
    *,
    side: Side,
    by: User,
    on: date | None = None,
) -> CheckIn:
    """Keep the answer of one side, given today or `on` a day before it; what was said stands.

    Raises RefusedError when it was answered, is not asked yet or not any more, or a number cannot
    be right; LookupError for a week in which nothing is asked; PermissionDenied to a stranger.
    """
    row = care.of_row(held(trajectory, side=side, by=by))
    today = on or timezone.localdate()
    asked = care.check_ins_of(row)
    one = next((one for one in asked if (one.week, one.side) == (week, side)), None)
    if one is None:
        raise LookupError(week)
    _require_open(row, one, today)
    _require_right(answer)
    one.feeling, one.coached_hours = answer.feeling, answer.coached_hours
    one.study_day_kept = answer.study_day_kept if row.study_day_mask else None
    one.note = answer.note.strip()
    one.answered_at, one.answered_by = timezone.now(), by
    one.save()
    audit.record(
        "trajectory.check_in_answered", row, by=by, detail={"week": week, "side": str(side)}
    )
    care_notices.answered(row, one)
    helping.follow(care.of_row(row), today)
    return one


def _require_open(row: Trajectory, one: CheckIn, today: date) -> None:
    if row.status in queries.ENDED:
        raise RefusedError(_("This trajectory has ended."))
    book = rule_book()
    asked = care.asked_of([one])[0]
    match check_in_days.state_of(asked, today, book):
        case State.ANSWERED:
            day = day_of(timezone.localdate(one.answered_at))
            raise RefusedError(
                _("These questions were answered on %(day)s. What was said stands.") % {"day": day}
            )
        case State.COMING:
            day = day_of(one.due_on)
            raise RefusedError(_("These questions are asked from %(day)s on.") % {"day": day})
        case State.CLOSED:
            day = day_of(check_in_days.last_day(one.due_on, book))
            raise RefusedError(
                _("These questions closed on %(day)s. Write to each other about how it goes now.")
                % {"day": day}
            )


def _require_right(answer: Answer) -> None:
    if answer.feeling not in FEELINGS:
        raise RefusedError(_("Choose from 1 to 5."), "feeling")
    if not 0 <= answer.coached_hours <= MOST_HOURS:
        raise RefusedError(_("Fill in the hours a week, 40 at most."), "coached_hours")
    if len(answer.note) > LONGEST_NOTE:
        raise RefusedError(_("Write at most 1000 characters."), "note")
