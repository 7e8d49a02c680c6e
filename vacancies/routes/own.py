"""The routes of a professional on the own dashboard: the best of each function, papers that end."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from accounts.credentials import queries as papers
from accounts.credentials.shelf import ending_of
from accounts.models import Professional
from vacancies.routes import queries, words
from vacancies.routes.book import rule_book
from vacancies.routes.check import in_order, nearness
from vacancies.routes.facts import Function
from vacancies.routes.outcome import LADDER, MARKS
from vacancies.routes.words import Voice


@dataclass(frozen=True, slots=True)
class OwnRoute:
    """One function: its best route and what is still needed, in one sentence."""

    label: str
    mark: str
    status: str
    route: str
    line: str


@dataclass(frozen=True, slots=True)
class EndingPaper:
    """A paper that runs out soon, or has."""

    kind: str
    state: str
    text: str


@dataclass(frozen=True, slots=True)
class OwnRoutes:
    """`papers_told`: somebody said that these are all papers; else what is missing may be there."""

    rows: tuple[OwnRoute, ...]
    endings: tuple[EndingPaper, ...]
    papers_told: bool


def own_routes(professional: Professional, on: date | None = None) -> OwnRoutes:
    """For the functions that are sought, or the ladder for who did not choose yet."""
    day = on or timezone.localdate()
    found, book = queries.own_verdicts(professional, day), rule_book()
    sought = [Function(one) for one in professional.functions] or LADDER
    best = {one: in_order(found[one])[0] for one in sought}
    rows = []
    for function in sorted(sought, key=lambda one: nearness(best[one])):
        told = words.told(best[function], voice=Voice.PERSON, book=book, on=day)
        rows.append(
            OwnRoute(
                label=words.function_label(function),
                mark=MARKS[told.status],
                status=words.status_label(told.status),
                route=told.route.name,
                line=told.line,
            )
        )
    told_on = papers.answers_of(professional).papers_told_on
    return OwnRoutes(tuple(rows), _endings(professional, day), told_on is not None)


def _endings(professional: Professional, day: date) -> tuple[EndingPaper, ...]:
    found = []
    for paper in professional.credentials.all():
        ending = ending_of(paper, day)
        if ending and ending.state != "met":
            found.append(EndingPaper(paper.get_kind_display(), ending.state, ending.text))
    return tuple(found)
