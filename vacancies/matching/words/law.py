"""Sentences about the route: the school judges, so nobody is called qualified here."""

from collections.abc import Callable
from typing import Final

from django.utils.translation import gettext as _

from vacancies.codes import Route, routes_of
from vacancies.matching.words.case import MET, PARTLY, UNKNOWN, Case, Sentences, either, small
from vacancies.routes.words import route_label

OF_ONE_FUNCTION: Final = frozenset({Route.GUEST_TEACHER_SIX_HOURS, Route.CONTRACT_ACTIVITY})


def route(case: Case) -> Sentences:
    accepted = routes_of(case.ask.routes_mask)
    if not accepted:
        text = _("the vacancy does not say yet which routes are possible.")
        return Sentences(text, text)
    if case.state in (MET, PARTLY):
        return _possible(case)
    named = {"routes": either(small(route_label(one)) for one in accepted)}
    if case.state == UNKNOWN:
        return Sentences(
            _("you have not told yet which papers you hold. The school works with: %(routes)s.")
            % named,
            _("this person has not told yet which papers there are. You work with: %(routes)s.")
            % named,
        )
    return Sentences(
        _("no route of the school is open to you now. It works with: %(routes)s.") % named,
        _("none of your routes is open to this person now: %(routes)s.") % named,
    )


def _possible(case: Case) -> Sentences:
    """The nearest route first; what else is possible follows quietly."""
    opened = _in_order(case.offer.routes_open_mask & case.ask.routes_mask)
    may_open = _in_order(case.offer.routes_open_if_mask & case.ask.routes_help_mask)
    first, *more = [*opened, *(one for one in may_open if one not in opened)]
    if opened:
        text = _("route: %(route)s is possible now. The school decides.")
    else:
        text = _("route: %(route)s is possible once some things are arranged. The school decides.")
    said = text % {"route": small(route_label(first))}
    also = either(small(route_label(one)) for one in more)
    fact = _("Also possible: %(routes)s.") % {"routes": also} if more else ""
    return Sentences(said, said, fact, fact)


def _in_order(mask: int) -> list[Route]:
    """What was made for this one function before what opens others too, then as the law has it."""
    return sorted(routes_of(mask), key=lambda one: one not in OF_ONE_FUNCTION)


LAW: Final[dict[str, Callable[[Case], Sentences]]] = {"route": route}
