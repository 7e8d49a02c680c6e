"""A head of department without an account says yes or no."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from accounts.models import AuditEvent, Mail, Notice, ProfileView
from accounts.notifications import delivery
from portal.kit import tokens
from tests import factories
from vacancies.applications import actions as applications
from vacancies.models import Opinion
from vacancies.selection import actions
from vacancies.selection.actions import RefusedError, asking

HEAD = "hoofd@deltion.example"


def _text(answer):
    return answer.content.decode()


@pytest.fixture
def opinion(interest, bram):
    return actions.ask(interest, email=f" {HEAD.upper()} ", by=bram)


@pytest.fixture
def link(opinion):
    return re.search(r"/oordeel/[\w-]+/", Mail.objects.get(to_address=HEAD).words.text)[0]


@pytest.fixture
def visitor(db):
    """Somebody without an account, reading English."""
    client = Client()
    client.cookies["language"] = "en"
    return client


@pytest.fixture
def ask_page(interest):
    return f"/school/interesse/{interest.public_id}/oordeel/"


def test_the_mail_names_nobody_and_its_link_is_not_kept(opinion, link):
    asked = Mail.objects.get(to_address=HEAD)

    assert "Anna" not in asked.subject + asked.words.text
    assert opinion.token_digest == tokens.digest_of(link.split("/")[2])
    delivery.deliver()
    assert link in mail.outbox[0].body
    asked.refresh_from_db()
    assert link not in asked.words.text + asked.words.html


def test_a_link_may_leave_as_long_as_it_works(opinion, link):
    Mail.objects.update(created_at=timezone.now() - timedelta(days=1))

    delivery.deliver()

    assert link in mail.outbox[0].body


def test_the_page_holds_the_dossier_without_contact_place_or_papers(link, anna, visitor):
    factories.CredentialFactory(professional=anna)
    answer = visitor.get(link)
    text = _text(answer)

    assert "Anna de Wit" in text
    assert "Ik las dit graag." in text
    for hidden in ("anna@example.org", "Zwolle", "VCA"):
        assert hidden not in text
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert 'name="robots" content="noindex' in text


def test_a_look_by_the_link_is_a_look_of_the_school_once_an_hour(link, school_a, visitor):
    for _ in range(3):
        visitor.get(link)

    view = ProfileView.objects.get()
    assert (view.institution, view.viewer) == (school_a, None)


def test_the_answer_comes_to_who_asked_and_on_the_page(
    link, interest, opinion, as_bram, bram, visitor
):
    answer = visitor.post(link, {"is_yes": "yes", "note": "Past in mijn team."})

    assert "You said yes" in _text(answer)
    notice = Notice.objects.get(kind="opinion_given")
    assert notice.recipient == bram
    text = _text(as_bram.get(f"/school/interesse/{interest.public_id}/"))
    assert f"{HEAD} says yes." in text
    assert "Past in mijn team." in text
    assert AuditEvent.objects.get(verb="opinion.given").detail == {"opinion": opinion.pk}


def test_what_colleagues_think_is_not_on_the_page_of_the_professional(
    link, interest, as_anna, visitor
):
    visitor.post(link, {"is_yes": "no"})

    assert HEAD not in _text(as_anna.get(f"/mijn/sollicitaties/{interest.public_id}/"))


def test_answering_twice_keeps_the_first(link, opinion, visitor):
    visitor.post(link, {"is_yes": "no"})

    text = _text(visitor.post(link, {"is_yes": "yes"}))

    assert "You said no" in text
    assert "Anna" not in text
    opinion.refresh_from_db()
    assert opinion.is_yes is False
    assert Notice.objects.filter(kind="opinion_given").count() == 1


def test_a_link_that_is_too_old_says_so(link, opinion, visitor):
    Opinion.objects.update(expires_at=timezone.now() - timedelta(minutes=1))

    for answer in (visitor.get(link), visitor.post(link, {"is_yes": "yes"})):
        assert answer.status_code == 410
        assert "This link is too old" in _text(answer)
        assert "Anna" not in _text(answer)


def test_after_the_yes_was_taken_back_nothing_is_shown(link, interest, anna, visitor):
    applications.withdraw(interest, by=anna.user)

    answer = visitor.post(link, {"is_yes": "yes"})

    assert answer.status_code == 410
    assert "no longer needed" in _text(answer)
    assert "Anna" not in _text(answer)
    assert Opinion.objects.get().answered_at is None


def test_a_link_that_never_was_is_not_found(visitor):
    answer = visitor.get("/oordeel/iets-anders/")

    assert answer.status_code == 404
    assert "We do not know this link" in _text(answer)


def test_an_answer_needs_a_yes_or_no_and_keeps_the_words(link, visitor):
    text = _text(visitor.post(link, {"note": "Ik twijfel."}))

    assert "Choose yes or no." in text
    assert "Ik twijfel." in text


def test_asking_again_renews_and_ends_the_old_link(link, interest, opinion, bram, visitor):
    actions.ask(interest, email=HEAD, by=bram)

    assert Opinion.objects.count() == 1
    assert visitor.get(link).status_code == 404
    assert Mail.objects.filter(to_address=HEAD).count() == 2


def test_who_answered_is_not_asked_again(link, interest, bram, visitor):
    visitor.post(link, {"is_yes": "yes"})

    with pytest.raises(RefusedError, match="answered already"):
        actions.ask(interest, email=HEAD, by=bram)


def test_a_question_is_taken_back(link, interest, opinion, as_bram, visitor):
    as_bram.post(f"/school/interesse/{interest.public_id}/oordeel/{opinion.pk}/intrekken/")

    assert not Opinion.objects.exists()
    assert visitor.get(link).status_code == 404


def test_what_was_answered_is_not_taken_back(link, opinion, bram, visitor):
    visitor.post(link, {"is_yes": "yes"})

    with pytest.raises(RefusedError):
        actions.take_back(opinion, by=bram)


@pytest.mark.parametrize("email", ["iemand@gmail.com", "hoofd@deltion.example.evil.com", "geen"])
def test_only_colleagues_of_the_school_are_asked(email, ask_page, as_bram):
    text = _text(as_bram.post(ask_page, {"email": email}))

    assert f'value="{email}"' in text
    assert "This is not right yet" in text
    assert not Opinion.objects.exists()


def test_an_address_at_a_domain_of_the_school_is_fine(interest, school_a, bram):
    school_a.mail_domains.create(domain="deltion.nl")

    assert actions.ask(interest, email="hoofd@deltion.nl", by=bram).pk


def test_nobody_is_asked_after_the_end_or_endlessly(interest, bram, monkeypatch):
    monkeypatch.setattr(asking, "MOST", 0)
    with pytest.raises(RefusedError, match="enough"):
        actions.ask(interest, email=HEAD, by=bram)
    applications.decline(interest, by=bram)
    with pytest.raises(RefusedError, match="nothing to decide"):
        actions.ask(interest, email=HEAD, by=bram)


def test_strangers_ask_nobody(ask_page, interest, opinion, as_carla, as_viewer, as_anna, carla):
    for client in (as_carla, as_viewer, as_anna):
        assert client.post(ask_page, {"email": HEAD}).status_code == 404
        assert client.post(f"{ask_page}{opinion.pk}/intrekken/").status_code == 404
    assert Client().get(ask_page).status_code == 302
    for act in (
        lambda: actions.ask(interest, email=HEAD, by=carla),
        lambda: actions.take_back(opinion, by=carla),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_when_who_asked_left_the_recruiters_hear_it(link, bram, olga, visitor):
    bram.memberships.update(status="ended")

    visitor.post(link, {"is_yes": "yes"})

    assert Notice.objects.get(kind="opinion_given").recipient == olga


def test_texts_of_the_school_stand_ready_on_the_page(interest, school_a, as_bram):
    school_a.message_templates.create(name="Bellen", text="Dag {voornaam}, wanneer kan ik bellen?")

    text = _text(as_bram.get(f"/school/interesse/{interest.public_id}/"))

    assert "Dag Anna, wanneer kan ik bellen?" in text
