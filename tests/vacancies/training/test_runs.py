"""What stopped is taken up again: the new run asks its own weeks, the old answers stay readable."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from tests.course_factories import SubsidySchemeFactory
from tests.vacancies.training.conftest import NEXT_YEAR, PERSON, SCHOOL, TODAY, now, step
from tests.vacancies.training.test_check_ins import GOOD, POOR, agreed, answer, asked  # noqa: F401
from vacancies.enums import StopReason
from vacancies.models import CheckIn, HelpTask, Pause
from vacancies.routes.words.voice import Voice
from vacancies.training import actions, care, panels, queries
from vacancies.training.errors import RefusedError
from vacancies.training.grants import queries as grants
from vacancies.training.together import Together


@pytest.fixture
def scheme(db):
    return SubsidySchemeFactory()


@pytest.fixture
def answered(scheme, asked, esra, bram):  # noqa: F811
    """Both answered week 2 of the first run."""
    answer(asked, PERSON, esra.user)
    answer(asked, SCHOOL, bram, POOR)
    return asked


@pytest.fixture
def stopped(answered, esra):
    row = now(answered)
    return actions.stop(row, reason=StopReason.HOME, side=PERSON, by=esra.user, seen=row.version)


@pytest.fixture
def again(stopped, esra):
    row = now(stopped)
    return actions.take_up_again(row, starts_on=TODAY, side=PERSON, by=esra.user, seen=row.version)


@pytest.fixture
def second(again, esra, bram):
    """In training for the second time, since today."""
    step(again, "match", bram)
    step(again, "begin_check", bram)
    actions.appoint(now(again), appointed_on=TODAY, is_signed=True, by=bram, seen=again.version)
    step(again, "apply", esra.user, PERSON)
    step(again, "admit", bram)
    if now(again).status != "agreement_signed":
        actions.sign_agreement(now(again), signed_on=TODAY, by=bram, seen=again.version)
    return step(again, "begin_training", esra.user, PERSON)


def weeks(row, run):
    found = row.check_ins.filter(run=run).values_list("week", flat=True)
    return sorted(set(found))


def test_the_first_time_is_run_one(training):
    assert (training.run, weeks(training, 1)) == (1, [2, 6, 12])


def test_taking_up_again_is_the_next_run_and_asks_nothing_yet(again):
    row = now(again)

    assert (row.run, weeks(row, 2)) == (2, [])
    assert weeks(row, 1) == [2]


def test_the_new_run_asks_its_own_weeks(second, esra, bram):
    assert weeks(second, 2) == [2, 6, 12]
    assert not second.check_ins.filter(run=2).exclude(answered_at=None).exists()
    assert second.check_ins.filter(run=1).exclude(answered_at=None).count() == 2

    second.check_ins.filter(run=2, week=2).update(due_on=TODAY)
    answer(second, PERSON, esra.user)

    assert second.check_ins.get(run=2, week=2, side=PERSON).answered_at is not None
    with pytest.raises(RefusedError):
        answer(second, PERSON, esra.user)


def test_what_waits_is_told_of_the_new_run_alone(second, esra):
    second.check_ins.filter(run=2, week=2).update(due_on=TODAY)

    told = [one.text for one in panels.own_to_do(esra)]

    assert told.count("Week 2: answer three questions") == 1


def test_the_old_answers_stay_readable(second, esra, sign_in):
    care_of = Together(now(second), Voice.PERSON)

    assert [one.number for one in care_of.weeks] == [2, 6, 12]
    assert all(one.is_coming for one in care_of.weeks)
    (run,) = care_of.earlier
    assert [one.number for one in run.weeks] == [2]
    assert run.weeks[0].said[0].note == GOOD.note
    assert run.weeks[0].url == ""
    page = sign_in(esra.user).get(reverse("my_trajectory_at", args=[second.public_id])).text
    assert "What you both said the time before" in page
    assert GOOD.note in page


def test_a_week_of_before_that_one_side_answered_is_read_by_both(asked, esra, bram):  # noqa: F811
    answer(asked, SCHOOL, bram, POOR)
    row = now(asked)
    actions.stop(row, reason=StopReason.HOME, side=PERSON, by=esra.user, seen=row.version)
    row = now(asked)
    actions.take_up_again(row, starts_on=TODAY, side=PERSON, by=esra.user, seen=row.version)

    (run,) = Together(now(asked), Voice.PERSON).earlier

    mine, theirs = run.weeks[0].said
    assert mine.state == "Not answered"
    assert theirs.hours == POOR.coached_hours
    assert run.weeks[0].is_shown


@pytest.mark.parametrize(("days", "is_kept"), [(-1, False), (0, True)])
def test_a_course_that_began_before_is_chosen_anew(stopped, esra, course, days, is_kept):
    row = now(stopped)
    row.course_start = course
    row.save()
    first = course.starts_on - timedelta(days=days)

    actions.take_up_again(row, starts_on=first, side=PERSON, by=esra.user, seen=row.version)

    assert (now(stopped).course_start is not None) == is_kept


def test_nothing_of_before_is_shown_where_nobody_answered(training, esra):
    row = now(training)
    actions.stop(row, reason=StopReason.HOME, side=PERSON, by=esra.user, seen=row.version)
    row = now(training)
    actions.take_up_again(row, starts_on=NEXT_YEAR, side=PERSON, by=esra.user, seen=row.version)

    assert Together(now(training), Voice.PERSON).earlier == []
    assert not training.check_ins.exists()


def test_a_signal_of_before_is_closed_and_can_come_again(answered, esra, bram):
    HelpTask.objects.create(
        trajectory=answered, signal="silent-2-school", owner=bram, opened_on=TODAY
    )
    row = now(answered)
    actions.stop(row, reason=StopReason.HOME, side=PERSON, by=esra.user, seen=row.version)
    row = now(answered)
    actions.take_up_again(row, starts_on=NEXT_YEAR, side=PERSON, by=esra.user, seen=row.version)

    assert not answered.help_tasks.filter(done_on=None).exists()
    HelpTask.objects.create(trajectory=answered, run=2, signal="silent-2-school", opened_on=TODAY)
    assert [one.run for one in care.tasks_of(care.of_row(now(answered)))] == [2]


def test_a_pause_of_before_moves_no_day_of_the_new_run(again):
    Pause.objects.create(trajectory=again, run=1, starts_on=NEXT_YEAR, ends_on=NEXT_YEAR)

    assert queries.pauses_of(queries.locked(again), TODAY) == ()


def test_each_run_has_its_own_grant(second):
    new, old = grants.rows_of(now(second))

    assert (new.case.run, old.case.run) == (2, 1)
    assert (new.is_of_earlier, old.is_of_earlier) == (False, True)
    assert (new.is_to_ask, old.is_to_ask) == (True, False)
    assert [one.run for one in grants.to_ask(TODAY, new.case.closes_on)] == [2]


def test_the_page_of_grants_tells_old_from_new(second, as_bram):
    page = as_bram.get(reverse("trajectory_course", args=[second.public_id])).text

    assert page.count("Of the time before this one.") == 1


def test_an_undo_is_in_the_first_run_again(again, mo):
    actions.undo_last_step(now(again), reason="Vergissing.", by=mo)

    assert (now(again).run, now(again).status) == (1, "stopped")


def test_a_week_of_a_side_is_asked_once_in_a_run(training):
    with pytest.raises(IntegrityError), transaction.atomic():
        CheckIn.objects.create(trajectory=training, week=2, side=PERSON, due_on=TODAY)
    CheckIn.objects.create(trajectory=training, run=2, week=2, side=PERSON, due_on=TODAY)
    assert queries.last_run(training) == 2
