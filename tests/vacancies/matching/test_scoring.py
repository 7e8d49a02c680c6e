import pytest

from portal.kit import dayparts
from tests.vacancies.matching.pairs_of_facts import ASK, OFFER, ask, competent, offer
from vacancies.matching.criteria import CRITERIA
from vacancies.matching.scoring import WEIGHTS, points, score

ONE = {criterion.key: criterion for criterion in CRITERIA}
TUESDAY = dayparts.parse("tuesday_afternoon")
MONDAY = dayparts.parse("monday_evening")


def test_the_weights_add_up_to_a_hundred():
    assert sum(WEIGHTS.values()) == 100
    assert list(WEIGHTS) == [criterion.key for criterion in CRITERIA]


def test_who_has_everything_next_door_scores_a_hundred():
    assert score(ASK, OFFER) == 100


def test_who_has_nothing_scores_only_what_is_not_asked():
    nothing = offer(
        domains_mask=0,
        functions_mask=0,
        day_parts_mask=0,
        employment_mask=0,
        level=0,
        years=-1,
        dutch=0,
        hours_min=9_999,
        from_on=9_999_999,
        max_distance_m=-1,
        x=-9_000_000,
        y=-9_000_000,
        routes_open_mask=0,
        routes_open_if_mask=0,
    )

    assert score(ASK, nothing) == WEIGHTS["competence"] + WEIGHTS["fixed_day_parts"]


@pytest.mark.parametrize(
    ("metres", "expected"),
    [(0, 12), (1, 11), (12_500, 9), (24_999, 0), (25_000, 0), (25_001, 0)],
)
def test_distance_scores_more_the_nearer(metres, expected):
    assert points(ONE["distance"], ASK, offer(x=200_000 + metres)) == expected


def test_the_nearest_of_three_locations_counts():
    three = ask(x1=300_000, more_locations=1, x2=200_000, x3=100_000)

    assert points(ONE["distance"], three, OFFER) == 12


@pytest.mark.parametrize(
    ("held", "expected"), [(set(), 0), ({1}, 6), ({1, 2}, 12), ({1, 2, 3, 4}, 25), ({9}, 0)]
)
def test_competences_score_by_share(held, expected):
    pair = competent({1, 2}, {3, 4}), offer(competences=frozenset(held))

    assert points(ONE["competence"], *pair) == expected


def test_no_competences_asked_counts_in_full():
    assert points(ONE["competence"], competent(set(), set()), OFFER) == 25


@pytest.mark.parametrize(
    ("mask", "expected"), [(0, 0), (TUESDAY, 6), (OFFER.day_parts_mask, 12), ((1 << 18) - 1, 12)]
)
def test_day_parts_score_up_to_what_is_needed(mask, expected):
    assert points(ONE["day_parts"], ASK, offer(day_parts_mask=mask)) == expected


@pytest.mark.parametrize(("fixed", "expected"), [(0, 3), (TUESDAY, 3), (TUESDAY | MONDAY, 1)])
def test_fixed_day_parts_score_by_share(fixed, expected):
    assert points(ONE["fixed_day_parts"], ask(fixed_mask=fixed), OFFER) == expected


@pytest.mark.parametrize(
    ("opened", "may_open", "expected"),
    [(0, 0, 0), (0b1, 0, 6), (0, 0b100000, 3), (0b1, 0b100000, 6), (0b1000000, 0b1000, 0)],
)
def test_a_route_open_today_scores_more_than_one_that_may_open(opened, may_open, expected):
    held = offer(routes_open_mask=opened, routes_open_if_mask=may_open)

    assert points(ONE["route"], ASK, held) == expected
