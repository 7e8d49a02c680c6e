"""What somebody wants, and so when a notice goes into which mail. Pure.

Frequencies and rhythms are the codes of `accounts.enums.Frequency`.
"""

from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

from accounts.notifications import calendar

AT_ONCE: Final = "at_once"
DAILY: Final = "daily"
WEEKLY: Final = "weekly"
NEVER: Final = "never"
JUST_BEFORE: Final = timedelta(microseconds=1)


class Wish(NamedTuple):
    """How often somebody wants mail, when the digests come, and the day until which mail rests."""

    frequency: str
    hour: int = calendar.HOUR
    day: int = calendar.MONDAY
    paused_until: date | None = None


class Plan(NamedTuple):
    """When a notice goes, and how: on its own, or with the daily or the weekly digest."""

    rhythm: str
    due_at: datetime


@lru_cache(maxsize=8192)  # thousands are told of one thing at one moment
def plan(told_at: datetime, wish: Wish) -> Plan | None:
    """The plan of a notice that was told at this moment; None when no mail is wanted."""
    if wish.frequency == NEVER:
        return None
    due_at = told_at if wish.frequency == AT_ONCE else next_digest(told_at, wish)
    if wish.paused_until and due_at < (end := calendar.start_of(wish.paused_until, 0)):
        due_at = next_digest(end - JUST_BEFORE, wish)
    return Plan(wish.frequency, due_at)


def next_digest(after: datetime, wish: Wish) -> datetime:
    """The first moment after this one at which it is the person's hour, or hour and day."""
    if wish.frequency == WEEKLY:
        return calendar.first_weekly(after, wish.hour, wish.day)
    return calendar.first_daily(after, wish.hour)


@lru_cache(maxsize=8192)
def period(now: datetime, wish: Wish) -> date:
    """The period of the digest that is made at this moment."""
    if wish.frequency == WEEKLY:
        return calendar.weekly_period(now, wish.hour, wish.day)
    return calendar.daily_period(now, wish.hour)
