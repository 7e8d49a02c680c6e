"""Whether the yes of an employer is about the work as it stands now."""

from vacancies.models import EmployerRequest, Placement
from vacancies.placement.offer import week_hours_of


def covers(request: EmployerRequest, placement: Placement) -> bool:
    """The same day-parts, term and hours a week; the status is another matter."""
    asked = (request.day_parts_mask, request.starts_on, request.ends_on)
    agreed = (placement.day_parts_mask, placement.starts_on, placement.ends_on)
    return asked == agreed and request.hours_week == week_hours_of(list(placement.blocks.all()))
