"""Keep a change that was tried, through the actions of the profile; nothing else is written."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from accounts.availability.actions import save_week
from accounts.availability.queries import week_of
from accounts.enums import EmploymentForm, FunctionKind, values_of
from accounts.models import Competence, Professional, User
from accounts.profiles import actions as profile
from vacancies.matching.sides import Offer
from vacancies.matching.unlock import Kind
from vacancies.openings.queries import Opening

Saving = Callable[[Professional, Offer, User, int], Professional]


class NotAFactError(Exception):
    """A paper or a level of Dutch is got, not kept with a button."""


def keep(professional: Professional, opening: Opening, *, by: User, version: int) -> Professional:
    """Make the change real in the profile that was shown at `version`, and match anew.

    Raises NotAFactError for what no button can make true, StaleProfileError when the profile was
    saved elsewhere since `version`.
    """
    if opening.change.kind not in SAVINGS:
        raise NotAFactError
    return SAVINGS[opening.change.kind](professional, opening.changed, by, version)


def _save_week(person: Professional, changed: Offer, by: User, version: int) -> Professional:
    return _week(person, by, version, day_parts_mask=changed.day_parts_mask)


def _save_most(person: Professional, changed: Offer, by: User, version: int) -> Professional:
    return _week(person, by, version, hours_max=Decimal(changed.hours_max) / 10)


def _save_least(person: Professional, changed: Offer, by: User, version: int) -> Professional:
    return _week(person, by, version, hours_min=Decimal(changed.hours_min) / 10)


def _week(person: Professional, by: User, version: int, **values: Any) -> Professional:
    told = {
        "day_parts_mask": week_of(person),
        "hours_min": person.hours_min,
        "hours_max": person.hours_max,
        "available_from": person.available_from,
        "available_until": person.available_until,
    }
    return save_week(person, by=by, version=version, **(told | values))


def _save_distance(person: Professional, changed: Offer, by: User, version: int) -> Professional:
    km = changed.max_distance_m // 1_000
    return profile.save_place(
        person, by=by, version=version, place=person.place, max_distance_km=km
    )


def _save_functions(person: Professional, changed: Offer, by: User, version: int) -> Professional:
    functions = values_of(FunctionKind, changed.functions_mask)
    return _functions(person, by, version, functions=functions)


def _save_training(person: Professional, changed: Offer, by: User, version: int) -> Professional:
    return _functions(person, by, version, willing_to_train=True)


def _functions(person: Professional, by: User, version: int, **values: Any) -> Professional:
    told = {
        "functions": person.functions,
        "level": person.level,
        "dutch_level": person.dutch_level,
        "willing_to_train": person.willing_to_train,
    }
    return profile.save_functions(person, by=by, version=version, **(told | values))


def _save_employment(person: Professional, changed: Offer, by: User, version: int) -> Professional:
    forms = values_of(EmploymentForm, changed.employment_mask)
    return profile.save_employment(person, by=by, version=version, employment_forms=forms)


def _save_competences(person: Professional, changed: Offer, by: User, version: int) -> Professional:
    return profile.save_trade(
        person,
        by=by,
        version=version,
        occupation=person.occupation,
        domains=person.domains.all(),
        competences=Competence.objects.filter(pk__in=changed.competences),
        years_experience=person.years_experience,
    )


SAVINGS: Final[dict[Kind, Saving]] = {
    Kind.DAY_PART: _save_week,
    Kind.DISTANCE: _save_distance,
    Kind.HOURS_MORE: _save_most,
    Kind.HOURS_LESS: _save_least,
    Kind.FUNCTION: _save_functions,
    Kind.EMPLOYMENT: _save_employment,
    Kind.COMPETENCE: _save_competences,
    Kind.TRAINING: _save_training,
}
