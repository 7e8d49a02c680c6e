"""Three questions to both sides in the first weeks: asked, answered once, read together."""

from datetime import datetime, time, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from accounts.models import AuditEvent, Notice
from tests.vacancies.training.conftest import PERSON, SCHOOL, TODAY, now
from vacancies.enums import StopReason
from vacancies.models import CheckIn, HelpTask
from vacancies.routes.words.voice import Voice
from vacancies.training import actions
from vacancies.training.actions import Agreements, Answer
from vacancies.training.errors import RefusedError
from vacancies.training.together import Together

GOOD = Answer(feeling=4, coached_hours=Decimal(2), study_day_kept=True, note="Meer lesbezoek.")
POOR = Answer(feeling=2, coached_hours=Decimal("0.5"), study_day_kept=False)


@pytest.fixture
def agreed(training, bram):
    """Two hours of coaching and Friday for study; Bram guides."""
    values = Agreements(
        starts_on=training.starts_on,
        guide=bram,
        coach="Marieke",
        coach_hours_week=Decimal(2),
        study_day_mask=1 << 12,
    )
    return actions.agree(now(training), values, by=bram, seen=training.version)


@pytest.fixture
def asked(agreed):
    """Week 2 is asked today."""
    later(agreed, 0)
    return agreed


def later(row, days: int) -> None:
    """The training began so long ago that week 2 was asked so many days ago."""
    begun = TODAY - timedelta(weeks=2, days=days)
    at = timezone.make_aware(datetime.combine(begun, time(12)))
    row.steps.filter(verb="begin_training").update(at=at)
    for one in row.check_ins.all():
        one.due_on = begun + timedelta(weeks=one.week)
        one.save()


def answer(row, side, by, said=GOOD, week=2):
    return actions.answer_check_in(row, week, said, side=side, by=by)


def test_both_sides_are_asked_when_the_training_begins(training):
    found = {(one.week, one.side, one.due_on) for one in training.check_ins.all()}

    assert found == {
        (week, side, TODAY + timedelta(weeks=week))
        for week in (2, 6, 12)
        for side in ("professional", "school")
    }


def test_making_them_twice_is_once(training):
    actions.care_for_all()
    actions.care_for_all()

    assert training.check_ins.count() == 6


def test_an_answer_is_kept_once(asked, esra, bram, colleague):
    answer(asked, SCHOOL, bram)

    with pytest.raises(RefusedError, match="stands"):
        answer(asked, SCHOOL, colleague, POOR)

    kept = asked.check_ins.get(week=2, side="school")
    assert (kept.feeling, kept.coached_hours, kept.note) == (4, 2, "Meer lesbezoek.")
    assert kept.answered_by == bram
    assert AuditEvent.objects.filter(verb="trajectory.check_in_answered").count() == 1


def test_strangers_answer_nothing(asked, esra, bram, carla, anna, viewer):
    for side, user in [
        (SCHOOL, carla),
        (SCHOOL, viewer),
        (SCHOOL, esra.user),
        (PERSON, anna.user),
        (PERSON, bram),
    ]:
        with pytest.raises(PermissionDenied):
            answer(asked, side, user)
    assert not CheckIn.objects.exclude(answered_at=None).exists()


@pytest.mark.parametrize(("days", "open_"), [(-1, False), (0, True), (20, True), (29, False)])
def test_it_opens_and_closes(asked, esra, days, open_):
    later(asked, days)

    if open_:
        assert answer(asked, PERSON, esra.user).answered_at
    else:
        with pytest.raises(RefusedError):
            answer(asked, PERSON, esra.user)


def test_a_week_that_is_not_asked_is_not_there(asked, esra):
    with pytest.raises(LookupError):
        answer(asked, PERSON, esra.user, week=3)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        (Answer(feeling=0, coached_hours=Decimal(1)), "feeling"),
        (Answer(feeling=6, coached_hours=Decimal(1)), "feeling"),
        (Answer(feeling=3, coached_hours=Decimal(41)), "coached_hours"),
        (Answer(feeling=3, coached_hours=Decimal(-1)), "coached_hours"),
        (Answer(feeling=3, coached_hours=Decimal(1), note="x" * 1001), "note"),
    ],
)
def test_numbers_that_cannot_be_right_are_refused(asked, esra, said, field):
    with pytest.raises(RefusedError) as caught:
        answer(asked, PERSON, esra.user, said)

    assert caught.value.field == field


def test_each_answers_without_reading_the_other(asked, esra, bram):
    answer(asked, SCHOOL, bram, POOR)

    week = Together(asked, Voice.PERSON).weeks[0]

    assert not week.is_shown
    assert [one.feeling for one in week.said] == ["", ""]
    assert week.url
    assert not Notice.objects.filter(kind__startswith="check_in_read").exists()


def test_once_both_answered_both_read_both(asked, esra, bram):
    answer(asked, SCHOOL, bram, POOR)
    answer(asked, PERSON, esra.user)

    for voice in Voice:
        week = Together(asked, voice).weeks[0]
        assert week.is_shown
        assert {one.feeling for one in week.said} == {"Well", "Not so well"}
        assert week.kept_hours == Decimal("0.5")
    assert Notice.objects.filter(kind="check_in_read_school", recipient=bram).count() == 1


