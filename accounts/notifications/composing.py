"""What notices say: worded by their kinds, put together as the letters of mails."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Final

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import translation
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from accounts.enums import Category, Frequency
from accounts.models import Mail, Notice
from accounts.notifications import bulk, registry, tokens, wishes
from accounts.notifications.letters import Letter, greeting_for
from accounts.notifications.registry import Link, Noted, NoticeItem
from accounts.notifications.tokens import About
from accounts.notifications.wishes import DEFAULTS, Choice, Choices
from portal.kit.day_words import unbroken

HOLE: Final = "HOLE"
CATEGORIES: Final = {str(one): one for one in Category}


@dataclass
class Told:
    """What one mail tells: items by kind, and what they are about as a choice of the reader."""

    items: dict[str, list[NoticeItem]] = field(default_factory=lambda: defaultdict(list))
    abouts: set[About] = field(default_factory=set)

    def about(self, category: Category) -> int | None:
        """As a colleague of which institution the reader is told this, if of any."""
        return min((of or 0 for name, of in self.abouts if name == category), default=0) or None


def noted(notices: QuerySet[Notice]) -> list[Noted]:
    """Notices as their kinds read them, in the order of the question."""
    return list(map(Noted._make, notices.values_list(*Noted._fields)))


def items_of(notices: Iterable[Noted]) -> dict[int, NoticeItem]:
    """The words of notices, in the active language, by the notice's id; none for what is gone."""
    by_kind: dict[str, list[Noted]] = defaultdict(list)
    for notice in notices:
        if registry.is_known(notice.kind):
            by_kind[notice.kind].append(notice)
    items = [item for key, group in by_kind.items() for item in registry.kind_of(key).words(group)]
    return {item.notice_id: item for item in items}


def letters_for(mails: Sequence[Mail]) -> tuple[dict[int, Letter], list[int]]:
    """The letters of mails made from notices, and the notices that are not true any more.

    One round of questions for each language and kind, however many mails. A mail of which
    nothing is left has no letter. Raises whatever a kind raises.
    """
    notices = noted(_notices_of(mails))
    chosen = wishes.choices_of({mail.recipient_id for mail in mails if mail.recipient_id})
    letters: dict[int, Letter] = {}
    gone: list[int] = []
    for language in sorted({mail.language for mail in mails}):
        same = {mail.pk: mail for mail in mails if mail.language == language}
        theirs = [notice for notice in notices if notice.mail_id in same]
        with translation.override(language):
            items = items_of(theirs)
            gone += [notice.pk for notice in theirs if notice.pk not in items]
            for mail_id, told in _told(theirs, items, chosen).items():
                letters[mail_id] = _letter(same[mail_id], told, chosen)
    return letters, gone


def _notices_of(mails: Iterable[Mail]) -> QuerySet[Notice]:
    found = Notice.objects.filter(mail__in=bulk.among(mail.pk for mail in mails))
    return found.order_by("pk")


def _told(
    notices: Iterable[Noted], items: dict[int, NoticeItem], chosen: Choices
) -> dict[int, Told]:
    """Per mail what is still true and still wanted."""
    told: dict[int, Told] = defaultdict(Told)
    for notice in notices:
        item = items.get(notice.pk)
        choice = chosen.of(notice.recipient_id, notice.category, notice.institution_id)
        refused = choice is not None and choice.frequency == Frequency.NEVER
        if item and notice.mail_id and not refused:
            mail = told[notice.mail_id]
            mail.items[notice.kind].append(item)
            mail.abouts.add((CATEGORIES[notice.category], notice.institution_id))
    return told


def _letter(mail: Mail, told: Told, chosen: Choices) -> Letter:
    kinds = sorted(
        (registry.kind_of(key) for key in told.items), key=lambda kind: (-kind.weight, kind.key)
    )
    arranged = {kind.key: kind.arranged(told.items[kind.key]) for kind in kinds}
    first = kinds[0]
    about = told.about(first.category)
    return Letter(
        subject=first.subject(arranged[first.key]),
        greeting=greeting_for(mail.recipient.name if mail.recipient else ""),
        sections=tuple(part for kind in kinds for part in kind.sections(arranged[kind.key])),
        why=_why(mail, first.category, chosen.of(mail.recipient_id or 0, first.category, about)),
        footer=_footer(mail, told.abouts),
        calendars=tuple(
            item.calendar for items in arranged.values() for item in items if item.calendar
        ),
    )


def _why(mail: Mail, category: Category, choice: Choice | None) -> str:
    if choice is None:
        return _at_first(DEFAULTS[category])
    if choice.frequency == Frequency.AT_ONCE and mail.kind.startswith("digest_"):
        return _("You get mail at once. This came later: a school may not fill a day on its own.")
    return _chosen(choice.frequency, localtime(choice.chosen_at).date(), mail.language)


def _at_first(frequency: Frequency) -> str:
    return {
        Frequency.AT_ONCE: _("You get this mail at once, as everybody does at the start."),
        Frequency.DAILY: _("You get this mail every day, as everybody does at the start."),
    }.get(frequency, "")


@lru_cache(maxsize=4096)
def _chosen(frequency: Frequency, on: date, _language: str | None) -> str:
    words = {
        Frequency.AT_ONCE: _("You get this mail at once, because you chose that on %(date)s."),
        Frequency.DAILY: _("You get this mail every day, because you chose that on %(date)s."),
        Frequency.WEEKLY: _("You get this mail every week, because you chose that on %(date)s."),
    }
    return words.get(frequency, "") % {"date": unbroken(on)}


def _footer(mail: Mail, abouts: Iterable[About]) -> tuple[Link, ...]:
    less_often, choose = _footer_words(mail.language)
    return Link(less_often, stop_path(mail.recipient_id or 0, abouts)), Link(choose, _paths()[1])


@lru_cache(maxsize=8)
def _footer_words(_language: str | None) -> tuple[str, str]:
    return _("Less often, or stop this mail"), _("Choose what you get")


def stop_path(user_id: int, abouts: Iterable[About]) -> str:
    """Where one stops mail about these things, without signing in."""
    return _paths()[0].replace(HOLE, tokens.token_for(user_id, abouts))


@lru_cache(maxsize=1)
def _paths() -> tuple[str, str]:
    """Looked up once, for it takes longer than to sign."""
    return reverse("unsubscribe", args=[HOLE]), reverse("notice_preferences")
