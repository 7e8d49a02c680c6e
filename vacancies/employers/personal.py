"""Requests to employers of a person and what was confirmed, for `accounts.privacy`."""

from collections.abc import Callable
from typing import Final

from accounts.models import User
from accounts.privacy.queries import rows_of
from accounts.privacy.registry import Row
from vacancies.models import Confirmation, EmployerRequest, EmployerStep, LendingTerms


def requests(user: User) -> list[Row]:
    rows = EmployerRequest.objects.filter(placement__application__professional__user=user)
    return rows_of(rows.select_related("placement__application__vacancy"))


def steps(user: User) -> list[Row]:
    rows = EmployerStep.objects.filter(request__placement__application__professional__user=user)
    return rows_of(rows.select_related("request"))


def confirmations(user: User) -> list[Row]:
    rows = Confirmation.objects.filter(placement__application__professional__user=user)
    return rows_of(rows.select_related("placement__application__vacancy"))


def lending(user: User) -> list[Row]:
    rows = LendingTerms.objects.filter(placement__application__professional__user=user)
    return rows_of(rows.select_related("placement__application__vacancy"))


SECTIONS: Final[dict[str, Callable[[User], list[Row]]]] = {
    "requests_to_employers": requests,
    "steps_of_requests_to_employers": steps,
    "confirmations_of_placements": confirmations,
    "lending_terms": lending,
}
