from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from accounts.enums import MembershipStatus, Role, Visibility
from accounts.models import AuditEvent, Notice
from accounts.profiles import hooks as profile_hooks
from portal.kit.lifecycle import IllegalTransitionError
from tests import factories
from vacancies.enums import DismissReason, MatchState, VacancyStatus
from vacancies.matching import actions, projection
from vacancies.matching.pairs import Refreshed
from vacancies.models import Application, CandidateFacts, Match, VacancyFacts
from vacancies.posting import hooks as posting_hooks

NOTHING = Refreshed()


def kinds_told():
    return sorted(Notice.objects.values_list("kind", "recipient__email"))


def test_a_published_vacancy_matches_and_tells_both_sides(anna, bram, carla, vacancy):
    actions.refresh_professional(anna)

    done = actions.refresh_vacancy(vacancy)

    match = Match.objects.get()
    assert done == Refreshed(added=1)
    assert (match.professional, match.state, match.is_current) == (anna, MatchState.NOTIFIED, True)
    assert match.notified_at is not None
    assert kinds_told() == [("new_candidates", bram.email), ("new_matches", anna.user.email)]


def test_a_changed_profile_matches_the_open_vacancies(anna, vacancy):
    actions.refresh_vacancy(vacancy)

    profile_hooks.changed.fire(anna)

    assert Match.objects.filter(professional=anna, vacancy=vacancy).count() == 1


def test_a_rerun_adds_nothing_and_tells_nobody_twice(match, anna, vacancy):
    told = kinds_told()

    again = [
        actions.refresh_vacancy(vacancy),
        actions.refresh_professional(anna),
        actions.rebuild_all().pairs,
    ]

    assert again == [NOTHING, NOTHING, NOTHING]
    assert kinds_told() == told


def test_a_paused_profile_disappears_and_comes_back_untold(match, anna):
    anna.visibility = Visibility.PAUSED
    anna.save()
    paused = actions.refresh_professional(anna)
    match.refresh_from_db()
    assert (paused, match.is_current) == (Refreshed(dropped=1), False)
    assert not CandidateFacts.objects.exists()

    anna.visibility = Visibility.VISIBLE
    anna.save()
    told = kinds_told()
    back = actions.refresh_professional(anna)

    match.refresh_from_db()
    assert (back, match.is_current) == (Refreshed(updated=1), True)
    assert kinds_told() == told


@pytest.mark.parametrize("field", ["is_active", "confirmed_at"])
def test_an_account_that_is_not_active_or_confirmed_is_not_matched(anna, vacancy, field):
    actions.refresh_vacancy(vacancy)
    setattr(anna.user, field, False if field == "is_active" else None)
    anna.user.save()

    actions.refresh_professional(anna)

    assert not Match.objects.exists()


def test_a_closed_vacancy_keeps_what_was_told(match, vacancy):
    vacancy.status = VacancyStatus.PAUSED
    vacancy.save()

    posting_hooks.changed.fire(vacancy)

    match.refresh_from_db()
    assert (match.is_current, match.state) == (False, MatchState.NOTIFIED)
    assert not VacancyFacts.objects.exists()


def test_a_pair_nobody_was_told_of_is_deleted(match, vacancy):
    Match.objects.update(state=MatchState.NEW, notified_at=None)
    vacancy.day_parts_needed = 4
    vacancy.save()

    done = actions.refresh_vacancy(vacancy)

    assert done == Refreshed(dropped=1)
    assert not Match.objects.exists()


def test_a_changed_vacancy_drops_rescores_and_revives(match, vacancy, anna):
    other = factories.ProfessionalFactory(max_distance_km=50)
    actions.refresh_professional(other)
    competence = factories.CompetenceFactory()
    anna.competences.add(competence)
    requirement = factories.RequirementFactory(
        vacancy=vacancy, kind="competence", strength="must", value=None, competence=competence
    )

    dropped = actions.refresh_vacancy(vacancy)
    requirement.strength = "wish"
    requirement.save()
    revived = actions.refresh_vacancy(vacancy)

    scores = dict(Match.objects.values_list("professional", "score"))
    assert dropped == Refreshed(dropped=1)
    assert revived == Refreshed(updated=1)
    assert scores == {anna.pk: 97, other.pk: 72}
    assert Match.objects.filter(is_current=True).count() == 2


