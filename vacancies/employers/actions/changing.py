"""The school changes what was offered or agreed, before the first day."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.audit import actions as audit
from accounts.models import User
from vacancies.assessment.errors import RefusedError
from vacancies.employers import notices, queries
from vacancies.employers.actions.confirming import ensure_first, keep
from vacancies.employers.facts import facts_of
from vacancies.employers.parts import changed
from vacancies.enums import PlacementStatus as Status
from vacancies.lifecycles import Side
from vacancies.models import Placement, PlannedBlock
from vacancies.placement import checks
from vacancies.placement import queries as placements
from vacancies.placement.actions.moving import held, require_side, require_version, settle
from vacancies.placement.actions.offering import checked
from vacancies.placement.offer import Group, Hours, Offer

BEFORE_START: Final = (Status.OFFERED, Status.ACCEPTED)


@dataclass(frozen=True)
class Change:
    """The work as it should be; `week_hours` in the order of the groups of the placement."""

    day_parts_mask: int
    starts_on: date
    ends_on: date | None
    week_hours: tuple[Decimal, ...]
    coach: str


@transaction.atomic
def change(placement: Placement, *, change: Change, by: User, version: int) -> frozenset[Side]:
    """Keep the change; who has to agree anew, for those alone whose part changed.

    Raises RefusedError with the field that cannot be right, StaleError, PermissionDenied.
    """
    vacancy, row = held(placement)
    require_side(row, by, Side.SCHOOL)
    require_version(row, version)
    if row.status not in BEFORE_START:
        raise RefusedError(_("This can only be changed before the first day."))
    ensure_first(row)
    request = queries.locked_of(row)
    before = facts_of(row, request)
    blocks = _checked(row, change, by)
    _keep(row, change, blocks)
    touched = changed(before, facts_of(row, request))
    keep_school(row, by)
    audit.record("placement.changed", row, by=by, detail={"asks": sorted(map(str, touched))})
    if touched:
        notices.changed(row)
        settle(vacancy)
    return touched - {Side.SCHOOL}


def keep_school(row: Placement, by: User) -> None:
    """Who changes it agrees to it."""
    if row.status in queries.AGREED:
        request = queries.of_placement(row)
        keep(row, Side.SCHOOL, name=str(by.name or by.email), request=request, by=by)


def _checked(row: Placement, change: Change, by: User) -> list[PlannedBlock]:
    """The new blocks, judged as if the old ones were not there. They go in any case: what is
    refused undoes the whole."""
    groups = placements.groups(row)
    if len(change.week_hours) != len(groups):
        raise RefusedError(_("Something changed in the meantime. Look again."))
    offer = _offer(row, groups, change)
    PlannedBlock.objects.filter(placement=row).delete()
    return checked(row.application, offer, by)


def _offer(row: Placement, groups: list[Group], change: Change) -> Offer:
    pairs = zip(groups, change.week_hours, strict=True)
    today = timezone.localdate()
    return Offer(
        blocks=tuple(replace(_hours(group), week_hours=hours) for group, hours in pairs),
        day_parts_mask=change.day_parts_mask,
        starts_on=change.starts_on,
        ends_on=change.ends_on,
        employment_form=row.employment_form,
        answer_by=min(max(row.answer_by or today, today), change.starts_on),
        has_other_employer=row.has_other_employer,
    )


def _hours(group: Group) -> Hours:
    first = group.first
    return Hours(
        function_kind=first.function_kind,
        route=first.route,
        week_hours=first.week_hours,
        weeks=group.weeks,
        named_teacher=first.named_teacher,
        fte=first.fte,
        lesson_hours=first.lesson_hours,
    )


def _keep(row: Placement, change: Change, blocks: list[PlannedBlock]) -> None:
    for block in blocks:
        block.placement = row
        block.save(force_insert=True)
    row.day_parts_mask = change.day_parts_mask
    row.starts_on, row.ends_on = change.starts_on, change.ends_on
    row.coach = change.coach
    if row.answer_by and row.answer_by > row.starts_on:
        row.answer_by = row.starts_on
    row.version += 1
    row.save()
    if row.status == Status.ACCEPTED:
        checks.begin(row)
