"""From data to an accessible PDF (PDF/UA-1), with our own fonts and nothing of the machine.

What people wrote travels as JSON and is only ever shown: no text of theirs is read as markup.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from vacancies.assessment.errors import DraftError

TEMPLATES: Final = Path(__file__).parent / "documents"
FONTS: Final = TEMPLATES / "fonts"
ACCESSIBLE: Final = "ua-1"
DRAWABLE: Final = (  # Latin, Greek and Cyrillic letters, and the marks of running text
    "\u0020-\u007e\u00a0-\u017f\u0388-\u038a\u038e-\u03a1\u03a3-\u03ce\u0401-\u045f\u2013-\u2014"
    "\u2018-\u201e\u2022-\u2022\u2026-\u2026\u20ac-\u20ac"
)
NOT_DRAWN: Final = re.compile(f"[^{DRAWABLE}\n]")
PLACE_TO_WRITE: Final = "_"


def pdf_of(name: str, data: Mapping[str, Any], *, folder: Path = TEMPLATES) -> bytes:
    """The template of this name, in a folder of the feature that asks, as PDF.

    Letters that no font of ours has are left open as a line, to be written by hand.
    """
    import typst  # noqa: PLC0415 - 7 MB a process, for drafts only

    try:
        return _compiled(name, data, folder)
    except typst.TypstError as problem:
        if "could not be displayed" not in str(problem):
            raise DraftError(str(problem)) from problem
    try:
        return _compiled(name, drawable(data), folder)
    except typst.TypstError as problem:
        raise DraftError(str(problem)) from problem


def drawable(value: Any) -> Any:
    """The same values with a line for each letter that cannot be drawn."""
    if isinstance(value, str):
        return NOT_DRAWN.sub(PLACE_TO_WRITE, value)
    if isinstance(value, Mapping):
        return {key: drawable(one) for key, one in value.items()}
    return [drawable(one) for one in value] if isinstance(value, list) else value


def _compiled(name: str, data: Mapping[str, Any], folder: Path = TEMPLATES) -> bytes:
    import typst  # noqa: PLC0415 - 7 MB a process, for drafts only

    made = typst.compile(
        folder / f"{name}.typ",
        root=folder,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data)},
        pdf_standards=ACCESSIBLE,
        format="pdf",
    )
    if not isinstance(made, bytes):
        raise DraftError("no single document")
    return made
