"""Which of the law's demands on a trajectory are not met yet, each looked at by itself. Pure.

A verdict that is closed lists only what closes it; a plan needs all the rest as well.
"""

from collections.abc import Iterable
from typing import Final

from vacancies.codes import Need, Route
from vacancies.routes.catalogue import RULE_OF, Condition, Either
from vacancies.routes.engine import judge
from vacancies.routes.facts import Case
from vacancies.routes.question import Question
from vacancies.routes.rulebook import RuleBook
from vacancies.routes.verdict import Status, Verdict

ROUTE: Final = Route.SUITABILITY_IN_TRAINING


def verdict_of(case: Case, book: RuleBook) -> Verdict:
    """The verdict on the route of who is in training."""
    return judge([RULE_OF[ROUTE]], case, book)[0]


def missing(case: Case, book: RuleBook) -> frozenset[Need]:
    """Every demand that does not hold; of an either-or the branch that is nearest."""
    rule = RULE_OF[ROUTE]
    verdict = verdict_of(case, book)
    q = Question(case, book)
    q.ask(rule.code, rule.term)
    found: set[Need] = set()
    for condition in rule.conditions:
        if isinstance(condition, Condition):
            found |= {condition.need} if condition.holds(q) is not True else set()
        elif not _holds(condition.branches, q):
            found |= _of_either(condition, verdict)
    return frozenset(found)


def _holds(branches: Iterable[tuple[Condition, ...]], q: Question) -> bool:
    return any(all(one.holds(q) is True for one in branch) for branch in branches)


def _of_either(either: Either, verdict: Verdict) -> set[Need]:
    needs = {one.need for branch in either.branches for one in branch} | {either.closed_as}
    nearest = needs & verdict.codes
    return nearest if nearest and verdict.status is not Status.CLOSED else needs
