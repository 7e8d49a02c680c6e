import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.kit import dayparts
from tests.vacancies.matching.team_oracle import brute_force
from vacancies.matching.team import PER_CLASS, Member, Shared, Team, team_of
from vacancies.matching.team_groups import groups_of
from vacancies.matching.team_search import best_team, other_teams

TUESDAY, WEDNESDAY, THURSDAY = (
    dayparts.parse(f"{day}_morning") for day in ("tuesday", "wednesday", "thursday")
)
WEEK = TUESDAY | WEDNESDAY | THURSDAY
ASKED = Shared(WEEK, needed=3, fixed_mask=0, hours_min=60, hours_max=120)


def one(number: int, mask: int, score: int = 80, far: int = 0, hours=(20, 120)) -> Member:
    return Member(100 - score, far, number, mask, *hours)


def ids(team: Team | None) -> list[int]:
    assert team is not None
    return sorted(member.id for member in team.members)


def test_nobody_is_no_team():
    assert best_team(ASKED, []) is None


def test_one_who_can_do_all_comes_before_two_who_score_higher():
    people = [one(1, WEEK, 60), one(2, TUESDAY | WEDNESDAY, 99), one(3, THURSDAY, 99)]

    assert ids(best_team(ASKED, people)) == [1]


def test_of_two_pairs_the_higher_score_wins():
    people = [
        one(1, TUESDAY | WEDNESDAY, 90),
        one(2, THURSDAY, 90),
        one(3, TUESDAY, 89),
        one(4, WEDNESDAY | THURSDAY, 90),
    ]

    assert ids(best_team(ASKED, people)) == [1, 2]


@pytest.mark.parametrize(("far", "best"), [(900, 3), (1_000, 2)])
def test_with_equal_scores_the_shortest_way_wins_then_the_lowest_id(far, best):
    people = [one(1, TUESDAY | WEDNESDAY), one(2, THURSDAY, far=1_000), one(3, THURSDAY, far=far)]

    assert ids(best_team(ASKED, people)) == [1, best]


def test_two_who_are_free_at_the_same_time_may_both_be_needed_for_the_hours():
    people = [one(1, WEEK, hours=(20, 40)), one(2, WEEK, hours=(20, 40))]

    assert ids(best_team(ASKED, people)) == [1, 2]


def test_a_fixed_day_part_is_covered_even_where_fewer_are_needed():
    asked = ASKED._replace(needed=2, fixed_mask=THURSDAY)
    people = [one(1, TUESDAY | WEDNESDAY, 99), one(2, TUESDAY | THURSDAY, 50)]

    assert ids(best_team(asked, people)) == [2]


def test_where_nothing_covers_all_the_team_leaves_the_least_open():
    team = best_team(ASKED, [one(1, TUESDAY), one(2, WEDNESDAY), one(3, TUESDAY)])

    assert ids(team) == [1, 2]
    assert (team.lacking, team.covered_mask) == (1, TUESDAY | WEDNESDAY)


def test_hours_that_do_not_add_up_are_told():
    team = best_team(ASKED, [one(1, WEEK, hours=(20, 40))])

    assert (ids(team), team.lacking, team.fits_hours, team.is_whole) == ([1], 0, False, False)


def test_a_kept_person_stays_though_somebody_scores_higher():
    people = [one(1, TUESDAY, 20), one(2, WEDNESDAY | THURSDAY), one(3, WEEK, 99)]

    assert ids(best_team(ASKED, people, kept=people[:1])) == [1, 3]


def test_kept_people_who_cover_all_are_the_team():
    people = [one(1, TUESDAY), one(2, WEDNESDAY | THURSDAY), one(3, WEEK)]

    assert ids(best_team(ASKED, people, kept=people[:2])) == [1, 2]


def test_other_teams_swap_one_and_keep_the_rest():
    people = [
        one(1, TUESDAY | WEDNESDAY, 90),
        one(2, THURSDAY, 90),
        one(3, THURSDAY, 80),
        one(4, TUESDAY | WEDNESDAY, 70),
    ]
    best = best_team(ASKED, people)

    assert [ids(team) for team in other_teams(ASKED, people, best)] == [[1, 3], [2, 4]]


