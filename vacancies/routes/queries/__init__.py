"""From rows to the values that the engine judges: persons, boards, blocks, and their verdicts."""

from vacancies.routes.queries.answers import own_verdicts, verdicts, verdicts_in_general
from vacancies.routes.queries.blocks import block_of, block_of_plan
from vacancies.routes.queries.boards import board_of, booked_hours
from vacancies.routes.queries.persons import people_of, person_of

__all__ = [
    "block_of",
    "block_of_plan",
    "board_of",
    "booked_hours",
    "own_verdicts",
    "people_of",
    "person_of",
    "verdicts",
    "verdicts_in_general",
]
