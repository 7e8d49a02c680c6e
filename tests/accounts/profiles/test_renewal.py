"""A month before a yes to showing the profile ends, we ask for the next."""

from datetime import timedelta

import pytest
from django.core import mail as outbox
from django.test import Client
from django.utils import timezone

from accounts.enums import ConsentKind
from accounts.models import Consent, MailRhythm, Notice
from accounts.notifications import delivery
from accounts.profiles import actions, queries, renewal

DAY = timedelta(days=1)


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def given(anna, now):
    """A yes of eleven months ago."""
    Consent.objects.filter(user=anna.user).delete()
    return Consent.objects.create(
        user=anna.user, kind=ConsentKind.PROFILE, text_version="old", given_at=now - 336 * DAY
    )


@pytest.fixture
def anyone():
    return Client(enforce_csrf_checks=True, headers={"Accept-Language": "en"})


def test_a_yes_that_ends_is_asked_about_once(given, now):
    assert [renewal.ask_for_consents(now + later) for later in (0 * DAY, DAY, 20 * DAY)] == [
        1,
        0,
        0,
    ]

    delivery.deliver()

    (message,) = outbox.outbox
    assert message.subject == "May schools see your profile for another year?"
    assert renewal.renew_path(given) in message.body


@pytest.mark.parametrize("days", [100, 334, 366])
def test_not_too_early_and_not_too_late(given, now, days):
    Consent.objects.update(given_at=now - days * DAY)

    assert renewal.ask_for_consents(now) == 0


@pytest.mark.parametrize("why", ["withdrawn", "off", "draft"])
def test_who_shows_no_profile_is_not_asked(given, anna, now, why):
    if why == "withdrawn":
        Consent.objects.update(withdrawn_at=now)
    elif why == "off":
        anna.user.is_active = False
        anna.user.save()
    else:
        anna.visibility = "draft"
        anna.save()

    assert renewal.ask_for_consents(now) == 0


def test_who_said_yes_meanwhile_gets_no_mail(given, anna, now):
    renewal.ask_for_consents(now)
    actions.give_consent(anna.user, ConsentKind.PROFILE, by=anna.user)

    delivery.deliver()

    assert outbox.outbox == []
    assert Notice.objects.get(kind="consent_ends").state == "withdrawn"


def test_a_look_changes_nothing_and_a_press_renews_once(given, anna, anyone):
    path = renewal.renew_path(given)

    page = anyone.get(path).content.decode()
    assert "hx-trigger" not in page.partition("<main")[2]
    assert queries.running_consent(anna.user) is None

    pages = [anyone.post(path).content.decode() for _twice in range(2)]
    assert ["for another year" in one for one in pages] == [True, True]
    assert queries.running_consent(anna.user) is not None
    assert Consent.objects.count() == 2
    assert MailRhythm.objects.get().touched_at is not None


def test_too_late_leads_to_the_page_behind_the_door(given, anyone, now):
    Consent.objects.update(given_at=now - 366 * DAY)

    page = anyone.post(renewal.renew_path(given)).content.decode()

    assert "/mijn/profiel/tonen/" in page
    assert Consent.objects.count() == 1


def test_another_account_says_yes_for_nobody(given, as_bram):
    answer = as_bram.post(renewal.renew_path(given))

    assert "not yours" in answer.content.decode()
    assert Consent.objects.count() == 1


def test_a_token_that_is_not_ours_is_no_address(given, anyone):
    path = renewal.renew_path(given)

    assert anyone.post(path[:-4] + "xxx/").status_code == 404
    assert anyone.get(path).headers["Referrer-Policy"] == "no-referrer"
