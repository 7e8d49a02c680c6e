"""The shared vocabulary of the work, one file an aggregate."""

from vacancies.models.application import Application, SavedVacancy
from vacancies.models.facts import CandidateFacts, VacancyFacts
from vacancies.models.match import Match
from vacancies.models.reference import (
    PayStep,
    PayTable,
    RuleConstant,
    WordingException,
    WordingRule,
)
from vacancies.models.report import Report
from vacancies.models.search import SearchEntry, SearchWord
from vacancies.models.suitability import BoardDecision, PlannedBlock
from vacancies.models.vacancy import Requirement, Vacancy

__all__ = [
    "Application",
    "BoardDecision",
    "CandidateFacts",
    "Match",
    "PayStep",
    "PayTable",
    "PlannedBlock",
    "Report",
    "Requirement",
    "RuleConstant",
    "SavedVacancy",
    "SearchEntry",
    "SearchWord",
    "Vacancy",
    "VacancyFacts",
    "WordingException",
    "WordingRule",
]
