"""Every text has its Dutch; nothing in the catalogue is doubtful or left over."""

import re
from pathlib import Path

import allauth
import django
import import_export
import polib
import pytest
import simple_history
from django.conf import settings

from portal.kit import catalogue, extraction

ROOT = Path(settings.BASE_DIR)
LOCALE = ROOT / "locale"
PACKAGES = (django, allauth, import_export, simple_history)
PLACEHOLDER = r"%\((\w+)\)[sd]|%[sd]|\{(\w*)\}"


@pytest.fixture(scope="module")
def entries():
    return list(catalogue.merged(LOCALE))


def test_every_text_has_dutch():
    assert extraction.untranslated(ROOT) == {}


def test_nothing_is_fuzzy(entries):
    assert [entry.msgid for entry in entries if entry.fuzzy] == []


def test_nothing_is_left_over(entries):
    """What neither we nor the packages say any more."""
    known = set(extraction.texts(ROOT)).union(*map(_texts_of, PACKAGES))

    assert [entry.msgid for entry in entries if catalogue.key_of(entry) not in known] == []


def test_dutch_fills_in_the_same_names(entries):
    wrong = [
        entry.msgid
        for entry in entries
        for dutch in (list(entry.msgstr_plural.values()) or [entry.msgstr])
        if _names(dutch) - _names(entry.msgid) - _names(entry.msgid_plural)
    ]

    assert wrong == []


def test_dutch_quotes_in_one_way(entries):
    """With “ and ”, so that ’ is an apostrophe everywhere."""
    dutch = [text for one in entries for text in (one.msgstr, *one.msgstr_plural.values())]

    assert [text for text in dutch if "‘" in text] == []


def _names(text):
    return {"".join(pair) for pair in re.findall(PLACEHOLDER, text)}


def _texts_of(package):
    """The texts of a package; when it has no Dutch, those that it has in German."""
    folder = Path(package.__file__).parent
    pages = list(folder.rglob("locale/nl/LC_MESSAGES/django.po")) or list(
        folder.rglob("locale/de/LC_MESSAGES/django.po")
    )
    return {catalogue.key_of(entry) for page in pages for entry in polib.pofile(str(page))}
