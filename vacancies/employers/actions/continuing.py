"""Work without a last day goes on: the school plans the hours of the next study year."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.audit import actions as audit
from accounts.models import User
from vacancies.assessment.errors import RefusedError
from vacancies.employers import notices, queries
from vacancies.employers.actions.changing import keep_school
from vacancies.employers.actions.confirming import ensure_first
from vacancies.employers.facts import facts_of
from vacancies.employers.parts import changed
from vacancies.lifecycles import Side
from vacancies.models import Placement
from vacancies.placement.actions.moving import held, require_side, require_version
from vacancies.placement.coming import year_of
from vacancies.placement.continuing import blocks_of
from vacancies.placement.offer import Hours
from vacancies.routes.book import rule_book
from vacancies.routes.hours import study_year


@transaction.atomic
def plan_year(
    placement: Placement, *, hours: tuple[Hours, ...], by: User, version: int | None
) -> frozenset[Side]:
    """Keep the hours of the year after the last one that was planned; who has to agree anew.

    Raises RefusedError with the field that cannot be right and where no year can be planned now,
    StaleError, PermissionDenied.
    """
    _vacancy, row = held(placement)
    require_side(row, by, Side.SCHOOL)
    require_version(row, version)
    year = year_of(row)
    if year is None:
        raise RefusedError(_("There is no year to plan now."))
    ensure_first(row)
    request = queries.locked_of(row)
    before = facts_of(row, request)
    blocks = blocks_of(row, year, hours, by)
    _end_open_blocks(row)
    for block in blocks:
        block.placement = row
        block.save(force_insert=True)
    row.version += 1
    row.save(update_fields=["version", "updated_at"])
    touched = changed(before, facts_of(row, request))
    keep_school(row, by)
    audit.record("placement.year_planned", row, by=by, detail={"from": year.first.isoformat()})
    notices.changed(row)
    return touched - {Side.SCHOOL}


def _end_open_blocks(row: Placement) -> None:
    """Hours without a last day were those of one study year: now that shows."""
    for block in row.blocks.filter(ends_on=None):
        block.ends_on = study_year(block.starts_on, rule_book())[1]
        block.save(update_fields=["ends_on"])
