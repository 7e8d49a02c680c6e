"""From a case to its verdicts: one for each route that opens the function, best first."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from typing import Final, NamedTuple

from vacancies.codes import Need
from vacancies.routes.catalogue import (
    ROUTES,
    Condition,
    Either,
    RouteRule,
    Whose,
    rules_for,
)
from vacancies.routes.clocks import NONE
from vacancies.routes.facts import Case
from vacancies.routes.question import Question, Truth
from vacancies.routes.rulebook import RuleBook
from vacancies.routes.verdict import Limit, Reason, Remedy, Status, Verdict
from vacancies.routes.verdict import Warning as Caution

OPEN, OPEN_IF, CLOSED = Status
PERSON, SCHOOL, BOARD = Whose
RANK: Final = {OPEN: 0, OPEN_IF: 1, CLOSED: 2}
WORST: Final = 1_000  # more codes than a branch can have
TENTH: Final = Decimal("0.1")
TABLE_ORDER: Final = {rule.code: number for number, rule in enumerate(ROUTES)}


class _Item(NamedTuple):
    """A condition that does not hold; `opens_on` where time alone will make it hold."""

    need: Need
    whose: Whose
    closes: bool
    opens_on: date | None = None


Items = tuple[_Item, ...]
NOTHING: Final[Items] = ()


class _Judge:
    """One case over some routes; what does not depend on the route is found once."""

    def __init__(self, case: Case, book: RuleBook) -> None:
        self.q = Question(case, book)
        self.found: dict[int, Items] = {}

    def verdict(self, rule: RouteRule) -> Verdict:
        q = self.q
        q.ask(rule.code, rule.term)
        items = self.items(rule)
        closers = [item for item in items if item.closes]
        listed = closers or items
        clocks = NONE if closers else rule.clocks(q)
        limit = q.limit if rule.has_budget else None
        return Verdict(
            route=rule.code,
            status=CLOSED if closers else OPEN_IF if items else OPEN,
            missing_person=_needs(listed, PERSON),
            missing_school=_needs(listed, SCHOOL),
            board_judges=_needs(listed, BOARD),
            warnings=_warnings(rule, q),
            reason=_reason(closers),
            opens_on=_all_by(closers) if closers else None,
            ends_on=clocks.ends_on,
            extendable_to=clocks.extendable_to,
            pdg_due_on=clocks.pdg_due_on,
            limit=limit,
            remedies=_remedies(q, limit) if limit and limit.left < 0 else (),
            article=rule.article,
            in_force_from=rule.in_force_from,
        )

    def items(self, rule: RouteRule) -> list[_Item]:
        """What of this route's conditions does not hold, in their order."""
        items: list[_Item] = []
        for condition in rule.conditions:
            found = self.found.get(id(condition))
            if found is None:
                found = self.find(condition)
            items += found
        return items

    def find(self, condition: Condition | Either) -> Items:
        found: Items
        if isinstance(condition, Either):
            found = _best_of(condition, self.q)
        else:
            truth = condition.holds(self.q)
            found = NOTHING if truth is True else (_item(condition, truth),)
            if condition.by_route:
                return found
        self.found[id(condition)] = found
        return found


def evaluate(case: Case, book: RuleBook) -> tuple[Verdict, ...]:
    """One verdict for each route that opens `case.block.function`, best first."""
    return judge(rules_for(case.block.function), case, book)


def judge(rules: Iterable[RouteRule], case: Case, book: RuleBook) -> tuple[Verdict, ...]:
    """The verdicts of these routes: by status, then the fewest codes, then the table."""
    judged = _Judge(case, book)
    return tuple(sorted(map(judged.verdict, rules), key=order))


def order(verdict: Verdict) -> tuple[int, int, int]:
    """Best first."""
    return RANK[verdict.status], len(verdict.codes), TABLE_ORDER[verdict.route]


def _best_of(either: Either, q: Question) -> Items:
    """The best branch; where all are closed, the first day on which one of them no longer is."""
    best, least = NOTHING, WORST
    days: list[date] = []
    for branch in either.branches:
        truths = [one.holds(q) for one in branch]
        closers = [truth for truth in truths if truth is not None and truth is not True]
        if closers:
            known = [truth for truth in closers if isinstance(truth, date)]
            days += [max(known)] if len(known) == len(closers) else []
        elif truths.count(None) < least:
            least = truths.count(None)
            best = tuple(
                [_item(*one) for one in zip(branch, truths, strict=True) if one[1] is None]
            )
    if least is WORST:
        return (_Item(either.closed_as, PERSON, True, min(days, default=None)),)
    return best


def _item(condition: Condition, truth: Truth) -> _Item:
    opens_on = truth if isinstance(truth, date) else None
    return _Item(condition.need, condition.whose, truth is not None, opens_on)


def _needs(items: Sequence[_Item], whose: Whose) -> tuple[Need, ...]:
    return tuple([item.need for item in items if item.whose is whose]) if items else ()


def _all_by(closers: Sequence[_Item]) -> date | None:
    """The day by which time alone has opened all of them, if it ever does."""
    days = [item.opens_on for item in closers if item.opens_on]
    return max(days) if days and len(days) == len(closers) else None


def _reason(closers: Sequence[_Item]) -> Reason | None:
    for item in closers:
        if item.need is Need.NO_TEACHER_DIPLOMA:
            return Reason.NOT_NEEDED
    return None


def _remedies(q: Question, limit: Limit) -> tuple[Remedy, ...]:
    """What fits within the budget: fewer hours in as many weeks, or fewer weeks of as many."""
    planned, peak = q.block.clock_hours_year, q.block.peak_week_hours
    room = limit.budget - q.booked
    if not planned or not peak or room <= 0:
        return ()
    hours = (room * peak / planned).quantize(TENTH, ROUND_FLOOR)
    weeks = int(room / peak)
    found = (Remedy(week_hours=hours), Remedy(weeks=weeks, hours_year=weeks * Decimal(peak)))
    return tuple([remedy for remedy in found if remedy.week_hours or remedy.weeks])


def _warnings(rule: RouteRule, q: Question) -> tuple[Caution, ...]:
    found = tuple([caution for caution, holds in rule.cautions if q.recall(holds)])
    if q.on < rule.in_force_from:
        return (*found, Caution.TEXT_NOT_CHECKED_FOR_DATE)
    return found


def best(verdicts: Sequence[Verdict]) -> Verdict:
    """The best of verdicts in any order."""
    return min(verdicts, key=order)
