"""The papers as their owner's list shows them: when each runs out, and which school saw it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.credentials import calendar, queries
from accounts.credentials.registry import vog_term
from accounts.enums import CredentialKind
from accounts.models import Credential, CredentialCheck
from portal.kit.templatetags.ui import day


@dataclass(frozen=True)
class Ending:
    """Until when a paper can be used, in words; `state` as in `components/reasons.html`."""

    state: str
    text: str


@dataclass(frozen=True)
class Read:
    """A school fetched the file."""

    school: str
    at: datetime


@dataclass(frozen=True)
class Row:
    """One paper with all that is known about it."""

    paper: Credential
    ending: Ending | None
    checks: tuple[CredentialCheck, ...]
    reads: tuple[Read, ...]

    @property
    def kind(self) -> str:
        """What it is, where the title does not say so already."""
        says = not self.paper.field or self.paper.kind == CredentialKind.TRADE_CERTIFICATE
        return "" if says else self.paper.get_kind_display()

    @property
    def is_used(self) -> bool:
        return bool(self.checks or self.reads)


def rows_of(papers: Iterable[Credential], today: date | None = None) -> list[Row]:
    """The rows of a list, in a constant number of queries."""
    papers, today = list(papers), today or timezone.localdate()
    reads = _reads_of(papers)
    return [
        Row(paper, ending_of(paper, today), tuple(paper.checks.all()), reads.get(paper.pk, ()))
        for paper in papers
    ]


def ending_of(paper: Credential, today: date) -> Ending | None:
    """When a paper runs out; None when it does not, or nobody told."""
    if paper.kind == CredentialKind.VOG:
        return _ending_of_vog(paper, today)
    last = paper.valid_until
    if last is None:
        return None
    if last < today:
        return Ending("missing", _("Ran out on %(day)s.") % {"day": day(last)})
    if calendar.term_due(last, today):
        told = {"day": day(last), "left": _left((last - today).days)}
        return Ending("partly", _("Runs out on %(day)s, %(left)s.") % told)
    return Ending("met", _("Valid until %(day)s.") % {"day": day(last)})


def _ending_of_vog(paper: Credential, today: date) -> Ending | None:
    months = vog_term.on(today)
    if months is None or paper.issued_on is None:
        return None
    last = calendar.plus_months(paper.issued_on, months)
    if today <= last:
        text = _("You can show it to a new school until %(day)s.")
        return Ending("met", text % {"day": day(last)})
    text = _("Too old for a new school since %(day)s. A school that saw it in time may keep to it.")
    return Ending("partly", text % {"day": day(last)})


def _left(days: int) -> str:
    if days == 0:
        return _("today")
    if days < 14:
        return ngettext("in %(count)d day", "in %(count)d days", days) % {"count": days}
    weeks = days // 7
    return ngettext("in %(count)d week", "in %(count)d weeks", weeks) % {"count": weeks}


def _reads_of(papers: list[Credential]) -> dict[int, tuple[Read, ...]]:
    """Each school once a paper, with the last time."""
    events = list(queries.reads_of(papers))
    names = queries.names_of({event.detail["institution"] for event in events})
    latest: dict[int, dict[str, Read]] = {}
    for event in events:
        school = names.get(event.detail["institution"], "")
        latest.setdefault(event.target_id, {}).setdefault(school, Read(school, event.at))
    return {paper: tuple(schools.values()) for paper, schools in latest.items()}
