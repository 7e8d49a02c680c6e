from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db.models import Case, Count, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from accounts.audit.queries import timeline
from accounts.enums import Role
from accounts.models import (
    AuditEvent,
    Domain,
    Institution,
    Location,
    Membership,
    Professional,
    User,
)
from vacancies.enums import ApplicationStatus, Strength, VacancyStatus
from vacancies.models import Application, Match, Requirement, Vacancy
from vacancies.posting import snapshots
from vacancies.posting.completeness import Missing, missing_in
from vacancies.posting.lifecycle import LIVE

SAVED: Final = "vacancy.saved"
STATES_IN_ORDER: Final = (
    VacancyStatus.RETURNED,
    VacancyStatus.DRAFT,
    VacancyStatus.SUBMITTED,
    VacancyStatus.PUBLISHED,
    VacancyStatus.PAUSED,
    VacancyStatus.CLOSED,
    VacancyStatus.TAKEN_DOWN,
)
STRENGTHS_IN_ORDER: Final = (Strength.MUST, Strength.WISH, Strength.LEARN)


def locked(vacancy: Vacancy) -> Vacancy:
    """The row as it is now, held until the transaction ends."""
    return Vacancy.objects.select_for_update().get(pk=vacancy.pk)


def hold_applied_to(professional: Professional) -> None:
    """The vacancies that somebody said yes to, held."""
    applied = professional.applications.values("vacancy")
    list(Vacancy.objects.select_for_update().filter(pk__in=applied).order_by("pk"))


def by_pk(pks: Iterable[int]) -> dict[int, Vacancy]:
    return Vacancy.objects.select_related("institution").in_bulk(set(pks))


def managed(user: User) -> QuerySet[Vacancy]:
    """The vacancies of the user's own school; a stranger finds none of them."""
    return Vacancy.objects.visible_to(user).select_related("institution")


def demands_of(vacancy: Vacancy) -> list[Requirement]:
    """What is asked of the person: musts first, then wishes, then what is learnt here."""
    rows = vacancy.requirements.select_related("competence")
    kinds = ["level", "experience", "competence", "language"]
    return sorted(
        rows,
        key=lambda row: (
            STRENGTHS_IN_ORDER.index(Strength(row.strength)),
            kinds.index(row.kind),
            row.pk,
        ),
    )


def missing(vacancy: Vacancy, today: date | None = None) -> list[Missing]:
    """All that keeps this vacancy from being open."""
    return missing_in(vacancy, today or timezone.localdate())


def changes_since_approval(vacancy: Vacancy) -> list[snapshots.Change]:
    """What differs from the text that a moderator approved; empty when nobody did yet."""
    if not vacancy.approved_snapshot:
        return []
    return snapshots.differences(vacancy.approved_snapshot, snapshots.snapshot_of(vacancy))


@dataclass(frozen=True)
class Edit:
    """Who saved the text last, and when; `by` is empty when that account is gone."""

    by: str
    at: datetime
    by_pk: int | None = None
    section: str = ""


def last_edit(vacancy: Vacancy) -> Edit:
    event = timeline(vacancy).filter(verb=SAVED).first()
    if event is None:
        return Edit("", vacancy.updated_at)
    name = str(event.actor.name or event.actor.email) if event.actor else ""
    return Edit(name, event.at, event.actor_id, str(event.detail.get("section", "")))


def events_of(vacancy: Vacancy) -> list[AuditEvent]:
    """The timeline, latest first; saves of one person after each other count as one."""
    shown: list[AuditEvent] = []
    for event in timeline(vacancy).filter(verb__startswith="vacancy.")[:200]:
        before = shown[-1] if shown else None
        again = before is not None and before.verb == event.verb == SAVED
        if not (again and before is not None and before.actor_id == event.actor_id):
            shown.append(event)
    return shown


def vacancies_of(institution: Institution, status: str = "") -> QuerySet[Vacancy]:
    """A school's vacancies, what needs doing first, with how many fit and showed interest."""
    order = Case(
        *(When(status=status, then=Value(place)) for place, status in enumerate(STATES_IN_ORDER)),
        output_field=IntegerField(),
    )
    rows = Vacancy.objects.filter(institution=institution)
    if status in VacancyStatus.values:
        rows = rows.filter(status=status)
    return (
        rows.defer("body", "approved_snapshot", "after_closing", "return_reason")
        .annotate(
            order=order,
            matches_now=_counted(Match.objects.filter(is_current=True)),
            interest=_counted(Application.objects.all()),
            interest_open=_counted(Application.objects.filter(status=ApplicationStatus.NEW)),
        )
        .prefetch_related("locations__place")
        .order_by("order", "-updated_at", "-pk")
    )


def counts_by_status(institution: Institution) -> dict[str, int]:
    """How many vacancies of a school are in each state."""
    rows = Vacancy.objects.filter(institution=institution).order_by().values_list("status")
    return dict(rows.annotate(Count("pk")))


@dataclass(frozen=True)
class Numbers:
    """How many fit now, showed interest, and still wait for an answer."""

    matches: int
    interest: int
    waiting: int


def numbers_of(vacancy: Vacancy) -> Numbers:
    answers = vacancy.applications.aggregate(
        all=Count("pk"), waiting=Count("pk", filter=Q(status=ApplicationStatus.NEW))
    )
    matches = vacancy.matches.filter(is_current=True).count()
    return Numbers(matches, answers["all"], answers["waiting"])


def past_closing(today: date) -> QuerySet[Vacancy]:
    """Open and paused vacancies whose closing date has passed."""
    return Vacancy.objects.filter(status__in=LIVE, closes_on__lt=today).order_by("pk")


def closing_within(today: date, term: timedelta) -> QuerySet[Vacancy]:
    """Open vacancies that close between today and the end of the term."""
    last = today + term
    return (
        Vacancy.objects.open()
        .filter(closes_on__gte=today, closes_on__lte=last)
        .select_related("institution")
        .order_by("pk")
    )


def colleagues_to_tell(vacancy: Vacancy) -> list[User]:
    """Active recruiters and owners of the school, the author first."""
    members = Membership.objects.active().filter(
        institution=vacancy.institution_id, role__in=[Role.OWNER, Role.RECRUITER]
    )
    users = [member.user for member in members.select_related("user").order_by("pk")]
    return sorted(users, key=lambda user: user.pk != vacancy.created_by_id)


def usable_locations(institution: Institution) -> QuerySet[Location]:
    """The school's locations that can be chosen."""
    return institution.locations.filter(is_closed=False).select_related("place")


def domains() -> QuerySet[Domain]:
    return Domain.objects.order_by("name_nl", "pk")


def _counted(rows: QuerySet) -> Coalesce:  # type: ignore[type-arg]
    counted = (
        rows.filter(vacancy=OuterRef("pk"))
        .order_by()
        .values("vacancy")
        .annotate(number=Count("pk"))
        .values("number")
    )
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
