"""What a no to one vacancy says about the next ones: which of them are not told. Pure.

Each reason silences what shares with the refused vacancy exactly what was refused:

- too far: what is as far or farther;
- the day-parts: what asks, of the day-parts that are free, none besides those refused;
- not my trade: what lies in no other trade of the person. A trade here is broad (all of technology
  is one), so a vacancy still is told if it asks something the person can do and the refused one
  did not ask: who says no to electrics still hears of welding;
- the pay: what pays no more than that at most;
- not now: everything, for three months.

The match stays in the list of the person. Only the telling stops.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

from accounts.credentials.calendar import plus_months

TOO_FAR: Final = "too_far"
WRONG_TIME: Final = "wrong_time"
WRONG_TRADE: Final = "wrong_trade"
PAY: Final = "pay"
NOT_NOW: Final = "not_now"
REST_MONTHS: Final = 3
NONE: Final[frozenset[int]] = frozenset()


class Pair(NamedTuple):
    """What the rules read of a vacancy and a person."""

    metres: int | None  # to the nearest location
    free: int  # day-parts asked and free
    trades: int  # domains of both
    skills: frozenset[int]  # competences asked and held
    pay: int  # rank of the highest scale, -1: not told


class Rule(NamedTuple):
    """A rule with the one value that its reason reads; `key` names it."""

    key: int
    reason: str
    value: int = 0
    skills: frozenset[int] = NONE
    until: date | None = None


def rule_for(reason: str, refused: Pair, *, today: date) -> Rule | None:
    """What a no for this reason teaches; None when the vacancy tells no such value."""
    values = {
        TOO_FAR: -1 if refused.metres is None else refused.metres,
        WRONG_TIME: refused.free or -1,
        WRONG_TRADE: refused.trades or -1,
        PAY: refused.pay,
        NOT_NOW: 0,
    }
    value = values[reason]
    if value < 0:
        return None
    skills = refused.skills if reason == WRONG_TRADE else NONE
    until = plus_months(today, REST_MONTHS) if reason == NOT_NOW else None
    return Rule(0, reason, value, skills, until)


def silences(rule: Rule, pair: Pair, *, today: date) -> bool:
    """Whether this rule keeps this pair untold today."""
    if rule.reason == TOO_FAR:
        return pair.metres is not None and pair.metres >= rule.value
    if rule.reason == WRONG_TIME:
        return pair.free != 0 and pair.free & ~rule.value == 0
    if rule.reason == WRONG_TRADE:
        return pair.trades & ~rule.value == 0 and pair.skills <= rule.skills
    if rule.reason == PAY:
        return pair.pay <= rule.value
    return rule.until is not None and today < rule.until


def silencer(rules: Iterable[Rule], pair: Pair, *, today: date) -> Rule | None:
    """The first of these rules that keeps this pair untold; None: it is told."""
    return next((rule for rule in rules if silences(rule, pair, today=today)), None)
