"""What would open more, as the pages show it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from accounts.models import Professional
from vacancies.matching.explanation import Explanation, Reason
from vacancies.matching.rows import TOP_REASONS, fit_of, place_of
from vacancies.models import Vacancy
from vacancies.openings import queries, words
from vacancies.openings.queries import Opening

NAMED = 3
BEST = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A vacancy by its name."""

    title: str
    place: str
    url: str


@dataclass(frozen=True, slots=True)
class OpeningRow:
    """One change: its name, how many vacancies come with it, and the first of them."""

    key: str
    label: str
    number: int
    lines: tuple[Line, ...]

    @property
    def more(self) -> int:
        """How many are not named."""
        return self.number - len(self.lines)


@dataclass(frozen=True, slots=True)
class TriedRow:
    """One vacancy as it would be with the change kept."""

    vacancy: Vacancy
    explanation: Explanation
    place: str
    fit: str
    reasons: tuple[Reason, ...]


def rows_of(openings: Sequence[Opening]) -> list[OpeningRow]:
    """These changes with the first vacancies of each."""
    found = queries.titles(pk for one in openings for pk in one.vacancies[:NAMED])
    return [_row(one, found) for one in openings]


def best_of(professional: Professional) -> list[OpeningRow]:
    """The few changes that bring most."""
    return rows_of(queries.openings_of(professional)[:BEST])


def tried_rows(
    opening: Opening, professional: Professional, vacancies: Collection[int]
) -> list[TriedRow]:
    """These vacancies with their reasons as they would be."""
    explained = queries.explained_with(opening, professional, vacancies)
    return [
        TriedRow(
            vacancy=vacancy,
            explanation=explanation,
            place=place_of(vacancy, explanation),
            fit=fit_of(explanation),
            reasons=explanation.best(TOP_REASONS),
        )
        for vacancy, explanation in explained
    ]


def _row(opening: Opening, found: dict[int, Vacancy]) -> OpeningRow:
    named = [found[pk] for pk in opening.vacancies[:NAMED] if pk in found]
    return OpeningRow(
        key=opening.change.key,
        label=words.label(opening),
        number=len(opening),
        lines=tuple(_lines(named)),
    )


def _lines(vacancies: Sequence[Vacancy]) -> list[Line]:
    return [Line(one.title, one.institution.name, one.get_absolute_url()) for one in vacancies]
