"""Small drawings that explain, each of 60 by 24: what the words beside them say, so decoration."""

from typing import Final

from django.utils.safestring import SafeString, mark_safe

WIDTH: Final = 60
HEIGHT: Final = 24
FITS: Final = frozenset({2, 7, 9, 12, 16})


def stair(step: int, of: int = 4) -> SafeString:
    """A stair of so many treads, each higher than the one before; this one is solid."""
    pitch = WIDTH / of
    shapes = "".join(
        _block(number * pitch, HEIGHT * (number + 1) / of, pitch - 1.5, is_solid=number + 1 == step)
        for number in range(of)
    )
    return _framed(shapes)


def sieve() -> SafeString:
    """Many people, of whom few pass."""
    places = ((number, 5 + 10 * (number % 6), 4 + 8 * (number // 6)) for number in range(18))
    shapes = "".join(
        f'<circle class="spark-fit" cx="{x}" cy="{y}" r="3"/>'
        if number in FITS
        else f'<path class="spark-dot" d="M{x} {y}h0"/>'
        for number, x, y in places
    )
    return _framed(shapes)


def ranked() -> SafeString:
    """Bars, the longest first."""
    shapes = "".join(
        f'<path class="spark-fit" d="M0 {1 + 8 * number}h{length}v6h-{length}z"/>'
        for number, length in enumerate((56, 41, 29))
    )
    return _framed(shapes)


def chosen() -> SafeString:
    """Three people, of whom somebody takes one."""
    others = "".join(f'<circle class="spark-asked" cx="{x}" cy="12" r="7"/>' for x in (9, 51))
    one = '<circle class="spark-fit" cx="30" cy="12" r="8"/><path class="spark-check" d="M26 12.4l3 3 5.4-6"/>'
    return _framed(others + one)


def _block(x: float, height: float, width: float, *, is_solid: bool) -> str:
    y = HEIGHT - height
    if is_solid:
        return f'<path class="spark-fit" d="M{x:g} {y:g}h{width:g}v{height:g}h-{width:g}z"/>'
    inset = f"M{x + 0.75:g} {y + 0.75:g}h{width - 1.5:g}v{height - 1.5:g}h-{width - 1.5:g}z"
    return f'<path class="spark-asked" d="{inset}"/>'


def _framed(shapes: str) -> SafeString:
    return mark_safe(  # noqa: S308 - made of our own numbers and names only
        f'<svg class="spark spark-diagram" viewBox="0 0 {WIDTH} {HEIGHT}" width="60" height="24"'
        f' aria-hidden="true">{shapes}</svg>'
    )
