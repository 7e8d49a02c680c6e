"""Translations without a system gettext: reads `.po` files, joins them, writes the `.mo`.

`locale/nl/LC_MESSAGES/django.po` is the catalogue; pages in `locale/fragments/*.po` add to it.
"""

from pathlib import Path
from typing import Final

import polib
from django.utils.translation.reloader import translation_file_changed

DOMAIN: Final = "django"
FRAGMENTS: Final = "fragments"
HEADER: Final = {
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Language": "nl",
    "MIME-Version": "1.0",
    "Plural-Forms": "nplurals=2; plural=n != 1;",
}

Key = tuple[str | None, str]


def key_of(entry: polib.POEntry) -> Key:
    """What tells two entries apart: context and English text."""
    return entry.msgctxt, entry.msgid


def pages(locale_dir: Path, language: str = "nl") -> list[Path]:
    """The catalogue of a language and the pages that add to it, in the order they count."""
    main = locale_dir / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    fragments = sorted((locale_dir / FRAGMENTS).glob("*.po")) if language == "nl" else []
    return [page for page in (main, *fragments) if page.exists()]


def merged(locale_dir: Path, language: str = "nl") -> polib.POFile:
    """All pages as one catalogue; the first translation of a text counts."""
    catalogue = polib.POFile(wrapwidth=100)
    catalogue.metadata = {**HEADER, "Language": language}
    known: dict[Key, polib.POEntry] = {}
    for page in pages(locale_dir, language):
        for entry in polib.pofile(str(page)):
            if not entry.obsolete and not _translated(known.get(key_of(entry))):
                known[key_of(entry)] = entry
    catalogue.extend(known[key] for key in sorted(known, key=lambda key: (key[1], key[0] or "")))
    return catalogue


def compile_all(locale_dir: Path) -> list[Path]:
    """Write the `.mo` of every language whose pages are newer; answers what was written.

    This process reads them from now on, also when it has looked for words before.
    """
    written = []
    for folder in sorted(locale_dir.glob("*/LC_MESSAGES")):
        target = folder / f"{DOMAIN}.mo"
        sources = pages(locale_dir, folder.parent.name)
        if sources and _is_stale(target, sources):
            merged(locale_dir, folder.parent.name).save_as_mofile(str(target))
            translation_file_changed(None, target)
            written.append(target)
    return written


def _is_stale(target: Path, sources: list[Path]) -> bool:
    if not target.exists():
        return True
    made_at = target.stat().st_mtime_ns
    return any(source.stat().st_mtime_ns >= made_at for source in sources)


def _translated(entry: polib.POEntry | None) -> bool:
    return entry is not None and entry.translated()
