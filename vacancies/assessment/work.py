"""Which work can be planned: a teaching function with a route that opens it."""

from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext as _

from accounts.enums import FunctionKind
from vacancies.codes import Route
from vacancies.models import Vacancy
from vacancies.routes import hours
from vacancies.routes.book import rule_book
from vacancies.routes.catalogue import rules_for
from vacancies.routes.queries import block_of
from vacancies.routes.words import function_label, route_label

Choices = list[tuple[str, str | list[tuple[str, str]]]]


def choices_for(vacancy: Vacancy, accepted: Iterable[Route]) -> Choices:
    """The function of the vacancy first, and in it the routes that the vacancy accepts."""
    wanted = set(accepted)
    own = vacancy.function_kind
    functions = sorted(FunctionKind.values, key=lambda function: function != own)
    groups: Choices = [("", "—")]
    for one in functions:
        groups.append((function_label(one), _of(one, wanted if one == own else set())))
    return groups


def first_plan(vacancy: Vacancy, route: Route | None) -> dict[str, object]:
    """What the vacancy already says about the hours; `route`: the only one that is open."""
    book, block = rule_book(), block_of(vacancy)
    shown: dict[str, object] = {
        "work": f"{vacancy.function_kind}:{route}" if route else "",
        "week_hours": short(vacancy.hours_max),
        "starts_on": vacancy.starts_on,
        "named_teacher": vacancy.named_teacher,
    }
    if vacancy.starts_on:
        last = hours.study_year(vacancy.starts_on, book)[1]
        shown["ends_on"] = min(vacancy.ends_on or last, last)
    if block.clock_hours_year and block.peak_week_hours:
        shown["weeks"] = int(block.clock_hours_year / block.peak_week_hours)
    return shown


def short(value: Decimal | None) -> str:
    """A number as somebody types it: 6, or 5.5."""
    return "" if value is None else format(value.normalize(), "f")


def _of(function: str, wanted: set[Route]) -> list[tuple[str, str]]:
    rules = sorted(rules_for(function), key=lambda rule: bool(wanted) and rule.code not in wanted)
    return [
        (f"{function}:{rule.code}", _name(rule.code, not wanted or rule.code in wanted))
        for rule in rules
    ]


def _name(route: Route, is_accepted: bool) -> str:
    label = route_label(route)
    return label if is_accepted else _("%(route)s (not accepted here)") % {"route": label}
