"""An offer: what it becomes, what the law refuses, and that nothing is promised twice."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from accounts.enums import EmploymentForm, FunctionKind, Role
from accounts.models import Notice
from portal.kit import dayparts
from portal.kit.lifecycle import IllegalTransitionError
from tests import factories
from tests.vacancies.placement.conftest import (
    PART,
    TODAY,
    an_offer,
    in_days,
    next_september,
    of_guest,
)
from vacancies.applications import actions as applications
from vacancies.assessment import actions as assessment
from vacancies.assessment import queries as assessed
from vacancies.assessment.actions import Hours as PlannedHours
from vacancies.assessment.errors import RefusedError, StaleError
from vacancies.codes import Route
from vacancies.enums import ApplicationStatus, PlacementStatus
from vacancies.lifecycles import Side
from vacancies.models import Placement, PlannedBlock
from vacancies.placement import actions, queries


def make(application, by, *blocks, **changes):
    return actions.offer(application, offer=an_offer(*blocks, **changes), by=by)


def last_of_year() -> date:
    return date(next_september().year + 1, 7, 31)


def test_an_offer_moves_the_application_and_tells_the_professional(application, anna, bram):
    row = make(application, bram, message="Kom je?", coach="Els de Boer")

    application.refresh_from_db()
    assert application.status == ApplicationStatus.OFFERED
    assert (row.status, row.day_parts_mask, row.coach) == ("offered", PART, "Els de Boer")
    assert [(step.verb, step.source, step.by) for step in row.steps.all()] == [("offer", "", bram)]
    notice = Notice.objects.get(kind="offer_made")
    assert notice.recipient == anna.user


def test_its_hours_are_planned_blocks_that_count_from_the_yes_on(offered, anna):
    block = offered.blocks.get()

    assert (block.route, block.week_hours, block.weeks) == (Route.GUEST_TEACHER_SIX_HOURS, 5, 20)
    assert block.named_teacher == "Wim Hoekstra"
    assert assessed.bookings_of(anna) == []
    actions.accept(offered, by=anna.user)
    assert [booking.hours for booking in assessed.bookings_of(anna)] == [Decimal(100)]


@pytest.mark.parametrize("end", ["refuse", "take_back", "cancel"])
def test_hours_of_what_was_refused_or_called_off_do_not_count(offered, anna, bram, end):
    if end == "refuse":
        actions.refuse(offered, by=anna.user)
    elif end == "take_back":
        actions.take_back(offered, by=bram)
    else:
        actions.accept(offered, by=anna.user)
        actions.cancel(offered, by=bram, side=Side.SCHOOL)

    assert PlannedBlock.objects.filter(placement=offered).exists()
    assert assessed.bookings_of(anna) == []
    assert assessed.plans_with(anna) == []


def test_several_blocks_each_under_a_route(application, bram):
    coaching = of_guest(
        function_kind=FunctionKind.PRACTICE_COACH,
        route=Route.INSTRUCTOR_QUALIFIED,
        week_hours=Decimal(8),
        weeks=10,
        named_teacher="",
    )
    row = make(application, bram, of_guest(), coaching)

    found = {(group.route, group.weeks) for group in queries.groups(row)}
    assert found == {(Route.GUEST_TEACHER_SIX_HOURS, 20), (Route.INSTRUCTOR_QUALIFIED, 10)}


def test_a_term_over_the_first_of_august_is_split(application, bram):
    end = date(next_september().year + 2, 1, 31)
    row = make(application, bram, of_guest(weeks=60), ends_on=end)

    first, second = row.blocks.order_by("starts_on")
    assert (first.starts_on, first.ends_on) == (next_september(), last_of_year())
    assert (second.starts_on, second.ends_on) == (last_of_year() + timedelta(days=1), end)
    assert first.weeks + second.weeks == 60
    assert len(queries.groups(row)) == 1


def test_each_study_year_has_its_own_room(application, bram):
    """300 hours over two study years fit; in one they do not."""
    with pytest.raises(RefusedError) as refusal:
        make(application, bram, of_guest(week_hours=Decimal(10), weeks=30))
    assert refusal.value.field == "week_hours"

    end = date(next_september().year + 2, 7, 31)
    assert make(application, bram, of_guest(week_hours=Decimal(10), weeks=40), ends_on=end)


def test_blocks_of_one_offer_share_the_year(application, bram):
    two = (of_guest(weeks=24), of_guest(week_hours=Decimal(6), weeks=24))

    with pytest.raises(RefusedError) as refusal:
        make(application, bram, *two)
    assert "264 clock hours" in str(refusal.value)


def test_hours_planned_before_count(application, anna, school_a, bram):
    planned = PlannedHours(
        function_kind=FunctionKind.GUEST_TEACHER,
        route=Route.GUEST_TEACHER_SIX_HOURS,
        week_hours=Decimal(5),
        weeks=36,
        starts_on=next_september(),
    )
    assessment.plan(anna, institution=school_a, hours=planned, by=bram)

    with pytest.raises(RefusedError, match="280 clock hours"):
        make(application, bram)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"starts_on": in_days(-1)}, "starts_on"),
        ({"ends_on": next_september() - timedelta(days=1)}, "ends_on"),
        ({"ends_on": date(TODAY.year + 9, 1, 1)}, "ends_on"),
        ({"answer_by": in_days(-1)}, "answer_by"),
        ({"answer_by": next_september() + timedelta(days=1)}, "answer_by"),
        ({"day_parts_mask": 0}, "day_parts"),
        ({"fte": Decimal(2)}, "fte"),
    ],
)
def test_terms_that_cannot_be(application, bram, changes, field):
    with pytest.raises(RefusedError) as refusal:
        make(application, bram, **changes)

    assert refusal.value.field == field
    assert not Placement.objects.exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"weeks": 60}, "weeks"),
        ({"weeks": 0}, "weeks"),
        ({"week_hours": Decimal("0.5")}, "week_hours"),
        ({"week_hours": Decimal(41)}, "week_hours"),
        ({"route": Route.INSTRUCTOR_QUALIFIED}, "route"),
        ({"named_teacher": ""}, "named_teacher"),
        ({"lesson_hours": Decimal(50)}, "lesson_hours"),
        ({"fte": Decimal(0)}, "fte"),
    ],
)
def test_hours_that_cannot_be(application, bram, changes, field):
    with pytest.raises(RefusedError) as refusal:
        make(application, bram, of_guest(**changes))

    assert refusal.value.field == field


def test_lent_people_are_not_appointed(application, bram):
    row = make(application, bram, employment_form=EmploymentForm.SECONDMENT_COMPANY)

    assert row.blocks.get().is_lent


def test_strangers_offer_nothing(application, anna, carla, school_a):
    viewer = factories.MembershipFactory(institution=school_a, role=Role.VIEWER).user
    for stranger in (anna.user, carla, viewer):
        with pytest.raises(PermissionDenied):
            make(application, stranger)


def test_nobody_gets_a_second_offer_beside_the_first(offered, application, bram):
    with pytest.raises(IllegalTransitionError):
        make(application, bram)

    actions.take_back(offered, by=bram)
    assert make(application, bram).status == PlacementStatus.OFFERED


def test_one_position_is_offered_once(offered, others, bram):
    _dirk, second = others("Dirk Jansen")

    with pytest.raises(RefusedError, match="filled or offered already"):
        make(second, bram)
    actions.take_back(offered, by=bram)
    assert make(second, bram)


def test_day_parts_of_a_shared_vacancy_are_offered_once(vacancy, offered, others, bram):
    vacancy.may_be_shared = True
    vacancy.save()
    _dirk, second = others("Dirk Jansen")

    with pytest.raises(RefusedError, match="Tuesday afternoon") as refusal:
        make(second, bram, day_parts_mask=dayparts.parse("tuesday_afternoon friday_afternoon"))
    assert refusal.value.field == "day_parts"
    assert make(second, bram, day_parts_mask=dayparts.parse("friday_afternoon"))


def test_taken_back_twice_is_once(offered, application, bram, colleague, carla):
    with pytest.raises(PermissionDenied):
        actions.take_back(offered, by=carla)
    actions.take_back(offered, by=bram, reason="Een fout in de uren.")
    actions.take_back(offered, by=colleague)

    application.refresh_from_db()
    assert application.status == ApplicationStatus.TALKING
    assert offered.steps.count() == 2
    assert Notice.objects.filter(kind="placement_moved").count() == 1


def test_a_page_of_before_is_told(offered, bram):
    with pytest.raises(StaleError):
        actions.take_back(offered, by=bram, version=offered.version - 1)


def test_who_withdraws_leaves_no_offer_behind(offered, application, anna):
    applications.withdraw(application, by=anna.user)

    offered.refresh_from_db()
    assert offered.status == PlacementStatus.REFUSED


def test_a_no_of_the_school_takes_the_offer_back(offered, application, bram):
    applications.decline(application, answer="Toch niet.", by=bram)

    offered.refresh_from_db()
    assert offered.status == PlacementStatus.CANCELLED
