"""What a school recorded: judgements, signatures, and decisions that cover a period."""

from datetime import date

import pytest

from tests.vacancies.routes.cases import (
    ON,
    S7,
    START,
    answer,
    person,
    records,
    verdict_of,
    worked,
    years_ago,
)
from vacancies.codes import Decision, Need, Route
from vacancies.routes.facts import Board, Record
from vacancies.routes.verdict import Status

IT = Route.SUITABILITY_IN_TRAINING
TE = Route.TEMPORARY_EXEMPTION_TEACHER
IE = Route.INSTRUCTOR_TEMPORARY_EXEMPTION
BACHELOR = person(level=6)
OPEN = (Status.OPEN, set())
JUDGED = [
    Decision.RELEVANCE_JUDGED,
    Decision.SUBJECT_JUDGED,
    Decision.TEACH_JUDGED,
    Decision.REACH_JUDGED,
]
SIGNED = [Decision.STATEMENT_BY, Decision.TRAINING_PLAN, Decision.TRAINING_AGREED]


def in_training(*more):
    return verdict_of(IT, BACHELOR, board=Board(records=(*records(*S7), *more)))


def test_all_recorded_opens():
    assert answer(in_training()) == OPEN


@pytest.mark.parametrize("kind", JUDGED)
def test_a_recorded_no_closes_until_judged_anew(kind):
    no = Record(kind, date(2026, 11, 2), yes=False)
    anew = Record(kind, date(2026, 11, 3))
    verdict = in_training(no)

    assert (*answer(verdict), verdict.board_judges) == (Status.CLOSED, {Need(kind)}, (Need(kind),))
    assert answer(in_training(no, anew)) == OPEN
    assert answer(in_training(anew, no)) == OPEN  # the day counts, not the order of the rows


@pytest.mark.parametrize("kind", SIGNED)
def test_a_signature_that_was_taken_back_can_still_be_had(kind):
    verdict = in_training(Record(kind, date(2026, 11, 2), yes=False))

    assert (*answer(verdict), verdict.missing_school) == (
        Status.OPEN_IF,
        {Need(kind)},
        (Need(kind),),
    )


@pytest.mark.parametrize("kind", [*JUDGED, *SIGNED])
@pytest.mark.parametrize(("day", "status"), [(ON, "open"), (date(2026, 11, 11), "open_if")])
def test_what_is_dated_after_the_day_does_not_count_yet(kind, day, status):
    rest = records(*(S7 - {Need(kind)}))
    verdict = verdict_of(IT, BACHELOR, board=Board(records=(*rest, Record(kind, day))))

    assert verdict.status == status


def test_a_no_dated_after_the_day_does_not_close_yet():
    assert answer(in_training(Record(JUDGED[0], date(2026, 11, 11), yes=False))) == OPEN


def test_of_two_on_one_day_the_one_recorded_last_counts():
    no = Record(JUDGED[0], date(2026, 11, 1), yes=False)

    assert in_training(no).status == Status.CLOSED


def test_a_closed_route_lists_only_what_closes_it():
    verdict = verdict_of(IT, board=Board(records=records(JUDGED[1], yes=False)))

    assert (verdict.missing_person, verdict.missing_school, verdict.board_judges) == (
        (),
        (),
        (Need.SUBJECT_JUDGED,),
    )


def test_a_statement_does_not_fill_in_the_judgements_it_rests_on():
    board = Board(records=records(Decision.STATEMENT_BY))

    assert answer(verdict_of(IT, BACHELOR, board=board)) == (
        Status.OPEN_IF,
        S7 - {Need.STATEMENT_BY},
    )


def test_the_level_judged_no_closes_who_has_only_practice():
    board = Board(records=records(Decision.LEVEL_JUDGED, yes=False))
    verdict = verdict_of(IT, person(practice=years_ago(9)), board=board)

    assert (*answer(verdict), verdict.opens_on) == (Status.CLOSED, {Need.PRACTICE_YEARS}, None)


