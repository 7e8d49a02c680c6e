"""A grant within a trajectory: opened once the training begins, noted, reminded of, and shown."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from accounts.audit.queries import timeline
from accounts.enums import HolidayRegion
from accounts.models import Notice
from accounts.privacy.queries import download
from portal.kit.lifecycle import IllegalTransitionError
from tests.course_factories import (
    CourseFactory,
    CourseModuleFactory,
    CourseStartFactory,
    SubsidySchemeFactory,
)
from tests.factories import ProfessionalFactory
from vacancies.models import SubsidyCase, Trajectory, TrajectoryStep
from vacancies.training.grants import actions, queries

pytestmark = pytest.mark.django_db
BEGAN = date(2026, 9, 1)


@pytest.fixture
def trajectory(anna, school_a):
    start = CourseStartFactory(course=CourseFactory(), starts_on=BEGAN)
    row = Trajectory.objects.create(
        professional=anna,
        institution=school_a,
        holiday_region=HolidayRegion.NORTH,
        status="in_training",
        course_start=start,
        starts_on=BEGAN,
    )
    TrajectoryStep.objects.create(
        trajectory=row,
        verb="begin_training",
        source="agreement_signed",
        target="in_training",
        side="school",
        at=datetime(2026, 9, 3, 10, tzinfo=UTC),
    )
    return row


@pytest.fixture
def case(trajectory):
    SubsidySchemeFactory()
    [row] = actions.open_cases(trajectory)
    return row


def test_a_grant_opens_with_its_days_when_the_training_began(case):
    assert (case.opens_on, case.closes_on) == (BEGAN, date(2027, 10, 15))
    assert case.status == "to_request"
    assert [event.verb for event in timeline(case)] == ["subsidy.opened"]


def test_it_is_opened_once_and_only_for_the_kind_of_its_course(case, trajectory):
    SubsidySchemeFactory(code="other", for_kinds="instructor")

    assert actions.open_cases(trajectory) == []
    assert SubsidyCase.objects.count() == 1


def test_nothing_opens_before_the_training_began(trajectory):
    SubsidySchemeFactory()
    trajectory.steps.all().delete()

    assert actions.open_cases(trajectory) == []


def test_the_step_into_training_opens_the_grant(request):
    SubsidySchemeFactory()

    trained = request.getfixturevalue("training")

    assert [row.scheme.code for row in trained.subsidies.all()] == ["zij-instroom"]


def test_without_a_course_the_day_somebody_said_so_counts(trajectory):
    SubsidySchemeFactory()
    Trajectory.objects.update(course_start=None)

    [row] = actions.open_cases(trajectory)

    assert row.opens_on == date(2026, 9, 3)


def test_the_sweep_opens_what_is_missing(trajectory):
    SubsidySchemeFactory()

    assert (actions.open_all(), actions.open_all()) == (1, 0)


def test_papers_are_ticked_and_unticked(case, bram):
    first, second = queries.keys_of(case.scheme)

    row = actions.tick(case, [second, "unknown"], by=bram)
    assert [paper.is_there for paper in queries.papers_of(row)] == [False, True]

    row = actions.tick(case, [first], by=bram)
    assert [paper.is_there for paper in queries.papers_of(row)] == [True, False]


def test_other_words_on_the_checklist_are_ticked_anew(case, bram):
    actions.tick(case, queries.keys_of(case.scheme), by=bram)
    case.refresh_from_db()
    case.scheme.checklist_nl = "De getekende verklaring.\nHet bewijs van deelname."

    assert [paper.is_there for paper in queries.papers_of(case)] == [False, True]


def test_a_grant_is_asked_and_granted_with_its_amount(case, bram):
    actions.take(case, "requested", by=bram, on=date(2026, 10, 1))
    row = actions.take(case, "granted", by=bram, on=date(2026, 11, 1), amount=25_000)

    assert (row.requested_on, row.decided_on, row.amount) == (
        date(2026, 10, 1),
        date(2026, 11, 1),
        25_000,
    )
    assert {event.verb for event in timeline(row)} == {
        "subsidy.opened",
        "subsidy.requested",
        "subsidy.granted",
    }


def test_a_step_that_does_not_follow_is_refused(case, bram):
    with pytest.raises(IllegalTransitionError):
        actions.take(case, "granted", by=bram)


@pytest.mark.parametrize(
    ("today", "told"),
    [
        ("2027-08-15", 0),
        ("2027-08-16", 1),
        ("2027-09-15", 1),
        ("2027-10-15", 1),
        ("2027-10-16", 0),
    ],
)
def test_owners_are_reminded_before_the_last_day(case, olga, bram, today, told):
    with time_machine.travel(f"{today} 10:00+00:00", tick=False):
        actions.remind()

    assert list(Notice.objects.values_list("recipient", flat=True)) == [olga.pk] * told


def test_each_step_of_the_countdown_is_told_once(case, olga):
    for day in range(61):
        with time_machine.travel(datetime(2027, 8, 16, 10, tzinfo=UTC) + timedelta(days=day)):
            actions.remind()

    assert Notice.objects.filter(kind="grant_closes").count() == 3


def test_nobody_is_reminded_of_what_was_asked(case, olga, bram):
    actions.take(case, "requested", by=bram, on=BEGAN)

    with time_machine.travel("2027-10-10 10:00+00:00", tick=False):
        assert actions.remind() == 0


def test_reminders_take_a_fixed_number_of_queries(case, olga, django_assert_max_num_queries):
    with time_machine.travel("2027-10-10 10:00+00:00"), django_assert_max_num_queries(12):
        actions.remind()


def test_parts_are_noted_and_only_some_can_be_exempt(trajectory, bram):
    course = trajectory.course_start.course
    free = CourseModuleFactory(course=course, order=1, may_be_exempt=True)
    plain = CourseModuleFactory(course=course, order=2)
    strange = CourseModuleFactory()

    changed = actions.set_parts(
        trajectory, {free.pk: "exempt", plain.pk: "exempt", strange.pk: "done"}, by=bram
    )

    assert changed == 1
    assert [part.state for part in queries.parts_of(trajectory)] == ["exempt", "to_do"]
    assert actions.set_parts(trajectory, {free.pk: "exempt"}, by=bram) == 0


def address(trajectory, rest=""):
    return f"/school/trajecten/{trajectory.public_id}/opleiding/{rest}"


def text(client, url):
    return client.get(url).content.decode().replace("\u00a0", " ")


def test_the_school_notes_papers_and_steps(case, trajectory, as_bram):
    key = queries.keys_of(case.scheme)[0]

    as_bram.post(address(trajectory, f"{case.pk}/papieren/"), {f"papers-{case.pk}-papers": [key]})
    as_bram.post(
        address(trajectory, f"{case.pk}/stap/"),
        {f"step-{case.pk}-target": "requested", f"step-{case.pk}-on": "2026-09-10"},
    )

    case.refresh_from_db()
    assert (case.papers_done, case.status, case.requested_on) == (
        key,
        "requested",
        date(2026, 9, 10),
    )
    html = text(as_bram, address(trajectory))
    assert "10 September 2026" in html
    assert "Still to be confirmed." in html


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({}, "Choose what happened."),
        ({"target": "granted"}, "A colleague changed this meanwhile."),
        ({"target": "requested", "on": "2026-08-31"}, "This is before the first day to ask."),
        ({"target": "requested", "on": "2999-01-01"}, "This day is still to come."),
        ({"target": "requested", "on": "soon"}, "This is not a date."),
    ],
)
def test_a_wrong_step_is_told_beside_its_field(case, trajectory, as_bram, typed, told):
    data = {f"step-{case.pk}-{name}": value for name, value in typed.items()}

    html = as_bram.post(address(trajectory, f"{case.pk}/stap/"), data).content.decode()

    assert told in html
    case.refresh_from_db()
    assert case.status == "to_request"


def test_a_granted_step_asks_its_amount(case, trajectory, bram, as_bram):
    actions.take(case, "requested", by=bram, on=BEGAN)

    html = as_bram.post(
        address(trajectory, f"{case.pk}/stap/"), {f"step-{case.pk}-target": "granted"}
    ).content.decode()

    assert "Write the amount of the decision." in html


def test_the_trainee_sees_it_and_notes_parts(case, trajectory, anna, as_anna):
    part = CourseModuleFactory(course=trajectory.course_start.course, name_en="Assessment")
    mine = f"/mijn/traject/{trajectory.public_id}/opleiding/"

    as_anna.post(f"{mine}onderdelen/", {f"part_{part.pk}": "done"})

    html = text(as_anna, mine)
    assert "15 October 2027" in html
    assert "The proof of participation." in html
    assert [row.state for row in queries.parts_of(trajectory)] == ["done"]


def test_the_download_holds_grants_and_parts(case, trajectory, anna):
    part = CourseModuleFactory(course=trajectory.course_start.course)
    trajectory.modules.create(module=part, state="done")

    told = download(anna.user)

    assert [row["closes_on"] for row in told["subsidies"]] == [case.closes_on]
    assert [row["state"] for row in told["course_parts"]] == ["done"]


def test_before_the_training_the_page_says_what_will_come(trajectory, as_bram, as_anna):
    trajectory.steps.all().delete()

    assert "A grant can be asked once the training has begun." in text(as_bram, address(trajectory))
    assert "?begin=2026-09-01" in text(as_anna, f"/mijn/traject/{trajectory.public_id}/opleiding/")


@pytest.mark.parametrize("reader", ["as_carla", "as_anna"])
def test_strangers_find_nothing(case, trajectory, reader, request):
    client = request.getfixturevalue(reader)

    assert client.get(address(trajectory)).status_code == 404
    assert client.post(address(trajectory, f"{case.pk}/stap/"), {}).status_code == 404
    assert client.post(address(trajectory, "onderdelen/"), {}).status_code == 404


def test_a_grant_of_another_trajectory_is_not_found(case, trajectory, as_bram, school_a):
    other = Trajectory.objects.create(
        professional=ProfessionalFactory(),
        institution=school_a,
        holiday_region=HolidayRegion.NORTH,
        status="in_training",
        starts_on=BEGAN,
    )

    assert as_bram.post(address(other, f"{case.pk}/stap/"), {}).status_code == 404
