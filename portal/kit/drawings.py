"""Small drawings as SVG text: the week in a list, and bars of counts. Sizes are in view units."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from portal.kit import dayparts
from portal.kit.week_grid import Masks

PITCH: Final = (10, 8)
GAP: Final = 0.5

Shape = Callable[[float, float], str]


def _dot(x: float, y: float) -> str:
    return f"M{x + 4.5:g} {y + 3.5:g}h0"


def _outline(x: float, y: float) -> str:
    return f"M{x + 0.75:g} {y + 0.75:g}h7.5v5.5h-7.5z"


def _strokes(x: float, y: float) -> str:
    return "".join(f"M{x + 0.4 + 2.7 * n:g} {y + 6.6:g}l3-6.2" for n in range(3))


def _solid(x: float, y: float) -> str:
    return f"M{x:g} {y:g}h9v7h-9z"


def _outline_striped(x: float, y: float) -> str:
    return _outline(x, y) + f"M{x + 1:g} {y + 1:g}l5 5M{x + 4:g} {y + 1:g}l4 4"


def _centre(x: float, y: float) -> str:
    return f"M{x + 3:g} {y + 2:g}h3v3h-3z"


LAYERS: Final[Sequence[tuple[str, str, Shape]]] = (
    ("none", "spark-dot", _dot),
    ("asked", "spark-asked", _outline),
    ("open", "spark-asked", _outline),
    ("free", "spark-free", _strokes),
    ("both", "spark-fit", _solid),
    ("a", "spark-fit", _solid),
    ("b", "spark-b", _outline_striped),
    ("c", "spark-c", _outline),
    ("c", "spark-c-dot", _centre),
)


@lru_cache(maxsize=4096)
def sparkline(masks: Masks, *, label: str = "", diagram: bool = False) -> SafeString:
    """The week as a drawing of 60 by 24, one path for each state; an image with a sentence."""
    places: dict[str, list[tuple[float, float]]] = {}
    for number in range(dayparts.COUNT):
        day, part = divmod(number, len(dayparts.PARTS))
        place = (day * PITCH[0] + GAP, part * PITCH[1] + GAP)
        places.setdefault(masks.state(number), []).append(place)
    paths = "".join(
        f'<path class="{name}" d="{"".join(shape(x, y) for x, y in places[state])}"/>'
        for state, name, shape in LAYERS
        if state in places
    )
    return format_html(
        '<svg class="spark{}" viewBox="0 0 60 24" width="60" height="24" {}>{}</svg>',
        " spark-diagram" if diagram else "",
        role(label),
        _drawn(paths),
    )


def reach_bar(now: int, gain: int, most: int, *, label: str = "") -> SafeString:
    """Solid is who fits now, hatched is who would join; `most` is the full width."""
    whole = max(most, now + gain, 1)
    solid, hatched = 100 * now / whole, 100 * gain / whole
    parts = f'<rect class="bar-now" width="{solid:.2f}%" height="20" rx="2"/>' if now else ""
    if gain:
        parts += (
            f'<svg x="{solid:.2f}%" width="{hatched:.2f}%" height="20" overflow="visible">'
            '<rect class="bar-gain" fill="url(#p-free)" x="2.5" y="0.5" width="100%" height="19"'
            ' rx="2"/></svg>'
        )
    return format_html('<svg class="bar" height="20" {}>{}</svg>', role(label), _drawn(parts))


def budget_bar(
    used: float | Decimal, total: float | Decimal, *, cells: int = 24, label: str = ""
) -> SafeString:
    """A budget as cells: used ones solid, the rest outlined; the one in progress partly solid."""
    pitch, width = 100 / cells, 100 / cells - 0.55
    used, total = float(used), float(total)
    full = cells * min(used, total) / total if total else 0.0
    parts = []
    for number in range(cells):
        x, share = number * pitch + 0.2, min(max(full - number, 0), 1)
        if share:
            parts.append(
                f'<rect class="bar-now" x="{x:.2f}%" width="{width * share:.2f}%" height="32" rx="2"/>'
            )
        if share < 1:
            parts.append(
                f'<rect class="bar-empty" x="{x:.2f}%" y="0.5" width="{width:.2f}%" height="31" rx="2"/>'
            )
    return format_html(
        '<svg class="bar budget-bar" height="32" {}>{}</svg>',
        role(label),
        _drawn("".join(parts)),
    )


def month_row(stages: Sequence[str], ends: Sequence[int] = (), *, label: str = "") -> SafeString:
    """A row of months: passed solid, now half, coming outlined, extension dashed, empty nothing.

    `ends`: where a clock stops; the cell gets a thick right edge.
    """
    pitch = 100 / max(len(stages), 1)
    parts = []
    for number, stage in enumerate(stages):
        x, width = number * pitch, pitch - 0.9
        if stage in ("passed", "now"):
            solid = width if stage == "passed" else width / 2
            parts.append(
                f'<rect class="bar-now" x="{x:.2f}%" width="{solid:.2f}%" height="20" rx="2"/>'
            )
        if stage and stage != "passed":
            dashed = " bar-later" if stage == "extension" else ""
            parts.append(
                f'<rect class="bar-empty{dashed}" x="{x:.2f}%" y="0.5" width="{width:.2f}%" height="19" rx="2"/>'
            )
        if number in ends:
            edge = x + width
            parts.append(
                f'<svg x="{edge:.2f}%" overflow="visible"><path class="bar-end" d="M-7 0h7v20h-7z"/></svg>'
            )
    return format_html(
        '<svg class="bar" height="20" {}>{}</svg>', role(label), _drawn("".join(parts))
    )


def team_bar(hours: Sequence[float], *, label: str = "") -> SafeString:
    """The hours of A, B and C next to each other, each in its own pattern."""
    whole = sum(hours) or 1
    fills = (
        '<rect class="bar-now" x="0" width="99%" height="28" rx="2"/>',
        '<rect class="bar-b" fill="url(#p-b)" x="1" y="1" width="97%" height="26" rx="2"/>',
        '<rect class="bar-c" fill="url(#p-c)" x="1" y="1" width="98.5%" height="26" rx="2"/>',
    )
    parts, x = "", 0.0
    for share, fill in zip(hours, fills, strict=False):
        parts += f'<svg x="{x:.2f}%" width="{100 * share / whole:.2f}%" height="28">{fill}</svg>'
        x += 100 * share / whole
    return format_html('<svg class="bar" height="28" {}>{}</svg>', role(label), _drawn(parts))


def tally(done: int, total: int, *, label: str = "") -> SafeString:
    """One stroke for each day-part: filled ones first. The drawing takes the full width."""
    solid = "".join(f"M{6 * n} 0h4.6v26h-4.6z" for n in range(done))
    rest = "".join(f"M{6 * n + 0.5} .5h3.6v25h-3.6z" for n in range(done, total))
    return format_html(
        '<svg class="bar tally" viewBox="0 0 {} 26" preserveAspectRatio="none" {}>'
        '<path class="tally-done" d="{}"/><path class="tally-rest" d="{}"/></svg>',
        max(6 * total, 1),
        role(label),
        solid,
        rest,
    )


def role(label: str) -> SafeString:
    """An image with a sentence, or decoration when the text beside it says it all."""
    if not label:
        return _drawn('aria-hidden="true"')
    return format_html('role="img" aria-label="{}"', label)


def _drawn(shapes: str) -> SafeString:
    return mark_safe(shapes)  # noqa: S308 - made of our own numbers and names only
