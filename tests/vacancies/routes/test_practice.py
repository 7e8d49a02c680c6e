"""Three years in the practice of the occupation, counted on the day."""

from datetime import date
from decimal import Decimal

import pytest

from tests.vacancies.routes.cases import ON, S7, answer, person, replaced, verdict_of
from vacancies.codes import Need, Route
from vacancies.routes.facts import Practice
from vacancies.routes.verdict import Status

TRAINING = Route.SUITABILITY_IN_TRAINING
ENOUGH = (Status.OPEN_IF, S7 | {Need.LEVEL_JUDGED})
SHORT = (Status.CLOSED, {Need.PRACTICE_YEARS})
UNKNOWN = (Status.OPEN_IF, S7 | {Need.LEVEL_JUDGED, Need.PRACTICE_YEARS})


def asked(*periods, on=ON, **told):
    return verdict_of(TRAINING, person(practice=[Practice(*one) for one in periods]), on=on, **told)


@pytest.mark.parametrize(
    ("periods", "expected", "opens_on"),
    [
        ([(date(2023, 11, 10),)], ENOUGH, None),
        ([(date(2023, 11, 11),)], SHORT, date(2026, 11, 11)),
        ([(date(2024, 2, 29),)], SHORT, date(2027, 2, 28)),
        ([(date(2024, 12, 1), date(2027, 11, 30))], SHORT, date(2027, 12, 1)),
        ([(date(2024, 12, 1), date(2027, 11, 29))], SHORT, None),
        ([(date(2010, 1, 1), date(2012, 12, 31))], ENOUGH, None),
        ([(date(2010, 1, 1), date(2012, 12, 30))], SHORT, None),
        ([(date(2026, 11, 11),)], SHORT, None),
        ([(ON,)], SHORT, date(2029, 11, 10)),
        # 365 + 730 days, long ago
        ([(date(2001, 1, 1), date(2001, 12, 31)), (date(2005, 1, 1), date(2006, 12, 31))], ENOUGH, None),
        ([(date(2001, 1, 1), date(2001, 12, 31)), (date(2005, 1, 1), date(2006, 12, 30))], SHORT, None),
        ([(date(2000, 1, 1), date(2004, 12, 31)), (date(2008, 1, 1), date(2012, 12, 31))], ENOUGH, None),
        # 365 days before, 730 needed since
        ([(date(2021, 1, 1), date(2021, 12, 31)), (date(2024, 11, 10),)], ENOUGH, None),
        ([(date(2021, 1, 1), date(2021, 12, 31)), (date(2024, 11, 11),)], SHORT, date(2026, 11, 11)),
        ([(date(2021, 1, 1), date(2021, 12, 31)), (date(2025, 11, 10),)], SHORT, date(2027, 11, 10)),
        (
            [(date(2021, 1, 1), date(2021, 12, 31)), (date(2025, 11, 10), date(2027, 11, 8))],
            SHORT,
            None,
        ),
        # two that touch are one: an anniversary, no days
        ([(date(2023, 11, 11), date(2024, 5, 31)), (date(2024, 6, 1),)], SHORT, date(2026, 11, 11)),
        # two at once count once
        ([(date(2024, 1, 1), date(2025, 12, 31)), (date(2024, 1, 1), date(2025, 12, 31))], SHORT, None),
        # what begins after the day does not count yet
        ([(date(2024, 1, 1), date(2025, 12, 31)), (date(2026, 11, 11),)], SHORT, None),
    ],
)  # fmt: skip
def test_practice_adds_up(periods, expected, opens_on):
    verdict = asked(*periods)

    assert (answer(verdict), verdict.opens_on) == (expected, opens_on)


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        (None, UNKNOWN),
        (0, SHORT),
        (Decimal("2.9"), SHORT),
        (3, ENOUGH),
        (40, ENOUGH),
    ],
)
def test_years_told_without_periods(years, expected):
    verdict = verdict_of(TRAINING, person(practice_years=years))

    assert (answer(verdict), verdict.opens_on) == (expected, None)


def test_periods_say_more_than_years():
    who = person(practice=[Practice(date(2025, 1, 1))], practice_years=12)

    assert answer(verdict_of(TRAINING, who)) == SHORT


def test_the_number_of_years_is_that_of_the_day():
    book = replaced("practice_years_min", "5", ON)

    assert answer(asked((date(2021, 11, 11),), book=book)) == SHORT
    assert answer(asked((date(2021, 11, 10),), book=book)) == ENOUGH
    assert asked((date(2022, 1, 1),), book=book, on=date(2026, 11, 9)).status == Status.OPEN_IF
