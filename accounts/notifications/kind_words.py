"""What a mail or a notice is about, in words for a moderator; features above add their kinds."""

from collections.abc import Iterable, Mapping
from typing import Final, TypeVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import Mail, Notice

Words = str | Promise
Row = TypeVar("Row", Mail, Notice)

_names: Final[dict[str, Words]] = {
    "account_already_exists": _("Sign-up with a known address"),
    "account_connected": _("Another way to sign in"),
    "account_disconnected": _("A way to sign in removed"),
    "alert_ask": _("Question whether match mail goes on"),
    "alert_stopped": _("Match mail stopped after a year of silence"),
    "colleague_waits": _("A colleague waits for a yes"),
    "colleague_welcome": _("Became a colleague"),
    "consent_ends": _("Yes to showing the profile ends"),
    "digest_daily": _("Daily mail"),
    "digest_weekly": _("Weekly mail"),
    "email_changed": _("Address changed"),
    "email_confirm": _("Address confirmed"),
    "email_confirmation": _("Code to confirm an address"),
    "email_confirmation_signup": _("Code for a new account"),
    "email_deleted": _("Address removed"),
    "invitation_of_colleague": _("Invitation of a colleague"),
    "login_code": _("Code to sign in"),
    "news": _("News"),
    "paper_runs_out_in_a_month": _("Paper runs out in a month"),
    "paper_runs_out_in_a_week": _("Paper runs out in a week"),
    "paper_runs_out_in_three_months": _("Paper runs out in three months"),
    "password_changed": _("Password changed"),
    "password_reset": _("New password"),
    "password_reset_code": _("Code for a new password"),
    "password_reset_key": _("Link to a new password"),
    "password_set": _("Password set"),
    "recovery_codes_generated": _("New recovery codes"),
    "school_verified": _("School verified"),
    "totp_activated": _("Authenticator app on"),
    "totp_deactivated": _("Authenticator app off"),
    "unknown_account": _("Sign-in with an unknown address"),
    "webauthn_added": _("Passkey added"),
    "webauthn_removed": _("Passkey removed"),
}


def register(names: Mapping[str, Words]) -> None:
    """Add what a feature calls its kinds."""
    _names.update(names)


def name_of(kind: str) -> str:
    """A kind in words; its key while nobody named it."""
    return str(_names.get(kind, kind))


def named(rows: Iterable[Row]) -> list[tuple[Row, str]]:
    """Mails or notices with their kinds in words."""
    return [(row, name_of(row.kind)) for row in rows]
