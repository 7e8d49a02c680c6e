"""Rows become what the engine judges, in a constant number of queries."""

from datetime import date
from decimal import Decimal

import pytest

from accounts.enums import CheckOutcome, CredentialKind, FunctionKind
from accounts.models import Credential, CredentialCheck, RouteAnswers
from tests import factories
from vacancies.codes import Decision, Need, Route, mask_of
from vacancies.models import BoardDecision, PlannedBlock
from vacancies.routes import queries
from vacancies.routes.facts import Function, Paper, Period, Practice, Record
from vacancies.routes.own import own_routes
from vacancies.routes.verdict import Status

ON = date(2026, 11, 10)


def paper(professional, kind, **values):
    return Credential.objects.create(professional=professional, kind=kind, **values)


def decide(professional, institution, kind, on=date(2026, 9, 1), **values):
    return BoardDecision.objects.create(
        professional=professional, institution=institution, kind=kind, decided_on=on, **values
    )


def plan(professional, institution, starts_on=date(2026, 9, 1), **values):
    return PlannedBlock.objects.create(
        professional=professional,
        institution=institution,
        starts_on=starts_on,
        **{
            "function_kind": FunctionKind.GUEST_TEACHER,
            "route": Route.GUEST_TEACHER_SIX_HOURS,
            "week_hours": Decimal("4"),
            "weeks": 20,
        }
        | values,
    )


def test_what_is_not_told_stays_unknown(anna):
    who = queries.person_of(anna, on=ON)

    assert who.papers == ()
    assert not who.papers_told
    assert who.declares_no_ban is None
    assert who.practice == ()
    assert who.practice_years == 12
    assert who.level == 4


def test_answers_become_what_the_law_asks(anna):
    RouteAnswers.objects.create(
        professional=anna,
        papers_told_on=ON,
        no_ban_declared_on=ON,
        practice_since=date(2012, 3, 1),
        instructor_since=date(2016, 3, 1),
        course_kind="bbl",
        course_until=date(2028, 7, 31),
    )

    who = queries.person_of(anna, on=ON)

    assert who.papers_told
    assert who.declares_no_ban is True
    assert who.practice == (Practice(date(2012, 3, 1)),)
    assert who.instructor_since == date(2016, 3, 1)
    assert (who.course_kind, who.course_until) == ("bbl", date(2028, 7, 31))


def test_a_paper_counts_until_its_last_day_and_only_where_a_rule_reads_it(anna):
    paper(anna, CredentialKind.PDG, valid_until=ON)
    paper(anna, CredentialKind.BBO_PROOF, valid_until=date(2026, 11, 9))
    paper(anna, CredentialKind.TRADE_CERTIFICATE)

    assert queries.person_of(anna, on=ON).papers == (Paper("pdg"),)


def test_a_paper_is_shown_only_to_the_school_that_saw_it(anna, school_a, school_b):
    vog = paper(anna, CredentialKind.VOG, issued_on=date(2026, 9, 1))
    CredentialCheck.objects.create(
        credential=vog, institution=school_a, outcome=CheckOutcome.SEEN, shown_on=ON
    )

    assert queries.person_of(anna, school_a, ON).papers[0].shown_on == ON
    assert queries.person_of(anna, school_b, ON).papers[0].shown_on is None
    assert queries.person_of(anna, on=ON).papers[0].shown_on is None


def test_a_paper_that_a_school_turned_down_does_not_count_there(anna, school_a, school_b):
    CredentialCheck.objects.create(
        credential=paper(anna, CredentialKind.PDG),
        institution=school_a,
        outcome=CheckOutcome.REJECTED,
        reason="Another name is on it.",
        shown_on=ON,
    )

    assert queries.person_of(anna, school_a, ON).papers == ()
    assert queries.person_of(anna, school_b, ON).papers == (Paper("pdg"),)


