"""Every code has words in both voices and languages; a verdict never promises more than it knows."""

import re
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from django.utils.translation import override

from tests.vacancies.routes.spoken import CLOCKS, LIMIT, ON, OVER, START, dutch, told, with_value
from vacancies.codes import Need, Route
from vacancies.routes import words
from vacancies.routes.book import shipped
from vacancies.routes.catalogue import ROUTES
from vacancies.routes.facts import Block, Function
from vacancies.routes.rulebook import COUNTED, Constant, RuleBook
from vacancies.routes.verdict import Reason, Remedy, Status, Verdict
from vacancies.routes.verdict import Warning as Caution
from vacancies.routes.words.bounds import NAMES, constant_label, duration_of, limit_of
from vacancies.routes.words.needs import NEEDS
from vacancies.routes.words.routes import ROUTES as ROUTE_TEXTS
from vacancies.routes.words.sources import QUESTIONS, constants_of
from vacancies.routes.words.voice import SHOWN, Voice, shown
from vacancies.routes.words.warnings import CAUTIONS, REASONS

VOICES = list(Voice)
LANGUAGES = ["nl", "en"]
EACH_WAY = pytest.mark.parametrize(("voice", "language"), list(product(VOICES, LANGUAGES)))
PROMISES = re.compile(r"(?<!les)bevoegd|gecertificeerd|goedgekeurd|toegestaan|gekwalificeerd", re.I)
LEFT_OVER = re.compile(r"%\(|%s|\)s\b|\{|\}|None")


