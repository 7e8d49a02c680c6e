"""Routes, needs and verdicts as sentences, in the active language, to the person or the school.

No queries and no models here: give it a verdict, a rule book and a day.
"""

from vacancies.routes.words.clocks import Clock, Stage, TermWords, Tick, YearOfClock
from vacancies.routes.words.limits import LimitWords
from vacancies.routes.words.needs import NeedWords, need_label, need_words
from vacancies.routes.words.routes import (
    RouteWords,
    function_label,
    route_choices,
    route_label,
    route_words,
)
from vacancies.routes.words.sources import SourceWords, article_in_full, question_of
from vacancies.routes.words.verdicts import (
    VerdictWords,
    group_heading,
    heading_of,
    status_label,
    told,
)
from vacancies.routes.words.voice import Actor, Voice
from vacancies.routes.words.warnings import CautionWords, caution_words, reason_words

__all__ = [
    "Actor",
    "CautionWords",
    "Clock",
    "LimitWords",
    "NeedWords",
    "RouteWords",
    "SourceWords",
    "Stage",
    "TermWords",
    "Tick",
    "VerdictWords",
    "Voice",
    "YearOfClock",
    "article_in_full",
    "caution_words",
    "function_label",
    "group_heading",
    "heading_of",
    "need_label",
    "need_words",
    "question_of",
    "reason_words",
    "route_choices",
    "route_label",
    "route_words",
    "status_label",
    "told",
]
