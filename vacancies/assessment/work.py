"""Which work can be planned: a teaching function with a route that opens it."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from accounts.enums import FunctionKind
from vacancies.codes import Route
from vacancies.models import Vacancy
from vacancies.routes import hours
from vacancies.routes.book import rule_book
from vacancies.routes.catalogue import rules_for
from vacancies.routes.queries import block_of
from vacancies.routes.words import function_label, route_label

Choices = list[tuple[str, list[tuple[str, str]]]]


def choices_for(vacancy: Vacancy, accepted: Iterable[Route]) -> Choices:
    """The function of the vacancy first, and in it the routes that the vacancy accepts."""
    wanted = set(accepted)
    own = vacancy.function_kind
    functions = sorted(FunctionKind.values, key=lambda function: function != own)
    return [(function_label(one), _of(one, wanted if one == own else set())) for one in functions]


def first_plan(vacancy: Vacancy, accepted: Iterable[Route]) -> dict[str, object]:
    """What the vacancy already says about the hours."""
    book, block = rule_book(), block_of(vacancy)
    wanted = [rule.code for rule in rules_for(vacancy.function_kind) if rule.code in set(accepted)]
    shown: dict[str, object] = {
        "week_hours": vacancy.hours_max,
        "starts_on": vacancy.starts_on,
        "named_teacher": vacancy.named_teacher,
    }
    if len(wanted) == 1:
        shown["work"] = f"{vacancy.function_kind}:{wanted[0]}"
    if vacancy.starts_on:
        last = hours.study_year(vacancy.starts_on, book)[1]
        shown["ends_on"] = min(vacancy.ends_on or last, last)
    if block.clock_hours_year and block.peak_week_hours:
        shown["weeks"] = int(block.clock_hours_year / block.peak_week_hours)
    return shown


def _of(function: str, wanted: set[Route]) -> list[tuple[str, str]]:
    rules = sorted(rules_for(function), key=lambda rule: bool(wanted) and rule.code not in wanted)
    return [
        (f"{function}:{rule.code}", _name(rule.code, not wanted or rule.code in wanted))
        for rule in rules
    ]


def _name(route: Route, is_accepted: bool) -> str:
    label = route_label(route)
    return label if is_accepted else _("%(route)s (not accepted here)") % {"route": label}
