"""Pauses, extensions, stopping, days that move, what disappears, and what a moderator undoes."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from accounts.credentials import actions as papers
from accounts.enums import CredentialKind
from accounts.models import AuditEvent, Notice, Professional
from accounts.notifications import registry
from accounts.privacy.queries import download
from tests import factories
from tests.vacancies.training.conftest import NEXT_YEAR, PERSON, SCHOOL, TODAY, now, step
from vacancies.applications import actions as applications
from vacancies.applications.history import replayed
from vacancies.enums import StopReason
from vacancies.models import BoardDecision, Milestone, Trajectory
from vacancies.training import actions, queries
from vacancies.training.errors import RefusedError, StaleError

AGREED = ("starts_on", "course_start", "guide", "coach", "coach_hours_week", "study_day_mask")


def days(row) -> dict[str, date]:
    return dict(row.milestones.values_list("code", "due_on"))


def agree(row, by, **changes):
    row.refresh_from_db()
    values = {name: getattr(row, name) for name in AGREED}
    return actions.agree(row, actions.Agreements(**(values | changes)), by=by, seen=row.version)


@pytest.fixture
def running(training):
    """In training since a good hundred days, so that a pause fits behind it."""
    long_ago = TODAY - timedelta(days=150)
    Trajectory.objects.filter(pk=training.pk).update(starts_on=long_ago, appointed_on=long_ago)
    return now(training)


def test_a_pause_moves_what_is_due(running, bram):
    actions.replan_moved(TODAY)
    before, agreed = days(running), now(running).certificate_by
    begun = TODAY - timedelta(days=90)
    actions.pause(running, starts_on=begun, by=bram, seen=running.version)
    assert now(running).status == "paused"

    actions.resume(running, on=TODAY, by=bram, seen=running.version)

    assert now(running).status == "in_training"
    assert running.certificate_by == agreed + timedelta(days=90)
    assert all(day >= before[code] for code, day in days(running).items())
    assert running.pauses.get().ends_on == TODAY - timedelta(days=1)


def test_pausing_twice_is_refused_clearly(running, bram):
    seen = running.version
    actions.pause(running, starts_on=TODAY, by=bram, seen=seen)

    with pytest.raises(StaleError):
        actions.pause(running, starts_on=TODAY, by=bram, seen=seen)
    assert running.pauses.count() == 1


@pytest.mark.parametrize("shift", [-200, 1])
def test_a_pause_on_an_impossible_day_is_refused(running, bram, shift):
    day = TODAY + timedelta(days=shift)
    with pytest.raises(RefusedError) as caught:
        actions.pause(running, starts_on=day, by=bram, seen=running.version)
    assert caught.value.field == "starts_on"


def test_an_extension_lengthens_and_keeps_its_reason(running, bram):
    term = queries.plan_of(running).clocks.term_ends_on
    until = term + timedelta(days=365)

    actions.extend(
        running, until=until, reason="Een onderdeel meer.", by=bram, seen=running.version
    )

    row = now(running)
    assert (row.status, row.term_ends_on, row.extended_until) == ("extended", until, until)
    decision = BoardDecision.objects.get(kind="extension_reason")
    assert (decision.note, decision.route) == ("Een onderdeel meer.", "suitability_in_training")
    assert row.milestones.get(code="extension").done_on == TODAY


def test_an_extension_asks_reason_room_and_signatures(running, bram):
    clocks = queries.plan_of(running).clocks
    good = {"until": clocks.extendable_to - timedelta(days=9), "reason": "Meer tijd."}
    wrong = [
        ({"reason": " "}, "reason"),
        ({"until": clocks.term_ends_on}, "until"),
        ({"until": clocks.extendable_to + timedelta(days=1)}, "until"),
        ({"agreed_until": good["until"]}, "all_signed"),
        ({"agreed_until": good["until"] + timedelta(days=1), "all_signed": True}, "agreed_until"),
    ]
    for change, field in wrong:
        with pytest.raises(RefusedError) as caught:
            actions.extend(now(running), by=bram, seen=running.version, **(good | change))
        assert caught.value.field == field
    assert now(running).status == "in_training"


def test_a_new_agreement_of_three_moves_the_certificate(running, bram):
    until = queries.plan_of(running).clocks.term_ends_on + timedelta(days=700)

    actions.extend(
        running, until=until, reason="Meer tijd.", agreed_until=until, all_signed=True,
        by=bram, seen=running.version,
    )  # fmt: skip

    assert now(running).certificate_by == until


def test_stopping_leaves_the_door_open_and_counts_the_time(running, esra):
    with pytest.raises(RefusedError):
        actions.stop(running, reason="zomaar", side=PERSON, by=esra.user, seen=running.version)

    actions.stop(running, reason=StopReason.HOME, side=PERSON, by=esra.user, seen=running.version)

    row = now(running)
    assert (row.status, row.stop_reason) == ("stopped", "home")
    worked = BoardDecision.objects.get(kind="worked")
    assert (worked.starts_on, worked.ends_on) == (row.appointed_on, TODAY)


def test_taking_it_up_again_keeps_what_holds(running, esra, bram):
    actions.stop(running, reason=StopReason.HOME, side=PERSON, by=esra.user, seen=running.version)

    row = actions.take_up_again(
        now(running), starts_on=NEXT_YEAR, side=PERSON, by=esra.user, seen=running.version
    )

    done = set(row.milestones.exclude(done_on=None).values_list("code", flat=True))
    assert (row.status, row.stop_reason, row.appointed_on) == ("orientation", "", None)
    assert {"statement", "level_papers"} <= done
    assert not {"first_day", "contract", "pdg_application"} & done
    assert step(row, "match", bram).status == "matched"


def test_a_day_of_the_provider_that_moves_is_followed_and_told_once(begun, esra, bram, course):
    agree(begun, bram, course_start=course)
    before = days(begun)
    told = Notice.objects.filter(kind__startswith="trajectory_days").count()

    course.starts_on += timedelta(days=60)
    course.apply_by -= timedelta(days=30)
    course.save()
    changed = actions.replan_moved(TODAY)

    assert changed == 1
    assert days(begun)["pdg_application"] < before["pdg_application"]
    assert days(begun)["first_day"] == course.starts_on
    assert AuditEvent.objects.filter(verb="trajectory.replanned", actor=None).count() == 1
    assert Notice.objects.filter(kind__startswith="trajectory_days").count() == told + 2
    assert actions.replan_moved(TODAY) == 0


def test_what_is_done_keeps_its_day(begun, esra, bram, course):
    actions.mark_done(begun, "vog_requested", side=PERSON, by=esra.user)
    before = days(begun)["vog_requested"]

    agree(begun, bram, starts_on=begun.starts_on + timedelta(days=120))

    assert days(begun)["vog_requested"] == before
    assert days(begun)["contract"] > before


def test_the_same_agreement_again_changes_nothing(begun, bram):
    version = begun.version

    agree(begun, bram)

    assert now(begun).version == version


def test_a_guide_is_a_colleague_who_may(begun, bram, carla):
    with pytest.raises(RefusedError) as caught:
        agree(begun, bram, guide=carla)
    assert caught.value.field == "guide"


def test_ticking_what_is_not_yours_or_follows_by_itself_is_refused(begun, esra, bram, anna):
    with pytest.raises(RefusedError, match="other side"):
        actions.mark_done(begun, "contract", side=PERSON, by=esra.user)
    with pytest.raises(RefusedError, match="by itself"):
        actions.mark_done(begun, "statement", side=SCHOOL, by=bram)
    with pytest.raises(LookupError):
        actions.mark_done(begun, "ability_test", side=SCHOOL, by=bram)
    with pytest.raises(PermissionDenied):
        actions.mark_done(begun, "vog_requested", side=PERSON, by=anna.user)


def test_a_paper_that_goes_opens_its_milestone_again(begun, esra):
    Professional.objects.filter(pk=esra.pk).update(level=None, years_experience=0)
    paper = esra.credentials.get(kind=CredentialKind.HIGHER_DIPLOMA)
    papers.remove(paper, by=esra.user)

    assert begun.milestones.get(code="level_papers").done_on is None


def test_a_moderator_takes_a_step_back_and_says_why(training, mo, bram):
    state = [one.source for one in training.steps.all()][-1]
    with pytest.raises(RefusedError):
        actions.undo_last_step(training, reason=" ", by=mo)
    with pytest.raises(PermissionDenied):
        actions.undo_last_step(training, reason="Vergissing.", by=bram)

    row = actions.undo_last_step(training, reason="Verkeerde persoon.", by=mo)

    assert row.status == state
    assert row.milestones.get(code="first_day").done_on is None
    assert replayed(row.steps.all()) == now(row).status
    assert Notice.objects.filter(kind="trajectory_step", recipient=row.professional.user).exists()


def test_everything_can_be_undone_to_the_proposal(running, esra, bram, mo):
    actions.pause(running, starts_on=TODAY, by=bram, seen=now(running).version)
    actions.stop(now(running), reason=StopReason.HOME, side=SCHOOL, by=bram, seen=running.version)
    for _number in range(running.steps.count() - 1):
        actions.undo_last_step(now(running), reason="Terug.", by=mo)

    row = now(running)
    assert row.status == "orientation"
    assert (row.appointed_on, row.term_ends_on, row.stop_reason) == (None, None, "")
    with pytest.raises(RefusedError):
        actions.undo_last_step(row, reason="Nog verder.", by=mo)


def test_a_stop_that_is_undone_uses_up_no_time_and_stands_still_again(running, bram, mo):
    actions.pause(running, starts_on=TODAY, by=bram, seen=running.version)
    actions.stop(now(running), reason=StopReason.HOME, side=SCHOOL, by=bram, seen=running.version)

    row = actions.undo_last_step(now(running), reason="Terug.", by=mo)

    assert row.status == "paused"
    assert row.pauses.get().ends_on is None
    assert not BoardDecision.objects.filter(kind="worked").exists()


def test_going_on_that_is_undone_moves_what_was_agreed_back(running, bram, mo):
    until = queries.plan_of(running).clocks.term_ends_on + timedelta(days=700)
    actions.extend(
        running, until=until, reason="Meer tijd.", agreed_until=until, all_signed=True,
        by=bram, seen=running.version,
    )  # fmt: skip
    long_ago = TODAY - timedelta(days=30)
    for _time in range(2):
        actions.pause(now(running), starts_on=long_ago, by=bram, seen=running.version)
        actions.resume(now(running), on=TODAY, by=bram, seen=running.version)
        assert now(running).agreed_until == until + timedelta(days=30)

        actions.undo_last_step(running, reason="Verkeerde dag.", by=mo)
        assert (now(running).status, running.agreed_until) == ("paused", until)
        assert running.pauses.get().ends_on is None
        actions.undo_last_step(running, reason="Verkeerde dag.", by=mo)
        assert not running.pauses.exists()


@pytest.mark.parametrize("shift", [0, 21])
def test_going_on_on_an_impossible_day_is_refused(running, bram, shift):
    begun = TODAY - timedelta(days=20)
    day = begun + timedelta(days=shift)
    actions.pause(running, starts_on=begun, by=bram, seen=running.version)

    with pytest.raises(RefusedError) as caught:
        actions.resume(now(running), on=day, by=bram, seen=running.version)

    assert caught.value.field == "on"
    assert now(running).status == "paused"


def test_a_certificate_after_the_term_is_still_a_certificate(running, bram):
    long_ago = TODAY - timedelta(days=5 * 365)
    Trajectory.objects.filter(pk=running.pk).update(starts_on=long_ago, appointed_on=long_ago)
    row = now(running)

    assert queries.plan_of(row).clocks.term_ends_on < TODAY
    actions.obtain(row, issued_on=TODAY, issuer="Hogeschool", by=bram, seen=row.version)

    assert now(running).status == "pdg_obtained"


def test_a_course_that_somebody_counts_on_is_not_deleted(begun, bram, course):
    agree(begun, bram, course_start=course)

    for thing in (course, course.course):
        with pytest.raises(ProtectedError):
            thing.delete()
    assert now(begun).course_start == course


def test_a_colleague_who_leaves_stays_unnamed_in_the_history(begun, bram, olga):
    bram.delete()

    row = now(begun)
    assert row.steps.get().by is None
    assert row.guide is None
    assert queries.readers_at_school(row) == [olga]


def test_a_person_who_leaves_takes_the_trajectory_along(training, esra):
    esra.user.delete()

    assert not Trajectory.objects.exists()
    assert not Milestone.objects.exists()


def test_the_history_follows_the_table_in_the_database_too(begun, bram):
    with pytest.raises(IntegrityError), transaction.atomic():
        begun.steps.create(
            verb="obtain", source="orientation", target="pdg_obtained", side="school"
        )


def test_a_download_holds_the_whole_way(training, esra):
    told = download(esra.user)

    assert len(told["trajectories"]) == 1
    assert len(told["trajectory_steps"]) == training.steps.count()
    assert len(told["milestones"]) == training.milestones.count()
    assert "pauses" in told


def test_notices_say_what_happened_without_a_name(begun, esra, bram, course):
    step(begun, "match", esra.user, PERSON)
    agree(begun, bram, course_start=course)
    course.starts_on += timedelta(days=10)
    course.save()
    actions.replan_moved(TODAY)

    for kind in ("trajectory_step", "trajectory_step_school", "trajectory_days_school"):
        notices = list(Notice.objects.filter(kind=kind))
        items = registry.kind_of(kind).words(notices)
        assert len(items) == len(notices) > 0
        assert not any("Esra" in line for item in items for line in (item.title, *item.lines))


def test_an_ended_trajectory_is_not_planned_anew(training, esra, bram, course):
    actions.stop(
        training, reason=StopReason.HOME, side=PERSON, by=esra.user, seen=now(training).version
    )

    assert actions.replan_moved(TODAY) == 0
    with pytest.raises(RefusedError):
        agree(training, bram, course_start=course)
    with pytest.raises(RefusedError):
        actions.mark_done(now(training), "vog_requested", side=PERSON, by=esra.user)


def test_a_second_school_has_its_own(begun, esra, school_b, carla):
    vacancy = factories.VacancyFactory(
        institution=school_b, function_kind="teacher", will_train=True
    )
    other = applications.show_interest(vacancy, esra, by=esra.user)

    row = actions.begin(other, starts_on=NEXT_YEAR, side=SCHOOL, by=carla)

    assert row != begun
    assert list(queries.trajectories_of(school_b)) == [row]
