"""What happened, in words: features above say what their verbs mean, from `AppConfig.ready`."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise

_said: Final[dict[str, Words]] = {
    "account.deleted": _("Account deleted"),
    "consent.given": _("Said yes to a use of the data"),
    "consent.withdrawn": _("Took a yes back"),
    "credential.added": _("Paper added"),
    "credential.changed": _("Paper changed"),
    "credential.file_attached": _("File of a paper kept"),
    "credential.file_removed": _("File of a paper deleted"),
    "credential.opened_by_moderator": _("Paper read by a moderator"),
    "credential.read": _("File of a paper fetched by a school"),
    "credential.recorded": _("Paper recorded by the school where it was obtained"),
    "credential.rejected": _("Paper not accepted by a school"),
    "credential.removed": _("Paper deleted"),
    "credential.seen": _("Paper seen by a school"),
    "credential.unmarked": _("A school took back what it noted about a paper"),
    "institution.domain_added": _("Mail domain added"),
    "institution.domain_removed": _("Mail domain removed"),
    "institution.edited": _("Facts of the school changed"),
    "institution.loaded": _("In the list of schools from the start"),
    "institution.requested": _("School asked for"),
    "institution.suspended": _("School suspended"),
    "institution.verified": _("School verified"),
    "invitation.revoked": _("Invitation withdrawn"),
    "invitation.sent": _("Colleague invited"),
    "location.closed": _("Location no longer used"),
    "location.saved": _("Location saved"),
    "mail.cancel": _("Mail cancelled"),
    "mail.complained": _("Called spam by its reader"),
    "mail.returned": _("Mail came back"),
    "mail.retry": _("Mail queued again"),
    "membership.active": _("Became a colleague"),
    "membership.approved": _("Accepted as a colleague"),
    "membership.ended": _("No longer a colleague"),
    "membership.pending": _("Asked to become a colleague"),
    "membership.role_changed": _("Role changed"),
    "notices.digest_set": _("Chose when digests come"),
    "news.saved": _("News saved"),
    "news.told": _("News told"),
    "notices.frequency_set": _("Chose how often mail comes"),
    "notices.paused": _("Asked for a rest from mail"),
    "notices.resumed": _("Ended the rest from mail"),
    "profile.contact_saved": _("Contact saved"),
    "profile.created": _("Profile started"),
    "profile.employment_saved": _("Employment forms saved"),
    "profile.functions_saved": _("Functions saved"),
    "profile.hidden_from": _("Hidden from a school"),
    "profile.messages_saved": _("Messages saved"),
    "profile.opened_by_moderator": _("Read by a moderator"),
    "profile.paused": _("Paused"),
    "profile.place_saved": _("Place saved"),
    "profile.resumed": _("Visible again"),
    "profile.shown_to": _("Shown to a school again"),
    "profile.trade_saved": _("Trade saved"),
    "profile.visible": _("Visible for schools"),
    "profile.withdrawn": _("No longer visible: the yes was taken back"),
    "profile.week_saved": _("Week saved"),
    "route_answers.saved": _("Answers about routes saved"),
    "user.confirmed": _("Address confirmed"),
    "user.deactivated": _("Account switched off"),
    "user.mail_resumed": _("Mail goes to this address again"),
    "user.mail_stopped": _("Mail to this address stopped"),
    "user.reactivated": _("Account switched on"),
    "user.welcomed": _("Account made"),
}


def register(words: Mapping[str, Words]) -> None:
    """Add the words of a feature's verbs."""
    _said.update(words)


def said(verb: str) -> Words:
    """A verb in words; the verb itself while nobody told what it means."""
    return _said.get(verb, verb)
