"""The page for lawyers is the table of the engine, not a copy of it."""

from django.core.management import call_command

from vacancies.codes import Need, Route
from vacancies.routes import document
from vacancies.routes.rulebook import COUNTED


def test_the_page_is_what_the_table_says():
    assert document.PAGE.read_text(encoding="utf-8") == document.document()


def test_every_route_need_and_number_is_on_it():
    text = document.document()

    names = [*Route, *Need, *COUNTED]
    assert [name for name in names if f"| `{name}` |" not in text] == []


def test_every_number_has_a_source():
    rows = document.constants_on_file()

    assert [row.name for row in rows if not row.source_title] == []


def test_the_command_writes_the_page(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(document, "PAGE", tmp_path / "routes.md")

    call_command("routes_doc")

    assert (tmp_path / "routes.md").read_text(encoding="utf-8") == document.document()
    assert capsys.readouterr().out.strip() == str(tmp_path / "routes.md")
