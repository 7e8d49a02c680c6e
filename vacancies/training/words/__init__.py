"""The words of a trajectory: what is asked, why that day, what happened. No queries."""

from vacancies.training.words.care import FEELINGS, feeling_text, slips
from vacancies.training.words.days import why
from vacancies.training.words.events import EVENTS
from vacancies.training.words.milestones import (
    document_of,
    how_of,
    milestone_name,
    owner_name,
)
from vacancies.training.words.steps import about_step, happened, label_of, stop_words

__all__ = [
    "EVENTS",
    "FEELINGS",
    "about_step",
    "document_of",
    "feeling_text",
    "happened",
    "how_of",
    "label_of",
    "milestone_name",
    "owner_name",
    "slips",
    "stop_words",
    "why",
]
