"""Who may see a profile: the person's own yes, pause, and schools that never may."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from accounts.audit import actions as audit
from accounts.availability import queries as own
from accounts.enums import Category, ConsentKind, Frequency, Visibility
from accounts.identity import queries as identity
from accounts.models import Consent, Institution, Professional, User
from accounts.notifications import actions as notifications
from accounts.profiles import hooks, queries
from accounts.profiles.consents import TERM, TEXT_VERSIONS
from accounts.profiles.errors import ConsentMissingError, IncompleteProfileError
from portal.kit.lifecycle import Lifecycle

LIFECYCLE = Lifecycle(
    {
        Visibility.DRAFT: frozenset({Visibility.VISIBLE}),
        Visibility.VISIBLE: frozenset({Visibility.PAUSED, Visibility.DRAFT}),
        Visibility.PAUSED: frozenset({Visibility.VISIBLE, Visibility.DRAFT}),
    }
)


@transaction.atomic
def make_visible(professional: Professional, *, by: User, consent: bool = False) -> Professional:
    """Show the profile to schools, without name. `consent`: the person says yes to the text of now.

    Raises ConsentMissingError without a yes of the last year, IncompleteProfileError with what is
    still missing, IllegalTransitionError when it is visible already.
    """
    row = own.locked(professional, by=by)
    LIFECYCLE.require(row.visibility, Visibility.VISIBLE)
    gaps = [gap for gap in queries.gaps_of(row) if gap.must]
    if gaps:
        raise IncompleteProfileError(gaps)
    if consent:
        give_consent(row.user, ConsentKind.PROFILE, by=by)
    if queries.running_consent(row.user) is None:
        raise ConsentMissingError
    verb = "profile.resumed" if row.visibility == Visibility.PAUSED else "profile.visible"
    return _turn(row, Visibility.VISIBLE, verb, by=by)


@transaction.atomic
def pause(professional: Professional, *, by: User) -> Professional:
    """Take the profile out of sight for a while; nothing is lost. IllegalTransitionError if hidden."""
    row = own.locked(professional, by=by)
    LIFECYCLE.require(row.visibility, Visibility.PAUSED)
    return _turn(row, Visibility.PAUSED, "profile.paused", by=by)


def resume(professional: Professional, *, by: User) -> Professional:
    """Show a paused profile again, under the same terms as the first time (`make_visible`)."""
    return make_visible(professional, by=by)


@transaction.atomic
def hide_from(professional: Professional, institution: Institution, *, by: User) -> None:
    """This school does not see the profile any more, and is not told."""
    row = own.locked(professional, by=by)
    if row.hidden_from.filter(pk=institution.pk).exists():
        return
    row.hidden_from.add(institution)
    audit.record("profile.hidden_from", row, by=by, detail={"institution": institution.pk})
    hooks.changed.fire(row)


@transaction.atomic
def show_to(professional: Professional, institution: Institution, *, by: User) -> None:
    """This school may see the profile again."""
    row = own.locked(professional, by=by)
    if not row.hidden_from.filter(pk=institution.pk).exists():
        return
    row.hidden_from.remove(institution)
    audit.record("profile.shown_to", row, by=by, detail={"institution": institution.pk})
    hooks.changed.fire(row)


@transaction.atomic
def give_consent(user: User, kind: str, *, by: User) -> Consent:
    """A yes to the text of now, for a year; an earlier running one is closed by it."""
    _require_self(user, by)
    Consent.objects.filter(user=user, kind=kind, withdrawn_at__isnull=True).update(
        withdrawn_at=timezone.now()
    )
    consent = Consent.objects.create(user=user, kind=kind, text_version=TEXT_VERSIONS[kind])
    audit.record("consent.given", consent, by=by, detail={"kind": kind})
    return consent


@transaction.atomic
def withdraw_consent(user: User, kind: str, *, by: User) -> None:
    """Take a yes back; what rested on it stops at once."""
    _require_self(user, by)
    running = Consent.objects.filter(user=user, kind=kind, withdrawn_at__isnull=True)
    for consent in running:
        consent.withdrawn_at = timezone.now()
        consent.save(update_fields=["withdrawn_at"])
        audit.record("consent.withdrawn", consent, by=by, detail={"kind": kind})
    if kind == ConsentKind.MATCH_MAIL:
        notifications.set_frequency(user, Category.MATCH, Frequency.NEVER, by=by)
    professional = identity.professional_of(user)
    if kind == ConsentKind.PROFILE and professional is not None:
        row = own.locked(professional, by=by)
        if LIFECYCLE.allows(row.visibility, Visibility.DRAFT):
            _turn(row, Visibility.DRAFT, "profile.withdrawn", by=by)


def end_old_consents(now: datetime | None = None) -> int:
    """Hide who said yes longer than a year ago and not again since; answers how many."""
    before = (now or timezone.now()) - TERM
    old = Consent.objects.filter(
        kind=ConsentKind.PROFILE, withdrawn_at__isnull=True, given_at__lte=before
    )
    users = [consent.user for consent in old.select_related("user")]
    for user in users:
        withdraw_consent(user, ConsentKind.PROFILE, by=user)
    return len(users)


def _require_self(user: User, by: User) -> None:
    if user.pk != by.pk and not by.is_staff:
        raise PermissionDenied


def _turn(row: Professional, visibility: Visibility, verb: str, *, by: User) -> Professional:
    row.visibility = visibility
    row.refreshed_at = timezone.now()
    row.save(update_fields=["visibility", "refreshed_at"])
    audit.record(verb, row, by=by)
    hooks.changed.fire(row)
    return row
