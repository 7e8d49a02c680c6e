"""Letters of the gallery to people without an account, posted as the site does it; rolled back."""

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from django.utils import timezone

from accounts.enums import Role
from accounts.models import Invitation, Membership
from accounts.organisations.notices import post_invitation
from accounts.organisations.queries import recruiters
from vacancies.employers import letters as employers
from vacancies.models import Application, EmployerRequest, Opinion
from vacancies.selection.notices import QUESTION, post_question

TERM: Final = timedelta(days=14)
ADDRESS: Final = "iemand@school.example"
LINK: Final = "voorbeeld"


def _invitation(language: str) -> None:
    for owner in Membership.objects.filter(role=Role.OWNER).select_related("user", "institution")[
        :1
    ]:
        owner.user.language = language
        row = Invitation(
            institution=owner.institution,
            email=ADDRESS,
            role=Role.RECRUITER,
            token=LINK,
            invited_by=owner.user,
            expires_at=timezone.now() + TERM,
        )
        row.save()
        post_invitation(row)


def _question(language: str) -> None:
    for application in Application.objects.select_related("vacancy__institution")[:1]:
        for asker in recruiters(application.vacancy.institution)[:1]:
            asker.language = language
            row = Opinion(application=application, email=ADDRESS, token_digest=LINK, asked_by=asker)
            row.expires_at = timezone.now() + TERM
            row.save()
            post_question(row, LINK)


def _employer(_language: str) -> None:
    """Always in Dutch: nobody knows yet what the reader speaks."""
    for row in EmployerRequest.objects.exclude(contact_email="")[:1]:
        employers.ask(row)


POSTED: Final[dict[str, Callable[[str], None]]] = {
    "invitation_of_colleague": _invitation,
    "employer": _employer,
    QUESTION: _question,
}
