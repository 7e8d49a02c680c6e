"""What people are told: a professional of each match once, HR of how many fit, never of whom."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.enums import Category
from accounts.models import Notice
from accounts.notifications.registry import Link, NoticeItem, NoticeKind, Reason
from portal.kit.day_words import day_parts_text
from portal.kit.templatetags.ui import km
from vacancies.enums import MatchState
from vacancies.matching import queries
from vacancies.matching.explanation import Explanation
from vacancies.matching.fair import AT_ONCE_A_DAY, shared
from vacancies.models import Match, Vacancy

REASONS: Final = 3


@dataclass(frozen=True)
class MatchItem(NoticeItem):
    """A match in words; the school is named in the subject of a mail."""

    school: str = ""
    institution_id: int = 0
    place: tuple[float, ...] = ()


class OfMatch(NoticeKind):
    """About one match of the reader; no longer true when the pair no longer fits."""

    def words(self, notices: Sequence[Notice]) -> list[NoticeItem]:
        keys = [notice.facts["match"] for notice in notices]
        rows = Match.objects.filter(pk__in=keys, is_current=True)
        rows = rows.exclude(state=MatchState.DISMISSED).select_related("vacancy__institution")
        matches = rows.prefetch_related("vacancy__locations__place").in_bulk()
        explained = queries.explain_many(matches.values())
        return [
            self.item(notice, matches[pk], explained[pk])
            for notice in notices
            if (pk := notice.facts["match"]) in matches
        ]

    def item(self, notice: Notice, match: Match, explanation: Explanation) -> NoticeItem:
        vacancy = match.vacancy
        return MatchItem(
            notice_id=notice.pk,
            title=vacancy.title,
            url=vacancy.get_absolute_url(),
            lines=(_where(vacancy, explanation), self.standing(match)),
            asked=explanation.asked_mask,
            free=explanation.free_mask,
            reasons=tuple(Reason(one.state, one.text) for one in explanation.best(REASONS)),
            action=_("View the vacancy"),
            links=(
                Link(_("Not for me"), reverse("match_dismiss", args=[match.pk])),
                Link(_("Why did I get this?"), reverse("my_match", args=[match.pk])),
            ),
            rank=match.score,
            school=vacancy.institution.name,
            institution_id=vacancy.institution_id,
            place=_place_in_line(match),
        )

    def arranged(self, items: Sequence[NoticeItem]) -> list[NoticeItem]:
        """By score, then the newest vacancy, then number; and no school drowns the others."""
        matches = [item for item in items if isinstance(item, MatchItem)]
        matches.sort(key=lambda item: item.place)
        return [*shared(matches, of=lambda item: item.institution_id)]

    def standing(self, match: Match) -> str:
        return _("Score: %(score)d out of 100.") % {"score": match.score}

    def subject(self, items: Sequence[NoticeItem]) -> str:
        first, more = items[0], len(items) - 1
        school = first.school if isinstance(first, MatchItem) else ""
        named = {"title": first.title, "school": school, "count": more}
        if not more:
            return _("%(title)s, %(school)s") % named
        return (
            ngettext(
                "%(title)s, %(school)s, and %(count)d more",
                "%(title)s, %(school)s, and %(count)d more",
                more,
            )
            % named
        )

    def more_url(self) -> str:
        return reverse("my_matches")


class NewMatches(OfMatch):
    key = "new_matches"
    category = Category.MATCH
    weight = 10
    at_once_a_day = AT_ONCE_A_DAY

    def intro(self, items: Sequence[NoticeItem]) -> str:
        return ngettext(
            "This vacancy fits your week and your trade.",
            "%(count)d vacancies fit your week and your trade.",
            len(items),
        ) % {"count": len(items)}


class Invitation(OfMatch):
    key = "invitation"
    category = Category.ANSWER
    weight = 20

    def item(self, notice: Notice, match: Match, explanation: Explanation) -> NoticeItem:
        """Who is asked with others hears of the own day-parts alone."""
        item = super().item(notice, match, explanation)
        part = int(notice.facts.get("part", 0))
        if not part:
            return item
        yours = _("Your part: %(day_parts)s. Others do the rest.")
        line = yours % {"day_parts": day_parts_text(part)}
        return replace(item, lines=(*item.lines, line), asked=part)

    def standing(self, match: Match) -> str:
        return _("This school would like to get to know you. It does not see your name yet.")

    def subject(self, items: Sequence[NoticeItem]) -> str:
        first = items[0]
        school = first.school if isinstance(first, MatchItem) else ""
        return _("%(school)s invites you: %(title)s") % {"school": school, "title": first.title}

    def intro(self, items: Sequence[NoticeItem]) -> str:
        return _("A school read your profile without your name and invites you.")


class NewCandidates(NoticeKind):
    key = "new_candidates"
    category = Category.MATCH
    weight = 5

    def words(self, notices: Sequence[Notice]) -> list[NoticeItem]:
        vacancies = Vacancy.objects.open().in_bulk([one.facts["vacancy"] for one in notices])
        counts = queries.new_on(vacancies)
        items = []
        for notice in notices:
            vacancy = vacancies.get(notice.facts["vacancy"])
            new = counts.get((notice.facts["vacancy"], date.fromisoformat(notice.facts["on"])), 0)
            if vacancy and new:
                items.append(self.item(notice, vacancy, new))
        return items

    def item(self, notice: Notice, vacancy: Vacancy, new: int) -> NoticeItem:
        return NoticeItem(
            notice_id=notice.pk,
            title=ngettext(
                "%(count)d new professional fits: %(title)s",
                "%(count)d new professionals fit: %(title)s",
                new,
            )
            % {"count": new, "title": vacancy.title},
            url=reverse("candidates", args=[vacancy.code]),
            lines=(_("You see what they can and when. A name comes with a yes."),),
            action=_("View who fits"),
            rank=new,
        )

    def more_url(self) -> str:
        return reverse("school_vacancies")


KINDS: Final = (NewMatches, Invitation, NewCandidates)


def _place_in_line(match: Match) -> tuple[float, ...]:
    """What orders matches everywhere: score, freshness of the vacancy, number."""
    opened = match.vacancy.published_at
    return -match.score, -opened.timestamp() if opened else 0.0, match.pk


def _where(vacancy: Vacancy, explanation: Explanation) -> str:
    places = dict.fromkeys(location.place.name for location in vacancy.locations.all())
    parts = [vacancy.institution.name, *places]
    if explanation.distance_m is not None:
        parts.append(km(explanation.distance_m))
    return f"{', '.join(parts)}."
