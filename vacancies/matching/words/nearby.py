"""One sentence for each demand of which schools nearby ask less."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from django.utils.formats import number_format
from django.utils.translation import ngettext

from accounts.enums import DutchLevel, Level
from vacancies.codes import Route
from vacancies.matching.nearby import Less


def sentence(line: Less, others: int) -> str:
    """`others` vacancies are compared; `line.fewer` of them ask less."""
    text, said = WORDS[line.demand](line)
    return text % {"n": line.fewer, "all": others, **said}


Words = tuple[str, Mapping[str, object]]


def _language(line: Less) -> Words:
    said = {"mine": DutchLevel(line.mine).label}
    if not line.usual:
        return ngettext(
            "%(n)d of the %(all)d does not make Dutch a must. You ask %(mine)s.",
            "%(n)d of the %(all)d ask less Dutch, most often it is no must. You ask %(mine)s.",
            line.fewer,
        ), said
    return ngettext(
        "%(n)d of the %(all)d asks Dutch at %(usual)s. You ask %(mine)s.",
        "%(n)d of the %(all)d ask less Dutch, most often %(usual)s. You ask %(mine)s.",
        line.fewer,
    ), said | {"usual": DutchLevel(line.usual).label}


def _level(line: Less) -> Words:
    said = {"mine": Level(line.mine).label}
    if not line.usual:
        return ngettext(
            "%(n)d of the %(all)d does not make education a must. You ask %(mine)s.",
            "%(n)d of the %(all)d ask less education, most often it is no must. You ask %(mine)s.",
            line.fewer,
        ), said
    return ngettext(
        "%(n)d of the %(all)d asks %(usual)s. You ask %(mine)s.",
        "%(n)d of the %(all)d ask less education, most often %(usual)s. You ask %(mine)s.",
        line.fewer,
    ), said | {"usual": Level(line.usual).label}


def _experience(line: Less) -> Words:
    said = {"usual": line.usual, "mine": line.mine}
    if not line.usual:
        return ngettext(
            "%(n)d of the %(all)d asks no years in the trade. You ask %(mine)d.",
            "%(n)d of the %(all)d ask fewer years in the trade, most often none. You ask %(mine)d.",
            line.fewer,
        ), said
    return ngettext(
        "%(n)d of the %(all)d asks fewer years in the trade: %(usual)d. You ask %(mine)d.",
        "%(n)d of the %(all)d ask fewer years in the trade, most often %(usual)d. You ask %(mine)d.",
        line.fewer,
    ), said


def _competence(line: Less) -> Words:
    said = {"usual": line.usual, "mine": line.mine}
    if not line.usual:
        return ngettext(
            "%(n)d of the %(all)d makes no skill a must. You make %(mine)d.",
            "%(n)d of the %(all)d make fewer skills a must, most often none. You make %(mine)d.",
            line.fewer,
        ), said
    return ngettext(
        "%(n)d of the %(all)d makes fewer skills a must: %(usual)d. You make %(mine)d.",
        "%(n)d of the %(all)d make fewer skills a must, most often %(usual)d. You make %(mine)d.",
        line.fewer,
    ), said


def _day_parts(line: Less) -> Words:
    return ngettext(
        "%(n)d of the %(all)d asks fewer day-parts: %(usual)d. You ask %(mine)d.",
        "%(n)d of the %(all)d ask fewer day-parts, most often %(usual)d. You ask %(mine)d.",
        line.fewer,
    ), {"usual": line.usual, "mine": line.mine}


def _hours(line: Less) -> Words:
    return ngettext(
        "%(n)d of the %(all)d begins at fewer hours. You ask at least %(mine)s a week.",
        "%(n)d of the %(all)d begin at fewer hours. You ask at least %(mine)s a week.",
        line.fewer,
    ), {"mine": number_format(Decimal(line.mine) / 10)}


def _routes(line: Less) -> Words:
    return ngettext(
        "%(n)d of the %(all)d accepts more routes: %(usual)d. You accept %(mine)d.",
        "%(n)d of the %(all)d accept more routes, most often %(usual)d. You accept %(mine)d.",
        line.fewer,
    ), {"usual": len(Route) - line.usual, "mine": len(Route) - line.mine}


WORDS: Final[dict[str, Callable[[Less], Words]]] = {
    "language": _language,
    "level": _level,
    "experience": _experience,
    "competence": _competence,
    "day_parts": _day_parts,
    "hours": _hours,
    "route": _routes,
}
