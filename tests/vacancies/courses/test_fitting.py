import pytest

from portal.kit import dayparts
from vacancies.courses.fitting import Fit, Fitting, Travel, fitting, travel

TUESDAY = dayparts.parse("tuesday_morning tuesday_afternoon")
FRIDAY = dayparts.parse("friday_morning friday_afternoon")
MORNING = dayparts.parse("tuesday_morning")


@pytest.mark.parametrize(
    ("asked", "free", "one_of_days", "expected"),
    [
        (0, TUESDAY, False, Fitting(Fit.UNKNOWN)),
        (TUESDAY, TUESDAY | FRIDAY, False, Fitting(Fit.FITS, TUESDAY)),
        (TUESDAY, MORNING, False, Fitting(Fit.NOT, TUESDAY & ~MORNING)),
        (TUESDAY, 0, False, Fitting(Fit.NOT, TUESDAY)),
        (TUESDAY | FRIDAY, TUESDAY, False, Fitting(Fit.NOT, FRIDAY)),
        (TUESDAY | FRIDAY, TUESDAY, True, Fitting(Fit.FITS, TUESDAY)),
        (TUESDAY | FRIDAY, TUESDAY | FRIDAY, True, Fitting(Fit.FITS, TUESDAY | FRIDAY)),
        (TUESDAY | FRIDAY, MORNING, True, Fitting(Fit.NOT, TUESDAY & ~MORNING)),
    ],
)
def test_a_course_needs_its_days_free(asked, free, one_of_days, expected):
    assert fitting(asked, free, one_of_days=one_of_days) == expected


def test_what_is_not_known_is_within_any_distance():
    assert Travel().is_within(1)
    assert Travel(is_needed=False).is_within(1)
    assert Travel(1000).is_within(1)
    assert not Travel(1001).is_within(1)


def test_nearest_comes_first_and_unknown_last():
    home = (155_000, 463_000)
    near, far = travel(home, (155_000, 463_500)), travel(home, (155_000, 470_000))
    at_home, unknown = travel(home, None, is_needed=False), travel(home, None)

    found = sorted([unknown, far, near, at_home], key=lambda one: one.rank)

    assert found == [at_home, near, far, unknown]
