"""What the law refuses in an offer, and what stands in the way of a start. All else only warns."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _

from portal.kit.templatetags.ui import day
from vacancies.assessment.actions.planning import over_budget
from vacancies.assessment.errors import RefusedError
from vacancies.codes import Need, Route
from vacancies.models import PlannedBlock
from vacancies.placement import queries
from vacancies.placement.offer import Group, Hours, Offer
from vacancies.placement.years import room
from vacancies.routes.book import rule_book
from vacancies.routes.catalogue import RULE_OF

MOST_HOURS: Final = Decimal(40)
LEAST_HOURS: Final = Decimal(1)


class BlockRefusedError(RefusedError):
    """Something in one of the blocks of hours; `number` counts from 0."""

    def __init__(self, message: str, field: str, number: int) -> None:
        super().__init__(message, field)
        self.number = number


def require_lawful(offer: Offer, blocks: Sequence[Sequence[PlannedBlock]]) -> None:
    """Raises BlockRefusedError for hours that cannot be, or that the law does not have room for."""
    for number, hours in enumerate(offer.blocks):
        _require_numbers(hours, number)
        _require_weeks(offer, hours, number)
    guards = queries.guards([row for rows in blocks for row in rows])
    for number, rows in enumerate(blocks):
        for _row in rows:
            guard = guards.pop(0)
            if guard.refuses:
                raise BlockRefusedError(over_budget(guard), "week_hours", number)
        _require_route_open(Group(tuple(rows)), number)


def _require_numbers(hours: Hours, number: int) -> None:
    opened = {rule.code for rule in RULE_OF.values() if hours.function_kind in rule.opens}
    if hours.route not in opened:
        text = _("This route does not lead to this function.")
        raise BlockRefusedError(text, "route", number)
    if not LEAST_HOURS <= hours.week_hours <= MOST_HOURS:
        text = _("Write at least 1 and at most 40 hours a week.")
        raise BlockRefusedError(text, "week_hours", number)
    if hours.fte is not None and not 0 < hours.fte <= 1:
        text = _("Write a share between 0 and 1, such as 0.4.")
        raise BlockRefusedError(text, "fte", number)
    if hours.lesson_hours is not None and not 0 < hours.lesson_hours <= MOST_HOURS:
        text = _("Write more than 0 and at most 40 lessons a week.")
        raise BlockRefusedError(text, "lesson_hours", number)


def _require_weeks(offer: Offer, hours: Hours, number: int) -> None:
    book = rule_book()
    fits = room(offer.starts_on, offer.ends_on, book)
    if 0 < hours.weeks <= fits:
        return
    if offer.ends_on is None:
        text = _("Until the study year ends there are %(weeks)d weeks. Plan the next year later.")
    else:
        text = _("Between the first and the last day there are %(weeks)d weeks.")
    raise BlockRefusedError(text % {"weeks": fits}, "weeks", number)


def _require_route_open(group: Group, number: int) -> None:
    """The term of a route is over, or the teacher that the law asks by name has none."""
    verdict = queries.verdict(group)
    if Need.TERM_LEFT in verdict.codes:
        text = _("These hours go past the time that this route has at your school.")
        if verdict.extendable_to or verdict.ends_on:
            last = verdict.extendable_to or verdict.ends_on
            text = f"{text} " + _("It can last until %(day)s.") % {"day": day(last)}
        raise BlockRefusedError(text, "route", number)
    if group.route is Route.GUEST_TEACHER_SIX_HOURS and Need.NAMED_TEACHER in verdict.codes:
        text = _("Name the teacher who stays responsible for these lessons: the law asks a name.")
        raise BlockRefusedError(text, "named_teacher", number)
