"""The plan of a trajectory, made backwards: from the certificate to the first yes.

Each milestone has a day of its own, counted back from an anchor; it is moved forward in time by
nothing, and back by two things: the milestone that comes after it, and days on which a school
does not work. What cannot be met any more is told, never hidden. Pure: values in, values out.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, NamedTuple

from portal.kit.school_days import school_day_until
from vacancies.routes import calendar
from vacancies.routes.calendar import DAY
from vacancies.routes.rulebook import RuleBook
from vacancies.training.clocks import Clocks, Span, clocks_of
from vacancies.training.milestones import (
    MILESTONES,
    RULE_OF,
    Anchor,
    Code,
    Reason,
    Rule,
    Track,
    Why,
)

UNITS: Final[dict[str, Callable[[date, int], date]]] = {
    "days": lambda day, number: day + timedelta(days=number),
    "weeks": lambda day, number: day + timedelta(weeks=number),
    "months": calendar.plus_months,
}


@dataclass(frozen=True, slots=True)
class Course:
    """One run of a course; what the provider does not tell is None."""

    starts_on: date
    apply_by: date | None = None
    intake_by: date | None = None
    months: int | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What a plan is made of. `starts_on`: the first day of the appointment, planned or real.

    `pauses` and `earlier` hold first and last days. `left_out`: milestones that are not asked
    here. `done`: what is had already, so that it cannot be too late.
    """

    today: date
    starts_on: date
    region: str
    course: Course | None = None
    pauses: tuple[Span, ...] = ()
    earlier: tuple[Span, ...] = ()
    extended_until: date | None = None
    agreed_until: date | None = None
    left_out: frozenset[Code] = field(default_factory=frozenset)
    done: frozenset[Code] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Dated:
    """A milestone with its day and the reason of that day."""

    code: Code
    due_on: date
    reason: Reason


@dataclass(frozen=True, slots=True)
class Conflict:
    """A day that cannot be met, and the first one that could."""

    code: Code
    due_on: date
    earliest_on: date


@dataclass(frozen=True, slots=True)
class Plan:
    """Milestones in the order of the table; conflicts in the same order."""

    clocks: Clocks
    milestones: tuple[Dated, ...]
    conflicts: tuple[Conflict, ...]

    @property
    def is_possible(self) -> bool:
        return not self.conflicts

    def due_on(self, code: Code) -> date | None:
        return next((one.due_on for one in self.milestones if one.code == code), None)


class _Target(NamedTuple):
    """The day of the certificate, what sets it, and when the course itself would end."""

    on: date
    why: Why
    course_ends_on: date | None


def plan(facts: Facts, book: RuleBook) -> Plan:
    """Every milestone with its day. Never after the legal term; the order of the table holds."""
    clocks = clocks_of(
        facts.starts_on,
        book=book,
        pauses=facts.pauses,
        earlier=facts.earlier,
        extended_until=facts.extended_until,
        agreed_until=facts.agreed_until,
    )
    target = _target(facts, clocks, book)
    course = facts.course or Course(_latest_start(facts, clocks, book))
    anchors = {
        Anchor.APPOINTMENT: facts.starts_on,
        Anchor.COURSE: course.starts_on,
        Anchor.CERTIFICATE: target.on,
        Anchor.TERM: clocks.term_ends_on,
    }
    wished = {
        rule.code: _wished(rule, facts, course, anchors[rule.anchor], book)
        for rule in MILESTONES
        if rule.code not in facts.left_out
    }
    wished[Code.CERTIFICATE] = (target.on, Reason(target.why))
    milestones = _ordered(wished, facts.region)
    return Plan(clocks, milestones, tuple(_conflicts(facts, milestones, target, course, book)))


def before(day: date, name: str, book: RuleBook, on: date, *, times: int = -1) -> date:
    """So long before a day (`times=1`: after it) as the number of this name says on `on`."""
    return UNITS[name.rpartition("_")[2]](day, times * book.whole(name, on))


def _target(facts: Facts, clocks: Clocks, book: RuleBook) -> _Target:
    """The course ends in its own time, but at the latest when the first clock stops."""
    ends_on = _course_ends_on(facts, book)
    if ends_on and ends_on <= clocks.first:
        return _Target(ends_on, Why.COURSE_TAKES, ends_on)
    is_term = clocks.term_ends_on <= clocks.certificate_by
    return _Target(clocks.first, Why.TERM if is_term else Why.AGREEMENT, ends_on)


