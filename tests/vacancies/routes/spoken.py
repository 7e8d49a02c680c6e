"""A verdict put in words: what the tests of words share."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from django.utils.translation import override

from tests.vacancies.routes.cases import ON, START
from vacancies.routes import words
from vacancies.routes.book import shipped
from vacancies.routes.rulebook import RuleBook
from vacancies.routes.verdict import Limit
from vacancies.routes.words.voice import Voice

__all__ = ["CLOCKS", "LIMIT", "ON", "OVER", "START", "dutch", "told", "with_value"]

LIMIT = Limit(Decimal(240), Decimal(200), Decimal(40))
OVER = Limit(Decimal(240), Decimal(280), Decimal(-40))
CLOCKS = {
    "ends_on": date(2028, 7, 31),
    "extendable_to": date(2030, 7, 31),
    "pdg_due_on": date(2029, 1, 3),
}


def with_value(name, value, **more):
    """The shipped numbers, with one of them changed in every row."""
    return RuleBook(
        replace(row, value=value, **more) if row.name == name else row for row in shipped()
    )


def told(verdict, book, voice=Voice.PERSON, **more):
    return words.told(verdict, voice=voice, book=book, on=ON, **more)


def dutch(verdict, book, voice=Voice.PERSON, **more):
    with override("nl"):
        return told(verdict, book, voice, **more)
