"""The table of routes against the table of the law: what each asks, of whom, and what a no means."""

from datetime import date

import pytest

from tests.vacancies.routes.cases import BY_SCHOOL_IN_TRAINING
from vacancies.codes import Decision, Need, Route, mask_of, routes_of
from vacancies.routes.catalogue import ROUTES, RULE_OF, Either, rules_for
from vacancies.routes.facts import Function
from vacancies.routes.masks import OPENS

F, P, J, L = "fact", "paper", "judgement", "limit"
PERSON, SCHOOL, BOARD = "person", "school", "board"
NATURE = {
    Need.VOG_OK: (P, PERSON),
    Need.NOT_EXCLUDED: (F, PERSON),
    Need.TEACHER_DIPLOMA: (F, PERSON),
    Need.EU_RECOGNITION: (F, PERSON),
    Need.FOREIGN_EQUATED: (F, PERSON),
    Need.NO_TEACHER_DIPLOMA: (F, PERSON),
    Need.STATEMENT_BY: (P, SCHOOL),
    Need.PDG: (F, PERSON),
    Need.FOREIGN_LEVEL_EQUAL: (F, PERSON),
    Need.PRACTICE_YEARS: (F, PERSON),
    Need.LEVEL_JUDGED: (J, BOARD),
    Need.RELEVANCE_JUDGED: (J, BOARD),
    Need.SUBJECT_JUDGED: (J, BOARD),
    Need.TEACH_JUDGED: (J, BOARD),
    Need.REACH_JUDGED: (J, BOARD),
    Need.TRAINING_PLAN: (P, SCHOOL),
    Need.TRAINING_AGREED: (P, SCHOOL),
    Need.SPECIFIC_KNOWLEDGE_JUDGED: (J, BOARD),
    Need.ONLY_SPECIFIC_PARTS: (F, SCHOOL),
    Need.NAMED_TEACHER: (P, SCHOOL),
    Need.AVG_HOURS: (L, SCHOOL),
    Need.CONTRACT_ONLY: (F, SCHOOL),
    Need.INSTR_CERTIFICATE: (F, PERSON),
    Need.PROOF_UNDER_BBO: (F, PERSON),
    Need.INSTR_SINCE: (F, PERSON),
    Need.INSTR_DECLARATION: (P, SCHOOL),
    Need.COURSE_STUDENT: (F, PERSON),
    Need.EXEMPTION_DECISION: (P, SCHOOL),
    Need.EXTENSION_REASON: (P, SCHOOL),
    Need.TERM_LEFT: (L, SCHOOL),
    Need.NO_TEACHING_WORK: (F, SCHOOL),
    Need.SBB_RECOGNITION: (P, SCHOOL),
    Need.TRAINER_LEVEL: (P, PERSON),
    Need.TRAINER_COURSE: (P, PERSON),
}
IN_TWO_LISTS = {Need.LEVEL_BASIS: {(F, PERSON), (J, BOARD)}}
SIGNED_BY_BOTH = {Need.EFFORT_STATEMENT: {(P, PERSON), (P, SCHOOL)}}

CONDUCT = [Need.VOG_OK, Need.NOT_EXCLUDED]
LEVEL = [
    [Need.LEVEL_BASIS],
    [Need.FOREIGN_LEVEL_EQUAL],
    [Need.EU_RECOGNITION],
    [Need.PRACTICE_YEARS, Need.LEVEL_JUDGED],
    [Need.LEVEL_BASIS],
]
ASKS = {
    Route.QUALIFIED_TEACHER: [*CONDUCT, Need.TEACHER_DIPLOMA],
    Route.RECOGNISED_FOREIGN_TEACHER: [
        *CONDUCT,
        [[Need.EU_RECOGNITION], [Need.FOREIGN_EQUATED]],
    ],
    Route.SUITABILITY_WITH_PDG: [
        *CONDUCT,
        Need.NO_TEACHER_DIPLOMA,
        Need.STATEMENT_BY,
        LEVEL,
        Need.RELEVANCE_JUDGED,
        Need.SUBJECT_JUDGED,
        Need.PDG,
    ],
    Route.SUITABILITY_IN_TRAINING: [
        *CONDUCT,
        Need.NO_TEACHER_DIPLOMA,
        Need.STATEMENT_BY,
        LEVEL,
        *BY_SCHOOL_IN_TRAINING,
        Need.TERM_LEFT,
        Need.EXTENSION_REASON,
    ],
    Route.TEMPORARY_EXEMPTION_TEACHER: [
        *CONDUCT,
        Need.EXEMPTION_DECISION,
        Need.TERM_LEFT,
        Need.EXTENSION_REASON,
        Need.EFFORT_STATEMENT,
        Need.EFFORT_STATEMENT,
    ],
    Route.GUEST_TEACHER_SIX_HOURS: [
        *CONDUCT,
        Need.SPECIFIC_KNOWLEDGE_JUDGED,
        Need.ONLY_SPECIFIC_PARTS,
        Need.NAMED_TEACHER,
        Need.AVG_HOURS,
    ],
    Route.CONTRACT_ACTIVITY: [Need.CONTRACT_ONLY],
    Route.INSTRUCTOR_QUALIFIED: [
        *CONDUCT,
        [
            [Need.INSTR_CERTIFICATE],
            [Need.EU_RECOGNITION],
            [Need.FOREIGN_EQUATED],
            [Need.PROOF_UNDER_BBO],
            [Need.INSTR_SINCE, Need.INSTR_DECLARATION],
        ],
    ],
    Route.INSTRUCTOR_IN_TRAINING: [*CONDUCT, Need.COURSE_STUDENT],
    Route.INSTRUCTOR_TEMPORARY_EXEMPTION: [
        *CONDUCT,
        Need.EXEMPTION_DECISION,
        Need.TERM_LEFT,
        Need.EXTENSION_REASON,
    ],
    Route.OTHER_STAFF: [Need.NO_TEACHING_WORK, Need.VOG_OK],
    Route.WORKPLACE_TRAINER: [Need.SBB_RECOGNITION, Need.TRAINER_LEVEL, Need.TRAINER_COURSE],
}