def test_a_hidden_institution_matches_nobody_who_hides(match, anna, school_a):
    anna.hidden_from.add(school_a)

    done = actions.refresh_professional(anna)

    match.refresh_from_db()
    assert (done, match.is_current) == (Refreshed(dropped=1), False)


def test_dismissed_stays_dismissed_when_the_vacancy_changes(match, anna, vacancy):
    actions.dismiss(match, reason=DismissReason.TOO_FAR, by=anna.user)

    actions.refresh_vacancy(vacancy)

    match.refresh_from_db()
    assert (match.state, match.dismiss_reason) == (MatchState.DISMISSED, DismissReason.TOO_FAR)


def test_dismiss_and_undismiss_are_recorded(match, anna):
    actions.dismiss(match, reason=DismissReason.NOT_NOW, by=anna.user)
    match = actions.undismiss(match, by=anna.user)

    verbs = AuditEvent.objects.filter(target_type="vacancies.match").order_by("pk")
    assert list(verbs.values_list("verb", "actor")) == [
        ("match.dismissed", anna.user.pk),
        ("match.undismissed", anna.user.pk),
    ]
    assert (match.state, match.dismiss_reason) == (MatchState.SEEN, "")


def test_after_a_yes_a_match_cannot_be_dismissed(match, anna, vacancy):
    actions.mark_interested(vacancy, anna, by=anna.user)

    with pytest.raises(IllegalTransitionError):
        actions.dismiss(match, reason=DismissReason.PAY, by=anna.user)


def test_interest_is_marked_once_and_can_be_taken_back(match, anna, vacancy):
    actions.mark_interested(vacancy, anna, by=anna.user)
    actions.mark_interested(vacancy, anna, by=anna.user)
    back = actions.unmark_interested(vacancy, anna, by=anna.user)

    assert back is not None
    assert back.state == MatchState.SEEN
    assert AuditEvent.objects.filter(verb="match.interested").count() == 1


def test_interest_without_a_match_is_fine(anna, vacancy):
    assert actions.mark_interested(vacancy, anna, by=anna.user) is None
    assert actions.unmark_interested(vacancy, anna, by=anna.user) is None


def test_who_said_yes_before_it_was_a_match_is_not_told(anna, vacancy):
    actions.refresh_professional(anna)
    Application.objects.create(vacancy=vacancy, professional=anna)

    actions.refresh_vacancy(vacancy)

    assert Match.objects.get().state == MatchState.INTERESTED
    assert kinds_told() == []


def test_seen_is_remembered_and_does_not_undo_a_decision(match, anna):
    assert actions.mark_seen([match]) == 1
    match.refresh_from_db()
    assert (match.state, actions.mark_seen([match])) == (MatchState.SEEN, 0)

    actions.dismiss(match, reason=DismissReason.PAY, by=anna.user)
    assert actions.mark_seen(Match.objects.all()) == 0


def test_invite_tells_the_professional_once(match, anna, bram):
    actions.invite(match, by=bram)
    match = actions.invite(match, by=bram)

    assert match.invited_by == bram
    assert Notice.objects.filter(kind="invitation", recipient=anna.user).count() == 1
    assert AuditEvent.objects.filter(verb="match.invited").count() == 1


def test_a_stranger_cannot_invite(match, carla, anna):
    for stranger in (carla, anna.user):
        with pytest.raises(PermissionDenied):
            actions.invite(match, by=stranger)


@pytest.mark.parametrize("change", [{"role": Role.VIEWER}, {"status": MembershipStatus.PENDING}])
def test_a_viewer_or_a_waiting_colleague_cannot_invite(match, bram, change):
    bram.memberships.update(**change)

    with pytest.raises(PermissionDenied):
        actions.invite(match, by=bram)


def test_nobody_is_invited_who_no_longer_fits_or_put_it_aside(match, anna, bram):
    actions.dismiss(match, reason=DismissReason.PAY, by=anna.user)
    with pytest.raises(actions.NotCurrentError):
        actions.invite(match, by=bram)

    actions.undismiss(match, by=anna.user)
    Match.objects.update(is_current=False)
    with pytest.raises(actions.NotCurrentError):
        actions.invite(match, by=bram)


