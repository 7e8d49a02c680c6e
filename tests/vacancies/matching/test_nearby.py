"""What other schools ask for the same work, compared with one vacancy."""

import pytest

from vacancies.matching.criteria import BITS
from vacancies.matching.nearby import Asked, Less, compared, is_near
from vacancies.matching.words.nearby import WORDS, sentence

DUTCH = BITS["language"]


def asked(**more: int) -> Asked:
    plain = dict.fromkeys(Asked._fields, 0)
    return Asked(**(plain | {"day_parts_needed": 1, "routes_mask": 0b111} | more))


MINE = asked(must_mask=DUTCH, dutch_min=4)


def test_says_how_many_ask_less_and_what_most_of_those_ask():
    others = [asked(must_mask=DUTCH, dutch_min=level) for level in (3, 3, 2, 4, 5)]

    found = compared(MINE, others)

    assert found is not None
    assert (found.others, found.is_near) == (5, True)
    assert found.lines == (Less("language", 3, usual=3, mine=4),)


def test_wish_is_no_demand():
    others = [asked(dutch_min=5)] * 3

    found = compared(MINE, others)

    assert found is not None
    assert found.lines == (Less("language", 3, usual=0, mine=4),)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_two_vacancies_are_no_comparison(number):
    assert compared(MINE, [asked()] * number) is None


def test_too_few_nearby_is_the_whole_country():
    others = [asked(), asked(), asked(x1=200_000, x2=200_000, x3=200_000)]

    found = compared(MINE, others)

    assert found is not None
    assert (found.others, found.is_near) == (3, False)


@pytest.mark.parametrize(("metres", "expected"), [(40_000, True), (40_001, False)])
def test_near_is_up_to_forty_kilometres(metres, expected):
    assert is_near(MINE, asked(x1=metres, x2=metres, x3=metres)) is expected


def test_any_of_the_locations_counts():
    assert is_near(MINE, asked(x1=90_000, x2=30_000, x3=90_000))


@pytest.mark.parametrize(
    ("mine", "other", "line"),
    [
        ({"day_parts_needed": 3}, {"day_parts_needed": 2}, Less("day_parts", 3, 2, 3)),
        ({"hours_min": 80}, {"hours_min": 40}, Less("hours", 3, 40, 80)),
        ({"hours_min": 80}, {"hours_min": -1}, Less("hours", 3, 0, 80)),
        ({"routes_mask": 0b1}, {"routes_mask": 0b111}, Less("route", 3, 9, 11)),
        ({"must_mask": BITS["level"], "level_min": 4}, {}, Less("level", 3, 0, 4)),
        ({"must_mask": BITS["experience"], "years_min": 2}, {}, Less("experience", 3, 0, 2)),
        ({"must_mask": BITS["competence"], "competence_musts": 2}, {}, Less("competence", 3, 0, 2)),
    ],
)
def test_each_demand(mine, other, line):
    found = compared(asked(**mine), [asked(**other)] * 3)

    assert found is not None
    assert found.lines == (line,)


@pytest.mark.parametrize(
    "mine", [{}, {"routes_mask": 0}, {"level_min": 4}, {"hours_min": -1}, {"years_min": -1}]
)
def test_what_is_not_asked_is_not_compared(mine):
    found = compared(asked(**mine), [asked()] * 3)

    assert found is not None
    assert found.lines == ()


def test_most_telling_demand_comes_first():
    mine = asked(must_mask=DUTCH, dutch_min=4, day_parts_needed=2)
    others = [asked(must_mask=DUTCH, dutch_min=4)] * 2 + [asked()]

    found = compared(mine, others)

    assert found is not None
    assert [line.demand for line in found.lines] == ["day_parts", "language"]


@pytest.mark.parametrize("demand", WORDS)
@pytest.mark.parametrize("fewer", [1, 8])
@pytest.mark.parametrize("usual", [0, 1])
def test_each_sentence_is_whole(demand, fewer, usual):
    text = sentence(Less(demand, fewer, usual, 2), 11)

    assert text.startswith(f"{fewer} of the 11 ")
    assert text.endswith(".")


def test_sentence_in_words():
    text = sentence(Less("language", 8, 3, 4), 11)

    assert text == "8 of the 11 ask less Dutch, most often B1. You ask B2."
