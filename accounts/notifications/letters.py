"""A letter: what a mail says, once, from which its plain text and its HTML are made."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.notifications.registry import SIGNS, Link, Section
from accounts.notifications.sheets import filled
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


def words_of(letter: Letter) -> Words:
    """Subject on one line, plain text and HTML of a letter, in the active language."""
    language = get_language() or ""
    context = {
        "letter": letter,
        "preheader": _preheader(letter),
        "language": language,
        "said": _said(language, settings.SITE_NAME),
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
    }
    return Words(
        subject=" ".join(letter.subject.split())[:SUBJECT_LENGTH],
        text=_spaced(filled("letter.txt", **context)),
        html=filled("letter.html", **context),
    )


@lru_cache(maxsize=8)
def _said(language: str, site_name: str) -> dict[str, str]:
    """What every letter says in this language, which is active."""
    return {
        "why": _("Why do you get this?"),
        "view": _("View"),
        "site": _("%(SITE_NAME)s, professionals in the classroom.") % {"SITE_NAME": site_name},
        **{state: state_word(state) for state in SIGNS},
    }


def _spaced(text: str) -> str:
    """At most one empty line between two others."""
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text.strip() + "\n"


def _preheader(letter: Letter) -> str:
    """What a mail program shows behind the subject."""
    for section in letter.sections[:1]:
        shown = section.first or section.others[0]
        return (letter.paragraphs or (section.intro,))[0] or (shown.lines or ("",))[0]
    return letter.paragraphs[0] if letter.paragraphs else ""


def greeting_for(name: str) -> str:
    """The opening, by first name if there is one."""
    first = name.strip().partition(" ")[0]
    return _("Hello %(name)s,") % {"name": first} if first else _("Hello,")
