"""An ask and an offer that fit in everything; a test changes what matters to it."""

from dataclasses import replace
from typing import Any

from portal.kit import dayparts
from vacancies.matching.criteria import ALWAYS, BITS
from vacancies.matching.sides import Ask, Offer

ASKED = dayparts.parse("monday_evening tuesday_afternoon thursday_evening friday_afternoon")
FREE = dayparts.parse("tuesday_afternoon thursday_evening")
DAY = 739_000

ASK = Ask(
    institution_id=1,
    must_mask=ALWAYS | BITS["competence"] | BITS["level"] | BITS["experience"] | BITS["language"],
    domains_mask=0b100,
    x1=200_000,
    y1=500_000,
    more_locations=0,
    x2=200_000,
    y2=500_000,
    x3=200_000,
    y3=500_000,
    function_mask=0b10,
    day_parts_mask=ASKED,
    day_parts_needed=2,
    day_parts_enough=2,
    fixed_mask=0,
    employment_mask=0b11,
    starts_on=DAY,
    until_on=DAY + 140,
    hours_min=50,
    hours_max=80,
    level_min=4,
    practice_counts=0,
    years_min=3,
    dutch_min=4,
    competence_musts=0,
    competence_wishes=0,
    routes_mask=0b111111,
    routes_help_mask=0b110111,
)
OFFER = Offer(
    domains_mask=0b110,
    x=200_000,
    y=500_000,
    max_distance_m=25_000,
    functions_mask=0b11,
    day_parts_mask=FREE,
    employment_mask=0b01,
    from_on=DAY,
    until_on=9_999_999,
    hours_min=20,
    hours_max=50,
    level=4,
    years=12,
    dutch=4,
    routes_open_mask=0b000001,
    routes_open_if_mask=0b100000,
    papers_told=1,
)


def ask(**changes: Any) -> Ask:
    return replace(ASK, **changes)


def offer(**changes: Any) -> Offer:
    return replace(OFFER, **changes)


def competent(musts: set[int], wishes: set[int]) -> Ask:
    return ask(
        must_competences=frozenset(musts),
        wish_competences=frozenset(wishes),
        competence_musts=len(musts),
        competence_wishes=len(wishes),
    )
