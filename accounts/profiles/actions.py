from collections.abc import Iterable, Mapping, Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from accounts.audit import actions as audit
from accounts.availability import actions as availability
from accounts.availability import queries as own
from accounts.enums import (
    Category,
    ConsentKind,
    EmploymentForm,
    Frequency,
    FunctionKind,
    Visibility,
    mask_of,
)
from accounts.identity import queries as identity
from accounts.models import (
    Availability,
    Competence,
    Consent,
    Domain,
    Institution,
    Place,
    Professional,
    User,
)
from accounts.notifications import actions as notifications
from accounts.profiles import hooks, queries
from accounts.profiles.consents import TEXT_VERSIONS
from accounts.profiles.errors import ConsentMissingError, IncompleteProfileError, RoleTakenError
from portal.kit.lifecycle import Lifecycle

LIFECYCLE = Lifecycle(
    {
        Visibility.DRAFT: frozenset({Visibility.VISIBLE}),
        Visibility.VISIBLE: frozenset({Visibility.PAUSED, Visibility.DRAFT}),
        Visibility.PAUSED: frozenset({Visibility.VISIBLE, Visibility.DRAFT}),
    }
)
Rows = Mapping[str, Iterable[Model]]


@transaction.atomic
def create(user: User) -> Professional:
    """An empty profile with an empty week; the one there is, when asked twice.

    Raises RoleTakenError for somebody who looks for people for a school.
    """
    User.objects.select_for_update().get(pk=user.pk)
    professional = identity.professional_of(user)
    if professional is not None:
        return professional
    if identity.membership_of(user):
        raise RoleTakenError
    professional = Professional.objects.create(user=user)
    Availability.objects.create(professional=professional)
    audit.record("profile.created", professional, by=user)
    return professional


def save_trade(
    professional: Professional,
    *,
    by: User,
    version: int | None,
    occupation: str,
    domains: Iterable[Domain],
    competences: Iterable[Competence],
    years_experience: int | None,
) -> Professional:
    """Keep the trade, as far as told."""
    values = {"occupation": occupation, "years_experience": years_experience}
    rows: Rows = {"domains": domains, "competences": competences}
    return _save("trade", professional, values, rows, by=by, version=version)


def save_functions(
    professional: Professional,
    *,
    by: User,
    version: int | None,
    functions: Sequence[str],
    level: int | None,
    dutch_level: int | None,
    willing_to_train: bool | None,
) -> Professional:
    """Keep what somebody wants to do at school and brings along, as far as told."""
    values = {
        "functions_mask": mask_of(FunctionKind, functions),
        "level": level,
        "dutch_level": dutch_level,
        "willing_to_train": willing_to_train,
    }
    return _save("functions", professional, values, by=by, version=version)


def save_place(
    professional: Professional,
    *,
    by: User,
    version: int | None,
    place: Place | None,
    max_distance_km: int | None,
) -> Professional:
    """Keep where somebody lives and how far is too far, as far as told."""
    values = {"place": place, "max_distance_km": max_distance_km}
    return _save("place", professional, values, by=by, version=version)


def save_employment(
    professional: Professional, *, by: User, version: int | None, employment_forms: Sequence[str]
) -> Professional:
    """Keep the employment forms that somebody accepts."""
    values = {"employment_mask": mask_of(EmploymentForm, employment_forms)}
    return _save("employment", professional, values, by=by, version=version)


@transaction.atomic
def save_contact(
    professional: Professional, *, by: User, version: int | None, name: str, phone: str
) -> Professional:
    """Keep name and phone number, which a school sees only after a yes."""
    user = professional.user
    renamed = user.name != name
    row = _save("contact", professional, {"phone": phone}, by=by, version=version, force=renamed)
    if renamed:
        user.name = name
        user.save(update_fields=["name"])
    return row


@transaction.atomic
def save_messages(
    professional: Professional, *, by: User, version: int | None, frequency: str
) -> Professional:
    """Keep how often somebody wants mail about matches, and that as a consent that can be shown."""
    row, user = own.locked(professional, by=by), professional.user
    if queries.frequency_chosen(user) == frequency:
        return row
    own.require_fresh(row, version)
    notifications.set_frequency(user, Category.MATCH, Frequency(frequency), by=by)
    if frequency == Frequency.NEVER:
        withdraw_consent(user, ConsentKind.MATCH_MAIL, by=by)
    elif queries.running_consent(user, ConsentKind.MATCH_MAIL) is None:
        give_consent(user, ConsentKind.MATCH_MAIL, by=by)
    availability.keep(row, {})
    audit.record("profile.messages_saved", row, by=by, detail={"frequency": frequency})
    return row


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
    return _turn(row, Visibility.VISIBLE, "profile.shown", by=by)


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


@transaction.atomic
def _save(
    part: str,
    professional: Professional,
    values: Mapping[str, object],
    rows: Rows | None = None,
    *,
    by: User,
    version: int | None,
    force: bool = False,
) -> Professional:
    """Keep one step and tell those who match on it; the same again changes nothing.

    Raises StaleProfileError when the profile was saved elsewhere since `version`.
    """
    row = own.locked(professional, by=by)
    sets = {name: {item.pk: item for item in items} for name, items in (rows or {}).items()}
    changed = own.differences(row, values)
    changed += [name for name, items in sets.items() if _pks(row, name) != set(items)]
    if not changed and not force:
        return row
    own.require_fresh(row, version)
    availability.keep(row, values)
    for name, items in sets.items():
        getattr(row, name).set(items.values())
    audit.record(f"profile.{part}_saved", row, by=by, detail={"changed": changed})
    hooks.changed.fire(row)
    return row


def _pks(row: Professional, name: str) -> set[int]:
    return set(getattr(row, name).values_list("pk", flat=True))
