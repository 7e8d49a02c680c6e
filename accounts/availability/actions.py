from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from accounts.audit import actions as audit
from accounts.availability import hooks, queries
from accounts.models import Availability, Professional, User
from portal.kit import dayparts


@transaction.atomic
def save_week(
    professional: Professional,
    *,
    by: User,
    version: int | None,
    day_parts_mask: int,
    hours_min: Decimal | None,
    hours_max: Decimal | None,
    available_from: date | None,
    available_until: date | None,
) -> Professional:
    """Keep when somebody can, and tell those who match on it: all of it or none.

    The same again changes nothing. Raises StaleProfileError when the profile was saved
    elsewhere since `version`.
    """
    row = queries.locked(professional, by=by)
    values = {
        "hours_min": hours_min,
        "hours_max": hours_max,
        "available_from": available_from,
        "available_until": available_until,
    }
    changed = queries.differences(row, values)
    if not changed and queries.week_of(row) == day_parts_mask:
        return row
    queries.require_fresh(row, version)
    keep(row, values)
    Availability.objects.update_or_create(
        professional=row, defaults={"day_parts_mask": day_parts_mask & dayparts.FULL_WEEK}
    )
    detail: audit.Detail = {"changed": changed, "day_parts": dayparts.count(day_parts_mask)}
    audit.record("profile.week_saved", row, by=by, detail=detail)
    hooks.changed.fire(row)
    return row


def keep(row: Professional, values: Mapping[str, object]) -> None:
    """Write these fields of a locked profile; it is fresh again, in a new version."""
    for name, value in values.items():
        setattr(row, name, value)
    row.version += 1
    row.refreshed_at = timezone.now()
    row.save(update_fields=[*values, "version", "refreshed_at"])
