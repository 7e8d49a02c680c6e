"""Not further with several people at once."""

import pytest
from django.test import Client

from tests import factories
from vacancies.applications import actions
from vacancies.enums import ApplicationStatus
from vacancies.models import MessageTemplate

PAGE = "/school/interesse/niet-verder/"
WORDS = "Dag {voornaam}, voor {vacature} kozen we iemand anders."


def _text(answer):
    return answer.content.decode()


@pytest.fixture
def other(vacancy):
    return factories.ApplicationFactory(vacancy=vacancy, professional__user__name="Dirk Jansen")


@pytest.fixture
def both(interest, other):
    return {"kies": [interest.public_id, other.public_id]}


def test_nothing_is_sent_before_the_last_step(both, as_bram, interest):
    for step in ("", "tekst", "bekijk"):
        assert as_bram.post(PAGE, both | {"stap": step, "text": WORDS}).status_code == 200

    interest.refresh_from_db()
    assert interest.status == ApplicationStatus.NEW


def test_the_preview_shows_each_their_own_words(both, as_bram):
    page = _text(as_bram.post(PAGE, both | {"stap": "bekijk", "text": WORDS}))

    assert "Dag Anna, voor Gastdocent lassen kozen we iemand anders." in page
    assert "Dag Dirk, voor Gastdocent lassen kozen we iemand anders." in page
    assert "Send to 2 people" in page


def test_each_gets_a_message_of_their_own(both, as_bram, interest, other):
    as_bram.post(PAGE, both | {"stap": "verstuur", "text": WORDS})

    for row, name in ((interest, "Anna"), (other, "Dirk")):
        row.refresh_from_db()
        assert row.status == ApplicationStatus.DECLINED
        assert row.messages.get().text.startswith(f"Dag {name},")


def test_who_cannot_be_declined_any_more_is_said(both, as_bram, interest, other, bram, anna):
    actions.withdraw(interest, by=anna.user)
    actions.decline(other, by=bram)

    page = _text(as_bram.post(PAGE, both))

    assert "Dirk Jansen (not further): already has an answer." in page
    assert "One person took the yes back" in page
    assert "Anna" not in page


def test_a_second_press_sends_nothing_twice(both, as_bram, interest):
    sent = both | {"stap": "verstuur", "text": WORDS}
    as_bram.post(PAGE, sent)

    page = _text(as_bram.post(PAGE, sent, follow=True))

    assert "2 people had an answer already" in page
    assert interest.messages.count() == 1


@pytest.mark.parametrize("text", ["", "  ", "Dag {datum}"])
def test_words_are_asked_and_kept(text, both, as_bram, interest):
    page = _text(as_bram.post(PAGE, both | {"stap": "verstuur", "text": text}))

    assert "This is not right yet" in page
    assert text in page
    assert not interest.messages.exists()


def test_a_template_is_put_ready(both, as_bram, school_a):
    text = MessageTemplate.objects.create(
        institution=school_a, name="Nee", text=WORDS, is_for_declining=True
    )

    page = _text(as_bram.post(PAGE, both | {"stap": "tekst", "sjabloon": text.pk}))

    assert f">\n{WORDS}</textarea>" in page


def test_nobody_chosen_goes_back_to_the_list(as_bram):
    answer = as_bram.post(PAGE, {"kies": ["geen-sleutel"]}, follow=True)

    assert "Choose at least one person in the list." in _text(answer)


def test_a_stranger_declines_nobody(both, as_carla, as_viewer, as_anna, interest):
    sent = both | {"stap": "verstuur", "text": WORDS}

    assert "Choose at least one" in _text(as_carla.post(PAGE, sent, follow=True))
    assert as_viewer.post(PAGE, sent).status_code == as_anna.post(PAGE, sent).status_code == 404
    assert Client().post(PAGE, sent).status_code == 302
    interest.refresh_from_db()
    assert interest.status == ApplicationStatus.NEW