def test_the_nightly_check_heals_and_says_how_much(match, anna, vacancy):
    CandidateFacts.objects.update(level=1)
    VacancyFacts.objects.all().delete()
    ghost = factories.ProfessionalFactory(visibility=Visibility.DRAFT)
    projection.write(CandidateFacts, [projection.candidate_facts(ghost)])

    first, second = actions.check_projections(), actions.check_projections()

    details = AuditEvent.objects.filter(verb="matching.checked").order_by("pk")
    assert (first.facts_changed, second.facts_changed) == (3, 0)
    assert [one.detail["differences"] for one in details] == [3, 0]
    assert list(Match.objects.values_list("professional", "is_current")) == [(anna.pk, True)]


def test_the_nightly_check_shelves_pairs_that_lost_a_side(match, anna):
    anna.visibility = Visibility.PAUSED
    anna.save()

    rebuilt = actions.check_projections()

    match.refresh_from_db()
    assert (rebuilt.facts_changed, rebuilt.pairs) == (1, Refreshed(dropped=1))
    assert not match.is_current


def test_heal_matches_what_was_only_projected(anna, vacancy):
    projection.project_professional(anna)
    projection.project_vacancy(vacancy)

    assert actions.heal_matches() == Refreshed(added=1)
    assert actions.heal_matches() == NOTHING


def test_heal_matches_by_vacancy_when_many_people_wait(vacancy):
    people = factories.ProfessionalFactory.create_batch(3)
    for one in people:
        projection.project_professional(one)
    actions.refresh_vacancy(vacancy)
    Match.objects.all().delete()

    assert actions.heal_matches() == Refreshed(added=3)
    assert not CandidateFacts.objects.filter(is_matched=False).exists()


def test_a_rebuild_of_many_at_once_stores_what_one_by_one_does(vacancy, shared):
    for one in factories.ProfessionalFactory.create_batch(3):
        actions.refresh_professional(one)
    added = sum(actions.refresh_vacancy(one).added for one in (vacancy, shared))
    rows = sorted(Match.objects.values_list("vacancy", "professional", "score", "state"))
    Match.objects.all().delete()

    done = actions.rebuild_all()

    assert added
    assert done.pairs == Refreshed(added=added)
    assert sorted(Match.objects.values_list("vacancy", "professional", "score", "state")) == rows


def test_healing_when_all_is_well_is_cheap(match, django_assert_num_queries):
    with django_assert_num_queries(4):
        actions.heal_matches()


def test_a_refresh_takes_a_bounded_number_of_queries(vacancy, django_assert_max_num_queries):
    for one in factories.ProfessionalFactory.create_batch(5):
        actions.refresh_professional(one)

    with django_assert_max_num_queries(32):
        actions.refresh_vacancy(vacancy)

    assert Match.objects.count() == 5


def test_a_vacancy_without_last_day_asks_twenty_weeks(anna, vacancy):
    actions.refresh_professional(anna)
    anna.available_until = vacancy.starts_on + timedelta(weeks=20, days=-1)
    anna.save()
    actions.refresh_professional(anna)
    assert actions.refresh_vacancy(vacancy) == NOTHING

    vacancy.ends_on = anna.available_until
    vacancy.save()

    assert actions.refresh_vacancy(vacancy) == Refreshed(added=1)


def test_a_pair_that_fits_again_keeps_its_story_and_is_told_once(match, anna, vacancy, bram):
    """Told, gone, back and gone again: one match, one notice a side, what was told stays."""
    told, since = kinds_told(), match.notified_at
    for needed in (4, 2, 4, 2):
        vacancy.day_parts_needed = needed
        vacancy.save()
        actions.refresh_vacancy(vacancy)
        match.refresh_from_db()
        assert (match.is_current, match.notified_at) == (needed == 2, since)

    assert kinds_told() == told
    assert Match.objects.get() == match


def test_who_could_not_yet_and_now_can_hears_of_it_once(anna, bram, vacancy):
    vacancy.day_parts_needed = 4
    vacancy.save()
    actions.refresh_professional(anna)
    actions.refresh_vacancy(vacancy)
    assert kinds_told() == []

    for needed in (2, 1, 2):
        vacancy.day_parts_needed = needed
        vacancy.save()
        actions.refresh_vacancy(vacancy)

    assert kinds_told() == [("new_candidates", bram.email), ("new_matches", anna.user.email)]


def test_a_changed_profile_scores_again_without_a_word(match, anna, vacancy):
    told, before = kinds_told(), match.score
    anna.max_distance_km = 1
    anna.place = factories.PlaceFactory(name="Hattem", latitude=52.5060, longitude=6.0940)
    anna.save()

    actions.refresh_professional(anna)

    match.refresh_from_db()
    assert match.score < before
    assert kinds_told() == told
