"""What slips, seen as a person would: each thing once, nothing about who needs no help."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vacancies.lifecycles import Side
from vacancies.routes.book import shipped
from vacancies.routes.rulebook import RuleBook
from vacancies.training.check_in_days import (
    SIDES,
    Asked,
    State,
    due_days,
    is_shown,
    state_of,
    weeks_of,
)
from vacancies.training.milestones import Code
from vacancies.training.signals import Kind, Open, Signal, Standing, signals_of

BOOK = RuleBook(shipped())
TODAY = date(2027, 11, 15)
MOMENT = datetime(2027, 11, 1, 9, tzinfo=UTC)
PERSON, SCHOOL = Side.PROFESSIONAL, Side.SCHOOL


def asked(days_ago: int, side: Side = PERSON, week: int = 2, **values) -> Asked:
    return Asked(week, side, TODAY - timedelta(days=days_ago), **values)


def answered(side: Side = PERSON, **values) -> Asked:
    return asked(10, side, answered_at=MOMENT, **values)


def names(**standing) -> list[str]:
    return [str(one) for one in signals_of(Standing(**standing), TODAY, BOOK)]


def test_a_milestone_is_late_from_the_day_after():
    yesterday, today = TODAY - timedelta(days=1), TODAY

    assert names(milestones=(Open(Code.INTAKE, yesterday),)) == ["late-intake-20271114"]
    assert names(milestones=(Open(Code.INTAKE, today),)) == []


def test_an_extension_nobody_needs_is_not_late():
    assert names(milestones=(Open(Code.EXTENSION, date(2027, 1, 1)),)) == []


@pytest.mark.parametrize(("days", "expected"), [(7, []), (8, ["silent-2-school"])])
def test_no_answer_is_noticed_after_a_week(days, expected):
    assert names(asked=(asked(days, SCHOOL),)) == expected


def test_one_honest_answer_about_coaching_is_enough():
    both = (answered(PERSON, coached_hours=Decimal(1)), answered(SCHOOL, coached_hours=Decimal(2)))

    assert names(asked=both, agreed_hours=Decimal(2)) == ["coaching-2"]
    assert names(asked=both, agreed_hours=Decimal(1)) == []


def test_a_study_day_that_was_not_agreed_cannot_be_lost():
    lost = (answered(study_day_kept=False),)

    assert names(asked=lost, study_mask=1) == ["study-2"]
    assert names(asked=lost) == []


def test_lessons_on_the_study_day_clash():
    assert names(study_mask=0b110, planned_mask=0b011) == ["clash-2"]
    assert names(study_mask=0b100, planned_mask=0b011) == []


signals = st.one_of(
    st.builds(
        Signal,
        kind=st.just(Kind.MILESTONE_LATE),
        code=st.sampled_from(list(Code)),
        day=st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    ),
    st.builds(
        Signal,
        kind=st.just(Kind.NO_ANSWER),
        week=st.integers(1, 99),
        side=st.sampled_from(SIDES),
    ),
    st.builds(
        Signal,
        kind=st.sampled_from([Kind.LITTLE_COACHING, Kind.STUDY_DAY_LOST]),
        week=st.integers(1, 99),
    ),
    st.builds(Signal, kind=st.just(Kind.CLASH), mask=st.integers(1, 2**18 - 1)),
)


@given(signals)
def test_a_signal_reads_back_as_itself(signal):
    assert Signal.parse(str(signal)) == signal
    assert len(str(signal)) <= 60


@pytest.mark.parametrize("text", ["", "late", "late-nothing-20270101", "mood-1", "clash-x"])
def test_what_is_no_signal_is_refused(text):
    with pytest.raises(ValueError, match=r".*"):
        Signal.parse(text)


def test_the_weeks_are_of_the_rule_book():
    assert weeks_of(BOOK, TODAY) == (2, 6, 12)


def test_days_of_a_pause_do_not_count():
    first = date(2027, 9, 6)
    pause = (date(2027, 9, 27), date(2027, 10, 10))
    before = (date(2027, 8, 30), date(2027, 9, 8))

    assert due_days(first, [pause], (2, 6)) == {2: date(2027, 9, 20), 6: date(2027, 11, 1)}
    assert due_days(first, [before], (2,)) == {2: date(2027, 9, 23)}


@pytest.mark.parametrize(
    ("days", "state"),
    [
        (-1, State.COMING),
        (0, State.OPEN),
        (7, State.OPEN),
        (8, State.LATE),
        (28, State.LATE),
        (29, State.CLOSED),
    ],
)
def test_a_check_in_opens_waits_and_closes(days, state):
    assert state_of(asked(days), TODAY, BOOK) == state


def test_answers_are_read_together_or_after_the_week():
    one = asked(3, PERSON, answered_at=MOMENT)

    assert not is_shown([one, asked(3, SCHOOL)], TODAY, BOOK)
    assert is_shown([one, asked(3, SCHOOL, answered_at=MOMENT)], TODAY, BOOK)
    assert is_shown([one, asked(3, SCHOOL)], TODAY + timedelta(days=5), BOOK)
    assert not is_shown([asked(30, PERSON), asked(30, SCHOOL)], TODAY, BOOK)