def test_who_cannot_be_replaced_has_no_other_team():
    people = [one(1, TUESDAY | WEDNESDAY), one(2, THURSDAY)]

    assert other_teams(ASKED, people, team_of(ASKED, people)) == []


HOURS = st.one_of(
    st.tuples(st.sampled_from([0, 20, 40, 70]), st.sampled_from([0, 10, 40])),
    st.tuples(st.integers(10, 90), st.integers(0, 90)),  # in tenths
).map(lambda pair: (pair[0], pair[0] + pair[1]))
PEOPLE = st.lists(
    st.tuples(st.integers(0, 63), st.integers(60, 64), st.sampled_from([0, 7, 9_000]), HOURS),
    max_size=11,
).map(lambda rows: [one(number, *row) for number, row in enumerate(rows)])
VACANCIES = st.builds(
    lambda mask, needed, fixed, low, wide: Shared(
        mask, min(needed, mask.bit_count()), fixed & mask, low, low + wide
    ),
    st.integers(1, 63),
    st.integers(1, 6),
    st.sampled_from([0, 0, 1, 9, 63]),
    st.one_of(st.sampled_from([0, 40, 100, 160]), st.integers(0, 200)),
    st.one_of(st.sampled_from([0, 20, 80]), st.integers(0, 80)),
)


@settings(max_examples=400, deadline=None)
@given(asked=VACANCIES, people=PEOPLE, firm=st.integers(0, 2))
def test_the_best_team_is_that_of_brute_force(asked, people, firm):
    kept = people[:firm]

    assert best_team(asked, people, kept=kept) == brute_force(asked, people, kept)


@settings(max_examples=200, deadline=None)
@given(asked=VACANCIES, people=PEOPLE)
def test_a_swap_is_the_best_that_brute_force_finds_without_one(asked, people):
    best = best_team(asked, people)
    swaps = other_teams(asked, people, best) if best else []

    for team in swaps:
        (gone, *_more) = [one for one in best.members if one not in team.members]
        rest = [one for one in best.members if one != gone]
        assert team == brute_force(asked, [one for one in people if one != gone], rest)


def crowd(seed: int, *, hours) -> list[Member]:
    """Many of few kinds: some are never needed, and who they are depends on hours and rank."""
    draw = random.Random(seed)
    return [
        one(number, draw.choice((3, 5, 6)), draw.randrange(60, 64), hours=hours(draw))
        for number in range(45)
    ]


def whole_hours(draw):
    return draw.choice([(20, 40), (40, 60)])


def tenths(draw):
    low = draw.randrange(10, 50)
    return low, low + draw.randrange(31)


@pytest.mark.parametrize("seed", range(20))
def test_the_best_of_a_class_are_enough(seed):
    """What the query leaves out is never needed."""
    people = crowd(seed, hours=whole_hours)
    pool = [
        who for who in people if sum(other < who and other[3:] == who[3:] for other in people) < 3
    ]

    asked = ASKED._replace(day_parts_mask=7)
    assert best_team(asked, pool) == brute_force(asked, people)


@pytest.mark.parametrize("hours", [whole_hours, tenths])
@pytest.mark.parametrize("seed", range(10))
def test_who_has_four_dominators_is_passed_over_and_never_missed(seed, hours):
    people = crowd(seed, hours=hours)
    asked = ASKED._replace(day_parts_mask=7, hours_min=50)
    groups = groups_of(asked, people)

    for group in groups:
        needed = list(group.needed())
        for one in group.people:
            better = [other for other in group.people if dominates(asked, other, one)]
            assert (one in needed) == (len(better) < PER_CLASS)
    assert sum(len(list(group.needed())) for group in groups) < len(people)
    assert best_team(asked, people) == brute_force(asked, people)


def dominates(asked: Shared, one: Member, other: Member) -> bool:
    enough = asked.hours_min
    return (
        one < other
        and one.hours_min <= other.hours_min
        and min(one.hours_max, enough) >= min(other.hours_max, enough)
    )
