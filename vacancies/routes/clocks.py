"""The days on which a route ends, as if granted from the first day of the block."""

from datetime import date
from typing import Final, NamedTuple

from vacancies.routes.calendar import joined_until, last_day
from vacancies.routes.question import Question


class Clocks(NamedTuple):
    """`pdg_due_on` is the second clock of who is in training; the earlier one rules reminders."""

    ends_on: date | None = None
    extendable_to: date | None = None
    pdg_due_on: date | None = None


NONE: Final = Clocks()


def no_clock(q: Question) -> Clocks:
    return NONE


def of_term(q: Question) -> Clocks:
    """The end of the asked period, and how far the extension reaches."""
    return Clocks(q.term.ends_on, q.term.extendable_to) if q.term else NONE


def of_training(q: Question) -> Clocks:
    """The term, and the last day within two years of appointment (4.2.4 lid 1 c, lid 3)."""
    here = [one for one in q.case.board.periods if one.route == q.route and one.from_on <= q.on]
    appointed = joined_until(here, q.start) or q.start
    due = last_day(appointed, q.book.whole("reach_level_within", q.on))
    return of_term(q)._replace(pdg_due_on=due)


def of_course(q: Question) -> Clocks:
    """The work lasts at most till the course ends."""
    ends = [day for day in (q.person.course_until, q.block.end_on) if day]
    return Clocks(min(ends, default=None))