def test_time_alone_does_not_open_what_was_judged_too_low():
    board = Board(records=records(Decision.LEVEL_JUDGED, yes=False))

    assert verdict_of(IT, person(practice=years_ago(2)), board=board).opens_on is None


def test_the_level_judged_no_is_no_matter_for_a_bachelor():
    no = Record(Decision.LEVEL_JUDGED, date(2026, 11, 2), yes=False)

    assert answer(in_training(no)) == OPEN


def exemption(first, last, route=TE, on=date(2026, 11, 1), **told):
    return Record(
        Decision.EXEMPTION_DECISION, on, route=route, from_on=first, until_on=last, **told
    )


TERM = (START, date(2029, 1, 3))
NEED = (Status.OPEN_IF, {Need.EXEMPTION_DECISION})


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ([exemption(*TERM)], OPEN),
        ([exemption(date(2026, 8, 1), date(2029, 7, 31))], OPEN),
        ([exemption(date(2027, 1, 5), TERM[1])], NEED),
        ([exemption(START, date(2029, 1, 2))], NEED),
        ([exemption(START, date(2027, 7, 31)), exemption(date(2027, 8, 1), TERM[1])], OPEN),
        ([exemption(START, date(2027, 7, 31)), exemption(date(2027, 8, 2), TERM[1])], NEED),
        ([exemption(*TERM, route=None)], OPEN),
        ([exemption(*TERM, route=IE)], NEED),
        ([exemption(None, None)], NEED),
        ([exemption(START, None)], NEED),
        ([exemption(None, TERM[1])], NEED),
        ([exemption(*TERM, yes=False)], NEED),
        ([exemption(*TERM, on=ON)], OPEN),
        ([exemption(*TERM, on=date(2026, 11, 11))], NEED),
        ([exemption(*TERM), exemption(*TERM, on=date(2026, 11, 2), yes=False)], NEED),
        ([exemption(*TERM, yes=False), exemption(*TERM, on=date(2026, 11, 2))], OPEN),
        ([exemption(*TERM, yes=False), exemption(START, START, on=ON)], NEED),
        ([exemption(*TERM), exemption(*TERM, route=IE, on=ON, yes=False)], OPEN),
    ],
)
def test_an_exemption_covers_the_asked_period(decisions, expected):
    verdict = verdict_of(TE, board=Board(records=tuple(decisions)))

    assert answer(verdict) == expected


def test_an_exemption_for_less_is_enough_for_less():
    board = Board(records=(exemption(START, date(2027, 7, 31)),))

    assert answer(verdict_of(TE, board=board, end_on=date(2027, 7, 31))) == OPEN
    assert answer(verdict_of(TE, board=board, end_on=date(2027, 7, 30))) == OPEN
    assert answer(verdict_of(TE, board=board, end_on=date(2027, 8, 1))) == NEED


def test_an_exemption_of_a_teacher_is_none_of_an_instructor():
    board = Board(records=(exemption(*TERM),))

    assert answer(verdict_of(IE, board=board)) == NEED


PAPERS = records(
    Decision.EXTENSION_REASON, Decision.EFFORT_BY_BOARD, Decision.EFFORT_BY_PERSON, on=ON
)
THREE_YEARS = (START, date(2030, 1, 3))
SECOND_TERM = (date(2029, 1, 4), date(2030, 1, 3))


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ([exemption(*THREE_YEARS)], NEED),
        ([exemption(*TERM), exemption(*SECOND_TERM)], OPEN),
        ([exemption(*THREE_YEARS), exemption(*SECOND_TERM)], OPEN),
        ([exemption(*SECOND_TERM)], NEED),
        ([exemption(*TERM), exemption(TERM[1], SECOND_TERM[1])], NEED),
        ([exemption(*TERM), exemption(date(2029, 1, 5), SECOND_TERM[1])], NEED),
    ],
)
def test_an_extension_needs_a_decision_of_its_own(decisions, expected):
    board = Board(records=(*decisions, *PAPERS))

    assert answer(verdict_of(TE, board=board, end_on=SECOND_TERM[1])) == expected


