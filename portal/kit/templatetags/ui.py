"""Template tags of the design: the week grid, small drawings, marks, amounts and dates."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BoundField
from django.utils import formats, timezone
from django.utils.dateformat import format as format_date
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from portal.kit import day_words, diagrams, drawings
from portal.kit.week_grid import Masks, WeekGrid

register = template.Library()
NBSP = "\u00a0"
SHY = "\u00ad"
LONG_WORD = re.compile(r"\w{17,}")
SEAM = re.compile(
    r"(?<=\w{4})(?=overeenkomst|bankwerk|begeleid|instruct|instal|onderwijs|docent|trainer"
    r"|monteur|onderzoek|verklaring|techniek|technisch|verpleeg|kundig|opleiding|ondersteun|ontwikkel|medewerk|verantwoord)"
)
TONES = {"met": "met", "partly": "part", "missing": "missing", "unknown": "unknown"}


@register.inclusion_tag("components/week_grid.html")
def week_grid(**options: Any) -> dict[str, WeekGrid]:
    """The week grid; options are the fields of `WeekGrid`. Empty masks may be None."""
    given = {name: value for name, value in options.items() if value is not None}
    return {"grid": WeekGrid(**given)}


@register.simple_tag
def sparkline(label: str = "", diagram: bool = False, **masks: int | None) -> SafeString:
    """The week in a list: asked, free, a, b, c as masks; `label` is the sentence it stands for."""
    shown = Masks(**{name: mask or 0 for name, mask in masks.items()})
    return drawings.sparkline(shown, label=label, diagram=diagram)


@register.simple_tag
def week_spark(asked: int | None, free: int | None = None, *, diagram: bool = False) -> SafeString:
    """The sparkline of a vacancy: what is asked and what of it fits, and the sentence for that."""
    masks = Masks(asked=asked or 0, free=(free or 0) & (asked or 0))
    if not masks.asked:
        words = ""
    elif free is None:
        words = _("asked: %(names)s") % {"names": day_words.day_parts_text(masks.asked)}
    else:
        words = _("fits %(fit)d of %(asked)d day-parts") % {
            "fit": masks.free.bit_count(),
            "asked": masks.asked.bit_count(),
        }
    return drawings.sparkline(masks, label=words, diagram=diagram)


register.simple_tag(drawings.reach_bar)
register.simple_tag(drawings.budget_bar)
register.simple_tag(drawings.month_row)
register.simple_tag(drawings.team_bar)
register.simple_tag(drawings.tally)
register.simple_tag(diagrams.stair)
register.simple_tag(diagrams.sieve)
register.simple_tag(diagrams.ranked)
register.simple_tag(diagrams.chosen)


@register.simple_tag
def mark(state: str, label: str = "") -> SafeString:
    """The square of a reason: met, partly, missing, unknown or learn."""
    name = TONES.get(state, "learn" if state == "learn" else "missing")
    return format_html(
        '<svg class="mark mark-{}" width="20" height="20" {}><use href="#m-{}"/></svg>',
        name,
        drawings.role(label),
        name,
    )


@register.inclusion_tag("components/field.html")
def field(bound: BoundField, label: str = "", quiet_optional: bool = False) -> dict[str, Any]:
    """One form field with label, help, input and error."""
    return {"field": bound, "label": label, "quiet_optional": quiet_optional}


@register.filter
def target_id(bound: BoundField) -> str:
    """The id that an error links to: the input, or the first one of a group."""
    if bound.use_fieldset:
        return f"{bound.auto_id}_0"
    return bound.id_for_label or bound.auto_id


@register.filter
def with_colon(label: str) -> str:
    """A label before its error: a question keeps its own mark."""
    return label if str(label)[-1:] in ":?.!" else f"{label}:"


@register.filter
def tone(state: str) -> str:
    """The colour class of a reason's state."""
    return TONES.get(state, "unknown")


@register.filter
def state_word(state: str) -> str:
    """The word before a reason."""
    words = {
        "met": _("Fits"),
        "partly": _("Partly"),
        "missing": _("Missing"),
        "unknown": _("Unknown"),
        "learn": _("You learn this here"),
    }
    return words.get(state, "")


@register.filter
def page_numbers(page: Page[Any]) -> Iterator[int]:
    """First, last and the neighbours of this page; 0 stands for a gap."""
    last = page.paginator.num_pages
    near = {1, last, *range(max(1, page.number - 1), min(last, page.number + 1) + 1)}
    before = 0
    for number in sorted(near):
        if number > before + 1:
            yield before + 1 if number == before + 2 else 0
        yield number
        before = number


@register.filter
def day_parts(mask: int | None) -> str:
    """A mask in words: "dinsdagmiddag en donderdagavond"."""
    return day_words.day_parts_text(mask or 0)


@register.filter
def money(amount: Decimal | float | None) -> str:
    """Whole euros that never break: € 1.719."""
    if amount is None:
        return ""
    return f"€{NBSP}{formats.number_format(round(amount), use_l10n=True, force_grouping=True)}"


@register.simple_tag
def money_range(low: Decimal | float, high: Decimal | float) -> str:
    """Two amounts with a dash: € 716 – € 1.060."""
    if round(low) == round(high):
        return money(low)
    return f"{money(low)}{NBSP}–{NBSP}{money(high)}"


@register.filter
def km(metres: int | None) -> str:
    """Metres as whole kilometres: 7 km; under one kilometre: less than 1 km."""
    if metres is None:
        return ""
    if metres < 1000:
        return _("less than 1 km").replace(" ", NBSP)
    return f"{round(metres / 1000)}{NBSP}km"


@register.filter
def day(value: date | None) -> str:
    """A date that never breaks: 4 januari 2027."""
    return _dated(value, "j F Y")


@register.filter
def text_day(version: str) -> str:
    """The day after which a text is named, in words; another name as it is."""
    try:
        return day(date.fromisoformat(version))
    except ValueError:
        return version


@register.filter
def day_short(value: date | None) -> str:
    """A date without its year: 4 januari."""
    return _dated(value, "j F")


def _dated(value: date | None, pattern: str) -> str:
    if value is None:
        return ""
    if hasattr(value, "tzinfo") and getattr(value, "tzinfo", None):
        value = timezone.localtime(value)  # type: ignore[arg-type]
    return format_date(value, pattern).replace(" ", NBSP)


@register.filter
def moment(value: Any) -> str:
    """Date and time: 20 september 2026, 14.32 uur."""
    if value is None:
        return ""
    return formats.date_format(timezone.localtime(value), "DATETIME_FORMAT")


@register.filter
def seams(text: Any) -> str:
    """Let a long compound break where its parts meet: a phone is narrower than the word."""
    return LONG_WORD.sub(lambda word: SEAM.sub(SHY, word[0]), str(text))


@register.filter
def nbsp(text: Any) -> str:
    """Keep words together on one line."""
    return str(text).replace(" ", NBSP)