def test_after_a_week_one_answer_is_read_alone(asked, esra, bram):
    later(asked, 8)
    answer(asked, PERSON, esra.user, POOR)

    week = Together(asked, Voice.SCHOOL).weeks[0]

    assert week.is_shown
    assert {one.state for one in week.said} >= {"Not answered yet"}


def test_asking_is_told_once_to_each_side(asked, esra, bram):
    actions.care_for_all()
    actions.care_for_all()

    assert Notice.objects.filter(kind="check_in", recipient=esra.user).count() == 1
    assert Notice.objects.filter(kind="check_in_school", recipient=bram).count() == 1


def test_a_pause_moves_what_is_not_asked_yet(agreed, bram):
    actions.pause(now(agreed), starts_on=TODAY, by=bram, seen=agreed.version)
    row = now(agreed)
    row.pauses.update(starts_on=TODAY - timedelta(days=10))
    row.steps.filter(verb="begin_training").update(
        at=timezone.make_aware(datetime.combine(TODAY - timedelta(days=10), datetime.min.time()))
    )
    row.starts_on = row.appointed_on = TODAY - timedelta(days=10)
    row.save()
    actions.resume(row, on=TODAY, by=bram, seen=row.version)

    actions.care_for_all()

    assert agreed.check_ins.filter(week=2).first().due_on == TODAY + timedelta(days=14)


def test_nobody_is_asked_while_it_is_paused(asked, bram):
    actions.pause(now(asked), starts_on=TODAY, by=bram, seen=asked.version)

    actions.care_for_all()

    assert not Notice.objects.filter(kind__startswith="check_in").exists()


def test_of_who_stopped_nobody_asks(asked, esra, bram):
    actions.stop(now(asked), reason=StopReason.HOME, side=SCHOOL, by=bram, seen=asked.version)

    with pytest.raises(RefusedError, match="ended"):
        answer(asked, PERSON, esra.user)


def test_little_coaching_makes_one_friendly_task(asked, esra, bram):
    answer(asked, PERSON, esra.user, POOR)
    actions.care_for_all()

    tasks = HelpTask.objects.filter(trajectory=asked)
    assert {one.signal for one in tasks} == {"coaching-2", "study-2"}
    assert {one.owner for one in tasks} == {bram}
    assert Notice.objects.filter(kind="help_asked", recipient=bram).count() == 2


def test_both_read_the_same_words(asked, esra):
    answer(asked, PERSON, esra.user, POOR)

    said = [
        {one.text for one in Together(asked, voice).open_tasks}
        for voice in (Voice.PERSON, Voice.SCHOOL)
    ]

    assert said[0] == said[1]
    assert "In week 2 there was less coaching than the 2 hours agreed." in said[0]


def test_help_is_given_once_with_a_word(asked, esra, bram, colleague):
    answer(asked, PERSON, esra.user, POOR)
    task = HelpTask.objects.get(signal="coaching-2")
    with pytest.raises(RefusedError):
        actions.give_help(asked, task.pk, note=" ", by=bram)

    actions.give_help(asked, task.pk, note="Marieke heeft nu vrijdag tijd.", by=colleague)
    with pytest.raises(RefusedError, match="already"):
        actions.give_help(asked, task.pk, note="Nog een keer", by=bram)
    actions.care_for_all()

    task.refresh_from_db()
    assert (task.owner, task.done_on) == (colleague, TODAY)
    assert task.note == "Marieke heeft nu vrijdag tijd."
    shown = [one.row for one in Together(asked, Voice.PERSON).done_tasks]
    assert shown == [task]


def test_strangers_give_no_help(asked, esra, carla, viewer):
    answer(asked, PERSON, esra.user, POOR)
    task = HelpTask.objects.first()

    for user in (carla, viewer, esra.user):
        with pytest.raises(PermissionDenied):
            actions.give_help(asked, task.pk, note="Gedaan", by=user)


def test_what_goes_well_after_all_closes_by_itself(agreed, bram):
    agreed.milestones.filter(code="parts_done").update(due_on=TODAY - timedelta(days=1))
    actions.care_for_all()
    task = HelpTask.objects.get(signal__startswith="late-parts_done")

    agreed.milestones.filter(code="parts_done").update(done_on=TODAY)
    actions.care_for_all()

    task.refresh_from_db()
    assert task.done_on == TODAY
    assert not Together(agreed, Voice.PERSON).done_tasks


def test_who_guides_now_has_the_task(agreed, bram, colleague):
    agreed.milestones.filter(code="parts_done").update(due_on=TODAY - timedelta(days=1))
    actions.care_for_all()

    agreed.guide = colleague
    agreed.save()
    actions.care_for_all()

    task = HelpTask.objects.get(signal__startswith="late-parts_done")
    assert task.owner == colleague
    assert Notice.objects.filter(kind="help_asked", recipient=colleague).count() == 1


def test_tasks_of_who_stopped_close(agreed, esra, bram):
    agreed.milestones.filter(code="parts_done").update(due_on=TODAY - timedelta(days=1))
    actions.care_for_all()
    actions.stop(
        now(agreed), reason=StopReason.HOME, side=PERSON, by=esra.user, seen=now(agreed).version
    )

    actions.care_for_all()

    assert not HelpTask.objects.filter(done_on=None).exists()
