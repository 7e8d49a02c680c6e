"""What notices say: worded by their kinds, put together as the letters of mails."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from accounts.enums import Category, Frequency
from accounts.models import Mail, Notice
from accounts.notifications import queries, registry, tokens
from accounts.notifications.letters import Letter, greeting_for
from accounts.notifications.queries import Chosen
from accounts.notifications.registry import Link, NoticeItem

Told = dict[str, list[NoticeItem]]
"""The items of one person by kind."""


def items_of(notices: Iterable[Notice]) -> dict[int, NoticeItem]:
    """The words of notices, in the active language, by the notice's id; none for what is gone."""
    by_kind: dict[str, list[Notice]] = defaultdict(list)
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
    notices = list(Notice.objects.filter(mail__in=mails).order_by("pk"))
    chosen = queries.chosen_by({mail.recipient_id for mail in mails if mail.recipient_id})
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


def _told(
    notices: Iterable[Notice], items: dict[int, NoticeItem], chosen: Chosen
) -> dict[int, Told]:
    """Per mail and kind what is still true and still wanted."""
    told: dict[int, Told] = defaultdict(lambda: defaultdict(list))
    for notice in notices:
        choice = chosen.get((notice.recipient_id, notice.category))
        refused = choice is not None and choice.frequency == Frequency.NEVER
        if notice.pk in items and notice.mail_id and not refused:
            told[notice.mail_id][notice.kind].append(items[notice.pk])
    return told


def _letter(mail: Mail, told: Told, chosen: Chosen) -> Letter:
    kinds = sorted(
        (registry.kind_of(key) for key in told), key=lambda kind: (-kind.weight, kind.key)
    )
    told = {kind.key: kind.arranged(told[kind.key]) for kind in kinds}
    first = kinds[0]
    return Letter(
        subject=first.subject(told[first.key]),
        greeting=greeting_for(mail.recipient.name if mail.recipient else ""),
        sections=tuple(part for kind in kinds for part in kind.sections(told[kind.key])),
        why=_why(mail, first.category, chosen),
        footer=_footer(mail, {kind.category for kind in kinds}),
        calendars=tuple(
            item.calendar for items in told.values() for item in items if item.calendar
        ),
    )


def _why(mail: Mail, category: Category, chosen: Chosen) -> str:
    choice = chosen.get((mail.recipient_id or 0, category))
    frequency = choice.frequency if choice else queries.DEFAULTS[category]
    if choice is None:
        return {
            Frequency.AT_ONCE: _("You get this mail at once, as everybody does at the start."),
            Frequency.DAILY: _("You get this mail every day, as everybody does at the start."),
        }.get(Frequency(frequency), "")
    if frequency == Frequency.AT_ONCE and mail.kind.startswith("digest_"):
        return _("You get mail at once. This came later: a school may not fill a day on its own.")
    words = {
        Frequency.AT_ONCE: _("You get this mail at once, because you chose that on %(date)s."),
        Frequency.DAILY: _("You get this mail every day, because you chose that on %(date)s."),
        Frequency.WEEKLY: _("You get this mail every week, because you chose that on %(date)s."),
    }
    date = date_format(localtime(choice.chosen_at), "DATE_FORMAT").replace(" ", "\u00a0")
    return words.get(Frequency(frequency), "") % {"date": date}


def _footer(mail: Mail, categories: Iterable[Category]) -> tuple[Link, ...]:
    return (
        Link(_("Less often, or stop this mail"), stop_path(mail.recipient_id or 0, categories)),
        Link(_("Choose what you get"), reverse("notice_preferences")),
    )


def stop_path(user_id: int, categories: Iterable[Category]) -> str:
    """Where one stops mail of these categories, without signing in."""
    return reverse("unsubscribe", args=[tokens.token_for(user_id, categories)])
