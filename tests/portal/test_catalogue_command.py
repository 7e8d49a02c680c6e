import pytest
from django.core.management import call_command


@pytest.fixture
def site(settings, tmp_path):
    """A site of one text, translated on a page of its own."""
    for folder in ("portal", "accounts", "vacancies", "templates", "locale/fragments"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "locale/nl/LC_MESSAGES").mkdir(parents=True)
    (tmp_path / "portal/views.py").write_text('_("Lamp oil")\n_("Lamp wick")')
    (tmp_path / "locale/fragments/lamp.po").write_text('msgid "Lamp oil"\nmsgstr "Lampolie"\n')
    settings.BASE_DIR = tmp_path
    return tmp_path


def test_missing_texts_are_printed_ready_to_translate(site, capsys):
    call_command("catalogue", missing=True)

    printed = capsys.readouterr().out
    assert 'msgid "Lamp wick"' in printed
    assert "Lamp oil" not in printed


def test_pages_are_gathered_into_the_catalogue(site):
    call_command("catalogue", merge=True)

    assert 'msgstr "Lampolie"' in (site / "locale/nl/LC_MESSAGES/django.po").read_text()
    assert list((site / "locale/fragments").iterdir()) == []
    assert (site / "locale/nl/LC_MESSAGES/django.mo").exists()
