import pytest
from allauth.account.adapter import get_adapter
from django.core import mail as outbox

from accounts.identity.letters import CHANGES, CODES, letter_for
from accounts.models import Mail
from accounts.notifications import delivery


def send(prefix, user=None, **context):
    get_adapter().send_mail(prefix, "anna@example.org", {"user": user, **context})


@pytest.mark.parametrize("prefix", sorted(CODES))
def test_a_code_goes_through_the_outbox_as_a_secret(anna, prefix):
    send(prefix, anna.user, code="ABC123")

    mail = Mail.objects.get()
    assert mail.is_secret
    assert "ABC123" in mail.words.text
    assert "ABC123" in mail.words.html
    assert "15 minutes" in mail.words.text
    assert "ABC123" not in mail.subject + mail.key + mail.message_id
    assert mail.recipient == anna.user


@pytest.mark.parametrize("prefix", sorted(CHANGES))
def test_a_change_of_the_account_is_told(anna, prefix):
    send(prefix, anna.user)

    delivery.deliver()

    assert outbox.outbox[0].subject == str(CHANGES[prefix])
    assert "This was not me" in outbox.outbox[0].body
    assert not Mail.objects.get().is_secret


@pytest.mark.parametrize(
    ("prefix", "context", "link"),
    [
        (
            "account/email/unknown_account",
            {"signup_url": "http://testserver/s/"},
            "http://testserver/s/",
        ),
        ("account/email/account_already_exists", {}, "http://testserver/account/login/code/"),
        (
            "account/email/email_confirmation_signup",
            {"activate_url": "/a/"},
            "http://testserver/a/",
        ),
        ("account/email/password_reset_key", {"password_reset_url": "/p/"}, "http://testserver/p/"),
    ],
)
def test_other_account_mails_hold_their_link(db, prefix, context, link):
    send(prefix, **context)

    assert link in Mail.objects.get().words.text


def test_every_mail_that_allauth_can_send_has_a_letter():
    context = {"code": "1", "signup_url": "/", "activate_url": "/", "password_reset_url": "/"}
    names = [
        "login_code",
        "email_confirmation",
        "email_confirmation_signup",
        "password_reset_code",
        "password_reset_key",
        "unknown_account",
        "account_already_exists",
        "password_changed",
        "password_set",
        "password_reset",
        "email_changed",
        "email_confirm",
        "email_deleted",
    ]

    assert all(letter_for(f"account/email/{name}", context).subject for name in names)
