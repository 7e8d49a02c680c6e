"""What holds for every person, block and board."""

from dataclasses import replace
from datetime import date

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.vacancies.routes.cases import BOOK
from tests.vacancies.routes.filling import FILLS, filled, fills_of
from tests.vacancies.routes.strategies import Reach, cases, constants, papers, with_more
from vacancies.codes import Need, Route, routes_of
from vacancies.routes.calendar import DAY, study_year_of
from vacancies.routes.catalogue import ROUTES, RULE_OF, Condition, rules_for
from vacancies.routes.engine import RANK, evaluate, judge, order
from vacancies.routes.facts import Function
from vacancies.routes.masks import FITS_ALL, masks_of, neutral
from vacancies.routes.question import Question
from vacancies.routes.terms import start_of
from vacancies.routes.verdict import Status

quick = settings(deadline=None, max_examples=40)
TERMS = {rule.code for rule in ROUTES if rule.term}


def of_each_route(case, book=BOOK):
    return {verdict.route: verdict for verdict in judge(ROUTES, case, book)}


def one(case, route):
    (verdict,) = judge([RULE_OF[route]], case, BOOK)
    return verdict


def rank(verdict):
    return RANK[verdict.status], len(verdict.codes)


@quick
@given(cases())
def test_each_route_of_the_function_has_one_verdict_the_best_first(case):
    found = evaluate(case, BOOK)

    assert {one.route for one in found} == {rule.code for rule in rules_for(case.block.function)}
    assert len(found) == len(rules_for(case.block.function))
    assert list(found) == sorted(found, key=order)


@quick
@given(cases())
def test_a_verdict_is_the_same_whatever_others_are_asked(case):
    found = of_each_route(case)

    assert all(one(case, route) == verdict for route, verdict in found.items())


@quick
@given(cases())
def test_only_an_open_route_misses_nothing(case):
    for verdict in of_each_route(case).values():
        assert (verdict.status == Status.OPEN) == (not verdict.codes)
        assert (verdict.opens_on is None) or (
            verdict.status == Status.CLOSED and verdict.opens_on > case.on
        )
        assert (verdict.reason is None) == (
            verdict.status != Status.CLOSED or Need.NO_TEACHER_DIPLOMA not in verdict.codes
        )


@quick
@given(cases(), st.data())
def test_more_papers_never_make_the_best_verdict_worse(case, data):
    more = data.draw(st.lists(papers(Reach(case.on)), min_size=1, max_size=3))
    person = replace(case.person, papers=(*case.person.papers, *more))

    assert rank(evaluate(replace(case, person=person), BOOK)[0]) <= rank(evaluate(case, BOOK)[0])


@quick
@given(cases(), st.data())
def test_a_number_that_begins_later_changes_no_verdict(case, data):
    study_year = study_year_of(start_of(case), BOOK.month_day("study_year_start", case.on))
    more = data.draw(st.lists(constants(max(case.on, study_year)), min_size=1, max_size=3))

    assert evaluate(case, with_more(*more)) == evaluate(case, BOOK)


YES_UNKNOWN_NO = [
    ("person", {"declares_no_ban": True}, {"declares_no_ban": None}, {"declares_no_ban": False}),
    ("person", {"level": 8}, {"level": None}, {"level": 1}),
    (
        "person",
        {"practice": (), "practice_years": 40},
        {"practice": (), "practice_years": None},
        {"practice": (), "practice_years": 0},
    ),
    ("block", {"clock_hours_year": 0}, {"clock_hours_year": None}, {"clock_hours_year": 9_999}),
    *(
        ("block", {fact: True}, {fact: None}, {fact: False})
        for fact in (
            "lent",
            "only_specific_parts",
            "contract_only",
            "no_teaching_work",
            "named_teacher",
        )
    ),
]


@quick
@given(cases(), st.sampled_from(YES_UNKNOWN_NO))
def test_unknown_is_never_better_than_yes_nor_worse_than_no(case, fact):
    part, *answers = fact
    yes, unknown, no = (
        of_each_route(replace(case, **{part: replace(getattr(case, part), **told)}))
        for told in answers
    )

    for route in Route:
        assert RANK[yes[route].status] <= RANK[unknown[route].status] <= RANK[no[route].status]
        if unknown[route].status != Status.CLOSED:
            assert len(yes[route].codes) <= len(unknown[route].codes)


@quick
@given(cases())
def test_not_held_is_never_better_than_not_told(case):
    untold, told = (
        of_each_route(replace(case, person=replace(case.person, papers_told=told)))
        for told in (False, True)
    )

    for route in Route:
        assert RANK[untold[route].status] <= RANK[told[route].status]


