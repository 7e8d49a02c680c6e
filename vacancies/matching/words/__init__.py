"""The sentences of a reason, one for the professional and one for HR, in the active language."""

from vacancies.matching.words.case import Case, Sentences
from vacancies.matching.words.law import LAW
from vacancies.matching.words.story import Hint, Moment, hint, moment
from vacancies.matching.words.table import SCORE_WORDS
from vacancies.matching.words.terms import TERMS
from vacancies.matching.words.trade import TRADE, competences, no_competences

SENTENCES = TRADE | TERMS | LAW

__all__ = [
    "SCORE_WORDS",
    "SENTENCES",
    "Case",
    "Hint",
    "Moment",
    "Sentences",
    "competences",
    "hint",
    "moment",
    "no_competences",
]
