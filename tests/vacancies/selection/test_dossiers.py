"""The dossier for the panel, of one and of several."""

import re

import pytest
from django.test import Client
from django.utils import translation

from accounts.models import ProfileView
from tests import factories
from vacancies.applications import actions
from vacancies.selection.dossier import dossier_of, short_dossier_of
from vacancies.selection.paper import data_of, pdf_of_dossiers
from vacancies.selection.views import dossiers as views

SEVERAL = "/school/interesse/dossiers/"


def _text(answer):
    return answer.content.decode()


@pytest.fixture
def link(interest):
    return f"/school/interesse/{interest.public_id}/dossier/"


@pytest.fixture
def other(vacancy):
    return factories.ApplicationFactory(vacancy=vacancy, professional__user__name="Dirk Jansen")


def test_the_dossier_tells_who_it_is_without_contact(link, as_bram):
    text = _text(as_bram.get(link))

    assert "Anna de Wit" in text
    assert "Ik las dit graag." in text
    assert "Notes of the panel" in text
    assert "anna@example.org" not in text


def test_each_look_is_recorded(link, interest, as_bram, bram):
    as_bram.get(link)
    as_bram.get(f"{link[:-1]}.pdf")
    as_bram.post(SEVERAL, {"kies": [interest.public_id]})

    assert [view.viewer for view in ProfileView.objects.all()] == [bram] * 3
    interest.refresh_from_db()
    assert interest.seen_at


def test_several_dossiers_stand_on_one_page_and_in_one_file(interest, other, as_bram):
    chosen = {"kies": [interest.public_id, other.public_id]}

    text = _text(as_bram.post(SEVERAL, chosen))
    made = as_bram.post(SEVERAL, chosen | {"vorm": "pdf"})

    assert "Anna de Wit" in text
    assert "Dirk Jansen" in text
    assert text.count('class="dossier"') == 2
    assert made["Content-Type"] == "application/pdf"
    assert "no-store" in made["Cache-Control"]
    assert made.content.startswith(b"%PDF-1.7")


def test_too_many_or_none_goes_back_to_the_list(interest, as_bram, monkeypatch):
    assert "Choose at least one" in _text(as_bram.post(SEVERAL, follow=True))
    monkeypatch.setattr(views, "MOST", 0)

    answer = as_bram.post(SEVERAL, {"kies": [interest.public_id]}, follow=True)

    assert "At most 0 dossiers at once." in _text(answer)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_file_is_an_accessible_pdf_in_each_language(interest, other, language):
    with translation.override(language):
        made = pdf_of_dossiers([dossier_of(interest), dossier_of(other)])

    assert made.startswith(b"%PDF-1.7")
    assert re.search(rb"/Lang ?\(" + language.encode(), made)
    assert b"/MarkInfo" in made


def test_what_somebody_wrote_is_never_read_as_markup(interest, anna):
    interest.message = '#panic("x") = kop $a$ *b* @c <d>'
    anna.user.name = "Š 山 *Anna*"

    assert pdf_of_dossiers([dossier_of(interest)]).startswith(b"%PDF-1.7")


def test_who_only_looks_along_reads_no_place_and_no_papers(interest):
    short, whole = short_dossier_of(interest), dossier_of(interest)

    assert "Zwolle" in str(whole.facts)
    assert "Zwolle" not in str(short.facts)
    assert "distance" in [reason.key for reason in whole.reasons]
    assert "distance" not in [reason.key for reason in short.reasons]
    assert short.judged is None
    assert data_of([short])["people"][0]["papers"] == []


def test_a_yes_taken_back_has_no_dossier(link, interest, anna, as_bram):
    actions.withdraw(interest, by=anna.user)

    assert as_bram.get(link).status_code == as_bram.get(f"{link[:-1]}.pdf").status_code == 404


def test_strangers_find_no_dossier(link, interest, as_carla, as_viewer, as_anna):
    for client in (as_carla, as_viewer, as_anna):
        assert client.get(link).status_code == 404
        assert client.get(f"{link[:-1]}.pdf").status_code == 404
    assert "Choose at least one" in _text(
        as_carla.post(SEVERAL, {"kies": [interest.public_id]}, follow=True)
    )
    assert Client().get(link).status_code == 302
    assert not ProfileView.objects.exists()
