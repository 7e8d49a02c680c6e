"""The answer of the professional, and the parts of a shared vacancy."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import Notice
from portal.kit import dayparts
from portal.kit.lifecycle import IllegalTransitionError
from tests import factories
from tests.vacancies.placement.conftest import an_offer, next_september, of_guest
from vacancies.applications import actions as applications
from vacancies.assessment import actions as assessment
from vacancies.assessment.actions import Hours as PlannedHours
from vacancies.assessment.errors import RefusedError, StaleError
from vacancies.codes import Route
from vacancies.enums import ApplicationStatus, Outcome, PlacementStatus, VacancyStatus
from vacancies.lifecycles import Side
from vacancies.matching import projection, teams
from vacancies.models import Placement, VacancyFacts
from vacancies.placement import actions
from vacancies.posting import queries as posting
from vacancies.showcase import home


def test_a_yes_moves_all_along(offered, application, anna, bram):
    row = actions.accept(offered, by=anna.user, version=offered.version)

    application.refresh_from_db()
    assert (row.status, application.status) == ("accepted", ApplicationStatus.PLACED)
    assert row.start_items.exists()
    notice = Notice.objects.get(kind="offer_answered")
    assert notice.recipient == bram


def test_a_yes_fills_the_vacancy_and_whoever_waits_hears_it(offered, others, vacancy, anna):
    dirk, waiting = others("Dirk Jansen")

    actions.accept(offered, by=anna.user)

    vacancy.refresh_from_db()
    waiting.refresh_from_db()
    assert (vacancy.status, vacancy.outcome) == (VacancyStatus.CLOSED, Outcome.FILLED_HERE)
    assert waiting.status == ApplicationStatus.DECLINED
    assert Notice.objects.filter(kind="application_answered", recipient=dirk.user).exists()


def test_one_of_two_positions_leaves_it_open(vacancy, application, anna, bram):
    vacancy.positions = 2
    vacancy.save()
    actions.accept(actions.offer(application, offer=an_offer(), by=bram), by=anna.user)

    vacancy.refresh_from_db()
    assert vacancy.status == VacancyStatus.PUBLISHED


def test_a_no_with_a_reason_leaves_the_talk_open(offered, application, anna):
    actions.refuse(offered, by=anna.user, reason="Donderdag  lukt niet.")

    application.refresh_from_db()
    assert application.status == ApplicationStatus.TALKING
    assert offered.steps.last().reason == "Donderdag lukt niet."


def test_nobody_else_answers(offered, bram, carla, others):
    stranger, _yes = others("Dirk Jansen")
    for who in (bram, carla, stranger.user):
        for act in (actions.accept, actions.refuse):
            with pytest.raises(PermissionDenied):
                act(offered, by=who)


def test_twice_is_once_and_the_other_answer_comes_too_late(offered, anna):
    actions.accept(offered, by=anna.user)
    actions.accept(offered, by=anna.user)

    assert offered.steps.count() == 2
    with pytest.raises(IllegalTransitionError):
        actions.refuse(offered, by=anna.user)


def test_an_offer_that_is_gone_cannot_be_taken(offered, anna, bram):
    seen = offered.version
    actions.take_back(offered, by=bram)

    with pytest.raises(StaleError):
        actions.accept(offered, by=anna.user, version=seen)
    with pytest.raises(IllegalTransitionError):
        actions.accept(offered, by=anna.user)


def test_a_year_that_filled_up_meanwhile_refuses_the_yes(offered, anna, school_a, bram):
    planned = PlannedHours("guest_teacher", Route.GUEST_TEACHER_SIX_HOURS, Decimal(5), 30,
                           next_september())  # fmt: skip
    assessment.plan(anna, institution=school_a, hours=planned, by=bram)

    with pytest.raises(RefusedError, match="more than the year has room for"):
        actions.accept(offered, by=anna.user)
    offered.refresh_from_db()
    assert offered.status == PlacementStatus.OFFERED


@pytest.fixture
def shared(vacancy):
    vacancy.may_be_shared = True
    vacancy.day_parts_mask = dayparts.parse("monday_evening tuesday_afternoon thursday_evening")
    vacancy.day_parts_needed = 3
    vacancy.hours_min = vacancy.hours_max = Decimal(8)
    vacancy.save()
    return vacancy


def offer_part(application, by, parts, **hours):
    offer = an_offer(of_guest(**hours), day_parts_mask=dayparts.parse(parts))
    return actions.offer(application, offer=offer, by=by)


def test_parts_of_a_shared_vacancy_stay_open_until_all_are_taken(
    shared, application, others, anna, bram
):
    dirk, second = others("Dirk Jansen")
    row = offer_part(application, bram, "tuesday_afternoon", week_hours=Decimal(4))
    assert posting.still_asked(shared) == shared.day_parts_mask

    actions.accept(row, by=anna.user)

    shared.refresh_from_db()
    left = dayparts.parse("monday_evening thursday_evening")
    assert shared.status == VacancyStatus.PUBLISHED
    assert VacancyFacts.objects.get(pk=shared.pk).day_parts_mask == left
    assert posting.left_of(shared).needed == 2
    assert teams.asked_of(shared).hours_max == 40
    assert projection.differences().vacancies == ()

    last = offer_part(second, bram, "monday_evening thursday_evening", week_hours=Decimal(4))
    actions.accept(last, by=dirk.user)

    shared.refresh_from_db()
    assert (shared.status, shared.outcome) == (VacancyStatus.CLOSED, Outcome.FILLED_HERE)


def test_what_is_given_back_is_open_again(shared, application, anna, bram):
    row = offer_part(application, bram, "tuesday_afternoon")
    actions.accept(row, by=anna.user)
    actions.cancel(row, by=anna.user, side=Side.PROFESSIONAL, reason="Ander werk.")

    application.refresh_from_db()
    assert application.status == ApplicationStatus.TALKING
    assert VacancyFacts.objects.get(pk=shared.pk).day_parts_mask == shared.day_parts_mask


def found_by(client, parts):
    """How the list names the open vacancies that ask one of these day-parts."""
    picked = "&".join(f"dagdeel={bit}" for bit in dayparts.bits_of(dayparts.parse(parts)))
    html = (
        client.get(f"/vacatures/?{picked}", headers={"accept-language": "en"})
        .content.decode()
        .replace("\u00a0", " ")
    )
    return html if 'class="row"' in html else ""


def test_who_searches_finds_only_day_parts_that_are_open(
    shared, application, anna, bram, client, django_capture_on_commit_callbacks
):
    assert "3 day-parts, 8 clock hours" in found_by(client, "tuesday_afternoon")
    row = offer_part(application, bram, "tuesday_afternoon", week_hours=Decimal(4))
    assert found_by(client, "tuesday_afternoon")

    with django_capture_on_commit_callbacks(execute=True):
        actions.accept(row, by=anna.user)

    assert not found_by(client, "tuesday_afternoon")
    html = found_by(client, "tuesday_afternoon monday_evening")
    assert "2 of 3 day-parts are still open" in html
    assert home.week(dayparts.parse("tuesday_afternoon")).fitting == 0
    assert home.week(0).gains == {dayparts.bit(0, 2): 1, dayparts.bit(3, 2): 1}

    with django_capture_on_commit_callbacks(execute=True):
        actions.cancel(row, by=anna.user, side=Side.PROFESSIONAL, reason="Ander werk.")

    assert "3 day-parts, 8 clock hours" in found_by(client, "tuesday_afternoon")
    assert home.week(dayparts.parse("tuesday_afternoon")).fitting == 1


def test_enough_day_parts_with_too_few_hours_stay_open(shared, application, anna, bram):
    shared.day_parts_needed = 1
    shared.save()
    actions.accept(
        offer_part(application, bram, "tuesday_afternoon", week_hours=Decimal(4)), by=anna.user
    )

    shared.refresh_from_db()
    assert shared.status == VacancyStatus.PUBLISHED


def test_a_moderator_undoes_the_yes(accepted, application, mo):
    applications.undo_last_step(application, reason="Per ongeluk gedrukt.", by=mo)

    accepted.refresh_from_db()
    application.refresh_from_db()
    assert (accepted.status, application.status) == ("offered", "offered")
    last = accepted.steps.last()
    assert (last.is_undo, last.source, last.target) == (True, "accepted", "offered")


def test_a_moderator_undoes_the_offer(offered, application, mo):
    applications.undo_last_step(application, reason="Verkeerde persoon.", by=mo)

    offered.refresh_from_db()
    assert offered.status == PlacementStatus.CANCELLED


def test_a_moderator_undoes_a_refusal_and_a_call_off(offered, application, anna, mo):
    actions.refuse(offered, by=anna.user)
    applications.undo_last_step(application, reason="Per ongeluk.", by=mo)
    offered.refresh_from_db()
    assert offered.status == PlacementStatus.OFFERED

    actions.accept(offered, by=anna.user)
    actions.cancel(offered, by=anna.user, side=Side.PROFESSIONAL)
    applications.undo_last_step(application, reason="Per ongeluk.", by=mo)
    offered.refresh_from_db()
    assert offered.status == PlacementStatus.ACCEPTED


def test_work_that_began_is_not_undone(started, application, mo):
    with pytest.raises(applications.RefusedError):
        applications.undo_last_step(application, reason="Per ongeluk.", by=mo)


def test_hours_elsewhere_are_told_by_the_person_alone(accepted, anna, bram):
    actions.tell_hours(accepted, has_other=True, hours=Decimal(32), by=anna.user)
    accepted.refresh_from_db()
    assert accepted.hours_elsewhere == 32

    with pytest.raises(PermissionDenied):
        actions.tell_hours(accepted, has_other=True, hours=Decimal(1), by=bram)
    with pytest.raises(RefusedError):
        actions.tell_hours(accepted, has_other=True, hours=Decimal(99), by=anna.user)


def test_an_account_that_goes_takes_its_placement_along(accepted, anna, vacancy):
    anna.user.delete()

    assert not Placement.objects.exists()
    assert posting.cover_of(factories.Vacancy.objects.get(pk=vacancy.pk)).people == 0
