"""What allauth tells people about their account, in our words. Keys are its template prefixes."""

from collections.abc import Callable
from typing import Any, Final

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.notifications.letters import Letter, greeting_for
from accounts.notifications.registry import Link

Context = dict[str, Any]

CODES: Final = {
    "account/email/login_code": (
        _("Your code to sign in"),
        _("This is your code to sign in. Type it on the page that is still open."),
    ),
    "account/email/email_confirmation": (
        _("Your code to confirm your e-mail address"),
        _("With this code you confirm that this e-mail address is yours."),
    ),
    "account/email/password_reset_code": (
        _("Your code for a new password"),
        _("With this code you choose a new password. Type it on the page that is still open."),
    ),
}
CHANGES: Final = {
    "account/email/password_changed": _("Your password was changed"),
    "account/email/password_reset": _("You have a new password"),
    "account/email/password_set": _("You now have a password"),
    "account/email/email_changed": _("Your e-mail address was changed"),
    "account/email/email_confirm": _("Your e-mail address is confirmed"),
    "account/email/email_deleted": _("An e-mail address was removed from your account"),
    "mfa/email/totp_activated": _("Signing in with an authenticator app is on"),
    "mfa/email/totp_deactivated": _("Signing in with an authenticator app is off"),
    "mfa/email/recovery_codes_generated": _("You have new recovery codes"),
    "mfa/email/webauthn_added": _("A passkey was added to your account"),
    "mfa/email/webauthn_removed": _("A passkey was removed from your account"),
    "socialaccount/email/account_connected": _("Another way to sign in was added"),
    "socialaccount/email/account_disconnected": _("A way to sign in was removed"),
}


def letter_for(prefix: str, context: Context) -> Letter:
    """The letter for one of allauth's mails, in the active language. Raises LookupError."""
    prefix = prefix.removesuffix("_signup") if "email_confirmation" in prefix else prefix
    if prefix in CODES and context.get("code"):
        return _code(prefix, context)
    if prefix in CHANGES:
        return _change(prefix, context)
    return OTHERS[prefix](context)


def is_secret(prefix: str) -> bool:
    """Whether the mail opens an account for whoever reads it."""
    return any(
        word in prefix for word in ("code", "email_confirmation", "password_reset_key")
    ) and ("recovery_codes" not in prefix)


def _greeting(context: Context) -> str:
    return greeting_for(getattr(context.get("user"), "name", ""))


def _why() -> str:
    return gettext("You get this mail because somebody typed this address at %(site)s.") % {
        "site": settings.SITE_NAME
    }


def _code(prefix: str, context: Context) -> Letter:
    subject, sentence = CODES[prefix]
    return Letter(
        subject=str(subject),
        greeting=_greeting(context),
        paragraphs=(str(sentence),),
        code=str(context["code"]),
        closing=(
            gettext("The code works for 15 minutes. Never give it to anybody, also not to us."),
            gettext("Did you not ask for this? Then you need not do anything."),
        ),
        why=_why(),
    )


def _change(prefix: str, context: Context) -> Letter:
    return Letter(
        subject=str(CHANGES[prefix]),
        greeting=_greeting(context),
        paragraphs=(str(CHANGES[prefix]) + ".", gettext("Was this you? Then all is well.")),
        button=Link(gettext("This was not me"), reverse("security")),
        closing=(
            gettext(
                "Look at once how people can sign in to your account, and close what is not yours."
            ),
        ),
        why=gettext("You always get mail about the safety of your account."),
    )


def _unknown(context: Context) -> Letter:
    return Letter(
        subject=gettext("No account with this address yet"),
        greeting=gettext("Hello,"),
        paragraphs=(
            gettext(
                "Somebody wanted to sign in with this address, but there is no account with it."
            ),
            gettext("Was it you? Then make an account. Or try the other address that you use."),
        ),
        button=Link(gettext("Make an account"), context["signup_url"]),
        closing=(gettext("Did you not ask for this? Then you need not do anything."),),
        why=_why(),
    )


def _known(context: Context) -> Letter:
    return Letter(
        subject=gettext("You have an account already"),
        greeting=gettext("Hello,"),
        paragraphs=(
            gettext("Somebody wanted to make an account with this address. There is one already."),
            gettext("Was it you? Then sign in with a code; you need no password for it."),
        ),
        button=Link(gettext("Sign in"), reverse("account_request_login_code")),
        closing=(gettext("Did you not ask for this? Then you need not do anything."),),
        why=_why(),
    )


def _confirm(context: Context) -> Letter:
    return Letter(
        subject=gettext("Confirm your e-mail address"),
        greeting=_greeting(context),
        paragraphs=(gettext("With one click you confirm that this e-mail address is yours."),),
        button=Link(gettext("Confirm this address"), context["activate_url"]),
        closing=(gettext("Did you not ask for this? Then you need not do anything."),),
        why=_why(),
    )


def _reset(context: Context) -> Letter:
    return Letter(
        subject=gettext("Choose a new password"),
        greeting=_greeting(context),
        paragraphs=(gettext("You asked for a new password. With this button you choose one."),),
        button=Link(gettext("Choose a new password"), context["password_reset_url"]),
        closing=(gettext("Did you not ask for this? Then you need not do anything."),),
        why=_why(),
    )


OTHERS: Final[dict[str, Callable[[Context], Letter]]] = {
    "account/email/unknown_account": _unknown,
    "account/email/account_already_exists": _known,
    "account/email/email_confirmation": _confirm,
    "account/email/password_reset_key": _reset,
}