def test_many_people_are_read_as_one_by_one(anna, django_assert_num_queries):
    others = [factories.ProfessionalFactory(level=None) for _number in range(3)]
    paper(anna, CredentialKind.VOG, issued_on=date(2026, 9, 1))
    paper(others[0], CredentialKind.PDG)
    RouteAnswers.objects.create(professional=others[1], practice_since=date(2020, 1, 1))
    people = [anna, *others]

    with django_assert_num_queries(2):
        found = dict(queries.people_of([one.pk for one in people], ON))

    assert found == {one.pk: queries.person_of(one, on=ON) for one in people}


def test_decisions_become_records_and_periods_of_this_school_only(anna, school_a, school_b):
    decide(anna, school_a, Decision.SPECIFIC_KNOWLEDGE_JUDGED, note="Looked at the work.")
    decide(
        anna,
        school_a,
        Decision.WORKED,
        route=Route.TEMPORARY_EXEMPTION_TEACHER,
        starts_on=date(2024, 8, 1),
        ends_on=date(2026, 7, 31),
    )
    decide(anna, school_b, Decision.STATEMENT_BY)

    board = queries.board_of(school_a, anna, on=ON)

    assert board.kind == "roc"
    assert board.records == (Record(Decision.SPECIFIC_KNOWLEDGE_JUDGED, date(2026, 9, 1)),)
    assert board.periods == (
        Period(Route.TEMPORARY_EXEMPTION_TEACHER, date(2024, 8, 1), date(2026, 7, 31)),
    )


def test_the_newest_decision_of_a_day_comes_last(anna, school_a):
    decide(anna, school_a, Decision.LEVEL_JUDGED)
    decide(anna, school_a, Decision.LEVEL_JUDGED, is_yes=False)

    assert [record.yes for record in queries.board_of(school_a, anna, on=ON).records] == [
        True,
        False,
    ]


def test_hours_of_lid_6_add_up_within_a_study_year(anna, school_a, school_b):
    plan(anna, school_a)
    asked = plan(anna, school_a, starts_on=date(2027, 7, 31), weeks=10)
    plan(anna, school_a, starts_on=date(2027, 8, 1))
    plan(anna, school_a, route=Route.OTHER_STAFF, function_kind=FunctionKind.OTHER_STAFF)
    plan(anna, school_b)

    year = queries.board_of(school_a, anna, study_year=ON, on=ON)
    alone = queries.board_of(school_a, anna, study_year=ON, on=ON, without=asked)
    after = queries.board_of(school_a, anna, study_year=date(2027, 9, 1), on=ON)

    assert (year.booked_hours, alone.booked_hours, after.booked_hours) == (120, 80, 80)


def test_a_plan_that_has_begun_is_a_period_of_work(anna, school_a):
    plan(anna, school_a)
    plan(anna, school_a, starts_on=date(2026, 10, 1), ends_on=date(2026, 12, 1))
    plan(anna, school_a, starts_on=date(2027, 1, 4))

    assert queries.board_of(school_a, anna, on=ON).periods == (
        Period(Route.GUEST_TEACHER_SIX_HOURS, date(2026, 9, 1), date(2027, 7, 31)),
        Period(Route.GUEST_TEACHER_SIX_HOURS, date(2026, 10, 1), date(2026, 12, 1)),
    )


def test_accepting_a_route_says_of_what_kind_the_work_is(school_a):
    vacancy = factories.VacancyFactory(
        institution=school_a,
        hours_min=4,
        hours_max=6,
        starts_on=date(2027, 1, 4),
        ends_on=date(2027, 2, 14),
        routes_mask=mask_of([Route.GUEST_TEACHER_SIX_HOURS]),
        named_teacher="W. Bakker",
    )

    block = queries.block_of(vacancy)

    assert block.function == "guest_teacher"
    assert (block.clock_hours_year, block.peak_week_hours) == (36, 6)
    assert block.only_specific_parts is True
    assert block.named_teacher is True
    assert (block.contract_only, block.no_teaching_work, block.lent) == (None, None, None)


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "hours"),
    [
        (date(2026, 8, 17), None, 240),
        (date(2027, 7, 1), None, 30),
        (date(2027, 7, 31), date(2027, 8, 31), 6),
        (date(2026, 8, 17), date(2026, 8, 30), 12),
    ],
)
def test_a_vacancy_asks_the_weeks_of_its_first_study_year(school_a, starts_on, ends_on, hours):
    vacancy = factories.VacancyFactory(
        institution=school_a, hours_min=6, hours_max=6, starts_on=starts_on, ends_on=ends_on
    )

    assert queries.block_of(vacancy).clock_hours_year == hours


