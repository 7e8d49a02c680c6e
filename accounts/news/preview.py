"""The mail about news as its readers will get it, before anybody is told."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.enums import Language
from accounts.models import News, Notice, User
from accounts.news.notices import NewsTold
from accounts.notifications.letters import Letter, Words, greeting_for, words_of
from accounts.notifications.registry import Link, Noted


def mails(news: News, reader: User) -> Iterator[tuple[Language, Words]]:
    """In every language, as if this person had asked for news."""
    for language in Language:
        with translation.override(language):
            yield language, words_of(_letter(news, reader))


def _letter(news: News, reader: User) -> Letter:
    kind = NewsTold()
    items = kind.words([Noted.of(Notice(pk=0, facts={"news": news.pk}))])
    return Letter(
        subject=kind.subject(items),
        greeting=greeting_for(reader.name),
        sections=tuple(kind.sections(items)),
        why=_("You get this mail because you asked for news."),
        footer=(Link(_("Choose what you get"), reverse("notice_preferences")),),
    )
