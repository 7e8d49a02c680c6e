from datetime import date

from django.utils import timezone

from accounts.credentials.calendar import plus_months
from accounts.credentials.registry import vog_term
from accounts.enums import CredentialKind
from accounts.models import Credential


def last_day_to_show(paper: Credential) -> date | None:
    """Until when a VOG could be shown to a school; None for other papers."""
    if paper.kind != CredentialKind.VOG or paper.issued_on is None:
        return None
    months = vog_term.on(timezone.localdate())
    return plus_months(paper.issued_on, months) if months else None
