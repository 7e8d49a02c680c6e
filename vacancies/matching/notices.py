"""What people are told: a professional of each match once, HR of how many fit, never of whom.

Who is told stands in `told`; here is how it reads. A mail may cost less than half a millisecond:
what all items share is worded once, and only the best one of a reader has its reasons.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, NamedTuple

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from accounts.enums import Category
from accounts.models import Domain
from accounts.notifications.registry import (
    IN_A_MAIL,
    Link,
    Noted,
    NoticeItem,
    NoticeKind,
    Reason,
    Section,
)
from portal.kit.day_words import day_parts_text
from vacancies.matching import queries, short
from vacancies.matching.fair import AT_ONCE_A_DAY, shared
from vacancies.matching.grouping import Group, parted
from vacancies.matching.short import Short
from vacancies.matching.tokens import Answer, front, pass_for
from vacancies.matching.words import short as words
from vacancies.matching.words.since import changed
from vacancies.models import Vacancy


class Labels(NamedTuple):
    """What all items say alike."""

    view: str
    yes: str
    no: str
    why: str
    matches: str
    front: str
    language: str | None


@dataclass(slots=True)
class MatchItem(NoticeItem):
    """A match in words; the school is named in the subject of a mail."""

    school: str = ""
    institution_id: int = 0
    place: tuple[float, ...] = ()
    group: Group = Group.FITS


class OfMatch(NoticeKind):
    """About one match of the reader; no longer true when the pair no longer fits."""

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        matches = short.current([notice.facts["match"] for notice in notices])
        pairs = [(one, matches[pk]) for one in notices if (pk := one.facts["match"]) in matches]
        labels, best = _labels(), _best(pairs)
        domains = {one.bit: str(one) for one in Domain.objects.all()} if best else {}
        items = []
        for notice, match in pairs:
            is_best = best[notice.recipient_id] == match.place
            why = words.reasons(match, domains, labels.language) if is_best else ()
            items.append(self.item(notice, match, labels, tuple(Reason(*one) for one in why)))
        return items

    def item(
        self, notice: Noted, match: Short, labels: Labels, reasons: tuple[Reason, ...]
    ) -> NoticeItem:
        vacancy = match.vacancy
        return MatchItem(
            notice_id=notice.pk,
            title=vacancy.title,
            url=vacancy.path,
            lines=(
                *_since(notice, match),
                words.where(match, labels.language),
                self.standing(match, labels),
            ),
            asked=vacancy.asked,
            free=match.person.free,
            reasons=reasons,
            action=labels.view,
            links=_links(match, labels),
            rank=match.score,
            school=vacancy.school,
            institution_id=vacancy.institution_id,
            place=match.place,
            group=match.group,
        )

    def arranged(self, items: Sequence[NoticeItem]) -> list[NoticeItem]:
        """By score, then the newest vacancy, then number; and no school drowns the others."""
        matches = [item for item in items if isinstance(item, MatchItem)]
        matches.sort(key=lambda item: item.place)
        return [*shared(matches, of=lambda item: item.institution_id)]

    def standing(self, match: Short, labels: Labels) -> str:
        return words.score(match.score, labels.language)

    def subject(self, items: Sequence[NoticeItem]) -> str:
        first, more = items[0], len(items) - 1
        school = first.school if isinstance(first, MatchItem) else ""
        named = {"title": first.title, "school": school, "count": more}
        return words.subject(more, get_language()) % named

    def more_url(self) -> str:
        return reverse("my_matches")


class NewMatches(OfMatch):
    key = "new_matches"
    category = Category.MATCH
    weight = 10
    at_once_a_day = AT_ONCE_A_DAY

    def intro(self, items: Sequence[NoticeItem]) -> str:
        return words.intro(len(items), get_language())

    def sections(self, items: Sequence[NoticeItem]) -> list[Section]:
        """The best one in full, then at most nine more in groups by why they are worth a mail."""
        matches = [item for item in items[:IN_A_MAIL] if isinstance(item, MatchItem)]
        (group, (first, *rest)), *others = parted(matches, by=lambda item: item.group).items()
        language = get_language()
        lead = f"{words.heading(group, language)}." if group != Group.FITS else ""
        also = words.also(group, language)
        made = [Section(self.intro(items), first, also, tuple(rest), lead=lead)]
        made += [
            Section(heading=words.heading(one, language), others=tuple(part))
            for one, part in others
        ]
        if left := len(items) - IN_A_MAIL if len(items) > IN_A_MAIL else 0:
            made[-1] = replace(made[-1], more=self.more_link(left))
        return made


class Invitation(OfMatch):
    key = "invitation"
    category = Category.ANSWER
    weight = 20

    def item(
        self, notice: Noted, match: Short, labels: Labels, reasons: tuple[Reason, ...]
    ) -> NoticeItem:
        """Who is asked with others hears of the own day-parts alone."""
        item = super().item(notice, match, labels, reasons)
        part = int(notice.facts.get("part", 0))
        if not part:
            return item
        yours = _("Your part: %(day_parts)s. Others do the rest.")
        line = yours % {"day_parts": day_parts_text(part)}
        return replace(item, lines=(*item.lines, line), asked=part)

    def standing(self, match: Short, labels: Labels) -> str:
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

    def words(self, notices: Sequence[Noted]) -> list[NoticeItem]:
        vacancies = Vacancy.objects.open().in_bulk([one.facts["vacancy"] for one in notices])
        counts = queries.new_on(vacancies)
        items = []
        for notice in notices:
            vacancy = vacancies.get(notice.facts["vacancy"])
            new = counts.get((notice.facts["vacancy"], date.fromisoformat(notice.facts["on"])), 0)
            if vacancy and new:
                items.append(self.item(notice, vacancy, new))
        return items

    def item(self, notice: Noted, vacancy: Vacancy, new: int) -> NoticeItem:
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


YES, NO = Answer.YES.value, Answer.NO.value
KINDS: Final = (NewMatches, Invitation, NewCandidates)


def _labels() -> Labels:
    return Labels(
        _("View the vacancy"),
        _("Yes, this fits"),
        _("No, not for me"),
        _("Why did I get this?"),
        reverse("my_matches"),
        front(),
        get_language(),
    )


def _links(match: Short, labels: Labels) -> tuple[Link, ...]:
    """Whether it is relevant, as long as nobody said yes to the school; and why it came."""
    why = Link(labels.why, f"{labels.matches}{match.pk}/")
    if not match.is_open:
        return (why,)
    opening = pass_for(match.pk)
    return (
        Link(labels.yes, f"{labels.front}{YES}.{opening}/"),
        Link(labels.no, f"{labels.front}{NO}.{opening}/"),
        why,
    )


def _best(pairs: Sequence[tuple[Noted, Short]]) -> dict[int, tuple[float, ...]]:
    """The place of the match that opens the mail of each reader."""
    best: dict[int, tuple[float, ...]] = {}
    for notice, match in pairs:
        known = best.get(notice.recipient_id)
        if known is None or match.place < known:
            best[notice.recipient_id] = match.place
    return best


def _since(notice: Noted, match: Short) -> tuple[str, ...]:
    """What changed since the reader heard of it; nothing for who looked after the last change."""
    then = notice.facts.get("since") or notice.facts.get("terms", "")
    if not then or then == match.vacancy.terms:
        return ()
    seen_at = match.seen_at
    if seen_at and seen_at >= match.vacancy.updated_at:
        return ()
    line = changed(then, match.vacancy.terms, match.vacancy.places, seen=seen_at is not None)
    return (line,) if line else ()
