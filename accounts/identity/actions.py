from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.models import EmailAddress
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.audit import actions as audit
from accounts.enums import Language
from accounts.identity import hooks, queries
from accounts.models import User


class RefusedError(Exception):
    """The step cannot be done; the text says why, for the person who asked."""


@transaction.atomic
def welcome(email: str, *, language: str) -> User:
    """The user of this address, made when there is none yet; nothing is confirmed by it."""
    user = queries.user_of(email)
    if user is None:
        known = language in Language.values
        user = User.objects.create_user(email, language=language if known else Language.DUTCH)
        EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=False)
        audit.record("user.welcomed", user, by=None)
    return user


def send_code(request: HttpRequest, email: str, *, language: str) -> None:
    """Send a sign-in code. Somebody new gets an account by it, so that the answer of the door
    tells nobody who is known here; an account that was switched off gets no code."""
    user = welcome(email, language=language)
    LoginCodeVerificationProcess.initiate(
        request=request, user=user if user.is_active else None, email=email
    )


@transaction.atomic
def deactivate(user: User, *, by: User) -> None:
    """Nobody can sign in or be found under this account until it is switched on again.

    Raises RefusedError for the own account, so that a moderator is left.
    """
    if user.pk == by.pk:
        raise RefusedError(_("You cannot switch off your own account."))
    _switch(user, on=False, verb="user.deactivated", by=by)


@transaction.atomic
def reactivate(user: User, *, by: User) -> None:
    """The account works again, with all that was in it."""
    _switch(user, on=True, verb="user.reactivated", by=by)


def _switch(user: User, *, on: bool, verb: str, by: User) -> None:
    if user.is_active == on:
        return
    user.is_active = on
    user.save(update_fields=["is_active"])
    hooks.activity_changed.fire(user)
    audit.record(verb, user, by=by)


@transaction.atomic
def note_confirmed(user: User) -> None:
    """The address is the user's own; kept on the user because matching asks it. Idempotent."""
    if user.confirmed_at is None:
        user.confirmed_at = timezone.now()
        user.save(update_fields=["confirmed_at"])
        audit.record("user.confirmed", user, by=user)


def set_name(user: User, name: str) -> None:
    """How colleagues, schools and professionals see this person; an empty name changes nothing."""
    if name and user.name != name:
        user.name = name
        user.save(update_fields=["name"])


def set_language(user: User, language: str) -> None:
    """Read the site and get mail in this language. Raises ValueError for one we do not speak."""
    if language not in Language.values:
        raise ValueError(language)
    user.language = language
    user.save(update_fields=["language"])


@transaction.atomic
def forget_unconfirmed() -> int:
    """Delete who asked for a code and never entered it within two days; answers how many."""
    deleted, _by_model = queries.never_confirmed(timezone.now()).delete()
    return deleted