def test_an_empty_draft_is_a_block_too(school_a):
    draft = factories.DraftFactory(
        institution=school_a, function_kind="", hours_min=None, hours_max=None, starts_on=None
    )

    block = queries.block_of(draft)

    assert (block.function, block.clock_hours_year, block.start_on) == ("teacher", None, None)


def test_a_plan_is_a_block(anna, school_a):
    planned = plan(anna, school_a, is_lent=True, fte=Decimal("0.2"), lesson_hours=Decimal("5"))

    block = queries.block_of_plan(planned)

    assert (block.clock_hours_year, block.peak_week_hours) == (80, 4)
    assert (block.only_specific_parts, block.contract_only, block.lent) == (True, None, True)
    assert (block.fte, block.lesson_hours_week) == (Decimal("0.2"), 5)


def test_a_school_that_did_its_part_opens_the_route(anna, school_a, django_assert_max_num_queries):
    vog = paper(anna, CredentialKind.VOG, issued_on=date(2026, 9, 1))
    CredentialCheck.objects.create(
        credential=vog, institution=school_a, outcome=CheckOutcome.SEEN, shown_on=ON
    )
    RouteAnswers.objects.create(professional=anna, papers_told_on=ON, no_ban_declared_on=ON)
    decide(anna, school_a, Decision.SPECIFIC_KNOWLEDGE_JUDGED)
    vacancy = factories.VacancyFactory(
        institution=school_a,
        starts_on=date(2027, 1, 4),
        routes_mask=mask_of([Route.GUEST_TEACHER_SIX_HOURS]),
        named_teacher="W. Bakker",
    )

    with django_assert_max_num_queries(7):
        found = queries.verdicts(anna, vacancy=vacancy, institution=school_a, on=ON)

    assert found[0].route == Route.GUEST_TEACHER_SIX_HOURS
    assert found[0].status is Status.OPEN


def test_own_verdicts_answer_every_function_as_matching_does(anna):
    paper(anna, CredentialKind.VOG, issued_on=date(2026, 9, 1))

    found = queries.own_verdicts(anna, ON)

    assert set(found) == set(Function)
    guest = {one.route: one for one in found[Function.GUEST_TEACHER]}
    assert guest[Route.GUEST_TEACHER_SIX_HOURS].codes == {
        Need.NOT_EXCLUDED,
        Need.SPECIFIC_KNOWLEDGE_JUDGED,
        Need.NAMED_TEACHER,
    }
    teacher = {one.route: one for one in found[Function.TEACHER]}
    assert teacher[Route.QUALIFIED_TEACHER].status is Status.CLOSED


def test_own_routes_are_those_of_what_is_sought(anna):
    paper(anna, CredentialKind.VOG, issued_on=date(2026, 9, 1))
    paper(anna, CredentialKind.TRAINER_COURSE, valid_until=date(2026, 12, 1))
    RouteAnswers.objects.create(professional=anna, papers_told_on=ON, no_ban_declared_on=ON)

    home = own_routes(anna, ON)

    assert [(row.label, row.mark, row.route) for row in home.rows] == [
        ("Guest teacher", "partly", "Guest teacher from practice")
    ]
    assert [ending.state for ending in home.endings] == ["partly"]
    assert home.papers_told


def test_who_chose_no_function_sees_the_ladder(anna, django_assert_max_num_queries):
    anna.functions_mask = 0

    with django_assert_max_num_queries(5):
        home = own_routes(anna, ON)

    assert {row.label for row in home.rows} == {
        "Practice coach",
        "Guest teacher",
        "Instructor",
        "Teacher",
    }
    assert not home.papers_told
