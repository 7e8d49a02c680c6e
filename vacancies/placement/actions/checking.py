"""Ticking what the portal cannot know by itself."""

from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.audit import actions as audit
from accounts.models import User
from vacancies.assessment.errors import RefusedError
from vacancies.enums import ItemOwner
from vacancies.enums import PlacementStatus as Status
from vacancies.lifecycles import Side
from vacancies.models import Placement, StartItem
from vacancies.placement import checks, queries
from vacancies.placement.actions.moving import require_side

OWNER_OF: Final = {Side.PROFESSIONAL: ItemOwner.PROFESSIONAL, Side.SCHOOL: ItemOwner.SCHOOL}


@transaction.atomic
def tick(
    placement: Placement, code: str, *, is_done: bool, by: User, side: Side, note: str = ""
) -> StartItem:
    """Done, or not after all; the same twice changes nothing.

    Raises RefusedError for what the other side does, what ticks itself, and after the start;
    PermissionDenied to a stranger.
    """
    row = queries.locked(placement)
    require_side(row, by, side)
    if row.status != Status.ACCEPTED:
        raise RefusedError(_("The start check is closed."))
    item = row.start_items.filter(code=code).first()
    if item is None or code not in checks.BY_HAND:
        raise RefusedError(_("This ticks itself once it is there."))
    if item.owner != OWNER_OF.get(side):
        raise RefusedError(_("The other side ticks this."))
    if (item.done_on is not None) == is_done:
        return item
    item.done_on = timezone.localdate() if is_done else None
    item.done_by = by if is_done else None
    item.note = " ".join(note.split())[:200]
    item.save(update_fields=["done_on", "done_by", "note"])
    audit.record("placement.ticked", row, by=by, detail={"item": code, "done": is_done})
    return item
