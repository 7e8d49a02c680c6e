"""Asking a colleague without an account for a yes or no, by a link in a mail."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.audit import actions as audit
from accounts.models import User
from accounts.privacy import actions as privacy
from portal.kit import tokens
from portal.kit.limits import within_limit
from vacancies.applications import queries as applications
from vacancies.lifecycles import Side
from vacancies.models import Application, Opinion
from vacancies.selection import links, notices, queries
from vacancies.selection.errors import RefusedError

MOST = 10
HOUR = 3600


@transaction.atomic
def ask(application: Application, *, email: str, by: User) -> Opinion:
    """Send a link; asking the same address again sends a new one and ends the old.

    Raises RefusedError when it is too late, when the address is of somebody else or answered
    already, or after ten; PermissionDenied to who does not stand on the school's side.
    """
    row = applications.locked(application)
    if not applications.may_act(row, Side.SCHOOL, by):
        raise PermissionDenied
    address = email.strip().lower()
    if refusal := _refusal(row, address, by):
        raise RefusedError(refusal)
    token, now = tokens.new_token(), timezone.now()
    opinion, _made = Opinion.objects.update_or_create(
        application=row,
        email=address,
        defaults={
            "token_digest": tokens.digest_of(token),
            "asked_by": by,
            "asked_at": now,
            "expires_at": now + links.TERM,
        },
    )
    audit.record("opinion.asked", row, by=by, detail={"opinion": opinion.pk})
    notices.post_question(opinion, token)
    return opinion


@transaction.atomic
def take_back(opinion: Opinion, *, by: User) -> None:
    """The link stops working and the address is forgotten. Raises RefusedError after an answer."""
    row = queries.opinion_locked(opinion)
    if not applications.may_act(row.application, Side.SCHOOL, by):
        raise PermissionDenied
    if row.answered_at:
        raise RefusedError(_("Your colleague answered already."))
    audit.record("opinion.taken_back", row.application, by=by, detail={"opinion": row.pk})
    row.delete()


@transaction.atomic
def answer(opinion: Opinion, *, is_yes: bool, note: str) -> Opinion:
    """Keep the one answer and tell who asked. Raises RefusedError when the link is closed."""
    row = queries.opinion_locked(opinion)
    if links.why_closed(row, timezone.now()):
        raise RefusedError(_("This can no longer be answered."))
    row.is_yes, row.note, row.answered_at = is_yes, note.strip(), timezone.now()
    row.save(update_fields=["is_yes", "note", "answered_at"])
    audit.record("opinion.given", row.application, by=None, detail={"opinion": row.pk})
    notices.given(row)
    return row


def look_by_link(opinion: Opinion) -> None:
    """A look at the person through a link is a look of the school; once an hour."""
    if within_limit("opinion", str(opinion.pk), most=1, seconds=HOUR):
        application = opinion.application
        privacy.record_view(
            application.professional,
            institution=application.vacancy.institution,
            viewer=None,
            with_name=True,
        )


def _refusal(application: Application, email: str, by: User) -> str:
    """Why this address cannot be asked; empty when it can."""
    if not application.is_open:
        return _("There is nothing to decide here any more.")
    if not queries.is_address_of(application.vacancy.institution, email, by):
        return _("This address is not of your school. A dossier goes to nobody else.")
    asked = queries.opinion_asked_of(application, email)
    if asked and asked.answered_at:
        return _("Your colleague answered already.")
    if asked is None and application.opinions.count() >= MOST:
        return _("You asked %(n)d colleagues. That is enough for one decision.") % {"n": MOST}
    return ""
