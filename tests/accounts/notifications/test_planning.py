"""The plan of a notice: properties over years of moments, and the days on which clocks change."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.notifications import calendar
from accounts.notifications.planning import AT_ONCE, DAILY, NEVER, WEEKLY, Plan, Wish, period, plan

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
SPRING, AUTUMN = date(2027, 3, 28), date(2026, 10, 25)
MOMENTS = st.datetimes(
    datetime(2026, 1, 1),  # noqa: DTZ001 -- the zone is given apart
    datetime(2028, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
) | st.builds(
    lambda day, minutes: datetime.combine(day, time(), UTC) + timedelta(minutes=minutes),
    st.sampled_from([SPRING, AUTUMN]),
    st.integers(-2 * 24 * 60, 2 * 24 * 60),
)
WISHES = st.builds(
    Wish, st.sampled_from([DAILY, WEEKLY]), st.integers(0, 23), st.integers(0, 6), st.none()
)
RESTS = st.dates(date(2026, 1, 2), date(2028, 2, 1))


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


def first_existing(day: date, hour: int) -> datetime:
    """The chosen hour as people read it from a clock; in spring two o'clock is three."""
    moment = datetime.combine(day, time(), AMSTERDAM).astimezone(UTC)
    while (here := moment.astimezone(AMSTERDAM)).date() == day and here.hour < hour:
        moment += timedelta(minutes=30)
    return moment


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(MOMENTS, WISHES)
def test_a_digest_is_always_later_and_at_the_chosen_hour_or_the_first_after_it(told_at, wish):
    found = plan(told_at, wish)

    assert found is not None
    here = found.due_at.astimezone(AMSTERDAM)
    assert found.due_at > told_at
    assert found.due_at == first_existing(here.date(), wish.hour)
    assert found.due_at - told_at <= timedelta(days=1 if wish.frequency == DAILY else 7, hours=1)
    assert wish.frequency == DAILY or here.weekday() == wish.day


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(MOMENTS, WISHES)
def test_no_digest_moment_lies_between_the_telling_and_the_plan(told_at, wish):
    found = plan(told_at, wish)

    assert found is not None
    days = [
        told_at.astimezone(AMSTERDAM).date() + timedelta(days=number) for number in range(-1, 9)
    ]
    moments = [
        first_existing(day, wish.hour)
        for day in days
        if wish.frequency == DAILY or day.weekday() == wish.day
    ]
    assert found.due_at == min(moment for moment in moments if moment > told_at)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(MOMENTS, WISHES)
def test_every_moment_is_in_exactly_one_period(now, wish):
    here = period(now, wish)
    step = timedelta(days=1 if wish.frequency == DAILY else 7)

    assert calendar.start_of(here, wish.hour) <= now < calendar.start_of(here + step, wish.hour)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(MOMENTS, WISHES)
def test_a_clock_that_jumps_an_hour_back_and_forth_is_in_periods_that_were_known(now, wish):
    jumps = [now + timedelta(hours=jump) for jump in (0, 1, 0, -1, 0)]
    step = timedelta(days=1 if wish.frequency == DAILY else 7)

    found = {period(moment, wish) for moment in jumps}

    assert len(found) <= 2
    assert max(found) - min(found) in (timedelta(), step)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(MOMENTS, WISHES, RESTS)
def test_nothing_goes_while_mail_rests_and_all_goes_after_it(told_at, wish, until):
    end = datetime.combine(until, time(), AMSTERDAM).astimezone(UTC)
    resting = plan(told_at, wish._replace(paused_until=until))
    awake = plan(told_at, wish)

    assert resting is not None
    assert awake is not None
    assert resting.due_at >= max(end, awake.due_at)
    assert resting.due_at - max(end, awake.due_at) <= timedelta(days=7, hours=1)
    assert resting.due_at == awake.due_at or awake.due_at < end


@pytest.mark.parametrize("day", [SPRING, AUTUMN])
@pytest.mark.parametrize("hour", [0, 1, 2, 3, 7])
def test_a_day_on_which_the_clock_changes_has_one_digest(day, hour):
    wish, dues = Wish(DAILY, hour), set()
    start = datetime.combine(day - timedelta(days=1), time(12), AMSTERDAM).astimezone(UTC)
    for minutes in range(0, 48 * 60, 10):
        found = plan(start + timedelta(minutes=minutes), wish)
        assert found is not None
        dues.add(found.due_at)

    days = [due.astimezone(AMSTERDAM).date() for due in sorted(dues)]
    assert days == sorted(set(days))
    assert day in days


@pytest.mark.parametrize(
    ("told_at", "wish", "due_at"),
    [
        ("2026-11-20T06:59", Wish(DAILY, 7), "2026-11-20T07:00"),
        ("2026-11-20T07:00", Wish(DAILY, 7), "2026-11-21T07:00"),
        ("2026-11-20T07:00", Wish(DAILY, 18), "2026-11-20T18:00"),
        ("2026-11-20T07:00", Wish(WEEKLY, 7, 0), "2026-11-23T07:00"),
        ("2026-11-20T07:00", Wish(WEEKLY, 16, 4), "2026-11-20T16:00"),
        ("2026-11-20T16:00", Wish(WEEKLY, 16, 4), "2026-11-27T16:00"),
        ("2026-10-24T23:00", Wish(DAILY, 2), "2026-10-25T02:00"),
        ("2027-03-27T23:00", Wish(DAILY, 2), "2027-03-28T03:00"),
        ("2026-11-20T07:00", Wish(DAILY, 7, 0, date(2026, 12, 24)), "2026-12-24T07:00"),
        ("2026-11-20T07:00", Wish(WEEKLY, 7, 0, date(2026, 12, 24)), "2026-12-28T07:00"),
        ("2026-11-20T07:00", Wish(AT_ONCE, 9, 0, date(2026, 12, 24)), "2026-12-24T09:00"),
        ("2026-12-24T00:00", Wish(AT_ONCE, 9, 0, date(2026, 12, 24)), "2026-12-24T00:00"),
        ("2026-11-20T07:00", Wish(AT_ONCE, 9, 0, date(2026, 11, 20)), "2026-11-20T07:00"),
        ("2026-11-20T07:00", Wish(DAILY, 0, 0, date(2026, 11, 22)), "2026-11-22T00:00"),
    ],
)
def test_plans(told_at, wish, due_at):
    found = plan(local(told_at).astimezone(UTC), wish)

    assert found == Plan(wish.frequency, local(due_at).astimezone(UTC))


def test_who_wants_no_mail_has_no_plan():
    assert plan(local("2026-11-20T07:00"), Wish(NEVER)) is None
