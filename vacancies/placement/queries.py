"""Offers and placements of a school and of a person, and what the law says of their hours."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from django.db.models import Case, IntegerField, Prefetch, QuerySet, Value, When
from django.shortcuts import get_object_or_404

from accounts.availability import queries as availability
from accounts.models import Institution, Professional
from vacancies.applications import queries as talks
from vacancies.assessment import queries as assessment
from vacancies.enums import OPEN_APPLICATION, ApplicationStatus
from vacancies.enums import PlacementStatus as Status
from vacancies.models import Application, EmployerRequest, Placement, PlacementStep, PlannedBlock
from vacancies.models.placement import STANDING
from vacancies.placement.offer import Group, groups_of
from vacancies.posting import queries as posting
from vacancies.routes import hours
from vacancies.routes.book import rule_book
from vacancies.routes.hours import Finding, Guard
from vacancies.routes.verdict import Verdict

RELATED: Final = (
    "application__vacancy__institution",
    "application__professional__user",
)
BRIEF: Final = ("application", "public_id", "status", "starts_on", "answer_by")
ORDER: Final = (Status.OFFERED, Status.ACCEPTED, Status.STARTED)


def of_school(institution: Institution, status: str = "") -> QuerySet[Placement]:
    """What needs somebody first: offers, who starts soon, who is in class, and then the rest."""
    rows = _read().filter(application__vacancy__institution=institution)
    if status in Status.values:
        rows = rows.filter(status=status)
    ranks = [When(status=state, then=Value(rank)) for rank, state in enumerate(ORDER)]
    rank = Case(*ranks, default=Value(len(ORDER)), output_field=IntegerField())
    return rows.order_by(rank, "starts_on", "pk")


def waiting_at(institution: Institution) -> QuerySet[Placement]:
    """Offers without an answer and placements that are to begin, the nearest day first."""
    rows = of_school(institution).filter(status__in=(Status.OFFERED, Status.ACCEPTED))
    return rows.order_by("starts_on", "pk")


def standing_at(institution: Institution) -> int:
    """How many offers and placements of a school stand."""
    rows = Placement.objects.filter(application__vacancy__institution=institution)
    return rows.filter(status__in=STANDING).count()


def counts_of(institution: Institution) -> dict[str, int]:
    """How many placements a school has in each state."""
    rows = Placement.objects.filter(application__vacancy__institution=institution)
    found: dict[str, int] = {}
    for status in rows.order_by().values_list("status", flat=True):
        found[status] = found.get(status, 0) + 1
    return found


def of_professional(professional: Professional) -> QuerySet[Placement]:
    """The own ones, the newest first."""
    return _read().filter(application__professional=professional)


def standing_of(professional: Professional) -> QuerySet[Placement]:
    """Offers and placements that still run, what comes first on top."""
    return of_professional(professional).filter(status__in=STANDING).order_by("starts_on", "pk")


def agreed_with(professional: Professional) -> QuerySet[Placement]:
    """Of those what was said yes to; an offer waits elsewhere."""
    return standing_of(professional).exclude(status=Status.OFFERED)


def going_on_of(professional: Professional) -> QuerySet[Application]:
    """Talks that go on, and those that led to a placement."""
    rows = Application.objects.filter(professional=professional)
    going_on = rows.filter(status__in=(*OPEN_APPLICATION, ApplicationStatus.PLACED))
    return going_on.select_related("vacancy__institution").order_by("pk")


def latest_of(application: Application) -> Placement | None:
    """The newest offer or placement of an application, whatever became of it."""
    return _read().filter(application=application).order_by("-created_at", "-pk").first()


def standing_of_many(applications: Sequence[Application]) -> dict[int, Placement]:
    """The standing offer or placement of each application that has one."""
    rows = Placement.objects.filter(talks.among(applications), status__in=STANDING)
    keys = {row.pk for row in applications}
    return {row.application_id: row for row in rows.only(*BRIEF) if row.application_id in keys}


def steps_of(application: Application) -> QuerySet[PlacementStep]:
    """Every step of the offers and placements of an application, the oldest first."""
    return PlacementStep.objects.filter(placement__application=application).order_by("at", "pk")


def due_to_end(today: date) -> QuerySet[Placement]:
    """In class, while the last day has passed."""
    return _read().filter(status=Status.STARTED, ends_on__lt=today).order_by("pk")


def unanswered_until(last: date, today: date) -> QuerySet[Placement]:
    """Offers whose answer is asked between today and a day."""
    return _read().filter(status=Status.OFFERED, answer_by__range=(today, last)).order_by("pk")


def locked(placement: Placement) -> Placement:
    """The same row, held until the end of the transaction; not found once its person has left."""
    rows = Placement.objects.select_for_update(of=("self",)).select_related(*RELATED)
    return get_object_or_404(rows, pk=placement.pk)


def hold_all_of(professional: Professional) -> None:
    """Every offer and placement of this person, held; hold the applications first."""
    rows = Placement.objects.select_for_update().order_by("pk")
    list(rows.filter(application__in=professional.applications.values("pk")))


def standing_locked(application: Application) -> Placement | None:
    """The offer or placement of an application that still stands, held."""
    rows = Placement.objects.select_for_update(of=("self",)).select_related(*RELATED)
    return rows.filter(application=application, status__in=STANDING).first()


def latest_locked(application: Application) -> Placement | None:
    rows = Placement.objects.select_for_update(of=("self",)).select_related(*RELATED)
    return rows.filter(application=application).order_by("-created_at", "-pk").first()


def groups(placement: Placement) -> list[Group]:
    """Its hours, as they were offered."""
    rows = list(placement.blocks.all())
    for row in rows:
        row.institution = placement.application.vacancy.institution
        row.professional = placement.application.professional
        row.placement = placement
    return groups_of(rows)


def verdict(group: Group, on: date | None = None) -> Verdict:
    """May this person do these hours here, seen over the whole term?"""
    return assessment.verdict_of(group.whole, on)


def guards(rows: Iterable[PlannedBlock]) -> list[Guard]:
    """What the blocks of one offer make of the budgets, beside each other and all that counts."""
    blocks = list(rows)
    if not blocks:
        return []
    own = {row.pk for row in blocks if row.pk}
    kept = PlannedBlock.objects.counted().filter(professional=blocks[0].professional)
    others = [assessment.booking_of(row) for row in kept.exclude(pk__in=own)]
    bookings = [assessment.booking_of(row) for row in blocks]
    return [
        hours.guard(asked, [*others, *bookings[:number], *bookings[number + 1 :]], rule_book())
        for number, asked in enumerate(bookings)
    ]


def findings(rows: Iterable[PlannedBlock]) -> frozenset[Finding]:
    """All that the guard sees in the blocks of one offer."""
    return frozenset(one for guard in guards(rows) for one in guard.findings)


def is_promised_elsewhere(rows: Sequence[PlannedBlock]) -> bool:
    """Whether with the offers that wait for an answer the year at this school would be too full."""
    if not rows:
        return False
    own = {row.placement_id for row in rows if row.placement_id}
    offered = PlannedBlock.objects.filter(
        professional=rows[0].professional,
        institution=rows[0].institution,
        placement__status=Status.OFFERED,
    ).exclude(placement__in=own)
    every = [*rows, *offered.select_related("institution", "professional")]
    return any(guard.refuses for guard in guards(every)) if len(every) > len(rows) else False


def is_employer_asked(placement: Placement) -> bool:
    """Whether the professional ever asked the own employer about this work."""
    return EmployerRequest.objects.filter(placement=placement).exists()


def day_parts_promised(application: Application) -> int:
    """Day-parts of a shared vacancy that stand in an offer or a placement of somebody else."""
    mask = 0
    for one in posting.promised_on(application.vacancy):
        mask |= 0 if one.application_id == application.pk else one.day_parts_mask
    return mask


def free_mask(application: Application) -> int:
    """The day-parts on which the professional says to be free."""
    return availability.week_of(application.professional)


def _read() -> QuerySet[Placement]:
    blocks = Prefetch("blocks", PlannedBlock.objects.order_by("starts_on", "pk"))
    return Placement.objects.select_related(*RELATED).prefetch_related(blocks)
