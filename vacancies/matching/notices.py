"""What people are told: a professional of each match once, HR of how many fit, never of whom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from typing import Final

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.enums import Category
from accounts.identity.permissions import ROLES, Permission
from accounts.models import Membership, Notice
from accounts.notifications.actions import NoticeRow, notify, notify_many
from accounts.notifications.actions import tell_again as renew
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


def tell_of(matches: QuerySet[Match]) -> int:
    """Notices for matches that nobody was told of, for both sides; the matches become told."""
    rows = list(
        matches.order_by("pk").values_list(
            "pk", "professional__user_id", "vacancy_id", "vacancy__institution_id"
        )
    )
    notify_many(
        "new_matches",
        (
            NoticeRow(
                recipient_id=user,
                dedupe=f"new_matches:{pk}",
                target=f"match:{pk}",
                facts={"match": pk, "school": school},
                institution_id=None,
            )
            for pk, user, _vacancy, school in rows
        ),
    )
    _tell_schools({(vacancy, school) for _pk, _user, vacancy, school in rows})
    return len(rows)


def tell_again(matches: QuerySet[Match]) -> int:
    """Who was told of a pair that lapsed before any mail or look told it hears of it after all."""
    back = matches.filter(
        is_current=True, state=MatchState.NOTIFIED, lapses__until_at__isnull=False
    )
    keys = back.order_by("pk").values_list("pk", flat=True).distinct()
    return renew(NewMatches.key, targets=[f"match:{pk}" for pk in keys])


def invited(match: Match, part_mask: int = 0) -> None:
    """Tell the professional, once a match; of a team only the own part."""
    notify(
        "invitation",
        to=match.professional.user,
        dedupe=f"invitation:{match.pk}",
        target=f"match:{match.pk}",
        facts={"match": match.pk} | ({"part": part_mask} if part_mask else {}),
    )


def _tell_schools(vacancies: Iterable[tuple[int, int]]) -> None:
    """One notice a day for each vacancy and colleague; it counts when it is read."""
    today = timezone.localdate().isoformat()
    pairs = sorted(vacancies)
    roles = [role for role, may in ROLES.items() if Permission.CANDIDATE_SEE in may]
    members = Membership.objects.active().filter(
        role__in=roles, institution__in={school for _vacancy, school in pairs}
    )
    recipients = members.order_by("pk").values_list("institution_id", "user_id")
    notify_many(
        "new_candidates",
        (
            NoticeRow(
                recipient_id=user,
                dedupe=f"new_candidates:{vacancy}:{today}:{user}",
                target=f"vacancy:{vacancy}",
                facts={"vacancy": vacancy, "on": today},
                institution_id=school,
            )
            for (vacancy, school), (employer, user) in product(pairs, recipients)
            if school == employer
        ),
    )


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
