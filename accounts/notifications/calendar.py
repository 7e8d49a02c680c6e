"""When a digest is due. Periods are keys, not windows: a missed run is caught up, never doubled."""

from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

ZONE: Final = ZoneInfo("Europe/Amsterdam")
HOUR: Final = time(7)
MONDAY: Final = 0


def daily_period(now: datetime) -> date:
    """The date of the last seven o'clock in the morning that has passed."""
    local = now.astimezone(ZONE)
    return local.date() if local.time() >= HOUR else local.date() - timedelta(days=1)


def weekly_period(now: datetime) -> date:
    """The date of the last Monday whose seven o'clock has passed."""
    day = daily_period(now)
    return day - timedelta(days=(day.weekday() - MONDAY) % 7)


def start_of(period: date) -> datetime:
    """The moment at which the digest of this period is due; what came later waits for the next."""
    return datetime.combine(period, HOUR, ZONE)


def first_daily(moment: datetime) -> datetime:
    """When the daily digest goes that holds what was told at this moment."""
    return start_of(daily_period(moment) + timedelta(days=1))


def first_weekly(moment: datetime) -> datetime:
    """When the weekly digest goes that holds what was told at this moment."""
    return start_of(weekly_period(moment) + timedelta(weeks=1))
