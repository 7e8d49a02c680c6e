"""Answers fit in an address and come back as they were; any other text is refused."""

from contextlib import suppress
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vacancies.routes.cases import BOOK, ON
from vacancies.codes import Need, Route
from vacancies.routes.check import Abroad, Answers, Held, nearness, person_of, verdicts_of
from vacancies.routes.facts import Function, Paper, Scope
from vacancies.routes.packing import ALPHABET, LONGEST, CodeError, pack, unpack
from vacancies.routes.verdict import Status

WELDER = Answers(
    functions=(Function.GUEST_TEACHER, Function.TEACHER),
    level=4,
    papers=(),
    abroad=Abroad.NONE,
    years=12,
    week_hours=Decimal(4),
    weeks=40,
    start_on=date(2027, 1, 4),
    has_vog=False,
    declares_no_ban=True,
)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


def some_of(kinds):
    """Some of these in their own order."""
    return st.sets(st.sampled_from(list(kinds))).map(
        lambda chosen: tuple(one for one in kinds if one in chosen)
    )


@st.composite
def any_answers(draw):
    has_vog = draw(st.none() | st.booleans())
    return Answers(
        functions=draw(some_of(Function)) or None,
        level=draw(st.none() | st.integers(1, 8)),
        papers=draw(st.none() | some_of(Held)),
        abroad=draw(st.none() | st.sampled_from(Abroad)),
        abroad_scope=draw(st.none() | st.sampled_from(Scope)),
        abroad_recognised=draw(st.none() | st.booleans()),
        years=draw(st.none() | st.integers(0, 60)),
        since=draw(st.none() | DAYS.map(lambda day: day.replace(day=1))),
        week_hours=draw(st.none() | st.integers(0, 400).map(lambda tenths: Decimal(tenths) / 10)),
        weeks=draw(st.none() | st.integers(0, 52)),
        start_on=draw(st.none() | DAYS),
        has_vog=has_vog,
        vog_on=draw(DAYS | st.none()) if has_vog else None,
        declares_no_ban=draw(st.booleans()),
    )


@given(any_answers())
def test_answers_come_back_as_they_were(answers):
    code = pack(answers)

    assert unpack(code) == answers
    assert len(code) <= LONGEST
    assert set(code) <= set(ALPHABET)


@given(any_answers())
def test_a_code_may_be_typed_in_capitals(answers):
    assert unpack(pack(answers).upper()) == answers


@given(st.text(max_size=60) | st.text(ALPHABET, max_size=45))
def test_any_other_text_is_refused_and_breaks_nothing(text):
    try:
        answers = unpack(text)
    except CodeError:
        return
    assert pack(answers) == text.lower()


@given(any_answers(), st.data())
def test_one_wrong_letter_is_no_other_answer_of_the_same_person(answers, data):
    code = pack(answers)
    place = data.draw(st.integers(0, len(code) - 1))
    letter = data.draw(st.sampled_from(ALPHABET))
    wrong = code[:place] + letter + code[place + 1 :]

    if wrong != code:
        with suppress(CodeError):
            assert unpack(wrong) != answers


@pytest.mark.parametrize("code", ["", "1", "000", "2" + pack(WELDER)[1:], "1" + "z" * 39])
def test_an_old_or_empty_code_is_refused(code):
    with pytest.raises(CodeError):
        unpack(code)


@pytest.mark.parametrize(
    "wrong",
    [
        {"level": 9},
        {"years": 61},
        {"start_on": date(1999, 12, 31)},
        {"vog_on": date(1999, 12, 31)},
        {"since": date(1949, 1, 1)},
        {"weeks": 53},
    ],
)
def test_what_does_not_fit_is_refused(wrong):
    with pytest.raises(CodeError):
        pack(replace(WELDER, **wrong))


@given(any_answers(), st.sampled_from(Function), st.booleans())
def test_every_answer_has_a_verdict_for_every_function(answers, function, banned):
    found = verdicts_of(answers, function, on=ON, book=BOOK, banned=banned)

    assert found
    assert [nearness(one)[0] for one in found] == sorted(nearness(one)[0] for one in found)


def test_a_ban_is_not_in_the_code():
    assert "ban" not in " ".join(Answers.__slots__).replace("declares_no_ban", "")
    assert pack(replace(WELDER, declares_no_ban=False)) == pack(
        replace(unpack(pack(WELDER)), declares_no_ban=False)
    )


def test_a_welder_begins_as_a_guest_teacher():
    first = verdicts_of(WELDER, Function.GUEST_TEACHER, on=ON, book=BOOK)[0]

    assert first.route == Route.GUEST_TEACHER_SIX_HOURS
    assert first.status is Status.OPEN_IF
    assert first.codes == {
        Need.VOG_OK,
        Need.SPECIFIC_KNOWLEDGE_JUDGED,
        Need.ONLY_SPECIFIC_PARTS,
        Need.NAMED_TEACHER,
    }
    assert first.limit is not None
    assert first.limit.used == 160


def test_a_welder_becomes_a_teacher_in_training_before_by_exemption():
    found = verdicts_of(WELDER, Function.TEACHER, on=ON, book=BOOK)

    assert [one.route for one in found if one.status is Status.OPEN_IF] == [
        Route.SUITABILITY_IN_TRAINING,
        Route.TEMPORARY_EXEMPTION_TEACHER,
    ]


def test_a_way_that_rests_on_papers_not_told_comes_after_one_that_does_not():
    unsure = replace(WELDER, papers=None)

    found = verdicts_of(unsure, Function.TEACHER, on=ON, book=BOOK)

    assert {one.status for one in found} == {Status.OPEN_IF}
    assert [one.route for one in found[:2]] == [
        Route.SUITABILITY_IN_TRAINING,
        Route.QUALIFIED_TEACHER,
    ]
    assert found[-1].route == Route.TEMPORARY_EXEMPTION_TEACHER


def test_a_ban_closes_what_it_closes():
    first = verdicts_of(WELDER, Function.TEACHER, on=ON, book=BOOK, banned=True)[0]

    assert first.status is Status.CLOSED
    assert first.missing_person == (Need.NOT_EXCLUDED,)


def test_papers_of_the_check_are_those_of_the_engine():
    told = replace(
        WELDER,
        papers=(Held.PDG, Held.INSTRUCTOR_BEFORE, Held.COURSE),
        abroad=Abroad.EEA,
        abroad_scope=Scope.TEACHING,
        abroad_recognised=True,
        has_vog=True,
        vog_on=date(2026, 9, 1),
    )

    who = person_of(told, on=ON, book=BOOK)

    assert who.papers == (
        Paper("pdg"),
        Paper("vog", issued_on=date(2026, 9, 1), shown_on=ON),
        Paper("foreign_diploma", "teaching", "eea"),
        Paper("eu_recognition", "teaching"),
    )
    assert who.instructor_since == date(2018, 8, 1)
    assert who.course_kind == "bbl"


@pytest.mark.parametrize(
    ("abroad", "scope", "kind"),
    [
        (Abroad.EEA, Scope.OTHER, "eu_recognition"),
        (Abroad.ELSEWHERE, Scope.TEACHING, "foreign_equated"),
        (Abroad.ELSEWHERE, Scope.OTHER, "foreign_rating"),
        (Abroad.EEA, None, "foreign_rating"),
    ],
)
def test_a_recognition_belongs_to_its_diploma(abroad, scope, kind):
    told = replace(WELDER, abroad=abroad, abroad_scope=scope, abroad_recognised=True)

    assert person_of(told, on=ON, book=BOOK).papers[-1].kind == kind
