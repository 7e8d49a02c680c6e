from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied

from accounts.availability.errors import StaleProfileError
from accounts.models import Availability, Professional, User


def week_of(professional: Professional) -> int:
    """The free day-parts as a mask; 0 when none is told."""
    mask = Availability.objects.filter(professional=professional).values_list(
        "day_parts_mask", flat=True
    )
    return mask.first() or 0


def locked(professional: Professional, *, by: User) -> Professional:
    """The profile, locked for a change by its owner or by staff; PermissionDenied to a stranger."""
    row = Professional.objects.select_for_update(of=("self",)).get(pk=professional.pk)
    if row.user_id != by.pk and not by.is_staff:
        raise PermissionDenied
    return row


def differences(row: Professional, values: Mapping[str, Any]) -> list[str]:
    """The names of the fields that these values would change."""
    return [name for name, value in values.items() if getattr(row, name) != value]


def require_fresh(row: Professional, version: int | None) -> None:
    """Raises StaleProfileError when a form was shown before the last change; None: no form."""
    if version is not None and version != row.version:
        raise StaleProfileError(row.version)
