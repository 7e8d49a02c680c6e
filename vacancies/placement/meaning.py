"""What an offer would mean, before it is sent: the verdicts, the room in the year, the hints."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from accounts.models import User
from portal.kit.day_words import day_parts_text
from vacancies.assessment.words import to_school
from vacancies.models import Application
from vacancies.placement import queries
from vacancies.placement.actions.offering import checked
from vacancies.placement.hints import Hint, Terms, hints_of
from vacancies.placement.offer import Offer, groups_of, week_hours_of
from vacancies.placement.page import Part, parts_of
from vacancies.routes.words import Voice


@dataclass(frozen=True)
class Meaning:
    """All that the school should see once before it sends."""

    parts: Sequence[Part]
    findings: Sequence[object]
    hints: Sequence[Hint]
    is_promised_elsewhere: bool
    not_free: str


def meaning_of(application: Application, offer: Offer, *, by: User) -> Meaning:
    """Of an offer that can be made; raises RefusedError as making it would. Writes nothing."""
    rows = checked(application, offer, by)
    terms = Terms(
        employment_form=offer.employment_form,
        starts_on=offer.starts_on,
        ends_on=offer.ends_on,
        day_parts_mask=offer.day_parts_mask,
        week_hours=week_hours_of(rows),
        has_other_employer=offer.has_other_employer,
    )
    groups = groups_of(rows)
    return Meaning(
        parts=parts_of(groups, Voice.SCHOOL, timezone.localdate()),
        findings=list(to_school(queries.findings(rows))),
        hints=hints_of(terms, Voice.SCHOOL),
        is_promised_elsewhere=queries.is_promised_elsewhere(rows),
        not_free=day_parts_text(offer.day_parts_mask & ~queries.free_mask(application)),
    )
