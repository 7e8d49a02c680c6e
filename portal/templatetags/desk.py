"""What the lists of the desk are made of besides what Django makes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django import template
from django.contrib.admin.views.main import PAGE_VAR, ChangeList
from django.core.paginator import Page
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from portal.kit.templatetags.ui import page_numbers

register = template.Library()

CELL: Final = re.compile(r"^<(td|th)\b")
ICON: Final = re.compile(r'<img src="[^"]*icon-(yes|no|unknown)[^"]*"[^>]*>')
NOTHING: Final = re.compile(r">(?:–|-|&nbsp;)?</td>$")
CHOOSING: Final = "action-checkbox"


@dataclass(frozen=True)
class Pages:
    """The pages of a list: numbers with their addresses, 0 for a gap, none for this one."""

    before: str
    numbers: Sequence[tuple[int, str]]
    after: str


@register.simple_tag
def desk_rows(
    results: Sequence[Sequence[str]], headers: Sequence[dict[str, Any]]
) -> list[list[SafeString]]:
    """The cells of each row, each with the name of its column, for where there is no head above."""
    return [
        [_cell(cell, header) for cell, header in zip(row, headers, strict=False)] for row in results
    ]


def _cell(cell: str, header: dict[str, Any]) -> SafeString:
    told = ICON.sub(_word, cell)
    if CHOOSING in header.get("class_attrib", "") or told.startswith("<th"):
        return mark_safe(told)  # noqa: S308 - Django made it
    named = format_html(' data-label="{}"', capfirst(header["text"]))
    empty = " data-empty" if NOTHING.search(told) else ""
    return mark_safe(CELL.sub(rf"<\1{named}{empty}", told, count=1))  # noqa: S308 - Django made it


def _word(icon: re.Match[str]) -> str:
    """A yes or no in words, not as a picture."""
    return {"yes": _("yes"), "no": _("no")}.get(icon[1], "–")


@register.simple_tag
def desk_pages(changelist: ChangeList) -> Pages | None:
    """The pages of a list, if there are more than one."""
    if changelist.show_all or not changelist.multi_page:
        return None
    page = changelist.paginator.get_page(changelist.page_num)
    here = page.number
    return Pages(
        before=_address(changelist, here - 1) if page.has_previous() else "",
        numbers=list(_numbers(changelist, page)),
        after=_address(changelist, here + 1) if page.has_next() else "",
    )


def _numbers(changelist: ChangeList, page: Page[Any]) -> Iterator[tuple[int, str]]:
    for number in page_numbers(page):
        yield number, "" if number in (0, page.number) else _address(changelist, number)


def _address(changelist: ChangeList, number: int) -> str:
    return changelist.get_query_string({PAGE_VAR: number})
