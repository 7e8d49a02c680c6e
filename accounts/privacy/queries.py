from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import Model, QuerySet
from django.urls import reverse

from accounts.enums import Role
from accounts.identity import queries as identity
from accounts.models import (
    AuditEvent,
    Availability,
    Consent,
    Credential,
    CredentialCheck,
    Invitation,
    Mail,
    Membership,
    Notice,
    NoticePreference,
    Professional,
    ProfileView,
    RouteAnswers,
    User,
)
from accounts.organisations import queries as organisations
from accounts.privacy.classification import TABLE
from accounts.privacy.registry import Row, sections
from portal.kit import dayparts


def views_of(professional: Professional) -> QuerySet[ProfileView]:
    """Which schools looked at a profile, the latest first."""
    return professional.views.select_related("institution")


def consents_of(user: User) -> QuerySet[Consent]:
    """Every yes and when it was taken back, the latest first."""
    return user.consents.all()


def is_last_owner(user: User) -> bool:
    """Whether colleagues would be left behind without an owner; the owners are held."""
    membership = Membership.objects.owners().filter(user=user).first()
    if membership is None:
        return False
    organisations.hold_owners(membership.institution_id)
    others = (
        Membership.objects.active().filter(institution=membership.institution).exclude(user=user)
    )
    return others.exists() and not others.filter(role=Role.OWNER).exists()


def download(user: User) -> dict[str, Any]:
    """All that is kept about a person, as `classification` says; features above add theirs."""
    professional = identity.professional_of(user)
    own: dict[str, Any] = {
        "account": rows_of([user])[0],
        "memberships": rows_of(Membership.objects.filter(user=user)),
        "invitations_sent": rows_of(Invitation.objects.filter(invited_by=user)),
        "consents": rows_of(consents_of(user)),
        "mail_preferences": rows_of(NoticePreference.objects.filter(user=user)),
        "messages": rows_of(Notice.objects.filter(recipient=user)),
        "mails": _mails(user),
        "what_i_did": rows_of(AuditEvent.objects.filter(actor=user)),
    }
    if professional is not None:
        own["profile"] = _profile(professional)
        own["who_looked"] = rows_of(views_of(professional))
        own |= _papers(professional)
    return own | sections.of(user)


def rows_of(rows: Iterable[Model]) -> list[Row]:
    """The exported fields of rows; what they point to by its name."""
    return [_row(row) for row in rows]


def _profile(professional: Professional) -> Row:
    week = Availability.objects.filter(professional=professional).first()
    names = [dayparts.name(bit) for bit in dayparts.bits_of(week.day_parts_mask if week else 0)]
    masks = {
        "functions": professional.functions,
        "employment_forms": professional.employment_forms,
        "free_day_parts": names,
    }
    return _row(professional) | masks


def _mails(user: User) -> list[Row]:
    """Mails with what they said, as long as that is kept."""
    mails = Mail.objects.filter(recipient=user, is_secret=False).select_related("words")
    return [_row(mail) | (_row(mail.words) if hasattr(mail, "words") else {}) for mail in mails]


def _papers(professional: Professional) -> dict[str, list[Row]]:
    """Papers with the address of each file, who saw them, and what was told besides."""
    papers = Credential.objects.filter(professional=professional)
    checks = CredentialCheck.objects.filter(credential__professional=professional)
    return {
        "papers": [_row(paper) | {"file": _file_url(paper)} for paper in papers],
        "papers_seen": rows_of(checks.select_related("credential", "institution")),
        "answers_about_routes": rows_of(RouteAnswers.objects.filter(professional=professional)),
    }


def _file_url(paper: Credential) -> str:
    path = reverse("credential_file", args=[paper.public_id])
    return settings.SITE_URL + path if paper.file else ""


def _row(row: Model) -> Row:
    names = TABLE[row._meta.label_lower].exported.split()
    return {name: _value(row, name) for name in names}


def _value(row: Model, name: str) -> object:
    field = row._meta.get_field(name)
    value = getattr(row, name)
    if field.many_to_many:
        return [str(item) for item in value.all()]
    return str(value) if field.is_relation and value is not None else value
