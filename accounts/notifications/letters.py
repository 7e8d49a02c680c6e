"""A letter: what a mail says, once, from which its plain text and its HTML are made."""

import re
from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.notifications.registry import Link, Section

SUBJECT_LENGTH = 200


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
    context = {
        "letter": letter,
        "language": get_language(),
        "SITE_NAME": settings.SITE_NAME,
        "SITE_URL": settings.SITE_URL,
    }
    text = render_to_string("emails/letter.txt", context)
    return Words(
        subject=" ".join(letter.subject.split())[:SUBJECT_LENGTH],
        text=re.sub(r"\n{3,}", "\n\n", text).strip() + "\n",
        html=render_to_string("emails/letter.html", context),
    )


def greeting_for(name: str) -> str:
    """The opening, by first name if there is one."""
    first = name.strip().partition(" ")[0]
    return _("Hello %(name)s,") % {"name": first} if first else _("Hello,")
