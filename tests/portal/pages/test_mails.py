from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Mail, Notice
from accounts.notifications import registry
from portal.pages import mails
from portal.pages.gallery_urls import patterns
from tests import factories


@pytest.fixture
def told(anna):
    """A notice that is still true: a school that anna's account belongs to is verified."""
    school = factories.InstitutionFactory(name="ROC van Nergens")
    return Notice.objects.create(
        recipient=anna.user,
        institution=school,
        kind="school_verified",
        category="account",
        target=f"institution:{school.pk}",
        dedupe_key="gallery",
        created_at=timezone.now() - timedelta(days=1),
    )


def test_a_public_site_has_no_gallery():
    assert patterns(shown=False) == []


def test_list_names_every_kind_there_is(client, db):
    html = client.get("/ui/mails/").content.decode()

    kinds = [kind.key for kind in registry.all_kinds() if not kind.key.startswith("test_")]
    assert [key for key in (*kinds, *mails.ACCOUNT) if f"/ui/mails/{key}/" not in html] == []


@pytest.mark.parametrize("key", mails.ACCOUNT)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_mails_about_an_account_are_there_in_both_languages(db, key, language):
    mail = mails.preview(key, language)

    assert f'<html lang="{language}">' in mail.html
    assert mail.subject
    assert "Anna" in mail.text or "," in mail.text


def test_notice_is_worded_as_it_would_leave_and_nothing_stays(told, client):
    page = client.get("/ui/mails/school_verified/?taal=nl").content.decode()
    sheet = client.get("/ui/mails/school_verified/nl/html/")

    assert "ROC van Nergens" in page
    assert "sandbox" in sheet["Content-Security-Policy"]
    assert set(mails.LINK.findall(sheet.content.decode())) == {(' href="', '"')}
    assert 'href="http' not in sheet.content.decode()
    assert (Mail.objects.count(), Notice.objects.count()) == (0, 1)


def test_kind_of_which_nothing_is_there_says_so(client, db):
    assert b"so there is none to show" in client.get("/ui/mails/new_matches/").content
    assert client.get("/ui/mails/new_matches/nl/html/").status_code == 404


@pytest.mark.parametrize("path", ["no_such_kind/", "no_such_kind/nl/html/", "login_code/fr/html/"])
def test_what_is_no_kind_is_not_found(client, db, path):
    assert client.get(f"/ui/mails/{path}").status_code == 404