def sentences(value):
    """All text in a value of words, however deep."""
    if isinstance(value, str):
        yield str(value)
    elif is_dataclass(value) and not isinstance(value, Constant):
        for one in fields(value):
            yield from sentences(getattr(value, one.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from sentences(one)


def every_verdict():
    """A verdict of every route and status with every need, remark and number on it."""
    everything = {
        "missing_person": tuple(Need),
        "missing_school": tuple(Need),
        "board_judges": tuple(Need),
        "warnings": tuple(Caution),
        "remedies": (Remedy(week_hours=Decimal(6)), Remedy(weeks=34, hours_year=Decimal(238))),
        "opens_on": date(2027, 12, 1),
        **CLOCKS,
    }
    for route, status, limit in product(Route, Status, (LIMIT, OVER)):
        yield Verdict(route, status, limit=limit, **everything)
        yield Verdict(route, status, reason=Reason.NOT_NEEDED)
        for need in Need:
            yield Verdict(route, status, missing_person=(need,))


def test_every_code_has_words():
    assert set(ROUTE_TEXTS) == set(Route)
    assert set(NEEDS) == set(Need)
    assert set(CAUTIONS) == set(Caution)
    assert set(REASONS) == set(Reason)
    assert {code for rule in ROUTES for code in rule.confirm} <= set(QUESTIONS)


@EACH_WAY
def test_routes_are_told_apart(book, voice, language):
    with override(language):
        told = [words.route_words(route, voice=voice, book=book, on=ON) for route in Route]

    assert len({one.name for one in told}) == len(Route)
    assert len({one.what for one in told}) == len(Route)
    assert len({one.next_step for one in told}) == len(Route)


@EACH_WAY
def test_needs_are_told_apart(book, voice, language):
    with override(language):
        told = [words.need_words(need, voice=voice, book=book, on=ON) for need in Need]

    assert len({one.name for one in told}) == len(Need)
    assert len({one.what for one in told}) == len(Need)
    assert all(one.how and one.issuer and one.duration and one.article for one in told)
    assert all(one.source_url.startswith("https://") for one in told)


@EACH_WAY
def test_remarks_are_told_apart(book, voice, language):
    with override(language):
        told = [words.caution_words(code, voice=voice, book=book, on=ON) for code in Caution]

    assert len({one.text for one in told}) == len(Caution)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_two_voices_differ(book, language):
    with override(language):
        needs = [
            [words.need_words(need, voice=voice, book=book, on=ON).what for voice in VOICES]
            for need in Need
        ]
        routes = [
            [words.route_words(route, voice=voice, book=book, on=ON).what for voice in VOICES]
            for route in Route
        ]

    assert [pair for pair in needs + routes if pair[0] == pair[1]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_status_has_its_own_heading(language):
    with override(language):
        headings = {words.group_heading(status) for status in Status}
        labels = {words.status_label(status) for status in Status}

    assert len(headings) == len(labels) == len(Status)


@pytest.mark.parametrize("voice", VOICES)
def test_dutch_promises_nothing_and_leaves_nothing_open(book, voice):
    with override("nl"):
        block = Block(Function.TEACHER, start_on=START)
        said = [told(verdict, book, voice, block=block) for verdict in every_verdict()]
        texts = [text for one in said for text in sentences(one)]
        texts += [words.function_label(function) for function in Function]
        texts += [constant_label(name) for name in NAMES]

    assert [text for text in set(texts) if PROMISES.search(text) or LEFT_OVER.search(text)] == []


@pytest.mark.parametrize("voice", VOICES)
def test_english_says_something_else_than_dutch(book, voice):
    told = []
    for language in LANGUAGES:
        with override(language):
            needs = [words.need_words(need, voice=voice, book=book, on=ON) for need in Need]
            routes = [words.route_words(route, voice=voice, book=book, on=ON) for route in Route]
        told.append([one.what for one in needs + routes] + [one.name for one in needs + routes])

    assert [text for text, other in zip(*told, strict=True) if text == other] == []


@pytest.mark.parametrize(
    ("name", "value", "need", "says"),
    [
        ("vog_max_age_at_showing", "9", Need.VOG_OK, "9\xa0maanden"),
        ("practice_years_min", "5", Need.PRACTICE_YEARS, "5\xa0jaar"),
        ("guest_avg_clock_hours_week", "7.5", Need.AVG_HOURS, "7,5\xa0klokuren"),
        ("guest_avg_clock_hours_week", "1", Need.AVG_HOURS, "1\xa0klokuur"),
        ("instructor_transition_date", "2019-01-01", Need.INSTR_SINCE, "1\xa0januari\xa02019"),
        ("reach_level_within", "3", Need.REACH_JUDGED, "3\xa0jaar"),
    ],
)
def test_a_changed_number_changes_the_sentence(name, value, need, says):
    with override("nl"):
        said = words.need_words(need, voice=Voice.PERSON, book=with_value(name, value), on=ON)

    assert says in said.what


def test_a_number_changes_on_its_first_day(book):
    later = replace(book.row("practice_years_min", ON), value="4", valid_from=date(2027, 1, 1))
    grown = RuleBook([*shipped(), later])

    with override("nl"):
        before, after = (
            words.need_words(Need.PRACTICE_YEARS, voice=Voice.PERSON, book=grown, on=day).what
            for day in (date(2026, 12, 31), date(2027, 1, 1))
        )

    assert "3\xa0jaar" in before
    assert "4\xa0jaar" in after


def test_a_price_is_told_only_when_it_is_known(book):
    unpriced = RuleBook(row for row in shipped() if not row.name.startswith("vog_fee"))

    with override("nl"):
        known = words.need_words(Need.VOG_OK, voice=Voice.PERSON, book=book, on=ON)
        unknown = words.need_words(Need.VOG_OK, voice=Voice.PERSON, book=unpriced, on=ON)

    assert known.cost == "€\xa033,85 online, €\xa041,35 bij de gemeente."
    assert [row.confirm_code for row in known.unconfirmed] == ["C8", "C8"]
    assert unknown.cost == ""


def test_the_book_that_judges_is_enough_to_tell(book):
    """A verdict can be told without prices and sizes."""
    small = RuleBook(row for row in shipped() if row.name in COUNTED)

    assert all(dutch(verdict, small).line for verdict in every_verdict())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", ROUTES, ids=lambda rule: rule.code)
def test_every_number_of_a_route_has_a_name_and_a_unit(book, rule, language):
    assert set(constants_of(rule)) <= set(NAMES) & set(SHOWN)

    with override(language):
        told = [limit_of(rule.code, book=book, on=ON), duration_of(rule.code, book=book, on=ON)]

    assert [text for text in told if LEFT_OVER.search(text)] == []


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("instructor_exemption_extension_ratio", "0.5", "de helft"),
        ("instructor_exemption_extension_ratio", "0.25", "25%"),
        ("study_year_start", "08-01", "1\xa0augustus"),
        ("study_year_count", "anniversary", "vanaf\xa0de\xa0eerste\xa0werkdag"),
        ("pdg_hours", "1680", "1.680\xa0uur"),
        ("switch_subsidy_max", "25000", "€\xa025.000"),
        ("suitability_term", "1", "1\xa0studiejaar"),
        ("pdg_min_fte", "0.4", "0,4\xa0fte"),
    ],
)
def test_a_value_is_shown_with_its_unit(name, value, says):
    with override("nl"):
        assert shown(Constant(name, value, ON)).replace(" ", "\xa0") == says.replace(" ", "\xa0")


def test_labels_for_forms():
    with override("nl"):
        assert words.route_label("guest_teacher_six_hours") == "Gastdocent uit de praktijk"
        assert words.function_label(Function.TEACHER) == "Docent"
        assert [value for value, _label in words.route_choices()] == list(Route)
        assert words.need_label("teacher_diploma") == "Lerarendiploma"
