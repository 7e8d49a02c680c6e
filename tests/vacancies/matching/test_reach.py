from itertools import product

import pytest

from tests.vacancies.matching.pairs_of_facts import ASKED, DAY, FREE, ask, competent, offer
from vacancies.matching.criteria import BITS, CRITERIA
from vacancies.matching.measures import MOST_MUSTS
from vacancies.matching.reach import BEYOND, PLACES, Change, row_of, rows_of, sum_up

SPARE = 1 << 17  # Saturday evening, which nobody asks


def reached(asked, *people):
    return sum_up(rows_of(asked, people))


def test_who_meets_every_must_fits_now():
    reach = reached(ask(), offer(), offer())

    assert (reach.fits, reach.seekers, reach.beyond, reach.gains) == (2, 2, 0, {})


@pytest.mark.parametrize(
    ("person", "gained"),
    [
        (offer(dutch=3), {"language..0", "language.lower.0"}),
        (offer(dutch=2), {"language..0"}),
        (offer(level=3, years=12), {"level..0", "level.lower.0", "level.practice.0"}),
        (offer(level=2, years=12), {"level..0", "level.practice.0"}),
        (offer(years=2), {"experience..0", "experience.lower.0"}),
        (offer(years=1), {"experience..0"}),
        (offer(hours_min=81), {"hours..0", "hours.more.0"}),
        (offer(hours_min=91, hours_max=99), {"hours..0"}),
        (offer(hours_max=40), {"hours..0", "hours.fewer.0"}),
        (offer(from_on=DAY + 28), {"period..0", "period.later.0"}),
        (offer(from_on=DAY + 29), {"period..0"}),
        (offer(x=235_000), {"distance..0", "distance.farther.0"}),
        (offer(x=235_001), {"distance..0"}),
        (offer(employment_mask=0), {"employment..0"}),
        (offer(routes_open_mask=0, routes_open_if_mask=0), {"route..0"}),
        (offer(routes_open_mask=0, routes_open_if_mask=0b1000), {"route..0", "route.train.0"}),
        (
            offer(day_parts_mask=FREE & -FREE | SPARE),
            {"day_parts..0", "day_parts.fewer.0", "day_parts.more.17"},
        ),
        (offer(day_parts_mask=SPARE), {"day_parts..0"}),
        (offer(functions_mask=0), {"function..0"}),
    ],
)
def test_one_failing_must_gains_by_every_change_that_is_enough(person, gained):
    reach = reached(ask(), person)

    assert {str(change) for change in reach.gains} == gained
    assert reach.fits == 0


def test_missing_skill_may_be_learnt_and_two_may_not():
    asked = competent({7, 9}, set())

    one, two = reached(asked, offer(competences=frozenset({9}))), reached(asked, offer())

    assert one.gains == {Change("competence"): 1, Change("competence", "learn", 0): 1}
    assert two.gains == {Change("competence"): 1}


def test_pair_of_changes_counts_all_whom_the_two_together_bring():
    people = [offer(dutch=3), offer(years=2), offer(dutch=3, years=2), offer(dutch=1, years=2)]

    reach = reached(ask(), *people)

    assert reach.pairs[Change("experience"), Change("language")] == 4
    assert reach.pairs[Change("experience", "lower"), Change("language", "lower")] == 3


def test_who_fails_three_is_beyond_only_when_seeking_the_work():
    failing = {"dutch": 0, "years": -1, "employment_mask": 0}
    people = [offer(**failing), offer(**failing, x=0), offer(**failing, functions_mask=0)]

    reach = reached(ask(), *people)

    assert (reach.fits, reach.seekers, reach.beyond) == (0, 1, 2)


def test_wish_and_what_is_not_said_yet_fail_nobody():
    asked = ask(must_mask=BITS["function"] | BITS["domain"])

    assert reached(asked, offer(dutch=0, day_parts_mask=0, x=0)).fits == 1


def test_who_hides_from_the_school_is_not_counted():
    assert row_of(ask(), offer(hidden_from=frozenset({1}))) is None


def test_a_change_brings_whom_the_changed_vacancy_reaches():
    """Softening in the sums and softening in the vacancy are the same thing."""
    people = [
        offer(dutch=dutch, years=years, day_parts_mask=mask)
        for dutch, years, mask in product((2, 3, 4), (1, 2, 3), (ASKED, FREE, FREE & -FREE))
    ]
    before = reached(ask(), *people)

    after = {
        Change("language", "lower"): reached(ask(dutch_min=3), *people),
        Change("experience", "lower"): reached(ask(years_min=2), *people),
        Change("day_parts", "fewer"): reached(ask(day_parts_enough=1), *people),
    }

    assert {change: before.fits + before.gains[change] for change in after} == {
        change: reach.fits for change, reach in after.items()
    }


def test_flags_fit_in_a_big_integer_and_never_overlap():
    _key, variant, shift = PLACES[-1]

    assert shift + variant.width < 63
    assert len(CRITERIA) < BEYOND.bit_length() - 1
    assert MOST_MUSTS in {variant.width for _key, variant, _shift in PLACES}
