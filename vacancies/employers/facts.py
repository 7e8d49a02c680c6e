"""The facts of a placement as they stand, for the parts of the parties."""

from decimal import Decimal
from typing import Any

from vacancies.employers.parts import Facts, Hours
from vacancies.enums import EmployerStatus
from vacancies.models import EmployerRequest, Placement
from vacancies.placement.offer import groups_of, week_hours_of


def facts_of(placement: Placement, request: EmployerRequest | None = None) -> Facts:
    """What is agreed now; the conditions of an employer count once it agreed."""
    blocks = list(placement.blocks.all())
    hours = [
        Hours(group.first.function_kind, group.first.route, group.first.week_hours, group.weeks)
        for group in groups_of(blocks)
    ]
    return Facts(
        function_kind=placement.function_kind,
        day_parts_mask=placement.day_parts_mask,
        starts_on=placement.starts_on,
        ends_on=placement.ends_on,
        week_hours=week_hours_of(blocks),
        hours=tuple(sorted(hours, key=lambda one: (one.function_kind, one.route, one.weeks))),
        employment_form=placement.employment_form,
        fte=placement.fte,
        coach_hours_week=placement.coach_hours_week or Decimal(0),
        coach=placement.coach,
        **(_of_request(request) if request else {}),
    )


def _of_request(request: EmployerRequest) -> dict[str, Any]:
    names = ["scope", "travel_in_own_time", "employer", "kvk", "contact_name", "contact_email"]
    if request.status == EmployerStatus.GIVEN:
        names += ["asks_confidentiality", "asks_no_recruiting", "may_call_back", "conditions"]
    return {name: getattr(request, name) for name in names}
