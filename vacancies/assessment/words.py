"""What the hours guard found, and what happened, in words. The words of verdicts are elsewhere."""

from collections.abc import Iterable, Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vacancies.routes.hours import Finding

Words = str | Promise

EVENTS: Final[Mapping[str, Words]] = {
    "suitability.recorded": _("A school recorded what it decided"),
    "hours.planned": _("A school planned hours"),
    "hours.changed": _("A school changed planned hours"),
    "hours.cancelled": _("A school took planned hours back"),
}

TO_SCHOOL: Final[Mapping[Finding, Words]] = {
    Finding.OVER_BUDGET: _("These hours are more than the year has room for. Plan fewer."),
    Finding.WEEK_OVER_AVERAGE: _(
        "In the busiest week this is more than the average. That may be: the year counts."
    ),
    Finding.HOURS_ELSEWHERE: _(
        "This person plans hours at another school too. Ask about them: whether they count"
        " together is not clear in the law."
    ),
}


def to_school(findings: Iterable[Finding]) -> list[Words]:
    """What HR hears; never how many hours another school has."""
    found = set(findings)
    return [words for finding, words in TO_SCHOOL.items() if finding in found]
