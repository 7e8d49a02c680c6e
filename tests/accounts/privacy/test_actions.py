import json

import pytest
from django.core.exceptions import PermissionDenied
from django.core.serializers.json import DjangoJSONEncoder

from accounts.enums import ConsentKind, Frequency, MembershipStatus
from accounts.models import AuditEvent, Institution, Invitation, Mail, MailWords, Professional, User
from accounts.privacy import actions, queries, registry
from accounts.privacy.errors import LastOwnerError, StaffAccountError
from accounts.profiles import actions as profiles
from tests.factories import MembershipFactory, VacancyFactory
from vacancies.models import Application, Match, SavedVacancy

pytestmark = pytest.mark.django_db


@pytest.fixture
def busy_anna(anna, school_a, bram):
    """Anna after some weeks: looked at, matched, interested, mailed."""
    vacancy = VacancyFactory(institution=school_a)
    profiles.give_consent(anna.user, ConsentKind.PROFILE, by=anna.user)
    profiles.save_messages(anna, by=anna.user, version=None, frequency=Frequency.DAILY)
    profiles.hide_from(anna, Institution.objects.create(
        name="Hidden", slug="hidden", kind="roc", holiday_region="north"
    ), by=anna.user)  # fmt: skip
    actions.record_view(anna, institution=school_a, viewer=bram, with_name=True)
    Match.objects.update_or_create(
        vacancy=vacancy, professional=anna, defaults={"score": 90, "rule_version": 1}
    )
    Application.objects.create(vacancy=vacancy, professional=anna, message="Ik wil graag.")
    SavedVacancy.objects.create(vacancy=vacancy, professional=anna)
    mail = Mail.objects.create(
        key="m1", recipient=anna.user, to_address=anna.user.email, kind="x", language="nl",
        subject="Hallo Anna", message_id="m1@x",
    )  # fmt: skip
    MailWords.objects.create(mail=mail, text="Je staat in Dagdeel.")
    return anna


def test_record_view_is_shown_to_the_owner(anna, school_a, bram):
    actions.record_view(anna, institution=school_a, viewer=bram, with_name=False)

    seen = queries.views_of(anna).get()
    assert (seen.institution, seen.viewer, seen.with_name) == (school_a, bram, False)


def test_the_download_holds_all_sections_and_no_secret(busy_anna):
    data = queries.download(busy_anna.user)
    text = json.dumps(data, cls=DjangoJSONEncoder)

    assert data["account"]["email"] == "anna@example.org"
    assert data["profile"]["place"] == "Zwolle"
    assert data["profile"]["free_day_parts"] == ["tuesday_afternoon", "thursday_evening"]
    assert data["who_looked"][0]["institution"] == "Deltion College"
    assert data["profile"]["hidden_from"] == ["Hidden"]
    assert data["interest"][0]["message"] == "Ik wil graag."
    assert len(data["matches"]) == len(data["saved_vacancies"]) == 1
    assert data["mails"][0]["subject"] == "Hallo Anna"
    assert data["mails"][0]["text"] == "Je staat in Dagdeel."
    assert "password" not in text
    assert "Bram" not in text


def test_the_download_of_somebody_of_a_school(bram):
    data = queries.download(bram)

    assert data["memberships"][0]["institution"] == "Deltion College"
    assert "profile" not in data


def test_sections_of_features_above_are_in_the_download(anna, monkeypatch):
    monkeypatch.setattr(registry.sections, "_sections", {})
    registry.sections.register("interests", lambda user: [{"vacancy": f"of {user.name}"}])

    assert queries.download(anna.user)["interests"] == [{"vacancy": "of Anna de Wit"}]


def test_delete_leaves_nothing_of_the_person(busy_anna):
    user = busy_anna.user

    actions.delete_account(user, by=user)

    assert not User.objects.filter(email="anna@example.org").exists()
    assert not Professional.objects.exists()
    assert not Match.objects.exists()
    assert not Application.objects.exists()
    assert not Mail.objects.exists()


def test_delete_keeps_the_audit_without_the_person(busy_anna):
    actions.delete_account(busy_anna.user, by=busy_anna.user)

    event = AuditEvent.objects.get(verb="account.deleted")
    assert event.actor is None
    assert not AuditEvent.objects.filter(actor__isnull=False).exists()
    assert "anna" not in str(list(AuditEvent.objects.values())).lower()


def test_delete_asks_the_erasers_first(anna, monkeypatch):
    asked = []
    monkeypatch.setattr(registry.erasers, "_listeners", [lambda user: asked.append(user.email)])

    actions.delete_account(anna.user, by=anna.user)

    assert asked == ["anna@example.org"]


def test_delete_takes_invitations_to_the_address_along(anna, school_a, olga):
    Invitation.objects.create(
        institution=school_a, email="Anna@example.org", role="viewer", token="t", invited_by=olga,
        expires_at="2030-01-01T00:00Z",
    )  # fmt: skip

    actions.delete_account(anna.user, by=anna.user)

    assert not Invitation.objects.exists()


def test_delete_by_a_stranger_is_refused(anna, bram):
    with pytest.raises(PermissionDenied):
        actions.delete_account(anna.user, by=bram)


def test_a_moderator_may_delete_somebody_and_is_noted(anna, mo):
    actions.delete_account(anna.user, by=mo)

    assert AuditEvent.objects.get(verb="account.deleted").actor == mo


def test_the_last_owner_stays_until_a_colleague_owns(olga, bram):
    with pytest.raises(LastOwnerError):
        actions.delete_account(olga, by=olga)

    assert User.objects.filter(pk=olga.pk).exists()


def test_an_owner_without_colleagues_may_go(olga, school_a):
    MembershipFactory(institution=school_a, status=MembershipStatus.ENDED)

    actions.delete_account(olga, by=olga)

    assert not school_a.memberships.filter(user=olga.pk).exists()


def test_a_recruiter_may_go_and_the_vacancies_stay(bram, school_a):
    vacancy = VacancyFactory(institution=school_a, created_by=bram)

    actions.delete_account(bram, by=bram)

    vacancy.refresh_from_db()
    assert vacancy.created_by is None


def test_a_moderator_is_not_deleted_here(mo):
    with pytest.raises(StaffAccountError):
        actions.delete_account(mo, by=mo)
