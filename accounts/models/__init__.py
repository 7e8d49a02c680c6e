"""The shared vocabulary of people and organisations, one file an aggregate."""

from accounts.models.audit import AuditEvent
from accounts.models.availability import Availability
from accounts.models.credential import Credential, CredentialCheck, RouteAnswers
from accounts.models.notification import (
    Mail,
    MailPace,
    MailReceipt,
    MailRhythm,
    MailWords,
    News,
    Notice,
    NoticePreference,
)
from accounts.models.organisation import Institution, Invitation, Location, MailDomain, Membership
from accounts.models.place import Place
from accounts.models.privacy import Consent, ProfileView
from accounts.models.professional import Professional, ProfessionalCompetence
from accounts.models.taxonomy import Competence, Domain
from accounts.models.user import User

__all__ = [
    "AuditEvent",
    "Availability",
    "Competence",
    "Consent",
    "Credential",
    "CredentialCheck",
    "Domain",
    "Institution",
    "Invitation",
    "Location",
    "Mail",
    "MailDomain",
    "MailPace",
    "MailReceipt",
    "MailRhythm",
    "MailWords",
    "Membership",
    "News",
    "Notice",
    "NoticePreference",
    "Place",
    "Professional",
    "ProfessionalCompetence",
    "ProfileView",
    "RouteAnswers",
    "User",
]