def _course_ends_on(facts: Facts, book: RuleBook) -> date | None:
    """Last day of the course, moved along by pauses in it; None while no course is chosen."""
    if facts.course is None:
        return None
    first = facts.course.starts_on
    months = facts.course.months or book.whole("pdg_months", first)
    paused = calendar.days_in(
        (max(begin, first), end) for begin, end in calendar.spans(facts.pauses) if end >= first
    )
    return calendar.plus_months(first, months) - DAY + timedelta(days=paused)


def _latest_start(facts: Facts, clocks: Clocks, book: RuleBook) -> date:
    """Without a course: the day on which a common one has to begin, not before the appointment."""
    months = book.whole("pdg_months", facts.starts_on)
    return max(calendar.plus_months(clocks.first + DAY, -months), facts.starts_on)


def _wished(
    rule: Rule, facts: Facts, course: Course, anchor: date, book: RuleBook
) -> tuple[date, Reason]:
    """The day that a milestone would have by itself."""
    if rule.code == Code.PDG_APPLICATION and course.apply_by:
        return course.apply_by, Reason(Why.PROVIDER_CLOSES)
    if rule.code == Code.INTAKE and course.intake_by:
        return course.intake_by, Reason(Why.PROVIDER_INTAKE)
    if rule.code == Code.FIRST_DAY:
        return anchor, Reason(Why.COURSE_BEGINS if facts.course else Why.LATEST_START)
    is_own = rule.why not in (Why.PROVIDER_CLOSES, Why.PROVIDER_INTAKE)
    day = before(anchor, rule.lead, book, facts.starts_on) if rule.lead else anchor
    return day, Reason(rule.why if is_own else Why.BEFORE_COURSE)


def _ordered(wished: dict[Code, tuple[date, Reason]], region: str) -> tuple[Dated, ...]:
    """From the last to the first: on a school day, and never after what comes next."""
    dated: list[Dated] = []
    following: Dated | None = None
    for code, (day, reason) in reversed(wished.items()):
        if RULE_OF[code].track == Track.IF_NEEDED:
            dated.append(_on_a_school_day(code, day, reason, region))
            continue
        following = _on_a_school_day(code, *_not_after(following, day, reason), region)
        dated.append(following)
    return tuple(reversed(dated))


def _not_after(following: Dated | None, day: date, reason: Reason) -> tuple[date, Reason]:
    """What comes next pulls a day forward."""
    if following is None or day <= following.due_on:
        return day, reason
    return following.due_on, Reason(Why.NEXT, following.code)


def _on_a_school_day(code: Code, day: date, reason: Reason, region: str) -> Dated:
    """The first day of a course is the provider's: it is not moved."""
    if reason.why == Why.COURSE_BEGINS:
        return Dated(code, day, reason)
    due_on = school_day_until(day, region)
    return Dated(code, due_on, Reason(reason.why, reason.next_code, due_on != day))


def _conflicts(
    facts: Facts,
    milestones: tuple[Dated, ...],
    target: _Target,
    course: Course,
    book: RuleBook,
) -> Iterator[Conflict]:
    """What would have to be done before it can be."""
    reached = {Track.MAIN: facts.today, Track.VOG: facts.today}
    for one in milestones:
        rule = RULE_OF[one.code]
        if one.code in facts.done or rule.track == Track.IF_NEEDED:
            continue
        earliest = reached[rule.track]
        if rule.takes:
            takes = before(facts.today, rule.takes, book, facts.starts_on, times=1)
            earliest = max(earliest, takes)
        if one.code == Code.FIRST_DAY and facts.course:
            earliest = max(earliest, course.starts_on)
        if one.code == Code.CERTIFICATE:
            earliest = max(earliest, _course_end(facts, target, course, book))
        reached[rule.track] = earliest
        if earliest > one.due_on and earliest > _limit(one, target):
            yield Conflict(one.code, one.due_on, earliest)


def _course_end(facts: Facts, target: _Target, course: Course, book: RuleBook) -> date:
    """When the course would be over, chosen or not."""
    if target.course_ends_on:
        return target.course_ends_on
    months = book.whole("pdg_months", facts.starts_on)
    return calendar.plus_months(course.starts_on, months) - DAY


def _limit(one: Dated, target: _Target) -> date:
    """A certificate on a free day just before the clock stops is still in time."""
    return target.on if one.code == Code.CERTIFICATE else one.due_on
