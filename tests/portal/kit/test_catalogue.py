import gettext
import os

import pytest
from django.utils import translation

from portal.kit import catalogue

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.fixture
def locale_dir(tmp_path):
    (tmp_path / "nl" / "LC_MESSAGES").mkdir(parents=True)
    (tmp_path / "fragments").mkdir()
    _write(tmp_path / "nl/LC_MESSAGES/django.po", 'msgid "Week"\nmsgstr "Week"\n')
    return tmp_path


def _write(path, text):
    path.write_text(HEADER + text, encoding="utf-8")


def _dutch(locale_dir):
    with (locale_dir / "nl/LC_MESSAGES/django.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


def test_pages_add_to_the_catalogue(locale_dir):
    _write(locale_dir / "fragments/face.po", 'msgid "Sign in"\nmsgstr "Inloggen"\n')

    catalogue.compile_all(locale_dir)

    dutch = _dutch(locale_dir)
    assert [dutch.gettext("Week"), dutch.gettext("Sign in")] == ["Week", "Inloggen"]


def test_catalogue_counts_before_its_pages(locale_dir):
    _write(locale_dir / "fragments/face.po", 'msgid "Week"\nmsgstr "Lesweek"\n')

    assert [entry.msgstr for entry in catalogue.merged(locale_dir)] == ["Week"]


def test_page_fills_in_what_the_catalogue_left_open(locale_dir):
    _write(locale_dir / "nl/LC_MESSAGES/django.po", 'msgid "Sign in"\nmsgstr ""\n')
    _write(locale_dir / "fragments/face.po", 'msgid "Sign in"\nmsgstr "Inloggen"\n')

    assert [entry.msgstr for entry in catalogue.merged(locale_dir)] == ["Inloggen"]


def test_plural_and_context_are_kept(locale_dir):
    _write(
        locale_dir / "fragments/face.po",
        'msgctxt "day"\nmsgid "Mo"\nmsgstr "ma"\n\n'
        'msgid "%d day"\nmsgid_plural "%d days"\nmsgstr[0] "%d dag"\nmsgstr[1] "%d dagen"\n',
    )

    catalogue.compile_all(locale_dir)

    dutch = _dutch(locale_dir)
    assert dutch.pgettext("day", "Mo") == "ma"
    assert [dutch.ngettext("%d day", "%d days", n) for n in (1, 2)] == ["%d dag", "%d dagen"]


def test_doubtful_translation_is_left_out(locale_dir):
    _write(locale_dir / "fragments/face.po", '#, fuzzy\nmsgid "Vacancy"\nmsgstr "Vakantie"\n')

    catalogue.compile_all(locale_dir)

    assert _dutch(locale_dir).gettext("Vacancy") == "Vacancy"


def test_compiles_only_what_changed(locale_dir):
    target = locale_dir / "nl/LC_MESSAGES/django.mo"

    assert catalogue.compile_all(locale_dir) == [target]
    os.utime(target, (2_000_000_000, 2_000_000_000))
    assert catalogue.compile_all(locale_dir) == []
    _write(locale_dir / "fragments/face.po", 'msgid "Sign in"\nmsgstr "Inloggen"\n')
    os.utime(locale_dir / "fragments/face.po", (2_000_000_001, 2_000_000_001))
    assert catalogue.compile_all(locale_dir) == [target]


def test_process_that_compiles_reads_the_new_words(locale_dir, settings):
    settings.LOCALE_PATHS = [locale_dir]
    with translation.override("nl"):
        assert translation.gettext("A new lamp") == "A new lamp"
    _write(locale_dir / "fragments/face.po", 'msgid "A new lamp"\nmsgstr "Een nieuwe lamp"\n')

    catalogue.compile_all(locale_dir)

    with translation.override("nl"):
        assert translation.gettext("A new lamp") == "Een nieuwe lamp"
