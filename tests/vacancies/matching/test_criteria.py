import pytest

from portal.kit import dayparts
from tests.vacancies.matching.pairs_of_facts import ASK, ASKED, DAY, OFFER, ask, competent, offer
from vacancies.matching import criteria
from vacancies.matching.criteria import BITS, CRITERIA

ONE = {criterion.key: criterion for criterion in CRITERIA}
TUESDAY = dayparts.parse("tuesday_afternoon")
MONDAY = dayparts.parse("monday_evening")
LOST = -9_000_000


def test_the_pair_of_the_tests_fits_in_everything():
    assert criteria.failed_mask(ASK, OFFER) == 0


@pytest.mark.parametrize(
    ("key", "asked", "offered", "holds"),
    [
        ("function", {}, {"functions_mask": 0b10}, True),
        ("function", {}, {"functions_mask": 0b01}, False),
        ("function", {}, {"functions_mask": 0}, False),
        ("function", {"function_mask": 0}, {}, False),
        ("domain", {"domains_mask": 0b11000}, {"domains_mask": 0b10001}, True),
        ("domain", {"domains_mask": 0b11000}, {"domains_mask": 0b00111}, False),
        ("domain", {"domains_mask": 1 << 59}, {"domains_mask": 1 << 59}, True),
        ("domain", {}, {"domains_mask": 0}, False),
        ("level", {}, {"level": 3}, False),
        ("level", {}, {"level": 5}, True),
        ("level", {"level_min": 0}, {"level": 0}, True),
        ("level", {}, {"level": 0}, False),
        ("level", {"practice_counts": 1}, {"level": 0, "years": 3}, True),
        ("level", {"practice_counts": 1}, {"level": 2, "years": 2}, False),
        ("level", {"practice_counts": 0}, {"level": 2, "years": 30}, False),
        ("experience", {}, {"years": 3}, True),
        ("experience", {}, {"years": 2}, False),
        ("experience", {}, {"years": -1}, False),
        ("experience", {"years_min": 0}, {"years": 0}, True),
        ("experience", {"years_min": 0}, {"years": -1}, False),
        ("experience", {"years_min": -1}, {"years": -1}, True),
        ("language", {}, {"dutch": 3}, False),
        ("language", {"dutch_min": 0}, {"dutch": 0}, True),
        ("language", {}, {"dutch": 0}, False),
        ("day_parts", {}, {"day_parts_mask": TUESDAY}, False),
        ("day_parts", {"day_parts_enough": 1}, {"day_parts_mask": TUESDAY}, True),
        ("day_parts", {"day_parts_enough": 1}, {"day_parts_mask": 0}, False),
        ("day_parts", {}, {"day_parts_mask": dayparts.FULL_WEEK}, True),
        (
            "day_parts",
            {"day_parts_mask": dayparts.FULL_WEEK, "day_parts_enough": 18},
            {"day_parts_mask": dayparts.FULL_WEEK},
            True,
        ),
        (
            "day_parts",
            {"day_parts_mask": dayparts.FULL_WEEK, "day_parts_enough": 18},
            {"day_parts_mask": dayparts.FULL_WEEK - 1},
            False,
        ),
        ("fixed_day_parts", {}, {"day_parts_mask": 0}, True),
        ("fixed_day_parts", {"fixed_mask": TUESDAY}, {}, True),
        ("fixed_day_parts", {"fixed_mask": TUESDAY | MONDAY}, {}, False),
        ("hours", {}, {"hours_min": 80, "hours_max": 80}, True),
        ("hours", {}, {"hours_min": 81, "hours_max": 90}, False),
        ("hours", {}, {"hours_min": 10, "hours_max": 50}, True),
        ("hours", {}, {"hours_min": 10, "hours_max": 49}, False),
        ("hours", {"hours_min": 10, "hours_max": 10}, {"hours_min": 10, "hours_max": 10}, True),
        ("hours", {}, {"hours_min": 9_999, "hours_max": -1}, False),
        ("hours", {"hours_min": -1}, {"hours_min": 10, "hours_max": 20}, True),
        ("hours", {"hours_min": -1}, {"hours_min": 10, "hours_max": -1}, True),
        ("hours", {"hours_min": -1}, {"hours_min": 9_999}, False),
        ("period", {}, {"from_on": DAY, "until_on": DAY + 140}, True),
        ("period", {}, {"from_on": DAY + 1}, False),
        ("period", {}, {"until_on": DAY + 139}, False),
        ("period", {}, {"from_on": 9_999_999}, False),
        ("distance", {}, {"x": 225_000}, True),
        ("distance", {}, {"x": 225_001}, False),
        ("distance", {}, {"x": 215_000, "y": 520_000}, True),
        ("distance", {}, {"x": 215_001, "y": 520_000}, False),
        ("distance", {}, {"max_distance_m": 0}, True),
        ("distance", {}, {"max_distance_m": 0, "x": 200_001}, False),
        ("distance", {}, {"x": LOST, "y": LOST, "max_distance_m": -1}, False),
        ("distance", {"x1": -LOST, "y1": -LOST}, {"max_distance_m": 300_000}, False),
        (
            "distance",
            {"x1": 300_000, "more_locations": 1, "x2": 400_000, "x3": 210_000},
            {"x": 200_000},
            True,
        ),
        ("employment", {}, {"employment_mask": 0b10}, True),
        ("employment", {}, {"employment_mask": 0b100}, False),
        ("employment", {"employment_mask": 0}, {}, False),
        ("route", {}, {"routes_open_mask": 1 << 5, "routes_open_if_mask": 0}, True),
        ("route", {}, {"routes_open_mask": 0}, True),
        ("route", {}, {"routes_open_mask": 1 << 6, "routes_open_if_mask": 0}, False),
        ("route", {}, {"routes_open_mask": 0, "routes_open_if_mask": 0}, False),
        ("route", {}, {"routes_open_mask": 1 << 3, "routes_open_if_mask": 0}, True),
        ("route", {}, {"routes_open_mask": 0, "routes_open_if_mask": 1 << 3}, False),
        (
            "route",
            {"routes_help_mask": 0b111111},
            {"routes_open_mask": 0, "routes_open_if_mask": 1 << 3},
            True,
        ),
        ("route", {"routes_mask": 0, "routes_help_mask": 0}, {}, False),
        (
            "route",
            {"routes_mask": 1 << 11, "routes_help_mask": 0},
            {"routes_open_mask": 1 << 11},
            True,
        ),
    ],
)
def test_criterion_holds(key, asked, offered, holds):
    pair = ask(**asked), offer(**offered)

    assert ONE[key].holds(*pair) is holds
    assert bool(criteria.failed_mask(*pair) & BITS[key]) is not holds


