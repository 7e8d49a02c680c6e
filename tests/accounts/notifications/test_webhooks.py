"""The views of anymail, with what three services send."""

import hmac
import json
from base64 import b64encode
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest
from django.test import Client
from django.utils import timezone

from accounts.enums import MailState, MailStop
from accounts.notifications import providers, webhooks
from portal import urls
from tests import factories

pytestmark = pytest.mark.django_db

SECRET = "dagdeel:a-long-password"
KEY = "a-key-of-the-service"
NOW = datetime.now(UTC)
ADDRESS = "anna@example.org"


@pytest.fixture
def service(settings):
    """Mounts the address of this service; gives what posts to it, as the service would."""

    def mount(provider):
        settings.ANYMAIL = providers.configuration(provider, secret=SECRET, key=KEY)
        settings.ROOT_URLCONF = (*webhooks.patterns(provider), *urls.urlpatterns)
        client = Client(enforce_csrf_checks=True)

        def post(payload, secret=SECRET):
            told = b64encode(secret.encode()).decode()
            return client.post(
                f"/hooks/mail/{provider}/",
                json.dumps(payload),
                content_type="application/json",
                headers={"authorization": f"Basic {told}"},
            )

        return post

    return mount


@pytest.fixture
def mail(anna):
    return factories.MailFactory(
        recipient=anna.user,
        to_address=ADDRESS,
        state=MailState.SENT,
        sent_at=timezone.now() - timedelta(hours=1),
    )


def outcome_of(mail):
    mail.refresh_from_db()
    mail.recipient.refresh_from_db()
    return mail.state, mail.recipient.mail_stop


def postmark(kind, **values):
    """Postmark names a mail by an id of its own."""
    return {
        "RecordType": "Bounce",
        "ID": 901542550,
        "Type": kind,
        "MessageID": "2706ee8a-737c-4285-b032-ccd317af53ed",
        "Description": "The server was unable to deliver your message.",
        "Details": "smtp;550 5.1.1 The account does not exist.",
        "Email": ADDRESS,
        "BouncedAt": NOW.isoformat(),
    } | values


def mailgun(mail, key=KEY, **values):
    """Mailgun keeps our Message-ID, and signs."""
    token, moment = "1234567890abcdef1234567890abcdef", str(int(NOW.timestamp()))
    signature = hmac.new(key.encode(), f"{moment}{token}".encode(), sha256).hexdigest()
    event = {
        "event": "failed",
        "severity": "permanent",
        "reason": "bounce",
        "recipient": ADDRESS,
        "timestamp": NOW.timestamp(),
        "message": {"headers": {"to": ADDRESS, "message-id": mail.message_id}},
        "delivery-status": {"code": 550, "message": "5.1.1 The account does not exist."},
    }
    return {
        "signature": {"token": token, "timestamp": moment, "signature": signature},
        "event-data": event | values,
    }


def sparkpost(kind, **values):
    """SparkPost sends several events at once."""
    event = {
        "type": kind,
        "bounce_class": "10",
        "raw_rcpt_to": ADDRESS,
        "raw_reason": f"550 5.1.1 <{ADDRESS}>: Recipient address rejected: User unknown",
        "rcpt_to": ADDRESS,
        "timestamp": str(int(NOW.timestamp())),
        "transmission_id": "84345317650824116",
    }
    return [{"msys": {"message_event": event | values}, "cust": {"id": "00000"}}]


@pytest.mark.parametrize(
    ("payload", "outcome"),
    [
        (postmark("HardBounce"), (MailState.RETURNED, MailStop.BOUNCED)),
        (postmark("BadEmailAddress"), (MailState.RETURNED, MailStop.BOUNCED)),
        (postmark("SoftBounce", Details="smtp;552 mailbox full"), (MailState.RETURNED, "")),
        (postmark("Blocked", Details="554 5.7.1 blocked"), (MailState.RETURNED, "")),
        (postmark("Transient"), (MailState.SENT, "")),
        (postmark("AutoResponder"), (MailState.SENT, "")),
        (
            postmark("SpamComplaint", RecordType="SpamComplaint"),
            (MailState.SENT, MailStop.COMPLAINED),
        ),
        (
            {"RecordType": "Delivery", "Recipient": ADDRESS, "DeliveredAt": NOW.isoformat()},
            (MailState.SENT, ""),
        ),
        (postmark("HardBounce", Email="nobody@example.org"), (MailState.SENT, "")),
    ],
)
def test_postmark(service, mail, payload, outcome):
    assert service("postmark")(payload).status_code == 200

    assert outcome_of(mail) == outcome


