"""The start check, the first day, the last day, and the clock."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.models import Notice
from portal.kit.templatetags.ui import day
from tests.vacancies.placement.conftest import PART, TODAY, an_offer, in_days
from vacancies.applications import actions as applications
from vacancies.applications.errors import RefusedError as RefusedInTalkError
from vacancies.assessment import queries as assessed
from vacancies.assessment.errors import RefusedError, StaleError
from vacancies.enums import ApplicationStatus, EmployerScope, EmployerStatus, PlacementStatus
from vacancies.lifecycles import Side
from vacancies.models import EmployerRequest, Placement, PlacementStep, StartItem
from vacancies.placement import actions, checks, listing, notices, panels, tasks

LAW = {"vog_ok", "specific_knowledge_judged"}


def codes(items) -> set[str]:
    return {item.code for item in items}


def test_the_law_is_asked_and_the_rest_is_beside_it(accepted):
    check = checks.of(accepted)

    assert codes(check.missing_in_law) == LAW
    assert codes(check.missing_beside) == {
        "contract",
        "coach",
        "welcome",
        "employer",
        "hours_elsewhere",
    }
    done = {item.code: item.is_done for item in check.items}
    assert done["named_teacher"]
    assert done["not_excluded"]


def test_what_the_school_records_ticks_itself(accepted, lawful):
    lawful()

    assert checks.of(accepted).missing_in_law == []


def test_an_answer_of_the_employer_and_a_coach_tick_themselves(accepted):
    EmployerRequest.objects.create(
        placement=accepted,
        status=EmployerStatus.GIVEN,
        scope=EmployerScope.SIDE_WORK,
        employer="Lasbedrijf",
        contact_name="Jan",
        contact_email="jan@lasbedrijf.example",
        token_digest="x",
        hours_week=Decimal(5),
        day_parts_mask=PART,
        starts_on=accepted.starts_on,
        ends_on=accepted.ends_on,
        expires_on=in_days(30),
        answered_by="Jan",
        answered_at=accepted.created_at,
    )
    accepted.coach, accepted.hours_elsewhere = "Els de Boer", Decimal(32)

    assert codes(checks.of(accepted).missing_beside) == {"contract", "welcome"}


def test_each_side_ticks_its_own(accepted, anna, bram, carla):
    item = actions.tick(accepted, "contract", is_done=True, by=bram, side=Side.SCHOOL)
    assert (item.done_on, item.done_by) == (TODAY, bram)
    again = actions.tick(accepted, "contract", is_done=True, by=bram, side=Side.SCHOOL)
    assert again.done_on == TODAY
    undone = actions.tick(accepted, "contract", is_done=False, by=bram, side=Side.SCHOOL)
    assert undone.done_on is None

    actions.tick(accepted, "employer", is_done=True, by=anna.user, side=Side.PROFESSIONAL)
    with pytest.raises(RefusedError, match="other side"):
        actions.tick(accepted, "contract", is_done=True, by=anna.user, side=Side.PROFESSIONAL)
    for code in ("vog_ok", "hours_elsewhere", "nonsense"):
        with pytest.raises(RefusedError, match="ticks itself"):
            actions.tick(accepted, code, is_done=True, by=bram, side=Side.SCHOOL)
    with pytest.raises(PermissionDenied):
        actions.tick(accepted, "contract", is_done=True, by=carla, side=Side.SCHOOL)
    with pytest.raises(PermissionDenied):
        actions.tick(accepted, "employer", is_done=True, by=bram, side=Side.PROFESSIONAL)


def test_nobody_starts_before_the_first_day(accepted, lawful, bram):
    lawful()
    with pytest.raises(RefusedError, match="The first day is"):
        actions.start(accepted, by=bram)


def test_nobody_starts_without_what_the_law_asks(today_accepted, bram):
    with pytest.raises(RefusedError, match="The law still asks"):
        actions.start(today_accepted, by=bram)
    assert today_accepted.status == PlacementStatus.ACCEPTED


def test_the_rest_may_follow_and_the_list_is_kept(started, bram, anna):
    assert started.status == PlacementStatus.STARTED
    kept = checks.of(Placement.objects.get(pk=started.pk))
    assert codes(kept.missing_in_law) == set()
    assert "contract" in codes(kept.missing_beside)
    assert StartItem.objects.get(placement=started, code="vog_ok").done_on == TODAY
    assert Notice.objects.filter(recipient=anna.user, kind="placement_moved").exists()

    actions.start(started, by=bram)
    assert started.steps.count() == 3
    with pytest.raises(RefusedError):
        actions.tick(started, "contract", is_done=True, by=bram, side=Side.SCHOOL)


def test_strangers_start_and_end_nothing(today_accepted, started, carla, anna):
    with pytest.raises(PermissionDenied):
        actions.start(today_accepted, by=anna.user)
    for side in (Side.SCHOOL, Side.PROFESSIONAL):
        with pytest.raises(PermissionDenied):
            actions.end(started, by=carla, side=side)
    with pytest.raises(PermissionDenied):
        actions.end(started, by=anna.user, side=Side.SCHOOL)


def test_ending_early_gives_the_hours_back(started, anna):
    block = started.blocks.get()
    block.weeks = 20
    block.save()

    row = actions.end(started, by=anna.user, side=Side.PROFESSIONAL, reason="Verhuizing.")

    assert (row.status, row.ends_on) == (PlacementStatus.ENDED, TODAY)
    assert [booking.weeks for booking in assessed.bookings_of(anna)] == [1]
    actions.end(started, by=anna.user, side=Side.PROFESSIONAL)
    assert started.steps.count() == 4


def test_the_clock_ends_the_day_after_the_last(started, anna):
    Placement.objects.filter(pk=started.pk).update(ends_on=in_days(3))

    assert actions.end_by_clock(in_days(3)) == 0
    assert actions.end_by_clock(in_days(4)) == 1
    assert actions.end_by_clock(in_days(5)) == 0

    started.refresh_from_db()
    assert (started.status, started.ends_on) == (PlacementStatus.ENDED, in_days(3))
    last = PlacementStep.objects.filter(placement=started).last()
    assert (last.side, last.by) == ("clock", None)
    assert tasks.end_placements() == 0


def test_a_page_of_before_is_told(today_accepted, lawful, bram):
    lawful()
    with pytest.raises(StaleError):
        actions.start(today_accepted, by=bram, version=today_accepted.version + 1)


def test_people_hear_once_that_an_offer_waits(application, bram):
    actions.offer(application, offer=an_offer(answer_by=in_days(2)), by=bram)

    tasks.remind_of_offers()
    tasks.remind_of_offers()
    assert Notice.objects.filter(kind="offer_waits").count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"status": "gone"},
        {"day_parts_mask": 0},
        {"ends_on": TODAY - timedelta(days=4000)},
        {"employment_form": "unknown"},
        {"function_kind": "unknown"},
    ],
)
def test_the_database_refuses_what_cannot_be(offered, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Placement.objects.filter(pk=offered.pk).update(**wrong)


def test_one_offer_stands_at_a_time(offered, application):
    with pytest.raises(IntegrityError), transaction.atomic():
        Placement.objects.create(
            application=application,
            function_kind="teacher",
            day_parts_mask=1,
            starts_on=TODAY,
            employment_form="own_contract",
        )


def test_an_offer_lapses_some_days_after_its_date_and_both_hear_it(offered, application, bram):
    assert actions.lapse_by_clock(in_days(6)) == 0
    assert actions.lapse_by_clock(in_days(7)) == 1
    assert actions.lapse_by_clock(in_days(7)) == 0

    offered.refresh_from_db()
    application.refresh_from_db()
    assert offered.status == PlacementStatus.CANCELLED
    assert application.status == ApplicationStatus.TALKING
    step = offered.steps.last()
    assert (step.verb, step.side, step.by) == ("lapse", "clock", None)
    told = Notice.objects.filter(kind="placement_moved")
    assert set(told.values_list("recipient__name", "facts__what")) == {
        (application.professional.user.name, "lapsed_for_person"),
        (bram.name, "lapsed_for_school"),
    }
    again = actions.offer(application, offer=an_offer(), by=bram)
    assert again.status == PlacementStatus.OFFERED


def test_what_lapsed_is_free_for_somebody_else(offered, vacancy, others, bram):
    vacancy.may_be_shared = True
    vacancy.save()
    _dirk, second = others("Dirk Jansen")
    with pytest.raises(RefusedError, match="Somebody else"):
        actions.offer(second, offer=an_offer(), by=bram)

    actions.lapse_by_clock(in_days(7))

    assert actions.offer(second, offer=an_offer(), by=bram).status == PlacementStatus.OFFERED


def test_a_yes_within_the_days_of_grace_counts(offered, anna):
    assert actions.lapse_by_clock(in_days(6)) == 0
    actions.accept(offered, by=anna.user)

    assert actions.lapse_by_clock(in_days(30)) == 0


def test_an_offer_without_a_day_never_lapses(offered):
    Placement.objects.update(answer_by=None)

    assert actions.lapse_by_clock(in_days(900)) == 0


def test_an_offer_that_a_moderator_opened_again_waits_anew(offered, application, mo):
    Placement.objects.update(answer_by=in_days(-20))
    PlacementStep.objects.update(at=timezone.now() - timedelta(days=25))
    assert tasks.lapse_offers() == 1

    applications.undo_last_step(application, reason="Zij was ziek.", by=mo)

    offered.refresh_from_db()
    assert offered.status == PlacementStatus.OFFERED
    assert tasks.lapse_offers() == 0
    assert actions.lapse_by_clock(in_days(5)) == 0
    assert actions.lapse_by_clock(in_days(6)) == 1


@pytest.mark.parametrize("is_shared", [False, True])
def test_no_undo_promises_twice(offered, application, vacancy, others, bram, mo, is_shared):
    vacancy.may_be_shared = is_shared
    vacancy.save()
    actions.lapse_by_clock(in_days(7))
    _dirk, second = others("Dirk Jansen")
    actions.offer(second, offer=an_offer(), by=bram)

    with pytest.raises(RefusedInTalkError, match="somebody else has this place"):
        applications.undo_last_step(application, reason="Zij was ziek.", by=mo)


def test_both_pages_say_when_an_offer_lapses(offered, as_anna, as_bram):
    last = day(in_days(6))
    for client, name in ((as_anna, "my_placement"), (as_bram, "placement")):
        page = client.get(reverse(name, args=[offered.public_id])).content.decode()
        assert f"after {last}" in page


def test_hr_reads_in_the_list_until_when_a_late_answer_can_come(offered):
    assert listing.next_of(offered, in_days(3)).endswith(f"It lapses after {day(in_days(6))}.")
    assert listing.next_of(offered, in_days(9)).endswith("take the offer back.")


def test_the_words_of_a_lapse_reach_both(offered, anna, bram):
    actions.lapse_by_clock(in_days(7))

    for user, words in ((anna.user, "The offer of "), (bram, "Your offer lapsed")):
        [notice] = Notice.objects.filter(kind="placement_moved", recipient=user)
        [item] = notices.PlacementMoved().words([notice])
        assert item.title.startswith(words)


def test_a_late_answer_is_no_promise_of_the_school(offered, application):
    Placement.objects.update(answer_by=in_days(-2))

    todo = panels.to_do([application])[application.pk]

    assert (todo.rank, todo.is_ours, todo.due_on) == (panels.LATE, True, in_days(3))
    assert day(in_days(3)) in str(todo.text)
    Placement.objects.update(answer_by=in_days(-20))
    assert panels.to_do([application])[application.pk].due_on is None
