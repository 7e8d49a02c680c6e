from datetime import date
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.credentials.calendar import plus_months
from accounts.credentials.registry import vog_term
from accounts.enums import CredentialKind
from accounts.models import Credential
from vacancies.routes.book import rule_book
from vacancies.routes.words.voice import spoken

COUNTS: Final = _(
    "A VOG counts when your school sees it within %(vog_max_age_at_showing)s after its issue."
    " Once accepted it stays so until the work here is interrupted. Look at it and give it back:"
    " no file and no result is kept."
)


def when_it_counts() -> str:
    """What the law asks of a VOG, for the colleague who looks at one."""
    return spoken(COUNTS, rule_book(), timezone.localdate())


def last_day_to_show(paper: Credential) -> date | None:
    """Until when a VOG could be shown to a school; None for other papers."""
    if paper.kind != CredentialKind.VOG or paper.issued_on is None:
        return None
    months = vog_term.on(timezone.localdate())
    return plus_months(paper.issued_on, months) if months else None
