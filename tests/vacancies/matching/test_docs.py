"""What is published and what counts are the same; nothing counts that the law forbids."""

import re
from pathlib import Path

from django.apps import apps
from django.utils.translation import override

from vacancies.matching import queries, statements, words
from vacancies.matching.criteria import CRITERIA
from vacancies.matching.explanation import TELLING
from vacancies.matching.scoring import WEIGHTS
from vacancies.models import CandidateFacts

PAGE = Path(__file__).parents[3] / "docs" / "matching.md"
COLUMNS = {
    "professional_id", "domains_mask", "functions_mask", "x", "y", "max_distance_m",
    "day_parts_mask", "employment_mask", "from_on", "until_on", "hours_min", "hours_max",
    "level", "years", "dutch", "fresh_on", "is_matched",
    "routes_open_mask", "routes_open_if_mask", "papers_told",
}  # fmt: skip


def test_the_documented_weights_are_the_weights():
    rows = re.findall(r"^\| `(\w+)` \| (\d+) \|", PAGE.read_text(), re.MULTILINE)

    assert {key: int(weight) for key, weight in rows} == WEIGHTS


def test_every_criterion_has_words_and_a_place_in_rows():
    keys = {criterion.key for criterion in CRITERIA}

    assert set(words.SCORE_WORDS) == set(TELLING) == set(WEIGHTS) == keys
    assert set(words.SENTENCES) == keys - {"competence"}


def test_the_table_is_published_in_both_languages():
    with override("nl"):
        dutch = [str(line.label) for line in queries.score_table()]
    with override("en"):
        english = [str(line.label) for line in queries.score_table()]

    assert english[:2] == ["Function", "Domain"]
    assert len(dutch) == len(english)


def test_the_facts_of_a_person_are_these_columns_and_no_others():
    assert {field.attname for field in CandidateFacts._meta.concrete_fields} == COLUMNS


def test_the_statements_name_tables_that_exist():
    tables = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    inserts = [*statements.INSERT.values(), statements.INSERT_OF_MANY]
    text = " ".join([*inserts, *statements.UPDATE.values()])

    named = set(re.findall(r"\b((?:vacancies|accounts)_\w+)\b(?!\()", text))
    assert named <= tables
