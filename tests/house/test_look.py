"""One look: sizes and colours are tokens, they contrast enough, and all of it travels light."""

import gzip
import re
from itertools import product
from pathlib import Path

import pytest
from django.conf import settings

STATIC = Path(settings.BASE_DIR) / "static"
TOKENS = (STATIC / "css" / "tokens.css").read_text(encoding="utf-8")
SHEETS = {path.name: path.read_text(encoding="utf-8") for path in (STATIC / "css").glob("*.css")}
LINE = re.compile(r"^\s*(?P<name>[a-z-]+):\s*(?P<value>[^;{]+);", re.MULTILINE)
COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(", re.IGNORECASE
)
LENGTH = re.compile(r"(?<![\w.-])-?(?:\d*\.)?\d+(?:px|rem|pt)\b")
SPACED = re.compile(r"(?:margin|padding|gap|row-gap|column-gap)(?:-[a-z]+)*")
TEXT, DRAWN = 4.5, 3.0  # WCAG 1.4.3 and 1.4.11
GROUNDS = ("paper", "band", "field")
PAIRS = [
    *((ink, ground, TEXT) for ink, ground in product(("ink", "ink-2", "ink-3", "accent"), GROUNDS)),
    *((ink, ground, TEXT) for ink, ground in product(("oker", "bad", "blue"), GROUNDS)),
    *((line, ground, DRAWN) for line, ground in product(("edge", "pencil"), GROUNDS)),
    ("oker", "oker-soft", TEXT),
    ("bad", "bad-soft", TEXT),
    ("accent-strong", "paper", TEXT),
    ("on-accent", "accent", TEXT),
    ("on-accent", "accent-strong", TEXT),
    ("chalk", "board", TEXT),
    ("chalk-2", "board", TEXT),
    ("focus-ink", "focus", TEXT),
]


def declared(sheet: str) -> list[tuple[str, str]]:
    """Names and values, without those that make a token or a font."""
    bare = re.sub(r"@font-face\s*\{[^}]*\}|/\*.*?\*/", "", sheet, flags=re.DOTALL)
    return [(found["name"], found["value"]) for found in LINE.finditer(bare)]


def strays(wrong) -> dict[str, list[str]]:
    """What is written outside the tokens, by sheet."""
    found = {
        name: [f"{prop}: {value}" for prop, value in declared(sheet) if wrong(prop, value)]
        for name, sheet in SHEETS.items()
        if name != "tokens.css"
    }
    return {name: lines for name, lines in found.items() if lines}


def scheme(name: str) -> dict[str, str]:
    """The colours of a look; what the dark one does not name is as in the light one."""
    light, dark = TOKENS.split("@media (prefers-color-scheme: dark)")
    parts = {"light": light, "dark": light + dark.split("@media")[0]}
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{3,6})", parts[name]))


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def weight(folder: str, pattern: str) -> int:
    return sum(len(gzip.compress(path.read_bytes())) for path in (STATIC / folder).glob(pattern))


def test_colours_are_tokens():
    assert strays(lambda _name, value: COLOUR.search(value)) == {}


def test_sizes_and_weights_of_type_are_tokens():
    own = re.compile(r"var\(--[\w-]+\)|inherit|1em|1\.5em|0")

    assert strays(lambda name, value: name == "font-size" and not own.fullmatch(value)) == {}
    assert (
        strays(
            lambda name, value: name == "font-weight" and not value.startswith(("var(", "inherit"))
        )
        == {}
    )


def test_spaces_are_tokens():
    assert (
        strays(lambda name, value: SPACED.fullmatch(name) and LENGTH.sub(_hair, value) != value)
        == {}
    )


def _hair(found: re.Match[str]) -> str:
    """A hairline is drawn, not spaced."""
    return found[0] if found[0] in ("1px", "-1px") else ""


@pytest.mark.parametrize("look", ["light", "dark"])
def test_colours_contrast_enough(look):
    colours = scheme(look)

    weak = {
        f"{ink} on {ground}": round(found, 2)
        for ink, ground, least in PAIRS
        if (found := contrast(colours[ink], colours[ground])) < least
    }

    assert weak == {}


def test_the_face_travels_light():
    kilobytes = {
        "css": weight("css", "*.css") / 1024,
        "js": weight("js", "*.js") / 1024,
        "fonts": sum(path.stat().st_size for path in (STATIC / "fonts").glob("*.woff2")) / 1024,
    }

    assert {name: size for name, size in kilobytes.items() if size > LIMITS[name]} == {}


LIMITS = {"css": 30, "js": 10, "fonts": 80}
