"""A letter as HTML: what it says in the parts of the sheet, every word escaped."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from accounts.notifications.registry import Link, NoticeItem, Reason, Section
from accounts.notifications.sheets import PARTS, escape

if TYPE_CHECKING:
    from accounts.notifications.letters import Letter, Said

(FRAME, PARAGRAPH, CODE, BUTTON, LINE, LINK) = (
    PARTS[name] for name in ("frame", "paragraph", "code", "button", "line", "link")
)
(TITLE, QUIET, REASONS, ACTION, MORE, SITE) = (
    PARTS[name] for name in ("title", "quiet", "reasons", "action", "more", "site")
)
ROW, ROW_LINES, ROW_LINKS = PARTS["row"], PARTS["row_lines"], PARTS["row_links"]
FIRST: Final = {True: PARTS["section"], False: PARTS["section_below"]}
HEADING: Final = {True: PARTS["heading_below"], False: PARTS["heading"]}


public = lru_cache(maxsize=8192)(escape)
"""What many mails say alike; a name, or a link that is one reader's, is not kept here."""


def html_of(letter: "Letter", said: "Said", *, subject: str, preheader: str) -> str:
    """The whole page of a mail."""
    return FRAME % {
        "language": said.language,
        "subject": escape(subject),
        "preheader": escape(preheader),
        "site_name": public(said.site_name),
        "content": "\n".join(_content(letter, said)),
        "footer": "\n".join(_footer(letter, said)),
    }


def _content(letter: "Letter", said: "Said") -> Iterator[str]:
    if letter.greeting:
        yield _paragraph(letter.greeting)
    yield from map(_paragraph, letter.paragraphs)
    if letter.code:
        yield CODE % {"text": escape(letter.code)}
    if letter.button:
        yield _button(letter.button.url, letter.button.label, said)
    yield from map(_paragraph, letter.closing)
    for number, section in enumerate(letter.sections):
        yield FIRST[number == 0] % {"content": "\n".join(_section(section, said))}


def _section(section: Section, said: "Said") -> Iterator[str]:
    if section.intro:
        yield _paragraph(section.intro)
    if section.first:
        yield from _whole(section, section.first, said)
    if section.others and section.heading:
        yield HEADING[section.first is not None] % {"text": public(section.heading)}
    yield from (_row(item, said) for item in section.others)
    if section.more:
        yield MORE % {
            "href": escape(said.at(section.more.url)),
            "label": public(section.more.label),
        }


def _whole(section: Section, item: NoticeItem, said: "Said") -> Iterator[str]:
    """An item in full."""
    yield TITLE % {"href": escape(said.at(item.url)), "title": escape(item.title)}
    yield from _each(QUIET, section.first_lines)
    if grid := section.grid(said.language):
        yield grid
        yield from _each(QUIET, section.grid_lines)
    if item.reasons:
        lines = "\n".join(_each(LINE, (_reason(one, said) for one in item.reasons)))
        yield REASONS % {"text": public(said.why), "reasons": lines}
    yield ACTION % {"button": _button(item.url, item.action or said.view, said)}
    for link in item.links:
        note = f". {escape(link.note)}" if link.note else ""
        yield LINE % {"text": _link(link, said) + note}


def _row(item: NoticeItem, said: "Said") -> str:
    """An item in short."""
    lines = "<br>".join(map(escape, item.lines))
    links = " &middot; ".join([_link(link, said) for link in item.links])
    return ROW % {
        "href": escape(said.at(item.url)),
        "title": escape(item.title),
        "lines": ROW_LINES % {"text": lines} if lines else "",
        "links": ROW_LINKS % {"links": links} if links else "",
    }


def _footer(letter: "Letter", said: "Said") -> Iterator[str]:
    if letter.why:
        yield LINE % {"text": escape(letter.why)}
    if letter.footer:
        yield LINE % {"text": "<br>".join([_link(link, said) for link in letter.footer])}
    yield SITE % {"text": public(said.site)}


def _reason(reason: Reason, said: "Said") -> str:
    return f"{reason.sign} {said.states[reason.state]}: {reason.text}"


def _paragraph(text: str) -> str:
    return PARAGRAPH % {"text": escape(text).replace("\n", "<br>")}


def _button(url: str, label: str, said: "Said") -> str:
    return BUTTON % {"href": escape(said.at(url)), "label": public(label)}


def _link(link: Link, said: "Said") -> str:
    return LINK % {"href": escape(said.at(link.url)), "label": public(link.label)}


def _each(part: str, texts: Iterable[str]) -> Iterator[str]:
    return (part % {"text": escape(text)} for text in texts)
