"""From a proposal to the certificate: who may take which step, and what each needs."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from accounts.credentials import actions as papers
from accounts.enums import CheckOutcome, CredentialKind
from accounts.models import AuditEvent, Credential, CredentialCheck, Notice
from accounts.profiles import hooks as profile
from portal.kit.lifecycle import IllegalTransitionError
from tests import factories
from tests.vacancies.training.conftest import (
    NEXT_YEAR,
    PERSON,
    SCHOOL,
    TODAY,
    now,
    sign_statement,
    step,
)
from vacancies.applications import actions as applications
from vacancies.applications.history import replayed
from vacancies.codes import Route, mask_of
from vacancies.enums import StopReason
from vacancies.models import BoardDecision, CandidateFacts, Trajectory
from vacancies.routes.calendar import last_day
from vacancies.routes.queries import own_verdicts
from vacancies.training import actions
from vacancies.training.errors import RefusedError, StaleError


def done(row) -> set[str]:
    return set(row.milestones.exclude(done_on=None).values_list("code", flat=True))


def test_what_is_had_is_done_at_once(begun):
    assert done(begun) == {"level_papers", "no_ban"}
    assert begun.status == "orientation"
    assert not begun.milestones.filter(code="ability_test").exists()
    assert all(one.due_on and one.why for one in begun.milestones.filter(done_on=None))


def test_without_a_diploma_a_test_is_asked(application, esra, bram):
    esra.credentials.all().delete()
    esra.level = 4
    esra.save()

    row = actions.begin(application, starts_on=NEXT_YEAR, side=SCHOOL, by=bram)

    assert row.milestones.filter(code="ability_test", done_on=None).exists()


def test_beginning_twice_is_once(begun, application, esra):
    again = actions.begin(application, starts_on=NEXT_YEAR, side=PERSON, by=esra.user)

    assert again == begun
    assert begun.steps.count() == 1


def test_a_teacher_diploma_needs_no_training(application, esra, bram):
    factories.CredentialFactory(professional=esra, kind=CredentialKind.TEACHER_DIPLOMA)

    with pytest.raises(RefusedError, match="not needed"):
        actions.begin(application, starts_on=NEXT_YEAR, side=SCHOOL, by=bram)


def test_who_has_a_pdg_needs_no_training(application, esra, bram):
    factories.CredentialFactory(professional=esra, kind=CredentialKind.PDG)

    with pytest.raises(RefusedError, match="PDG already"):
        actions.begin(application, starts_on=NEXT_YEAR, side=SCHOOL, by=bram)


@pytest.mark.parametrize("years", [-5, 5])
def test_a_day_too_far_is_refused(application, bram, years):
    far = NEXT_YEAR.replace(year=NEXT_YEAR.year + years)

    with pytest.raises(RefusedError) as caught:
        actions.begin(application, starts_on=far, side=SCHOOL, by=bram)
    assert caught.value.field == "starts_on"


def test_strangers_begin_nothing(application, anna, carla, viewer):
    for side, user in [(SCHOOL, carla), (SCHOOL, viewer), (PERSON, anna.user), (PERSON, carla)]:
        with pytest.raises(PermissionDenied):
            actions.begin(application, starts_on=NEXT_YEAR, side=side, by=user)
    assert not Trajectory.objects.exists()


def test_without_a_yes_nothing_begins(application, esra, bram):
    applications.withdraw(application, by=esra.user)

    with pytest.raises(PermissionDenied):
        actions.begin(application, starts_on=NEXT_YEAR, side=SCHOOL, by=bram)


def test_the_other_side_says_yes(begun, esra, bram):
    with pytest.raises(RefusedError, match="other side"):
        step(begun, "match", bram)

    assert step(begun, "match", esra.user, PERSON).status == "matched"


def test_the_professional_proposes_and_the_school_says_yes(application, esra, bram):
    row = actions.begin(application, starts_on=NEXT_YEAR, side=PERSON, by=esra.user)
    assert Notice.objects.filter(recipient=bram, kind="trajectory_step_school").count() == 1

    assert step(row, "match", bram).status == "matched"


def test_a_step_is_told_to_the_other_side_once(begun, esra, bram):
    assert Notice.objects.filter(recipient=esra.user, kind="trajectory_step").count() == 1

    step(begun, "match", esra.user, PERSON)

    assert Notice.objects.filter(recipient=bram, kind="trajectory_step_school").count() == 1


def test_a_step_out_of_the_table_is_refused(begun, bram):
    with pytest.raises(IllegalTransitionError):
        step(begun, "begin_training", bram)


def test_the_statement_needs_its_judgements(begun, esra, bram):
    step(begun, "match", esra.user, PERSON)
    step(begun, "begin_check", bram)

    with pytest.raises(RefusedError) as caught:
        step(begun, "issue_statement", bram)
    assert "Suitability statement" in str(caught.value)


def test_a_recorded_statement_takes_the_step(begun, esra, bram):
    step(begun, "match", esra.user, PERSON)
    step(begun, "begin_check", bram)

    sign_statement(begun, bram)

    assert now(begun).status == "suitability_issued"
    assert {"statement", "suitability_check"} <= done(begun)
    assert begun.steps.last().by == bram


def test_a_statement_of_before_counts_when_the_check_begins(begun, esra, bram):
    step(begun, "match", esra.user, PERSON)
    sign_statement(begun, bram)
    assert now(begun).status == "matched"

    assert step(begun, "begin_check", bram).status == "suitability_issued"


def test_the_board_can_say_no_and_judge_anew(begun, esra, bram):
    step(begun, "match", esra.user, PERSON)
    step(begun, "begin_check", bram)
    with pytest.raises(RefusedError):
        actions.refuse_statement(now(begun), reason=" ", by=bram, seen=begun.version)

    actions.refuse_statement(now(begun), reason="Eerst meer lessen.", by=bram, seen=begun.version)

    assert now(begun).status == "suitability_refused"
    assert begun.steps.last().reason == "Eerst meer lessen."
    assert not BoardDecision.objects.get(kind="statement_by").is_yes
    assert step(begun, "begin_check", bram).status == "suitability_check"


def test_an_appointment_needs_statement_vog_and_contract(begun, esra, bram):
    step(begun, "match", esra.user, PERSON)
    step(begun, "begin_check", bram)
    sign_statement(begun, bram)
    with pytest.raises(RefusedError, match="VOG"):
        actions.appoint(
            now(begun), appointed_on=NEXT_YEAR, is_signed=True, by=bram, seen=begun.version
        )

    paper = factories.CredentialFactory(
        professional=esra, kind=CredentialKind.VOG, field="", issued_on=TODAY
    )
    papers.mark_seen(paper, institution=begun.institution, shown_on=TODAY, by=bram)
    with pytest.raises(RefusedError) as caught:
        actions.appoint(
            now(begun), appointed_on=NEXT_YEAR, is_signed=False, by=bram, seen=begun.version
        )

    assert caught.value.field == "is_signed"
    assert "vog_shown" in done(begun)


def test_an_appointment_before_the_statement_is_refused(begun, esra, bram, vog):
    step(begun, "match", esra.user, PERSON)
    step(begun, "begin_check", bram)
    sign_statement(begun, bram)

    with pytest.raises(RefusedError) as caught:
        actions.appoint(
            now(begun),
            appointed_on=TODAY - timedelta(days=1),
            is_signed=True,
            by=bram,
            seen=begun.version,
        )
    assert caught.value.field == "appointed_on"


def test_both_clocks_run_from_the_appointment(appointed):
    assert appointed.status == "appointed"
    assert appointed.certificate_by == last_day(TODAY, 2)
    assert (appointed.term_ends_on.month, appointed.term_ends_on.day) == (7, 31)
    assert appointed.milestones.get(code="contract").done_on == TODAY


def test_a_course_begins_when_it_has_begun(appointed, esra, bram, course):
    agreed = actions.Agreements(starts_on=TODAY, course_start=course)
    actions.agree(now(appointed), agreed, by=bram, seen=appointed.version)
    step(appointed, "apply", esra.user, PERSON)
    step(appointed, "admit", bram)
    actions.sign_agreement(now(appointed), signed_on=TODAY, by=bram, seen=appointed.version)

    with pytest.raises(RefusedError, match="not begun"):
        step(appointed, "begin_training", esra.user, PERSON)


def test_a_rejection_says_why_and_one_can_apply_again(appointed, esra, bram):
    step(appointed, "apply", esra.user, PERSON)
    with pytest.raises(RefusedError):
        step(appointed, "reject", bram)
    step(appointed, "reject", bram, reason="De groep is vol.")

    assert step(appointed, "apply", esra.user, PERSON).status == "pdg_applied"


def test_paper_route_and_matches_follow_the_certificate(training, esra, bram, vacancy):
    bit = mask_of([Route.SUITABILITY_WITH_PDG])
    profile.changed.fire(esra)
    assert not CandidateFacts.objects.get(professional=esra).routes_open_if_mask & bit

    row = actions.obtain(
        now(training),
        issued_on=TODAY,
        issuer="Hogeschool Voorbeeld",
        by=bram,
        seen=training.version,
    )

    paper = Credential.objects.get(professional=esra, kind=CredentialKind.PDG)
    check = CredentialCheck.objects.get(credential=paper)
    assert row.status == "pdg_obtained"
    assert (paper.issuer, paper.issued_on) == ("Hogeschool Voorbeeld", TODAY)
    assert (check.institution, check.outcome) == (row.institution, CheckOutcome.SEEN)
    assert row.milestones.get(code="certificate").credential == paper
    open_now = {one.route for one in own_verdicts(esra)["teacher"] if one.status != "closed"}
    assert Route.SUITABILITY_WITH_PDG in open_now
    assert CandidateFacts.objects.get(professional=esra).routes_open_if_mask & bit


def test_a_paper_that_is_there_already_is_not_made_twice(training, esra, bram):
    own = factories.CredentialFactory(professional=esra, kind=CredentialKind.PDG, issued_on=TODAY)

    actions.obtain(now(training), issued_on=TODAY, issuer="", by=bram, seen=training.version)

    assert list(esra.credentials.filter(kind=CredentialKind.PDG)) == [own]


@pytest.mark.parametrize("days", [-400, 3])
def test_a_certificate_of_an_impossible_day_is_refused(training, bram, days):
    with pytest.raises(RefusedError) as caught:
        actions.obtain(
            now(training),
            issued_on=TODAY + timedelta(days=days),
            issuer="",
            by=bram,
            seen=training.version,
        )

    assert caught.value.field == "issued_on"
    assert now(training).status == "in_training"


def test_completed_twice_is_refused_clearly(training, bram):
    seen = now(training).version
    actions.obtain(training, issued_on=TODAY, issuer="", by=bram, seen=seen)

    with pytest.raises(StaleError):
        actions.obtain(training, issued_on=TODAY, issuer="", by=bram, seen=seen)
    with pytest.raises(IllegalTransitionError):
        actions.obtain(now(training), issued_on=TODAY, issuer="", by=bram, seen=training.version)
    assert Credential.objects.filter(kind=CredentialKind.PDG).count() == 1


def test_two_people_at_once_the_second_is_told(begun, esra, bram, colleague):
    step(begun, "match", esra.user, PERSON)
    seen = now(begun).version
    actions.take(begun, "begin_check", side=SCHOOL, by=bram, seen=seen)

    with pytest.raises(StaleError):
        actions.take(begun, "begin_check", side=SCHOOL, by=colleague, seen=seen)


def test_strangers_take_no_step(begun, anna, carla, viewer, esra):
    for side, user in [(SCHOOL, carla), (SCHOOL, viewer), (PERSON, anna.user), (SCHOOL, esra.user)]:
        with pytest.raises(PermissionDenied):
            actions.stop(now(begun), reason=StopReason.HOME, side=side, by=user, seen=begun.version)


def test_history_replays_to_the_state(training):
    assert replayed(training.steps.all()) == now(training).status
    verbs = AuditEvent.objects.filter(target_type="vacancies.trajectory").values_list(
        "verb", flat=True
    )
    assert {"trajectory.begun", "trajectory.appoint", "trajectory.begin_training"} <= set(verbs)