def test_after_a_gap_the_extension_begins_where_the_first_term_was_full():
    board = worked(TE, (date(2023, 8, 1), date(2026, 1, 31)))
    own = exemption(date(2025, 8, 1), date(2027, 6, 30), on=date(2025, 6, 1))
    board = Board(periods=board.periods, records=(own, *PAPERS))

    assert Need.EXEMPTION_DECISION not in verdict_of(TE, board=board, end_on=own.until_on).codes


@pytest.mark.parametrize(
    ("recorded", "person_signs", "school_signs"),
    [
        ([], True, True),
        ([Decision.EFFORT_BY_BOARD], True, False),
        ([Decision.EFFORT_BY_PERSON], False, True),
        ([Decision.EFFORT_BY_BOARD, Decision.EFFORT_BY_PERSON], False, False),
    ],
)
def test_each_signs_the_statement_of_effort(recorded, person_signs, school_signs):
    board = Board(records=records(*recorded))
    verdict = verdict_of(TE, board=board, end_on=SECOND_TERM[1])

    assert (Need.EFFORT_STATEMENT in verdict.missing_person) == person_signs
    assert (Need.EFFORT_STATEMENT in verdict.missing_school) == school_signs


def test_a_code_in_two_lists_is_one_code():
    verdict = verdict_of(TE, end_on=SECOND_TERM[1])

    assert verdict.codes == {Need.EXEMPTION_DECISION, Need.EXTENSION_REASON, Need.EFFORT_STATEMENT}
    assert verdict.board_judges == ()


@pytest.mark.parametrize(
    "kind", [Decision.EXTENSION_REASON, Decision.EFFORT_BY_BOARD, Decision.EFFORT_BY_PERSON]
)
@pytest.mark.parametrize(
    ("route", "yes", "held"), [(None, True, True), (TE, True, True), (IE, True, False), (TE, False, False)]
)  # fmt: skip
def test_papers_of_an_extension_are_given_for_a_route(kind, route, yes, held):
    rest = tuple(one for one in PAPERS if one.kind != kind)
    decisions = (exemption(*TERM), exemption(*SECOND_TERM))
    board = Board(records=(*rest, *decisions, Record(kind, ON, yes=yes, route=route)))
    verdict = verdict_of(TE, board=board, end_on=SECOND_TERM[1])

    assert (verdict.status == Status.OPEN) == held


def test_a_reason_that_was_taken_back_is_asked_anew():
    taken_back = Record(Decision.EXTENSION_REASON, date(2026, 11, 9), yes=False)
    given = Board(records=records(Decision.EXTENSION_REASON))
    board = Board(records=(*given.records, taken_back))

    assert Need.EXTENSION_REASON not in verdict_of(IE, board=given, end_on=SECOND_TERM[1]).codes
    assert Need.EXTENSION_REASON in verdict_of(IE, board=board, end_on=SECOND_TERM[1]).codes


def test_an_instructor_needs_a_reason_but_no_effort():
    verdict = verdict_of(IE, end_on=date(2029, 1, 4))

    assert verdict.missing_school == (Need.EXEMPTION_DECISION, Need.EXTENSION_REASON)
    assert verdict.missing_person == ()


def test_the_named_teacher_stands_in_the_plan_or_is_recorded():
    six = Route.GUEST_TEACHER_SIX_HOURS
    recorded = Board(records=records(Decision.NAMED_TEACHER))

    assert Need.NAMED_TEACHER not in verdict_of(six, named_teacher=True).codes
    assert Need.NAMED_TEACHER not in verdict_of(six, board=recorded).codes
    assert Need.NAMED_TEACHER in verdict_of(six).missing_school
    assert Need.NAMED_TEACHER in verdict_of(six, named_teacher=False).missing_school


def test_a_recorded_no_of_specific_knowledge_closes_lid_6():
    no = Board(records=records(Decision.SPECIFIC_KNOWLEDGE_JUDGED, yes=False))
    verdict = verdict_of(Route.GUEST_TEACHER_SIX_HOURS, board=no)

    assert verdict.board_judges == (Need.SPECIFIC_KNOWLEDGE_JUDGED,)
    assert verdict.status == Status.CLOSED