def _asked(condition):
    if isinstance(condition, Either):
        return [[one.need for one in branch] for branch in condition.branches]
    return condition.need


def _simple(rule):
    for condition in rule.conditions:
        if isinstance(condition, Either):
            yield from (one for branch in condition.branches for one in branch)
        else:
            yield condition


def test_each_route_asks_what_the_law_asks():
    assert {rule.code: [_asked(one) for one in rule.conditions] for rule in ROUTES} == ASKS


def test_each_need_has_its_nature_and_its_list():
    found: dict[Need, set] = {}
    for rule in ROUTES:
        for one in _simple(rule):
            found.setdefault(one.need, set()).add((one.nature, one.whose))

    assert found == {need: {pair} for need, pair in NATURE.items()} | IN_TWO_LISTS | SIGNED_BY_BOTH


def test_only_the_papers_and_the_limit_of_a_route_differ_between_routes():
    by_route = {one.need for rule in ROUTES for one in _simple(rule) if one.by_route}

    assert by_route == {
        Need.EXEMPTION_DECISION,
        Need.EXTENSION_REASON,
        Need.EFFORT_STATEMENT,
        Need.TERM_LEFT,
    }


FULL = list(Route)[:5]
INSTRUCTOR = list(Route)[7:10]


@pytest.mark.parametrize(
    ("function", "routes"),
    [
        (Function.TEACHER, FULL),
        (Function.GUEST_TEACHER, [*FULL, Route.GUEST_TEACHER_SIX_HOURS]),
        (Function.CONTRACT_TRAINER, [*FULL, Route.CONTRACT_ACTIVITY]),
        (Function.INSTRUCTOR, INSTRUCTOR),
        (Function.PRACTICE_COACH, [*INSTRUCTOR, Route.OTHER_STAFF]),
        (Function.OTHER_STAFF, [Route.OTHER_STAFF]),
        (Function.WORKPLACE_TRAINER, [Route.WORKPLACE_TRAINER]),
    ],
)
def test_the_routes_of_a_function(function, routes):
    assert [rule.code for rule in rules_for(function)] == routes
    assert OPENS[function] == mask_of(routes)


def test_the_table_has_each_route_in_order():
    assert [rule.code for rule in ROUTES] == list(Route) == list(RULE_OF)


def test_only_lid_6_has_a_budget():
    assert [rule.code for rule in ROUTES if rule.has_budget] == [Route.GUEST_TEACHER_SIX_HOURS]


def test_every_row_relies_on_the_text_of_2026():
    assert {rule.in_force_from for rule in ROUTES} == {date(2026, 1, 1)}


def test_what_closes_when_no_way_is_open():
    found = {
        condition.closed_as
        for rule in ROUTES
        for condition in rule.conditions
        if isinstance(condition, Either)
    }

    assert found == {Need.PRACTICE_YEARS, Need.EU_RECOGNITION, Need.INSTR_CERTIFICATE}


@pytest.mark.parametrize("mask", [0, 1, 0b100000000010, (1 << 12) - 1])
def test_a_mask_holds_routes_by_their_place(mask):
    assert mask_of(routes_of(mask)) == mask


def test_bits_count_from_the_first_route():
    assert mask_of([Route.QUALIFIED_TEACHER, Route.SUITABILITY_WITH_PDG]) == 0b101
    assert mask_of(["suitability_with_pdg", Route.SUITABILITY_WITH_PDG]) == 0b100
    assert routes_of(0b110) == [Route.RECOGNISED_FOREIGN_TEACHER, Route.SUITABILITY_WITH_PDG]


def test_a_decision_fills_the_need_of_its_name():
    own = {
        Decision.EFFORT_BY_BOARD,
        Decision.EFFORT_BY_PERSON,
        Decision.WORKED,
    }

    assert {str(one) for one in Decision} - {str(one) for one in Need} == {str(one) for one in own}