def ends_before_the_start(case):
    """Work that ends between the day and the first day: a VOG is shown again after it."""
    return any(
        case.on <= period.until_on < start_of(case) - DAY and period.from_on <= case.on
        for period in case.board.periods
    )


@quick
@given(cases(later=False))
def test_what_is_missing_opens_and_nothing_less(case):
    assume(not ends_before_the_start(case))
    for route, verdict in of_each_route(case).items():
        if verdict.status != Status.OPEN_IF:
            continue
        fills = fills_of(verdict)
        assert one(filled(case, route, fills), route).status == Status.OPEN
        for left_out in range(len(fills)):
            less = fills[:left_out] + fills[left_out + 1 :]
            assert one(filled(case, route, less), route).status != Status.OPEN


@quick
@given(cases(later=False))
def test_what_closes_keeps_it_closed_whatever_else_is_filled(case):
    for route, verdict in of_each_route(case).items():
        if verdict.status != Status.CLOSED:
            continue
        others = [
            FILLS[condition.need]
            for condition in RULE_OF[route].conditions
            if isinstance(condition, Condition)
            and condition.need in FILLS
            and condition.need not in verdict.codes | {Need.EXEMPTION_DECISION}
        ]
        after = one(filled(case, route, others), route)
        assert after.status == Status.CLOSED
        assert verdict.codes <= after.codes


@quick
@given(cases())
def test_the_days_on_which_a_route_ends(case):
    for route, verdict in of_each_route(case).items():
        days = (verdict.ends_on, verdict.extendable_to, verdict.pdg_due_on)
        if verdict.status == Status.CLOSED:
            assert days == (None, None, None)
            continue
        has_term = route in TERMS
        assert has_term or route is Route.INSTRUCTOR_IN_TRAINING or days == (None, None, None)
        assert not has_term or verdict.ends_on is not None
        assert (verdict.pdg_due_on is not None) == (route is Route.SUITABILITY_IN_TRAINING)
        assert verdict.ends_on is None or verdict.ends_on >= start_of(case)
        assert verdict.extendable_to is None or verdict.extendable_to > verdict.ends_on


def asked_until(case, route, day):
    return one(replace(case, block=replace(case.block, end_on=day)), route)


@quick
@given(cases())
def test_a_term_reaches_as_far_as_it_says(case):
    for route in TERMS:
        verdict = one(case, route)
        if verdict.ends_on is None:
            continue
        last = verdict.extendable_to or verdict.ends_on
        assert asked_until(case, route, verdict.ends_on) == verdict
        assert Need.TERM_LEFT not in asked_until(case, route, last).codes
        if verdict.extendable_to is None and last > start_of(case):  # half of one day is none
            assert Need.TERM_LEFT in asked_until(case, route, last + DAY).codes


@quick
@given(cases(later=False, starts=True))
def test_time_alone_opens_on_the_day_that_is_told(case):
    for route, verdict in of_each_route(case).items():
        if verdict.opens_on:
            then = one(replace(case, on=verdict.opens_on), route)
            before = one(replace(case, on=verdict.opens_on - DAY), route)
            assert then.status != Status.CLOSED or not verdict.codes & then.codes
            assert before.status == Status.CLOSED
            assert verdict.codes & before.codes


@quick
@given(cases(), st.booleans())
def test_the_masks_are_the_verdicts_of_a_neutral_school(case, willing):
    opened, may_open = masks_of(case.person, willing=willing, on=case.on, book=BOOK)
    who = neutral(case.person, on=case.on, book=BOOK)
    found = {}
    for function in Function:
        block = replace(FITS_ALL, function=function, start_on=case.on)
        asked = type(case)(who, block, on=case.on)
        found |= {verdict.route: verdict for verdict in evaluate(asked, BOOK)}

    assert opened & may_open == 0
    assert set(routes_of(opened)) == {
        route for route, verdict in found.items() if verdict.status == Status.OPEN
    }
    assert set(routes_of(may_open)) == {
        route
        for route, verdict in found.items()
        if verdict.status == Status.OPEN_IF
        and Need.PRACTICE_YEARS not in verdict.codes
        and (willing or route is not Route.SUITABILITY_IN_TRAINING)
    }


@quick
@given(cases())
def test_a_verdict_never_depends_on_the_order_of_papers_and_periods(case):
    turned = replace(
        case,
        person=replace(
            case.person, papers=case.person.papers[::-1], practice=case.person.practice[::-1]
        ),
        board=replace(case.board, periods=case.board.periods[::-1]),
    )

    assert of_each_route(turned) == of_each_route(case)


@quick
@given(cases(), st.dates(date(1950, 1, 1), date(2190, 1, 1)))
def test_any_day_has_an_answer(case, on):
    assert len(of_each_route(replace(case, on=on))) == len(ROUTES)
    assert Question(replace(case, on=on), BOOK).budget >= 0
