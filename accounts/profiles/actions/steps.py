"""The steps of a profile: each kept by itself, as far as told."""

from collections.abc import Iterable, Mapping, Sequence

from django.db import transaction
from django.db.models import Model

from accounts.audit import actions as audit
from accounts.availability import actions as availability
from accounts.availability import queries as own
from accounts.enums import Category, ConsentKind, EmploymentForm, Frequency, FunctionKind, mask_of
from accounts.identity import queries as identity
from accounts.models import Availability, Competence, Domain, Place, Professional, User
from accounts.notifications import actions as notifications
from accounts.profiles import hooks, queries
from accounts.profiles.actions.showing import give_consent, withdraw_consent
from accounts.profiles.errors import RoleTakenError

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
