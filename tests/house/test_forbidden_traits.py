"""No trait that the law forbids is in the facts by which people are matched.

A column that is not listed here fails: whoever adds one gives its reason, and a second reader sees
it. The grounds are those of the equal treatment laws, as in `WordingGround`.
"""

import re

import pytest

from vacancies.matching import scoring, statements
from vacancies.matching.criteria import CRITERIA
from vacancies.matching.sides import Ask, Offer
from vacancies.models import CandidateFacts, VacancyFacts

OF_A_PERSON = {
    "professional_id": "whose row it is: orders nothing but exact ties",
    "domains_mask": "the trades somebody knows, chosen by that person",
    "functions_mask": "the functions somebody seeks",
    "x": "home, for the distance to the school alone; no region is preferred",
    "y": "home, for the distance to the school alone; no region is preferred",
    "max_distance_m": "how far somebody wants to travel",
    "day_parts_mask": "when somebody is free, never why",
    "employment_mask": "the forms of employment somebody accepts",
    "from_on": "when somebody can start",
    "until_on": "until when somebody can stay",
    "hours_min": "the fewest hours somebody wants",
    "hours_max": "the most hours somebody wants",
    "level": "education level, asked where the vacancy asks it",
    "years": "years in the occupation, told as such; no birthday is asked or derived",
    "dutch": "level of Dutch, where the work asks it; not a mother tongue, not an origin",
    "fresh_on": "when the profile was last kept up to date: orders ties",
    "routes_open_mask": "legal routes to the class that are open, by papers and experience",
    "routes_open_if_mask": "legal routes that open when person and school each do their part",
    "papers_told": "whether papers were told at all, so that silence is not read as a no",
    "is_matched": "bookkeeping of the machine",
}
OF_A_VACANCY = {
    "vacancy_id": "whose row it is",
    "institution_id": "from which school somebody may hide; no school is preferred",
    "must_mask": "which demands decide",
    "domains_mask": "the trades asked",
    "x1": "where the work is",
    "y1": "where the work is",
    "more_locations": "whether it is in more places",
    "x2": "where the work is",
    "y2": "where the work is",
    "x3": "where the work is",
    "y3": "where the work is",
    "function_mask": "the function asked",
    "day_parts_mask": "the day-parts asked",
    "day_parts_needed": "how many of them are needed",
    "day_parts_enough": "how many are enough of one person",
    "fixed_mask": "the day-parts that are fixed",
    "employment_mask": "the forms of employment offered",
    "starts_on": "the first day",
    "until_on": "the last day, or the end of the term asked",
    "hours_min": "the fewest hours asked",
    "hours_max": "the most hours offered",
    "level_min": "the education level asked",
    "practice_counts": "whether years in the occupation count instead",
    "years_min": "years in the occupation asked; never at most so many",
    "dutch_min": "the level of Dutch asked",
    "competence_musts": "how many skills are a must",
    "competence_wishes": "how many skills are a wish",
    "fresh_on": "when the vacancy opened: orders ties",
    "routes_mask": "the legal routes accepted",
    "routes_help_mask": "the routes where the school does its part",
    "is_matched": "bookkeeping of the machine",
}
SETS = {
    "competences": "the skills somebody has",
    "hidden_from": "schools somebody wants not to be shown to",
    "must_competences": "the skills that are a must",
    "wish_competences": "the skills that are a wish",
}
FORBIDDEN = re.compile(
    r"age|birth|born|sex|gender|name|nation|origin|ethnic|race|faith|relig|belief|polit|orient"
    r"|marital|civil|married|preg|child|disab|handicap|health|photo|picture|image|looks|weight"
    r"|email|phone|user|language_of|mother",
    re.IGNORECASE,
)
SIDES = [(CandidateFacts, OF_A_PERSON), (VacancyFacts, OF_A_VACANCY)]


def columns(model):
    return {field.attname for field in model._meta.concrete_fields}


@pytest.mark.parametrize(("model", "listed"), SIDES, ids=["person", "vacancy"])
def test_every_fact_is_listed_with_its_reason(model, listed):
    assert columns(model) == set(listed)
    assert all(reason.strip() for reason in listed.values())


def test_no_fact_is_named_after_a_trait_that_may_not_count():
    assert [one for one in (*OF_A_PERSON, *OF_A_VACANCY, *SETS) if FORBIDDEN.search(one)] == []


@pytest.mark.parametrize(("side", "listed"), [(Ask, OF_A_VACANCY), (Offer, OF_A_PERSON)])
def test_python_reads_no_more_than_the_facts(side, listed):
    assert set(side.__dataclass_fields__) <= set(listed) | set(SETS)


GATHERED = {"musts", "wanted", "tokens"}  # of the vacancy: competences, index tokens


def _texts_in(table):
    """Every text in a table of tables."""
    for value in table.values():
        if isinstance(value, str):
            yield value
        else:
            yield from _texts_in(value)


def test_the_statements_read_no_more_than_the_facts():
    inserts = [*_texts_in(statements.INSERT), statements.INSERT_OF_MANY]
    texts = " ".join([*inserts, *statements.UPDATE.values(), scoring.SCORE_SQL])

    of_person = set(re.findall(r"\bp\.(\w+)", texts)) | set(re.findall(r"%\(p_(\w+)\)s", texts))
    of_vacancy = set(re.findall(r"\bv\.(\w+)", texts)) | set(re.findall(r"%\(v_(\w+)\)s", texts))
    assert of_person <= set(OF_A_PERSON)
    assert of_vacancy <= set(OF_A_VACANCY) | GATHERED


def test_nobody_can_be_too_old_too_far_on_or_too_good():
    """More years, a higher level or better Dutch never lowers a score: no proxy for age."""
    text = " ".join(f"{c.sql} {c.share_sql or ''}" for c in CRITERIA)

    for column in ("years", "level", "dutch"):
        assert not re.search(rf"p\.{column} <=? ", text)
        assert re.search(rf"p\.{column} >= ", text)
