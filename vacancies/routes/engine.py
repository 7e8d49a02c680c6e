"""From a case to its verdicts: one for each route that opens the function, best first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from typing import Final

from vacancies.codes import Need, Route
from vacancies.routes import predicates
from vacancies.routes.calendar import joined_until, last_day
from vacancies.routes.catalogue import (
    ROUTES,
    Branch,
    Condition,
    Either,
    RouteRule,
    Whose,
    rules_for,
)
from vacancies.routes.facts import FUNDED, Case
from vacancies.routes.question import Question, Truth
from vacancies.routes.rulebook import RuleBook
from vacancies.routes.verdict import Limit, Reason, Remedy, Status, Verdict
from vacancies.routes.verdict import Warning as Caution

RANK: Final = {Status.OPEN: 0, Status.OPEN_IF: 1, Status.CLOSED: 2}
TENTH: Final = Decimal("0.1")
BAN_IS_NO_RULE: Final = (Route.CONTRACT_ACTIVITY, Route.OTHER_STAFF, Route.WORKPLACE_TRAINER)
BY_ROUTE: Final = frozenset(
    {
        Need.TERM_LEFT,
        Need.EXEMPTION_DECISION,
        Need.EXTENSION_REASON,
        Need.EFFORT_STATEMENT,
        *(Need.STATEMENT_BY, Need.RELEVANCE_JUDGED, Need.SUBJECT_JUDGED, Need.LEVEL_JUDGED),
        *(Need.FOREIGN_LEVEL_EQUAL, Need.NAMED_TEACHER, Need.INSTR_DECLARATION),
    }
)
TABLE_ORDER: Final = {rule.code: number for number, rule in enumerate(ROUTES)}


@dataclass(frozen=True, slots=True)
class _Item:
    """A condition that does not hold; `opens_on` where time alone will make it hold."""

    need: Need
    whose: Whose
    closes: bool
    opens_on: date | None = None


def evaluate(case: Case, book: RuleBook) -> tuple[Verdict, ...]:
    """One verdict for each route that opens `case.block.function`, best first."""
    return judge(rules_for(case.block.function), case, book)


def judge(rules: Iterable[RouteRule], case: Case, book: RuleBook) -> tuple[Verdict, ...]:
    """The verdicts of these routes: by status, then the fewest codes, then the table."""
    question = Question(case, book)
    verdicts = [_verdict(rule, question) for rule in rules]
    return tuple(
        sorted(verdicts, key=lambda v: (RANK[v.status], len(v.codes), TABLE_ORDER[v.route]))
    )


def _verdict(rule: RouteRule, q: Question) -> Verdict:
    q.ask(rule.code, rule.term)
    items = [item for condition in rule.conditions for item in _items(condition, q)]
    closers = [item for item in items if item.closes]
    listed = closers or items
    status = Status.CLOSED if closers else Status.OPEN_IF if items else Status.OPEN
    limit = q.limit if rule.code == Route.GUEST_TEACHER_SIX_HOURS else None
    return Verdict(
        route=rule.code,
        status=status,
        missing_person=_needs(listed, Whose.PERSON),
        missing_school=_needs(listed, Whose.SCHOOL),
        board_judges=_needs(listed, Whose.BOARD),
        warnings=tuple(_warnings(rule, q)),
        reason=_reason(closers),
        opens_on=_all_by(closers),
        limit=limit,
        remedies=_remedies(q, limit),
        article=rule.article,
        in_force_from=rule.in_force_from,
        **({} if closers else _clocks(rule, q)),
    )


def _items(condition: Condition | Either, q: Question) -> Sequence[_Item]:
    if isinstance(condition, Condition):
        return _of_branch((condition,), q)
    found = [_of_branch(branch, q) for branch in condition.branches]
    best = min(found, key=_badness)
    if not any(item.closes for item in best):
        return best
    days = [day for items in found if (day := _all_by([i for i in items if i.closes]))]
    return (_Item(condition.closed_as, Whose.PERSON, True, min(days, default=None)),)


def _of_branch(branch: Branch, q: Question) -> list[_Item]:
    items = []
    for condition in branch:
        truth = _truth(condition, q)
        if truth is True:
            continue
        opens_on = truth if isinstance(truth, date) else None
        items.append(_Item(condition.need, condition.whose, truth is not None, opens_on))
    return items


def _truth(condition: Condition, q: Question) -> Truth:
    """Asked once in a case; what depends on the route or its term is asked anew."""
    key = (id(condition), q.route if condition.need in BY_ROUTE else None)
    if key not in q.known:
        q.known[key] = condition.holds(q)
    return q.known[key]


def _badness(items: Sequence[_Item]) -> tuple[bool, int]:
    """Lowest is best: nothing missing, then something missing, then closed; fewest codes."""
    closes = any(item.closes for item in items)
    return closes, len({item.need for item in items})


def _needs(items: Sequence[_Item], whose: Whose) -> tuple[Need, ...]:
    return tuple(dict.fromkeys(item.need for item in items if item.whose is whose))


def _all_by(closers: Sequence[_Item]) -> date | None:
    """The day by which time alone has opened all of them, if it ever does."""
    days = [item.opens_on for item in closers if item.opens_on]
    return max(days) if days and len(days) == len(closers) else None


def _reason(closers: Sequence[_Item]) -> Reason | None:
    needless = any(item.need is Need.NO_TEACHER_DIPLOMA for item in closers)
    return Reason.NOT_NEEDED if needless else None


def _clocks(rule: RouteRule, q: Question) -> dict[str, date | None]:
    """The days on which it ends; as if granted from the first day of the block."""
    if rule.code == Route.INSTRUCTOR_IN_TRAINING:
        ends = [day for day in (q.person.course_until, q.block.end_on) if day]
        return {"ends_on": min(ends, default=None)}
    if q.term is None:
        return {}
    clocks = {"ends_on": q.term.ends_on, "extendable_to": q.term.extendable_to}
    if rule.code == Route.SUITABILITY_IN_TRAINING:
        clocks["pdg_due_on"] = _pdg_due_on(q)
    return clocks


def _pdg_due_on(q: Question) -> date:
    """Last day within two years of the appointment (4.2.4 lid 1 c, lid 3)."""
    here = [one for one in q.case.board.periods if one.route == q.route and one.from_on <= q.on]
    appointed = joined_until(here, q.start) or q.start
    return last_day(appointed, q.book.whole("reach_level_within", q.on))


def _remedies(q: Question, limit: Limit | None) -> tuple[Remedy, ...]:
    """What fits within the budget: fewer hours in as many weeks, or fewer weeks of as many."""
    planned, peak = q.block.clock_hours_year, q.block.peak_week_hours
    if limit is None or limit.left >= 0 or not planned:
        return ()
    room = limit.left + planned
    if room <= 0 or not peak:
        return ()
    hours = (room * peak / planned).quantize(TENTH, ROUND_FLOOR)
    weeks = int(room / peak)
    return (
        Remedy(week_hours=hours),
        Remedy(weeks=weeks, hours_year=weeks * Decimal(peak)),
    )


def _warnings(rule: RouteRule, q: Question) -> Iterable[Caution]:
    if rule.code == Route.GUEST_TEACHER_SIX_HOURS and _week_over_average(q):
        yield Caution.WEEK_OVER_AVERAGE
    if _asks_vog(rule) and _vog_shown_late(q):
        yield Caution.VOG_SHOWN_AFTER_START
    if rule.code == Route.OTHER_STAFF and q.block.lent and predicates.vog_ok(q) is not True:
        yield Caution.VOG_BY_PRACTICE
    if rule.code in BAN_IS_NO_RULE and q.person.declares_no_ban is False:
        yield Caution.COURT_BAN
    if rule.code != Route.WORKPLACE_TRAINER and q.case.board.kind not in FUNDED:
        yield Caution.NOT_DIRECTLY_BOUND
    if q.on < rule.in_force_from:
        yield Caution.TEXT_NOT_CHECKED_FOR_DATE
    if rule.code == Route.SUITABILITY_IN_TRAINING:
        yield from _pdg_warnings(q)


def _pdg_warnings(q: Question) -> Iterable[Caution]:
    """What providers ask by sector agreement, and that the course is no longer needed."""
    fte, lessons = q.block.fte, q.block.lesson_hours_week
    if fte is not None and fte < q.book.number("pdg_min_fte", q.on):
        yield Caution.PDG_MIN_FTE
    if lessons is not None and lessons < q.book.number("pdg_min_lesson_hours_week", q.on):
        yield Caution.PDG_MIN_LESSONS
    if predicates.pdg(q) is True:
        yield Caution.ROUTE_SUPERFLUOUS


def _week_over_average(q: Question) -> bool:
    peak = q.block.peak_week_hours
    return peak is not None and peak > q.book.number("guest_avg_clock_hours_week", q.budget_on)


def _asks_vog(rule: RouteRule) -> bool:
    return any(isinstance(one, Condition) and one.need is Need.VOG_OK for one in rule.conditions)


def _vog_shown_late(q: Question) -> bool:
    """Every VOG that counts was shown after the first day."""
    days = [
        paper.shown_on
        for paper in q.papers.get("vog", ())
        if paper.shown_on and predicates.shown_in_time(q, paper)
    ]
    return bool(days) and min(days) > q.start


def best(verdicts: Sequence[Verdict]) -> Verdict:
    """The best of verdicts in any order."""
    return min(verdicts, key=lambda v: (RANK[v.status], len(v.codes), TABLE_ORDER[v.route]))
