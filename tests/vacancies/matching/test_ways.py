"""The masks in the database are the verdicts of the pure engine, for anybody, on any day."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.enums import CourseKind, CredentialKind, CredentialOrigin, CredentialScope
from accounts.models import Credential, Professional, RouteAnswers
from accounts.models.credential import SCOPED
from tests import factories
from vacancies.codes import Route, mask_of
from vacancies.matching import actions, projection, ways
from vacancies.models import CandidateFacts, Match
from vacancies.routes.book import rule_book
from vacancies.routes.facts import Paper, PaperKind, Person, Practice
from vacancies.routes.masks import OPENS, masks_of

PEOPLE = 6
TODAY = timezone.localdate()
KINDS = [str(kind) for kind in PaperKind]

days = st.one_of(
    st.sampled_from([-1, 0, 1, -183, -184, -182, -365 * 3, -365 * 3 - 1]),
    st.integers(-4_000, 800),
).map(lambda step: TODAY + timedelta(days=step))
maybe_days = st.one_of(st.none(), days)


def _paper(kind: str, issued: date | None, until: date | None) -> dict[str, Any]:
    if kind == CredentialKind.VOG and issued is None:
        issued = TODAY
    if until and issued and until < issued:
        issued, until = until, issued
    return {
        "kind": kind,
        "issued_on": issued,
        "valid_until": until,
        "scope": str(CredentialScope.TEACHING) if kind in SCOPED else "",
        "origin": str(CredentialOrigin.EEA) if kind in SCOPED else "",
    }


papers = st.lists(
    st.builds(_paper, st.sampled_from([*KINDS, "pdc"]), maybe_days, maybe_days), max_size=5
)
courses = st.one_of(
    st.just({"course_kind": "", "course_until": None}),
    st.builds(
        lambda kind, until: {"course_kind": kind, "course_until": until},
        st.sampled_from(CourseKind.values),
        days,
    ),
)
answers = st.one_of(
    st.none(),
    st.builds(
        lambda course, **told: {**course, **told},
        courses,
        papers_told_on=maybe_days,
        no_ban_declared_on=maybe_days,
        practice_since=maybe_days,
        instructor_since=maybe_days,
    ),
)
people = st.lists(
    st.fixed_dictionaries(
        {
            "papers": papers,
            "answers": answers,
            "level": st.one_of(st.none(), st.integers(1, 8)),
            "years": st.one_of(st.none(), st.integers(0, 12)),
            "willing": st.sampled_from([True, False, None]),
        }
    ),
    min_size=PEOPLE,
    max_size=PEOPLE,
)


@pytest.fixture
def crowd(db):
    return factories.ProfessionalFactory.create_batch(PEOPLE)


def store(crowd: list[Professional], drawn: list[dict]) -> None:
    Credential.objects.all().delete()
    RouteAnswers.objects.all().delete()
    for person, told in zip(crowd, drawn, strict=True):
        person.level, person.years_experience = told["level"], told["years"]
        person.willing_to_train = told["willing"]
        person.save()
        Credential.objects.bulk_create(
            Credential(professional=person, **paper) for paper in told["papers"]
        )
        if told["answers"] is not None:
            RouteAnswers.objects.create(professional=person, **told["answers"])


def expected(told: dict, on: date) -> tuple[int, int, int]:
    """What the pure engine says about what was drawn, read by no query."""
    said = told["answers"] or {}
    person = Person(
        papers=tuple(
            Paper(one["kind"], one["scope"], one["origin"], one["issued_on"])
            for one in told["papers"]
            if one["kind"] in KINDS and (one["valid_until"] is None or one["valid_until"] >= on)
        ),
        papers_told=said.get("papers_told_on") is not None,
        level=told["level"],
        practice=(Practice(said["practice_since"]),) if said.get("practice_since") else (),
        practice_years=told["years"],
        declares_no_ban=True if said.get("no_ban_declared_on") else None,
        instructor_since=said.get("instructor_since"),
        course_kind=said.get("course_kind", ""),
        course_until=said.get("course_until"),
    )
    willing = told["willing"] is True
    masks = masks_of(person, willing=willing, on=on, book=rule_book())
    return (*masks, int(person.papers_told))


def stored() -> dict[int, tuple[int, int, int]]:
    rows = CandidateFacts.objects.values_list("pk", *ways.COLUMNS)
    return {pk: (opened, may_open, told) for pk, opened, may_open, told in rows}


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(drawn=people, later=st.sampled_from([1, 31, 92, 184, 400, 1_200]))
def test_the_masks_in_the_database_are_the_verdicts_of_the_pure_engine(crowd, drawn, later):
    store(crowd, drawn)
    for person in crowd:
        projection.project_professional(person)
    pairs = list(zip(crowd, drawn, strict=True))

    assert stored() == {one.pk: expected(told, TODAY) for one, told in pairs}
    assert len(projection.differences()) == 0

    then = TODAY + timedelta(days=later)
    moved = sum(expected(told, then) != expected(told, TODAY) for told in drawn)
    assert actions.rebuild_routes(then) == moved
    assert stored() == {one.pk: expected(told, then) for one, told in pairs}
    assert actions.rebuild_routes(then) == 0


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(told=people)
def test_everybody_has_a_route_so_a_row_without_one_is_an_old_row(db, told):
    assert all(sum(expected(one, TODAY)[:2]) for one in told)


def test_what_is_accepted_counts_only_where_it_opens_the_function(vacancy):
    vacancy.routes_mask = OPENS["guest_teacher"] | OPENS["instructor"]
    vacancy.save()
    training = mask_of([Route.SUITABILITY_IN_TRAINING])

    facts = projection.project_vacancy(vacancy)
    vacancy.will_train = True
    vacancy.save()
    trains = projection.project_vacancy(vacancy)

    assert facts is not None
    assert trains is not None
    assert facts.routes_mask == trains.routes_mask == OPENS["guest_teacher"]
    assert facts.routes_help_mask == OPENS["guest_teacher"] & ~training
    assert trains.routes_help_mask == OPENS["guest_teacher"]


def test_a_paper_that_grows_old_in_the_night_is_no_difference_but_is_matched_anew(match, anna):
    Credential.objects.create(
        professional=anna, kind="teacher_diploma", valid_until=TODAY - timedelta(days=1)
    )
    CandidateFacts.objects.update(routes_open_if_mask=0, routes_open_mask=1)
    before = CandidateFacts.objects.get().is_matched

    rewritten = actions.rebuild_routes()

    assert before
    assert rewritten == 1
    assert not CandidateFacts.objects.get().is_matched
    assert actions.check_projections().facts_changed == 0
    assert Match.objects.get().is_current


def test_people_are_judged_in_a_constant_number_of_queries(db, django_assert_num_queries):
    crowd = factories.ProfessionalFactory.create_batch(4)
    rule_book()

    with django_assert_num_queries(2):
        found = ways.ways_of(crowd)

    assert set(found) == {one.pk for one in crowd}
