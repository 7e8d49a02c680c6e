"""Where the way to the PDG stands: on pages of work that leads to it, and on those of no other."""

from decimal import Decimal

import pytest

from accounts.enums import EmploymentForm, FunctionKind
from tests import factories
from tests.vacancies.training.conftest import NEXT_YEAR, PERSON, SCHOOL, TODAY, now
from vacancies.applications import actions as applications
from vacancies.codes import Route
from vacancies.models import Placement, PlannedBlock
from vacancies.posting import lawful
from vacancies.selection import listing
from vacancies.selection import queries as selection
from vacancies.selection.filters import Filters
from vacancies.training import actions, panels


@pytest.fixture
def beside(esra, school_a):
    """Esra's yes to other work of the same school."""

    def make(**values):
        row = factories.VacancyFactory(institution=school_a, title="Ander werk", **values)
        return applications.show_interest(row, esra, by=esra.user)

    return make


GUEST = lawful.sensible(FunctionKind.GUEST_TEACHER, will_train=True)


def place(application, route):
    """A placement with hours under this route."""
    row = Placement.objects.create(
        application=application,
        status="accepted",
        function_kind=application.vacancy.function_kind,
        day_parts_mask=1,
        starts_on=NEXT_YEAR,
        employment_form=EmploymentForm.OWN_CONTRACT,
    )
    PlannedBlock.objects.create(
        placement=row,
        institution=application.vacancy.institution,
        professional=application.professional,
        vacancy=application.vacancy,
        function_kind=row.function_kind,
        route=route,
        week_hours=Decimal(4),
        weeks=20,
        starts_on=NEXT_YEAR,
    )
    return row


def test_work_that_takes_somebody_in_training_offers_the_way(application):
    assert panels.panel(application, SCHOOL, None) is not None


def test_a_guest_teacher_is_offered_no_way(beside, begun):
    row = beside(function_kind=FunctionKind.GUEST_TEACHER, will_train=True, routes_mask=GUEST)

    assert panels.panel(row, SCHOOL, None) is None
    assert panels.panel(row, PERSON, None) is None


def test_a_teacher_who_is_not_trained_is_offered_no_way(beside):
    row = beside(
        function_kind=FunctionKind.TEACHER,
        will_train=False,
        routes_mask=lawful.sensible(FunctionKind.TEACHER, will_train=False),
    )

    assert panels.panel(row, SCHOOL, None) is None


@pytest.mark.parametrize(
    ("route", "is_shown"),
    [(Route.SUITABILITY_IN_TRAINING, True), (Route.GUEST_TEACHER_SIX_HOURS, False)],
)
def test_hours_under_the_route_bring_it(beside, route, is_shown):
    row = beside(function_kind=FunctionKind.GUEST_TEACHER, routes_mask=GUEST)
    place(row, route)

    assert (panels.panel(row, SCHOOL, None) is not None) == is_shown


def test_after_a_no_nothing_is_begun(application, bram):
    applications.decline(application, by=bram, answer="Een ander past beter.")
    application.refresh_from_db()

    assert panels.panel(application, SCHOOL, None) is None


def test_what_was_begun_here_stays_in_sight(begun, application):
    application.vacancy.will_train = False
    application.vacancy.routes_mask = 0

    assert panels.panel(application, SCHOOL, None).context["trajectory"] == begun


def test_a_placement_shows_the_way_to_both_while_it_runs(training, application, bram, sign_in):
    row = place(application, Route.SUITABILITY_IN_TRAINING)
    for user, url in (
        (training.professional.user, "/mijn/plaatsing/"),
        (bram, "/school/plaatsingen/"),
    ):
        page = sign_in(user).get(f"{url}{row.public_id}/").text
        assert "To the timeline" in page
        assert "In training." in page
        assert f"/{training.public_id}/" in page

    actions.stop(now(training), reason="other_work", side=SCHOOL, by=bram, seen=training.version)

    assert panels.of_placement(row, SCHOOL, None) is None


def test_a_placement_elsewhere_shows_no_way(training, esra, school_b):
    vacancy = factories.VacancyFactory(institution=school_b)
    there = applications.show_interest(vacancy, esra, by=esra.user)

    assert panels.of_placement(place(there, Route.GUEST_TEACHER_SIX_HOURS), SCHOOL, None) is None


def test_the_list_of_the_school_says_how_far(training, application, school_a):
    work = selection.work_of(school_a, Filters())
    (row,) = listing.rows_of(work.keys, work)

    assert row.state == "Not opened yet"
    application.seen_at = f"{TODAY}T00:00Z"
    application.save()
    (row,) = listing.rows_of(work.keys, work)
    assert row.state.endswith(", trajectory: in training")


def test_the_list_asks_as_much_of_many_as_of_none(
    training, school_a, beside, django_assert_num_queries
):
    work = selection.work_of(school_a, Filters())

    with django_assert_num_queries(1):
        listing.rows_of(work.keys, work)
