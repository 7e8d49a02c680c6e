"""What somebody's answers taught, in sentences: on the page after a no, and with the mail choices."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest

from accounts.models import Domain, Professional
from accounts.notifications.hooks import Panel
from vacancies.enums import DismissReason
from vacancies.matching import silence
from vacancies.matching.words.case import small
from vacancies.matching.words.rules import rule
from vacancies.models import Muting

ORDER = 20


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule with the vacancy and the reason it came from."""

    muting: Muting
    text: str
    reason: str


def sentence_of(muting: Muting) -> str:
    """What this rule changes."""
    return _sentences([muting])[0]


def lines_of(professional: Professional) -> list[RuleLine]:
    """The rules that count today, the last one first."""
    rows = silence.active([professional.pk]).select_related("match__vacancy").order_by("-pk")
    mutings = list(rows)
    return [
        RuleLine(muting, text, small(DismissReason(muting.reason).label))
        for muting, text in zip(mutings, _sentences(mutings), strict=True)
    ]


def panel(request: HttpRequest) -> Panel | None:
    """For the page on which somebody chooses mail; nothing for who has no rules."""
    professional = Professional.objects.filter(user=request.user.pk).first()
    lines = lines_of(professional) if professional else []
    return Panel(ORDER, "vacancies/matching/_mail_rules.html", {"lines": lines}) if lines else None


def _sentences(mutings: Sequence[Muting]) -> list[str]:
    named = any(muting.domains_mask for muting in mutings)
    domains = {one.bit: str(one) for one in Domain.objects.all()} if named else {}
    return [rule(muting, domains) for muting in mutings]
