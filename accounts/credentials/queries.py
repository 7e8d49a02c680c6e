from collections.abc import Iterable
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet

from accounts.credentials import calendar
from accounts.credentials.registry import readers
from accounts.identity import queries as identity
from accounts.identity.permissions import Permission, allows
from accounts.models import (
    AuditEvent,
    Credential,
    CredentialCheck,
    Institution,
    Professional,
    RouteAnswers,
    User,
)

READ = "credential.read"


def papers_of(professional: Professional) -> QuerySet[Credential]:
    """Everything somebody keeps here, with which school saw it."""
    return professional.credentials.prefetch_related("checks__institution")


def answers_of(professional: Professional) -> RouteAnswers:
    """What somebody told besides papers; nothing told while there is no row."""
    rows = RouteAnswers.objects.filter(professional=professional)
    return rows.first() or RouteAnswers(professional=professional)


def papers_shown_to(institution: Institution) -> QuerySet[Credential]:
    """The papers of those who said yes to this school."""
    return Credential.objects.filter(readers.of(institution)).select_related("professional__user")


def checks_by(institution: Institution, professional: Professional) -> dict[int, CredentialCheck]:
    """What this school found itself, by the key of the paper."""
    rows = CredentialCheck.objects.filter(
        institution=institution, credential__professional=professional
    )
    return {row.credential_id: row for row in rows.select_related("seen_by")}


def files_shown_to(institution: Institution) -> QuerySet[Credential]:
    """Papers with a file of those who said yes to this school."""
    return papers_shown_to(institution).exclude(file="")


def may_check(user: User, institution: Institution, credential: Credential) -> bool:
    """Whether this colleague may note for this school what was found."""
    return (
        _decides_for(user, institution)
        and papers_shown_to(institution).filter(pk=credential.pk).exists()
    )


def may_record(user: User, institution: Institution, professional: Professional) -> bool:
    """Whether this colleague may record for this school what somebody obtained with it."""
    return _decides_for(user, institution) and readers.reads(institution, professional)


def _decides_for(user: User, institution: Institution) -> bool:
    membership = identity.membership_of(user)
    return (
        membership is not None
        and membership.is_active
        and membership.institution_id == institution.pk
        and allows(membership.role, Permission.APPLICATION_DECIDE)
    )


def reads_of(papers: Iterable[Credential]) -> QuerySet[AuditEvent]:
    """When schools fetched a file of these papers, the latest first."""
    keys = [paper.pk for paper in papers]
    return AuditEvent.objects.filter(
        target_type=Credential._meta.label_lower, target_id__in=keys, verb=READ
    )


def names_of(institutions: Iterable[int]) -> dict[int, str]:
    """The names of these schools."""
    return dict(Institution.objects.filter(pk__in=institutions).values_list("pk", "name"))


def locked(credential: Credential) -> Credential:
    """The same row, held until the end of the transaction; its person is held before it, as by
    everybody who follows what papers say."""
    Professional.objects.select_for_update(of=("self",)).get(pk=credential.professional_id)
    return (
        Credential.objects.select_for_update(of=("self",))
        .select_related("professional__user")
        .get(pk=credential.pk)
    )


def require_owner(professional: Professional, by: User) -> None:
    """Raises PermissionDenied to everybody else, moderators too."""
    if professional.user_id != by.pk:
        raise PermissionDenied


def running_out(today: date) -> list[Credential]:
    """Papers whose last day is at most three months ahead, of people who can be told."""
    rows = Credential.objects.filter(
        valid_until__gte=today,
        valid_until__lte=calendar.plus_months(today, 4),
        professional__user__is_active=True,
    ).select_related("professional")
    return [row for row in rows if row.valid_until and calendar.term_due(row.valid_until, today)]


def by_pk(keys: Iterable[int]) -> dict[int, Credential]:
    return {row.pk: row for row in Credential.objects.filter(pk__in=set(keys))}


def addresses_of(user: User) -> list[str]:
    """Where the files of somebody are stored."""
    rows = Credential.objects.filter(professional__user=user).exclude(file="")
    return list(rows.values_list("file", flat=True))
