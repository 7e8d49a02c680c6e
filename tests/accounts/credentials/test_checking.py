"""What a school notes, and which files it may fetch."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from accounts.audit.queries import timeline
from accounts.credentials import actions, files, queries
from accounts.credentials.errors import RefusedError
from accounts.enums import CheckOutcome, Role
from accounts.models import AuditEvent, CredentialCheck
from tests import factories
from tests.papers import upload
from vacancies.applications import actions as applications

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


@pytest.fixture
def kept(anna, paper):
    """A certificate with a file."""
    return actions.attach(paper, files.accepted(upload()), by=anna.user)


def test_a_school_notes_what_it_saw(paper, bram, school_a, yes, heard, anna):
    check = actions.mark_seen(paper, institution=school_a, shown_on=TODAY, by=bram)

    assert (check.outcome, check.shown_on, check.seen_by) == (CheckOutcome.SEEN, TODAY, bram)
    assert heard == [anna]
    assert timeline(paper).first().detail == {
        "institution": school_a.pk,
        "shown_on": TODAY.isoformat(),
    }


def test_a_school_says_why_it_does_not_accept_a_paper_and_may_come_back(paper, bram, school_a, yes):
    actions.reject(paper, institution=school_a, reason=" Ran  out ", by=bram)
    assert paper.checks.get().reason == "Ran out"

    actions.mark_seen(paper, institution=school_a, shown_on=TODAY, by=bram)

    assert (paper.checks.get().outcome, paper.checks.get().reason) == (CheckOutcome.SEEN, "")


def test_a_school_takes_its_note_back(paper, bram, school_a, yes, heard):
    actions.mark_seen(paper, institution=school_a, shown_on=TODAY, by=bram)

    actions.unmark(paper, institution=school_a, by=bram)
    actions.unmark(paper, institution=school_a, by=bram)

    assert not paper.checks.exists()
    assert len(heard) == 2


@pytest.mark.parametrize("day", [TODAY + timedelta(days=1), date(2025, 4, 30)])
def test_a_paper_is_seen_between_its_issue_and_today(paper, bram, school_a, yes, day):
    with pytest.raises(RefusedError) as refusal:
        actions.mark_seen(paper, institution=school_a, shown_on=day, by=bram)

    assert refusal.value.field == "shown_on"


def test_a_paper_may_be_seen_on_the_day_of_its_issue(paper, bram, school_a, yes):
    day = paper.issued_on
    assert actions.mark_seen(paper, institution=school_a, shown_on=day, by=bram).shown_on == day


@pytest.mark.parametrize("reason", ["", "   ", "x" * 301])
def test_not_accepting_asks_a_reason(paper, bram, school_a, yes, reason):
    with pytest.raises(RefusedError) as refusal:
        actions.reject(paper, institution=school_a, reason=reason, by=bram)

    assert refusal.value.field == "reason"


def refuses(paper, institution, by) -> bool:
    for action, values in (
        (actions.mark_seen, {"shown_on": TODAY}),
        (actions.reject, {"reason": "no"}),
        (actions.unmark, {}),
    ):
        with pytest.raises(PermissionDenied):
            action(paper, institution=institution, by=by, **values)
    return not CredentialCheck.objects.exists()


def test_a_school_without_a_yes_notes_nothing(paper, bram, school_a):
    assert refuses(paper, school_a, bram)


def test_a_stranger_notes_nothing_for_another_school(
    paper, yes, carla, school_a, school_b, anna, mo
):
    assert refuses(paper, school_a, carla)
    assert refuses(paper, school_b, carla)
    assert refuses(paper, school_a, anna.user)
    assert refuses(paper, school_a, mo)


def test_who_may_only_look_at_vacancies_notes_nothing(paper, yes, school_a):
    viewer = factories.MembershipFactory(institution=school_a, role=Role.VIEWER).user

    assert refuses(paper, school_a, viewer)


def test_a_yes_taken_back_closes_the_papers(paper, yes, bram, school_a, anna):
    applications.withdraw(yes, by=anna.user)

    assert refuses(paper, school_a, bram)


# Who may fetch a file


def test_files_are_for_schools_with_a_yes(anna, kept, bram, school_a, school_b):
    def allowed():
        return [one for one in (school_a, school_b) if kept in queries.files_shown_to(one)]

    assert allowed() == []
    vacancy = factories.VacancyFactory(institution=school_a)
    application = applications.show_interest(vacancy, anna, by=anna.user)
    assert allowed() == [school_a]

    applications.decline(application, answer="Not now.", by=bram)
    assert allowed() == []


def test_a_paper_without_a_file_is_no_file(paper, yes, school_a):
    assert paper in queries.papers_shown_to(school_a)
    assert not queries.files_shown_to(school_a).exists()


def test_a_fetched_file_is_recorded(kept, bram, school_a):
    actions.note_read(kept, institution=school_a, by=bram)

    event = AuditEvent.objects.get(verb="credential.read")
    assert (event.actor, event.detail) == (bram, {"institution": school_a.pk})
