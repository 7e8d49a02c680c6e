"""Which reminders are due: the steps of the rule book, each once, owner before who waits."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vacancies.lifecycles import Side
from vacancies.routes.book import shipped
from vacancies.routes.calendar import plus_months
from vacancies.routes.rulebook import RuleBook
from vacancies.training.milestones import Owner
from vacancies.training.reminders import BOTH, STEPS, Deadline, What, day_of_step, due, steps_of

BOOK = RuleBook(shipped())
END = date(2028, 7, 31)
PERSON, SCHOOL = (Side.PROFESSIONAL,), (Side.SCHOOL,)


def told(deadline: Deadline, today: date) -> list[tuple[int, tuple[Side, ...]]]:
    return [(one.number, one.sides) for one in due([deadline], today, BOOK)]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2028, 1, 30), []),
        (date(2028, 1, 31), [(6, SCHOOL)]),
        (date(2028, 4, 29), [(6, SCHOOL)]),
        (date(2028, 4, 30), [(3, BOTH)]),
        (date(2028, 6, 30), [(1, BOTH)]),
        (END, [(1, BOTH)]),
        (END + timedelta(days=1), []),
    ],
)
def test_a_term_is_told_three_times(today, expected):
    assert told(Deadline(What.TERM, END, Owner.SCHOOL), today) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (57, []),
        (56, [(8, PERSON)]),
        (29, [(8, PERSON)]),
        (28, [(4, BOTH)]),
        (8, [(4, BOTH)]),
        (7, [(1, BOTH)]),
        (0, [(1, BOTH)]),
        (-1, []),
    ],
)
def test_a_milestone_is_told_three_times(before, expected):
    deadline = Deadline(What.MILESTONE, END, Owner.PROFESSIONAL, "parts_done")

    assert told(deadline, END - timedelta(days=before)) == expected


def test_of_a_milestone_of_the_provider_the_school_hears_first():
    deadline = Deadline(What.MILESTONE, END, Owner.PROVIDER, "intake")

    assert told(deadline, END - timedelta(weeks=7)) == [(8, SCHOOL)]


def test_a_leap_day_counts_back_to_the_end_of_a_month():
    deadline = Deadline(What.AGREEMENT, date(2028, 8, 31), Owner.PROFESSIONAL)

    assert day_of_step(deadline, 6) == date(2028, 2, 29)


def test_a_new_day_is_a_new_reminder():
    today = END - timedelta(weeks=5)
    keys = [
        next(due([Deadline(What.MILESTONE, day, Owner.SCHOOL, "contract")], today, BOOK)).key
        for day in (END, END + timedelta(days=7))
    ]

    assert keys == ["contract:20280731:8", "contract:20280807:8"]


deadlines = st.builds(
    Deadline,
    st.sampled_from(list(What)),
    st.dates(date(2026, 8, 1), date(2031, 12, 31)),
    st.sampled_from(list(Owner)),
)


@given(deadlines, st.integers(0, 400), st.data())
def test_every_step_is_told_once_whatever_runs_were_missed(deadline, length, data):
    """Any set of days on which it runs: no key twice in a row of steps, never a step too early,
    never after the day, and the last run before the day told the nearest step."""
    first = deadline.due_on - timedelta(days=length)
    runs = sorted(data.draw(st.sets(st.integers(0, length + 30), max_size=40)))
    seen: dict[str, date] = {}
    for number in runs:
        today = first + timedelta(days=number)
        for reminder in due([deadline], today, BOOK):
            assert day_of_step(deadline, reminder.number) <= today <= deadline.due_on
            seen.setdefault(reminder.key, today)
    assert len(seen) <= len(steps_of(deadline.what, BOOK, first))
    numbers = [int(key.rpartition(":")[2]) for key in seen]
    assert numbers == sorted(numbers, reverse=True)


@given(deadlines)
def test_with_a_run_a_day_each_step_is_told(deadline):
    name = STEPS[deadline.what]
    steps = [int(one) for one in BOOK.word(name, deadline.due_on).split("-")]
    first = plus_months(deadline.due_on, -max(steps) - 1)
    days = (deadline.due_on - first).days

    found = {
        one.number
        for number in range(days + 1)
        for one in due([deadline], first + timedelta(days=number), BOOK)
    }

    assert found == set(steps)
