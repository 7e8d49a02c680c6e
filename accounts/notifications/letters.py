"""A letter: what a mail says, once, from which its plain text and its HTML are made."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.notifications.in_html import html_of
from accounts.notifications.in_text import text_of
from accounts.notifications.registry import SIGNS, Link, Section
from portal.kit.templatetags.ui import state_word

SUBJECT_LENGTH: Final = 200


@dataclass(frozen=True)
class Letter:
    """The words of a mail, in the language that is active while it is made."""

    subject: str
    greeting: str = ""
    paragraphs: tuple[str, ...] = ()
    code: str = ""
    button: Link | None = None
    closing: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    why: str = ""
    footer: tuple[Link, ...] = ()
    calendars: tuple[str, ...] = ()


@dataclass(frozen=True)
class Words:
    """A letter as it goes out."""

    subject: str
    text: str
    html: str


@dataclass(frozen=True)
class Said:
    """What every letter says in one language; `states`: the words for what a reason says."""

    language: str
    why: str
    view: str
    site: str
    site_name: str
    site_url: str
    states: Mapping[str, str]

    def at(self, url: str) -> str:
        """The whole address of a path."""
        return self.site_url + url if url[:1] == "/" else url


def words_of(letter: Letter) -> Words:
    """Subject on one line, plain text and HTML of a letter, in the active language."""
    said = _said(get_language() or "", settings.SITE_NAME, settings.SITE_URL)
    subject = " ".join(letter.subject.split())[:SUBJECT_LENGTH]
    html = html_of(letter, said, subject=subject, preheader=_preheader(letter))
    return Words(subject, text_of(letter, said), html)


@lru_cache(maxsize=8)
def _said(language: str, site_name: str, site_url: str) -> Said:
    """In this language, which is active."""
    return Said(
        language,
        why=_("Why do you get this?"),
        view=_("View"),
        site=_("%(SITE_NAME)s, professionals in the classroom.") % {"SITE_NAME": site_name},
        site_name=site_name,
        site_url=site_url,
        states={state: state_word(state) for state in SIGNS},
    )


def _preheader(letter: Letter) -> str:
    """What a mail program shows behind the subject."""
    for section in letter.sections[:1]:
        shown = section.first or section.others[0]
        return (letter.paragraphs or (section.intro,))[0] or (shown.lines or ("",))[0]
    return letter.paragraphs[0] if letter.paragraphs else ""


def greeting_for(name: str) -> str:
    """The opening, by first name if there is one."""
    first = name.strip().partition(" ")[0]
    to_name, to_nobody = _greetings(get_language())
    return to_name % {"name": first} if first else to_nobody


@lru_cache(maxsize=8)
def _greetings(_language: str | None) -> tuple[str, str]:
    return _("Hello %(name)s,"), _("Hello,")
