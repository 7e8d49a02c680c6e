"""The home of a professional: what is up to me, and my way, on top of everything else."""

from datetime import timedelta

import pytest

from tests.vacancies.training.conftest import NEXT_YEAR, TODAY, now, step
from vacancies.applications import actions as applications
from vacancies.lifecycles import Side
from vacancies.training import actions

HOME = "/mijn/"


@pytest.fixture
def home(esra, sign_in):
    """Esra's home, read anew at each call."""
    return lambda: sign_in(esra.user).get(HOME)


def rows(answer):
    return [one.text for one in answer.context["home"].to_do]


def test_who_has_nothing_to_do_sees_no_list(as_anna):
    answer = as_anna.get(HOME)

    assert (answer.context["home"].to_do, answer.context["home"].ways) == ([], [])
    assert "Up to you now" not in answer.text


def test_a_proposal_of_the_school_is_up_to_me(begun, home):
    answer = home()

    assert rows(answer) == ["You and the school both say yes to this way"]
    assert f"/mijn/traject/{begun.public_id}/stap/ja/" in answer.text


def test_my_own_proposal_waits_for_the_school(application, esra, home):
    actions.begin(application, starts_on=NEXT_YEAR, side=Side.PROFESSIONAL, by=esra.user)

    answer = home()

    assert rows(answer) == []
    assert "Nothing waits for you" in answer.text
    assert answer.context["home"].ways[0].next.startswith("Up to school now: ")


def test_the_way_says_how_far_what_comes_and_how_long(training, home):
    training.milestones.filter(code="parts_done").update(due_on=TODAY + timedelta(days=30))
    training.milestones.filter(code="certificate").update(due_on=TODAY + timedelta(days=80))

    answer = home()
    (way,) = answer.context["home"].ways

    assert rows(answer) == ["Hand in your last part"]
    assert way.stand.startswith("In training. This is month 1 of ")
    assert way.next.startswith("Meanwhile, up to school: coach")
    training.milestones.filter(code="coach_agreed").update(done_on=TODAY)
    (way,) = home().context["home"].ways
    assert way.next.startswith("After that, up to the training provider: PDG certificate obtained")
    assert "months to go" in way.clock
    assert way.months.stages[0] == "now"
    assert len(way.months.ends) in (1, 2)
    assert answer.text.index("To the timeline") < answer.text.index("My routes")


def test_the_clocks_wait_for_the_appointment(begun, home):
    (way,) = home().context["home"].ways

    assert (way.clock, way.months) == ("", None)


def test_in_a_pause_nothing_is_asked(training, bram, home):
    actions.pause(now(training), starts_on=TODAY, by=bram, seen=training.version)

    answer = home()

    assert rows(answer) == []
    assert answer.context["home"].ways[0].next == "Paused. Take the time it takes."


def test_what_is_late_says_so_and_goes_first(begun, esra, bram, home):
    step(begun, "match", esra.user, Side.PROFESSIONAL)
    begun.milestones.filter(code="vog_requested").update(due_on=TODAY - timedelta(days=3))
    begun.milestones.filter(code="vog_shown").update(due_on=TODAY + timedelta(days=30))

    assert rows(home())[0] == "Ask for your VOG, later than planned"


def test_the_questions_of_a_week_are_asked(training, home):
    training.check_ins.filter(side=Side.PROFESSIONAL, week=2).update(due_on=TODAY)

    answer = home()

    assert "Week 2: answer three questions" in rows(answer)
    assert f"/mijn/traject/{training.public_id}/week/2/" in answer.text


def test_a_way_that_stopped_is_a_door(training, bram, home):
    actions.stop(
        now(training), reason="other_work", side=Side.SCHOOL, by=bram, seen=training.version
    )

    answer = home()

    assert answer.context["home"].ways == []
    assert answer.text.count('href="/mijn/traject/"') == 1


def test_a_way_that_runs_is_named_once(training, home):
    assert 'href="/mijn/traject/"' not in home().text


def test_a_message_of_the_school_is_to_be_read(application, bram, home):
    applications.write(application, side=Side.SCHOOL, text="Wanneer kun je?", by=bram)

    answer = home()

    assert rows(answer) == ["Read the message"]
    assert f"/{application.public_id}/#gesprek" in answer.text
