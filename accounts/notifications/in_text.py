"""A letter as plain text, as good to read as the HTML."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from accounts.notifications.registry import NoticeItem, Section

if TYPE_CHECKING:
    from accounts.notifications.letters import Letter, Said

RULE: Final = "-" * 40
EMPTY: Final = ""


def text_of(letter: "Letter", said: "Said") -> str:
    """The whole mail: blocks with one empty line between them, links below their words."""
    blocks = [letter.greeting, *letter.paragraphs]
    blocks.append(f"    {letter.code}" if letter.code else EMPTY)
    if letter.button:
        blocks.append(f"{letter.button.label}:\n{said.at(letter.button.url)}")
    blocks += letter.closing
    for number, section in enumerate(letter.sections):
        blocks.append(RULE if number else EMPTY)
        blocks += _section(section, said)
    footer = [f"{link.label}: {said.at(link.url)}" for link in letter.footer]
    lines = ("-- ", letter.why, *footer, said.site, said.site_url)
    blocks.append("\n".join(line for line in lines if line))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _section(section: Section, said: "Said") -> Iterator[str]:
    yield section.intro
    if section.first:
        yield from _whole(section, section.first, said)
    if section.others:
        yield section.heading
        yield from (_row(item, said) for item in section.others)
    if section.more:
        yield f"{section.more.label}:\n{said.at(section.more.url)}"


def _whole(section: Section, item: NoticeItem, said: "Said") -> Iterator[str]:
    """An item in full."""
    yield "\n".join((item.title, *section.first_lines))
    yield "\n".join(section.grid_lines)
    if item.reasons:
        reasons = [f"{one.sign} {said.states[one.state]}: {one.text}" for one in item.reasons]
        yield "\n".join((said.why, *reasons))
    yield f"{item.action or said.view}:\n{said.at(item.url)}"
    for link in item.links:
        yield f"{link.label}{f'. {link.note}' if link.note else EMPTY}\n{said.at(link.url)}"


def _row(item: NoticeItem, said: "Said") -> str:
    """An item in short."""
    links = [f"  {link.label} → {said.at(link.url)}" for link in item.links]
    lines = [f"  {line}" for line in item.lines]
    return "\n".join((f"* {item.title}", *lines, f"  {said.at(item.url)}", *links))
