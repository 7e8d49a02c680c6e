"""The verdicts themselves."""

from dataclasses import replace
from datetime import date

from django.utils import timezone

from accounts.models import Institution, Professional
from vacancies.models import Vacancy
from vacancies.routes.book import rule_book
from vacancies.routes.engine import evaluate
from vacancies.routes.facts import Block, Board, Case, Function, Person
from vacancies.routes.masks import FITS_ALL, neutral
from vacancies.routes.queries.blocks import block_of
from vacancies.routes.queries.boards import board_of
from vacancies.routes.queries.persons import person_of
from vacancies.routes.rulebook import RuleBook
from vacancies.routes.verdict import Verdict


def verdicts(
    professional: Professional,
    *,
    vacancy: Vacancy,
    institution: Institution,
    on: date | None = None,
    block: Block | None = None,
) -> tuple[Verdict, ...]:
    """May this person do these hours at this school? Best first."""
    day = on or timezone.localdate()
    asked = block or block_of(vacancy)
    board = board_of(institution, professional, study_year=asked.start_on or day, on=day)
    case = Case(person_of(professional, institution, day), asked, board, day)
    return evaluate(case, rule_book())


def own_verdicts(
    professional: Professional, on: date | None = None
) -> dict[Function, tuple[Verdict, ...]]:
    """What is open in general, for each function: at a school that has judged nothing yet."""
    day = on or timezone.localdate()
    return verdicts_in_general(person_of(professional, on=day), on=day, book=rule_book())


def verdicts_in_general(
    person: Person, *, on: date, book: RuleBook
) -> dict[Function, tuple[Verdict, ...]]:
    """The same for a person as told, with the neutral school and block of the masks."""
    asker = neutral(person, on=on, book=book)
    return {
        function: evaluate(
            Case(asker, replace(FITS_ALL, function=function, start_on=on), Board(), on), book
        )
        for function in Function
    }
