from hypothesis import given, settings

from portal.kit import dayparts
from tests.vacancies.matching.test_team import (
    ASKED,
    PEOPLE,
    THURSDAY,
    TUESDAY,
    VACANCIES,
    WEEK,
    one,
)
from vacancies.matching.parts import parts_of


def test_a_day_part_that_one_is_free_on_is_theirs():
    first, second = parts_of(ASKED, [one(1, WEEK), one(2, TUESDAY)])

    assert (first.mask, second.mask) == (WEEK ^ TUESDAY, TUESDAY)


def test_nobody_stays_without_a_day_part():
    first, second = parts_of(ASKED, [one(1, WEEK), one(2, WEEK, hours=(0, 1))])

    assert first.mask | second.mask == WEEK
    assert dayparts.count(second.mask) == 1


def test_two_with_the_same_one_day_part_do_it_together():
    first, second = parts_of(ASKED, [one(1, THURSDAY), one(2, THURSDAY)])

    assert (first.mask, second.mask) == (THURSDAY, THURSDAY)


def test_hours_grow_to_what_is_asked_and_stay_within_what_is_offered():
    asked = ASKED._replace(hours_max=100)
    first, second = parts_of(
        asked, [one(1, WEEK, hours=(20, 200)), one(2, TUESDAY, hours=(10, 30))]
    )

    assert (first.hours, second.hours) == (70, 30)


def test_hours_go_into_the_own_day_parts():
    first, second = parts_of(ASKED, [one(1, WEEK), one(2, TUESDAY)])

    assert (first.hours, second.hours) == (80, 40)


@settings(max_examples=200, deadline=None)
@given(asked=VACANCIES, people=PEOPLE)
def test_parts_together_are_all_that_the_team_covers(asked, people):
    team = [who for who in people if who.mask & asked.day_parts_mask][:3]

    parts = parts_of(asked, team)

    covered = 0
    for who in team:
        covered |= who.mask & asked.day_parts_mask
    together = 0
    for part in parts:
        together |= part.mask
        assert part.mask
        assert part.mask & part.member.mask == part.mask
        assert part.member.hours_min <= part.hours <= part.member.hours_max
    assert together == covered
