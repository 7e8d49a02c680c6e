"""A real improvement of a vacancy is told once to who fits it and heard of it before."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.enums import Category, NoticeState
from accounts.models import Notice
from accounts.notifications.actions import NoticeRow, notify_many
from accounts.notifications.registry import Noted, NoticeItem, Reason
from vacancies.enums import MatchState
from vacancies.matching import silence
from vacancies.matching.notices import Labels, OfMatch
from vacancies.matching.short import Short
from vacancies.models import Match
from vacancies.posting.better import Better, Improved, read

KIND: Final = "better_terms"
HEARD: Final = (MatchState.NOTIFIED, MatchState.SEEN)


class BetterTerms(OfMatch):
    key = KIND
    category = Category.MATCH
    weight = 9

    def item(
        self, notice: Noted, match: Short, labels: Labels, reasons: tuple[Reason, ...]
    ) -> NoticeItem:
        """What got better stands first."""
        item = super().item(notice, match, labels, reasons)
        return replace(item, lines=(*(said(code) for code in notice.facts["better"]), *item.lines))

    def intro(self, items: Iterable[NoticeItem]) -> str:
        return _("You knew this vacancy. It got better.")


def said(code: str) -> str:
    """An improvement in a sentence."""
    what, value = read(code)
    if what == Better.PAY:
        return _("The pay goes up to scale %(scale)s now.") % {"scale": value}
    number = int(value)
    if what == Better.DAY_PARTS:
        return ngettext(
            "%(n)d day-part is enough now.", "%(n)d day-parts are enough now.", number
        ) % {"n": number}
    if not number:
        return _("No day-part is fixed any more.")
    return ngettext(
        "Only %(n)d day-part is fixed now.", "Only %(n)d day-parts are fixed now.", number
    ) % {"n": number}


def tell(change: Improved) -> int:
    """Tell who heard before it got better, unless that mail still has to go. How many."""
    heard = Match.objects.filter(
        vacancy=change.vacancy, is_current=True, state__in=HEARD, notified_at__lt=change.since
    )
    silent = silence.silenced(heard)
    rows = heard.order_by("pk").select_related("professional")
    matches = [match for match in rows if match.pk not in silent]
    known = _known({f"match:{match.pk}" for match in matches})
    notices = [
        NoticeRow(
            recipient_id=match.professional.user_id,
            dedupe=f"{KIND}:{match.pk}:{'+'.join(news)}",
            target=f"match:{match.pk}",
            facts={"match": match.pk, "better": news},
        )
        for match in matches
        if (told := known[f"match:{match.pk}"]) is not None
        and (news := [code for code in change.codes if code not in told])
    ]
    notify_many(KIND, notices)
    return len(notices)


def _known(targets: set[str]) -> dict[str, set[str] | None]:
    """What each heard of improvements; None where a message waits, that will say how it is now."""
    found: dict[str, set[str] | None] = defaultdict(set)
    for notice in Notice.objects.filter(target__in=targets):
        told = found[notice.target]
        if notice.state == NoticeState.WAITING:
            found[notice.target] = None
        elif told is not None:
            told.update(notice.facts.get("better", []))
    return found
