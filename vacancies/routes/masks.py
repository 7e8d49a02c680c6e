"""The routes of a person as two masks, for matching: open today, and open when others do their part.

They are the verdicts for a neutral school: one that has judged nothing yet, sees today whatever
VOG can still be shown, and asks a block that fits every route. Bits in the order of `Route`.
"""

from dataclasses import replace
from datetime import date
from typing import Final

from vacancies.codes import Need, Route, mask_of
from vacancies.routes import calendar
from vacancies.routes.catalogue import OF_FUNCTION, ROUTES
from vacancies.routes.engine import judge
from vacancies.routes.facts import Block, Board, Case, Function, Paper, PaperKind, Person
from vacancies.routes.rulebook import RuleBook
from vacancies.routes.verdict import Status, Verdict

TRAINING: Final = frozenset({Route.SUITABILITY_IN_TRAINING})  # only for who is willing to train
UNKNOWN_FACTS: Final = frozenset({Need.PRACTICE_YEARS})  # nobody can fill these in for the person
OPENS: Final[dict[str, int]] = {  # the routes that open each function
    function: mask_of(rule.code for rule in rules) for function, rules in OF_FUNCTION.items()
}
FITS_ALL: Final = Block(
    function=Function.GUEST_TEACHER,
    clock_hours_year=1,
    only_specific_parts=True,
    contract_only=True,
    no_teaching_work=True,
)


def masks_of(person: Person, *, willing: bool, on: date, book: RuleBook) -> tuple[int, int]:
    """(open, open_if). What is not told among papers counts as not held; unknown never beats known."""
    case = Case(neutral(person, on=on, book=book), replace(FITS_ALL, start_on=on), Board(), on)
    verdicts = judge(ROUTES, case, book)
    opened = [v.route for v in verdicts if v.status is Status.OPEN]
    may_open = [v.route for v in verdicts if _may_open(v, willing=willing)]
    return mask_of(opened), mask_of(may_open)


def neutral(person: Person, *, on: date, book: RuleBook) -> Person:
    """The person as any school would meet them today: each VOG shown that still can be."""
    months = book.whole("vog_max_age_at_showing", on)
    papers = tuple(_shown(paper, on, months) for paper in person.papers)
    return replace(person, papers=papers, papers_told=True)


def _shown(paper: Paper, on: date, months: int) -> Paper:
    if paper.kind != PaperKind.VOG or paper.issued_on is None:
        return paper
    fresh = paper.issued_on <= on <= calendar.plus_months(paper.issued_on, months)
    return replace(paper, shown_on=on if fresh else None)


def _may_open(verdict: Verdict, *, willing: bool) -> bool:
    if verdict.status is not Status.OPEN_IF or UNKNOWN_FACTS & set(verdict.missing_person):
        return False
    return willing or verdict.route not in TRAINING