@pytest.mark.parametrize(
    ("musts", "wishes", "held", "holds"),
    [
        (set(), set(), set(), True),
        ({1}, set(), {1}, True),
        ({1, 2}, set(), {1}, False),
        ({1, 2}, {3}, {1, 2}, True),
        (set(), {3}, set(), True),
        ({1}, set(), set(), False),
    ],
)
def test_competences_hold_when_all_musts_are_there(musts, wishes, held, holds):
    pair = competent(musts, wishes), offer(competences=frozenset(held))

    assert ONE["competence"].holds(*pair) is holds


@pytest.mark.parametrize(
    ("key", "offered"),
    [
        ("function", {"functions_mask": 0}),
        ("domain", {"domains_mask": 0}),
        ("level", {"level": 0}),
        ("experience", {"years": -1}),
        ("language", {"dutch": 0}),
        ("day_parts", {"day_parts_mask": 0}),
        ("hours", {"hours_min": 9_999}),
        ("route", {"routes_open_mask": 0, "routes_open_if_mask": 0, "papers_told": 0}),
        ("hours", {"hours_max": -1}),
        ("period", {"from_on": 9_999_999}),
        ("distance", {"max_distance_m": -1, "x": LOST, "y": LOST}),
        ("employment", {"employment_mask": 0}),
    ],
)
def test_what_is_not_told_fails_and_is_known_as_not_told(key, offered):
    pair = ASK, offer(**offered)

    assert not ONE[key].holds(*pair)
    assert ONE[key].not_told(*pair)
    assert not ONE[key].not_told(ASK, OFFER)


def test_a_wish_that_fails_does_not_decide():
    wish = ask(must_mask=ASK.must_mask & ~BITS["language"])

    assert not criteria.fits(ASK, offer(dutch=1))
    assert criteria.fits(wish, offer(dutch=1))


def test_nobody_fits_a_school_that_the_profile_is_hidden_from():
    assert not criteria.fits(ASK, offer(hidden_from=frozenset([1])))
    assert criteria.fits(ASK, offer(hidden_from=frozenset([2])))


def test_each_criterion_has_a_bit_a_turn_and_a_share_in_both_languages():
    assert len(BITS) == len(CRITERIA)
    assert sorted(criterion.turn for criterion in CRITERIA) == list(range(1, len(CRITERIA) + 1))
    assert all((c.share is None) == (c.share_sql is None) for c in CRITERIA)
    assert ASKED & TUESDAY
