import pytest
from django.test import Client
from django.urls import reverse

from accounts.audit.queries import timeline
from accounts.models import Professional, User
from tests import factories
from tests.conftest import SignIn
from tests.desk import faults
from vacancies.matching import actions as matching
from vacancies.models import CandidateFacts, Match

pytestmark = pytest.mark.django_db


def url(user: User, page: str = "change") -> str:
    return reverse(f"admin:accounts_user_{page}", args=[user.pk])


def test_who_is_switched_off_disappears_from_matching_and_cannot_enter(
    desk: Client, anna: Professional, sign_in: SignIn
) -> None:
    matching.refresh_vacancy(factories.VacancyFactory())
    matching.refresh_professional(anna)
    client = sign_in(anna.user)
    assert Match.objects.current().count() == 1

    desk.post(url(anna.user, "deactivate"))

    assert not Match.objects.current().exists()
    assert not CandidateFacts.objects.exists()
    assert client.get(reverse("dashboard")).status_code == 302


def test_who_is_switched_on_is_matched_again(desk: Client, anna: Professional) -> None:
    vacancy = factories.VacancyFactory()
    matching.refresh_vacancy(vacancy)
    desk.post(url(anna.user, "deactivate"))

    desk.post(url(anna.user, "reactivate"))

    assert Match.objects.current().get().professional == anna
    assert [event.verb for event in timeline(anna.user)][:2] == [
        "user.reactivated",
        "user.deactivated",
    ]


def test_a_moderator_cannot_switch_off_the_own_account(desk: Client, mo: User) -> None:
    response = desk.post(url(mo, "deactivate"), follow=True)

    mo.refresh_from_db()
    assert mo.is_active
    assert "You cannot switch off your own account." in response.content.decode()


def test_reading_a_profile_stays_on_record(desk: Client, anna: Professional, mo: User) -> None:
    factories.VacancyFactory()
    response = desk.get(reverse("admin:accounts_professional_change", args=[anna.pk]))

    [event] = timeline(anna)
    assert faults(response) == []
    assert "Tuesday afternoon" in response.content.decode()
    assert (event.verb, event.actor) == ("profile.opened_by_moderator", mo)


def test_a_match_is_explained_afresh(desk: Client, anna: Professional) -> None:
    matching.refresh_vacancy(factories.VacancyFactory())
    matching.refresh_professional(anna)

    page = desk.get(reverse("admin:vacancies_match_change", args=[Match.objects.get().pk]))

    assert faults(page) == []
    assert "Why they fit, as of now" in page.content.decode()


def test_nobody_edits_a_person(desk: Client, anna: Professional) -> None:
    page = reverse("admin:accounts_user_change", args=[anna.user.pk])

    desk.post(page, {"email": "other@example.org", "name": "Other"})

    anna.user.refresh_from_db()
    assert anna.user.email == "anna@example.org"
    assert desk.get(reverse("admin:accounts_user_add")).status_code == 403
    assert desk.get(reverse("admin:accounts_user_delete", args=[anna.user.pk])).status_code == 403
