"""When a digest is due. Periods are keys, not windows: a missed run is caught up, never doubled.

Every moment that is given is in UTC; hours and days are those of Europe/Amsterdam. An hour that
the clock skips in spring is the first moment after it; of one that comes twice it is the first.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

ZONE: Final = ZoneInfo("Europe/Amsterdam")
HOUR: Final = 7
MONDAY: Final = 0


def start_of(period: date, hour: int = HOUR) -> datetime:
    """The moment at which the digest of this period is due; what came later waits for the next."""
    return datetime.combine(period, time(hour), ZONE).astimezone(UTC)


def daily_period(now: datetime, hour: int = HOUR) -> date:
    """The date of the last time that it was this hour."""
    today = now.astimezone(ZONE).date()
    return today if start_of(today, hour) <= now.astimezone(UTC) else today - timedelta(days=1)


def weekly_period(now: datetime, hour: int = HOUR, day: int = MONDAY) -> date:
    """The date of the last time that it was this hour of this day of the week."""
    last = daily_period(now, hour)
    return last - timedelta(days=(last.weekday() - day) % 7)


def first_daily(moment: datetime, hour: int = HOUR) -> datetime:
    """When the daily digest goes that holds what was told at this moment: always later."""
    return start_of(daily_period(moment, hour) + timedelta(days=1), hour)


def first_weekly(moment: datetime, hour: int = HOUR, day: int = MONDAY) -> datetime:
    """When the weekly digest goes that holds what was told at this moment: always later."""
    return start_of(weekly_period(moment, hour, day) + timedelta(weeks=1), hour)