@pytest.mark.parametrize(
    ("values", "outcome"),
    [
        ({}, (MailState.RETURNED, MailStop.BOUNCED)),
        ({"severity": "temporary", "reason": "generic"}, (MailState.SENT, "")),
        ({"event": "complained"}, (MailState.SENT, MailStop.COMPLAINED)),
        ({"event": "delivered"}, (MailState.SENT, "")),
        (
            {"reason": "generic", "delivery-status": {"message": "5.7.1 blocked"}},
            (MailState.RETURNED, ""),
        ),
    ],
)
def test_mailgun(service, mail, values, outcome):
    factories.MailFactory(
        recipient=mail.recipient, to_address=ADDRESS, state="sent", sent_at=timezone.now()
    )

    assert service("mailgun")(mailgun(mail, **values)).status_code == 200

    assert outcome_of(mail) == outcome


@pytest.mark.parametrize(
    ("payload", "outcome"),
    [
        (sparkpost("bounce"), (MailState.RETURNED, MailStop.BOUNCED)),
        (
            sparkpost("bounce", bounce_class="22", raw_reason="552 5.2.2 mailbox full"),
            (MailState.RETURNED, ""),
        ),
        (
            sparkpost("out_of_band", bounce_class="30", raw_reason="no such mailbox"),
            (MailState.RETURNED, MailStop.BOUNCED),
        ),
        (
            sparkpost("delay", bounce_class="21", raw_reason="454 4.4.4 no MX"),
            (MailState.SENT, ""),
        ),
        (sparkpost("spam_complaint"), (MailState.SENT, MailStop.COMPLAINED)),
        (sparkpost("bounce") + sparkpost("bounce"), (MailState.RETURNED, MailStop.BOUNCED)),
        ([{"msys": {}}], (MailState.SENT, "")),
    ],
)
def test_sparkpost(service, mail, payload, outcome):
    assert service("sparkpost")(payload).status_code == 200

    assert outcome_of(mail) == outcome


@pytest.mark.parametrize("provider", ["postmark", "sparkpost", "mailgun"])
def test_wrong_secret_is_refused(service, mail, provider):
    payload = {"postmark": postmark("HardBounce"), "sparkpost": sparkpost("bounce")}

    answer = service(provider)(payload.get(provider, mailgun(mail)), secret="dagdeel:wrong")

    assert answer.status_code == 400
    assert outcome_of(mail) == (MailState.SENT, "")


def test_wrong_signature_is_refused(service, mail):
    assert service("mailgun")(mailgun(mail, key="another-key")).status_code == 400

    assert outcome_of(mail) == (MailState.SENT, "")


@pytest.mark.parametrize("provider", providers.VIEWS)
def test_every_service_has_an_address_of_its_own(provider):
    (pattern,) = webhooks.patterns(provider)

    assert str(pattern.pattern) == f"hooks/mail/{provider}/"
    assert pattern.callback.audience == "everyone"
    assert pattern.callback.csrf_exempt


def test_without_a_service_there_is_no_address(client):
    assert webhooks.patterns("") == []
    assert client.post("/hooks/mail/postmark/").status_code == 404


@pytest.mark.parametrize(
    ("provider", "secret", "key", "word"),
    [
        ("pigeon", SECRET, "", "ANYMAIL_PROVIDER"),
        ("postmark", "", "", "ANYMAIL_WEBHOOK_SECRET"),
        ("postmark", "short:1", "", "ANYMAIL_WEBHOOK_SECRET"),
        ("postmark", "a-long-one-without-a-name", "", "ANYMAIL_WEBHOOK_SECRET"),
        ("mailgun", SECRET, "", "ANYMAIL_SIGNING_KEY"),
    ],
)
def test_door_that_would_stand_open_is_refused(provider, secret, key, word):
    with pytest.raises(ValueError, match=word):
        providers.configuration(provider, secret=secret, key=key)


def test_nothing_is_configured_without_a_service():
    assert providers.configuration("", secret=SECRET, key=KEY) == {}
