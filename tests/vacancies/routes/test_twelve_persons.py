"""Twelve people whose verdicts are written down whole: status, every code, every clock."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.vacancies.routes.cases import (
    S7,
    VOG,
    block,
    case_of,
    hours,
    person,
    records,
    verdicts_of,
    years_ago,
)
from tests.vacancies.routes.expected import (
    IE,
    IE_CLOCKS,
    IT_LEVEL,
    NI,
    NT,
    TE,
    TE_CLOCKS,
    TRAINING_CLOCKS,
    N,
    R,
    assert_verdicts,
    closed,
    limit,
    open_if,
    opened,
)
from vacancies.codes import Decision
from vacancies.routes.facts import Board, Case, Function, Paper, Period, Practice, Record
from vacancies.routes.verdict import Reason, Remedy, Status
from vacancies.routes.verdict import Warning as Caution

GUEST, SIX = Function.GUEST_TEACHER, R.GUEST_TEACHER_SIX_HOURS
KNOWN = Board(records=records(Decision.SPECIFIC_KNOWLEDGE_JUDGED))


def welder(**told):
    return person(level=4, practice=years_ago(12), **told)


def anna(**told):
    return case_of(welder(**told), block(GUEST, named_teacher=True, **hours(5, 40)), KNOWN)


def as_instructor(case: Case) -> Case:
    return replace(case, block=replace(case.block, function=Function.INSTRUCTOR))


def test_anna_a_welder_as_guest_teacher():
    expected = {SIX: opened(limit=limit(240, 200))} | NT | IT_LEVEL | TE
    assert_verdicts(anna(), expected)


def test_anna_a_welder_as_instructor():
    assert_verdicts(as_instructor(anna()), NI | IE)


def test_bram_gives_eight_hours_in_twenty_weeks():
    case = replace(anna(), block=replace(anna().block, **hours(8, 20)))
    guest = opened(limit=limit(240, 160), warnings=(Caution.WEEK_OVER_AVERAGE,))
    assert_verdicts(case, {SIX: guest} | NT | IT_LEVEL | TE)


def test_chantal_passes_the_yearly_budget():
    case = replace(anna(), block=replace(anna().block, **hours(7, 40)))
    guest = closed(N.AVG_HOURS, limit=limit(240, 280), warnings=(Caution.WEEK_OVER_AVERAGE,))
    assert_verdicts(case, {SIX: guest} | NT | IT_LEVEL | TE)


def test_chantal_hears_what_would_fit():
    case = replace(anna(), block=replace(anna().block, **hours(7, 40)))

    assert verdicts_of(case)[SIX].remedies == (
        Remedy(week_hours=Decimal("6.0")),
        Remedy(weeks=34, hours_year=Decimal(238)),
    )


OLD_VOG = Paper("vog", issued_on=date(2026, 4, 10), shown_on=date(2026, 11, 2))


def test_daan_shows_a_vog_that_is_too_old():
    plus = {
        R.SUITABILITY_IN_TRAINING: open_if(*S7, N.LEVEL_JUDGED, N.VOG_OK, **TRAINING_CLOCKS),
        R.TEMPORARY_EXEMPTION_TEACHER: open_if(N.EXEMPTION_DECISION, N.VOG_OK, **TE_CLOCKS),
    }
    expected = {SIX: open_if(N.VOG_OK, limit=limit(240, 200))} | NT | plus
    assert_verdicts(anna(vog=OLD_VOG), expected)


def test_daan_as_instructor_needs_the_vog_too():
    exemption = open_if(N.EXEMPTION_DECISION, N.VOG_OK, **IE_CLOCKS)
    expected = NI | {R.INSTRUCTOR_TEMPORARY_EXEMPTION: exemption}
    assert_verdicts(as_instructor(anna(vog=OLD_VOG)), expected)


def test_daan_needs_no_vog_for_contract_hours_alone():
    case = anna(vog=OLD_VOG)
    contract = replace(case, block=block(Function.CONTRACT_TRAINER, contract_only=True))
    plus = {
        R.SUITABILITY_IN_TRAINING: open_if(*S7, N.LEVEL_JUDGED, N.VOG_OK, **TRAINING_CLOCKS),
        R.TEMPORARY_EXEMPTION_TEACHER: open_if(N.EXEMPTION_DECISION, N.VOG_OK, **TE_CLOCKS),
    }
    assert_verdicts(contract, {R.CONTRACT_ACTIVITY: opened()} | NT | plus)


def test_daan_shows_a_vog_on_its_last_day():
    vog = Paper("vog", issued_on=date(2026, 5, 2), shown_on=date(2026, 11, 2))
    expected = {SIX: opened(limit=limit(240, 200))} | NT | IT_LEVEL | TE
    assert_verdicts(anna(vog=vog), expected)


def esra(board=None, **told):
    start = date(2027, 2, 1)
    who = person(papers=(Paper("higher_diploma"),), level=6, practice=years_ago(6))
    what = block(Function.TEACHER, start_on=start, **({"fte": Decimal("0.5")} | told))
    return case_of(who, what, board)


ESRA_CLOCKS = TRAINING_CLOCKS | {"pdg_due_on": date(2029, 1, 31)}
ESRA_TE = {
    R.TEMPORARY_EXEMPTION_TEACHER: open_if(
        N.EXEMPTION_DECISION, ends_on=date(2029, 1, 31), extendable_to=date(2031, 1, 31)
    )
}


def test_esra_may_begin_in_training_when_the_school_does_its_part():
    training = {R.SUITABILITY_IN_TRAINING: open_if(*S7, **ESRA_CLOCKS)}
    assert_verdicts(esra(), NT | training | ESRA_TE)


def test_esra_begins_when_all_seven_are_there():
    verdict = verdicts_of(esra(Board(records=records(*S7))))[R.SUITABILITY_IN_TRAINING]

    assert verdict.status == Status.OPEN


def test_esra_with_too_few_hours_for_the_course_is_warned():
    training = open_if(*S7, **ESRA_CLOCKS, warnings=(Caution.PDG_MIN_FTE,))
    expected = NT | {R.SUITABILITY_IN_TRAINING: training} | ESRA_TE
    assert_verdicts(esra(fte=Decimal("0.3")), expected)


def frank():
    who = person(level=4, practice=(Practice(date(2024, 12, 1)),))
    return case_of(who, block(GUEST, **hours(4, 40)))


FRANK_NT = NT | {R.SUITABILITY_WITH_PDG: closed(N.PRACTICE_YEARS, N.PDG)}


def test_frank_is_too_short_in_the_trade_to_train():
    guest = open_if(N.SPECIFIC_KNOWLEDGE_JUDGED, N.NAMED_TEACHER, limit=limit(240, 160))
    training = closed(N.PRACTICE_YEARS, opens_on=date(2027, 12, 1))
    expected = {SIX: guest} | FRANK_NT | {R.SUITABILITY_IN_TRAINING: training} | TE
    assert_verdicts(frank(), expected)


def test_frank_as_instructor():
    assert_verdicts(as_instructor(frank()), NI | IE)


def guelsen(board=None, vog=VOG):
    papers = (Paper("higher_diploma"), Paper("pdg", issued_on=date(2025, 7, 1)))
    return case_of(person(papers=papers, level=6, vog=vog), block(Function.TEACHER), board)


STATEMENT = (N.STATEMENT_BY, N.RELEVANCE_JUDGED, N.SUBJECT_JUDGED)
GUELSEN = {
    R.QUALIFIED_TEACHER: NT[R.QUALIFIED_TEACHER],
    R.RECOGNISED_FOREIGN_TEACHER: NT[R.RECOGNISED_FOREIGN_TEACHER],
} | TE


def test_guelsen_takes_her_pdg_to_another_board():
    expected = GUELSEN | {
        R.SUITABILITY_WITH_PDG: open_if(*STATEMENT),
        R.SUITABILITY_IN_TRAINING: open_if(
            *S7, **TRAINING_CLOCKS, warnings=(Caution.ROUTE_SUPERFLUOUS,)
        ),
    }
    assert_verdicts(guelsen(), expected)


def test_guelsen_with_a_statement_of_this_board():
    verdict = verdicts_of(guelsen(Board(records=records(*STATEMENT))))[R.SUITABILITY_WITH_PDG]

    assert verdict.status == Status.OPEN


def hans(function):
    return case_of(person(papers=(Paper("teacher_diploma"),)), block(function))


def test_hans_teaches_with_his_diploma():
    expected = {
        R.QUALIFIED_TEACHER: opened(),
        R.RECOGNISED_FOREIGN_TEACHER: closed(N.EU_RECOGNITION),
        R.SUITABILITY_WITH_PDG: closed(N.NO_TEACHER_DIPLOMA, N.PDG, reason=Reason.NOT_NEEDED),
        R.SUITABILITY_IN_TRAINING: closed(N.NO_TEACHER_DIPLOMA, reason=Reason.NOT_NEEDED),
    } | TE
    assert_verdicts(hans(Function.TEACHER), expected)


def test_hans_instructs_with_his_diploma():
    expected = {
        R.INSTRUCTOR_QUALIFIED: opened(),
        R.INSTRUCTOR_IN_TRAINING: closed(N.COURSE_STUDENT),
    } | IE
    assert_verdicts(hans(Function.INSTRUCTOR), expected)


def test_ines_has_a_diploma_from_spain():
    diploma = Paper("foreign_diploma", scope="teaching", origin="eea")
    case = case_of(person(papers=(diploma,)), block(Function.TEACHER))
    expected = {
        R.QUALIFIED_TEACHER: closed(N.TEACHER_DIPLOMA),
        R.RECOGNISED_FOREIGN_TEACHER: open_if(N.EU_RECOGNITION),
        R.SUITABILITY_WITH_PDG: closed(N.PDG),
        R.SUITABILITY_IN_TRAINING: open_if(*S7, N.FOREIGN_LEVEL_EQUAL, **TRAINING_CLOCKS),
    } | TE
    assert_verdicts(case, expected)


def jeroen(function, board):
    who = person(
        level=4,
        practice=(Practice(date(2006, 1, 1), date(2015, 12, 31)),),
        instructor_since=date(2016, 3, 1),
    )
    return case_of(who, block(function, **hours(4, 40)), board)


DECLARED = Board(records=records(Decision.INSTR_DECLARATION))


def test_jeroen_was_instructor_before_the_law_changed():
    expected = {
        R.INSTRUCTOR_QUALIFIED: opened(),
        R.INSTRUCTOR_IN_TRAINING: closed(N.COURSE_STUDENT),
    } | IE
    assert_verdicts(jeroen(Function.INSTRUCTOR, DECLARED), expected)


def test_jeroen_without_the_declaration():
    verdict = verdicts_of(jeroen(Function.INSTRUCTOR, Board()))[R.INSTRUCTOR_QUALIFIED]

    assert (verdict.status, verdict.codes) == (Status.OPEN_IF, {N.INSTR_DECLARATION})


def test_jeroen_as_guest_teacher():
    guest = open_if(N.SPECIFIC_KNOWLEDGE_JUDGED, N.NAMED_TEACHER, limit=limit(240, 160))
    assert_verdicts(jeroen(GUEST, DECLARED), {SIX: guest} | NT | IT_LEVEL | TE)


def kim(function, vog=VOG):
    who = person(vog=vog, course_kind="bbl", course_until=date(2028, 7, 31))
    return case_of(who, block(function))


KIM = {
    R.INSTRUCTOR_IN_TRAINING: opened(ends_on=date(2028, 7, 31)),
    R.INSTRUCTOR_QUALIFIED: closed(N.INSTR_CERTIFICATE),
} | IE


def test_kim_instructs_inside_her_course():
    assert_verdicts(kim(Function.INSTRUCTOR), KIM)


def test_kim_coaches_inside_her_course():
    expected = KIM | {R.OTHER_STAFF: closed(N.NO_TEACHING_WORK)}
    assert_verdicts(kim(Function.PRACTICE_COACH), expected)


def test_kim_without_a_vog():
    verdict = verdicts_of(kim(Function.INSTRUCTOR, vog=None))[R.INSTRUCTOR_IN_TRAINING]

    assert (verdict.status, verdict.codes) == (Status.OPEN_IF, {N.VOG_OK})


NEXT = (date(2026, 8, 1), date(2028, 7, 31))
EXEMPT = R.TEMPORARY_EXEMPTION_TEACHER
FIRST = Record(
    Decision.EXEMPTION_DECISION,
    date(2024, 6, 1),
    route=EXEMPT,
    from_on=date(2024, 8, 1),
    until_on=date(2026, 7, 31),
)
AGAIN = replace(FIRST, on=date(2026, 5, 20), from_on=NEXT[0], until_on=NEXT[1])
PAPERWORK = (
    AGAIN,
    *records(Decision.EXTENSION_REASON, Decision.EFFORT_BY_BOARD, on=date(2026, 5, 20)),
)


def lars(*more, end_on=NEXT[1]):
    on = date(2026, 6, 1)
    vog = Paper("vog", issued_on=date(2024, 5, 1), shown_on=date(2024, 6, 1))
    worked = Period(EXEMPT, date(2024, 8, 1), date(2026, 7, 31))
    who = person(vog=vog, level=4, practice=years_ago(10, on))
    what = block(Function.TEACHER, start_on=NEXT[0], end_on=end_on)
    return case_of(who, what, Board(records=(FIRST, *more), periods=(worked,)), on)


def test_lars_asks_the_extension_of_his_exemption():
    expected = NT | {
        R.SUITABILITY_IN_TRAINING: open_if(
            *S7,
            N.LEVEL_JUDGED,
            ends_on=NEXT[1],
            extendable_to=date(2030, 7, 31),
            pdg_due_on=NEXT[1],
        ),
        EXEMPT: open_if(
            N.EXEMPTION_DECISION, N.EXTENSION_REASON, N.EFFORT_STATEMENT, ends_on=NEXT[1]
        ),
    }
    assert_verdicts(lars(), expected)


def test_lars_has_one_signature_of_two():
    verdict = verdicts_of(lars(*PAPERWORK))[EXEMPT]

    assert (verdict.status, verdict.missing_person, verdict.missing_school) == (
        Status.OPEN_IF,
        (N.EFFORT_STATEMENT,),
        (),
    )


def test_lars_has_all_for_his_extension():
    signed = records(Decision.EFFORT_BY_PERSON, on=date(2026, 5, 20))
    verdict = verdicts_of(lars(*PAPERWORK, *signed))[EXEMPT]

    assert (verdict.status, verdict.ends_on, verdict.extendable_to) == (
        Status.OPEN,
        NEXT[1],
        None,
    )


@pytest.mark.parametrize("end_on", [date(2028, 8, 1), date(2029, 7, 31)])
def test_lars_cannot_pass_four_years(end_on):
    verdict = verdicts_of(lars(*PAPERWORK, end_on=end_on))[EXEMPT]

    assert (verdict.status, verdict.codes, verdict.ends_on) == (
        Status.CLOSED,
        {N.TERM_LEFT},
        None,
    )
