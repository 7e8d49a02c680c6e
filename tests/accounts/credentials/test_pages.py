from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.credentials import actions, files, registry
from accounts.enums import CredentialKind
from accounts.models import AuditEvent, Credential, RouteAnswers
from accounts.notifications.queries import unread_count
from accounts.privacy.queries import download
from tests import factories
from tests.papers import JPEG, PDF, PNG, content_of, upload

pytestmark = pytest.mark.django_db

LIST, NEW = "/mijn/bewijsstukken/", "/mijn/bewijsstukken/nieuw/"
VCA = {"field": "VCA VOL", "issuer": "SSVV", "issued_on": "2025-05-01", "valid_until": "2035-05-01"}
TODAY = timezone.localdate()


@pytest.fixture
def kept(anna):
    paper = factories.CredentialFactory(professional=anna)
    return actions.attach(paper, files.accepted(upload()), by=anna.user)


def of(paper, end="") -> str:
    return f"{LIST}{paper.public_id}/{end}"


def at_school(paper) -> str:
    return reverse("credential_file_for_school", args=[paper.public_id])


# The list


def test_an_empty_list_says_what_to_do(as_anna):
    page = as_anna.get(LIST).text

    assert "No papers yet" in page
    assert f'href="{NEW}"' in page


@pytest.mark.parametrize("number", [1, 3])
def test_a_list_takes_the_same_queries(anna, as_anna, number, school_a, django_assert_num_queries):
    for _ in range(number):
        paper = factories.CredentialFactory(professional=anna)
        factories.CredentialCheckFactory(credential=paper, institution=school_a)
    as_anna.get(LIST)

    with django_assert_num_queries(10):
        page = as_anna.get(LIST).text

    assert page.count("Deltion College saw it on") == number


def test_the_list_says_what_runs_out_when(anna, as_anna):
    for days in (-1, 0, 5, 40, 200):
        factories.CredentialFactory(
            professional=anna, field=f"In {days}", valid_until=TODAY + timedelta(days=days)
        )
    factories.CredentialFactory(professional=anna, kind="vog", issued_on=TODAY)
    factories.CredentialFactory(professional=anna, kind="vog", issued_on=date(2020, 8, 31))

    page = as_anna.get(LIST).text.replace("\xa0", " ")

    assert "Ran out on" in page
    assert ", today." in page
    assert ", in 5 days." in page
    assert ", in 5 weeks." in page
    assert "Valid until" in page
    assert "You can show it to a new school until" in page
    assert "Too old for a new school since 28 February 2021." in page
    assert "it may be at most 6 months old" in page


def test_without_the_number_of_the_law_nothing_is_made_up(anna, as_anna, monkeypatch):
    monkeypatch.setattr(registry.vog_term, "_months", None)
    factories.CredentialFactory(professional=anna, kind="vog", issued_on=TODAY)

    page = as_anna.get(LIST).text

    assert "You can show it" not in page
    assert "months old" not in page


def test_the_list_says_which_school_saw_which(anna, as_anna, kept, yes, bram, school_a):
    actions.reject(kept, institution=school_a, reason="Not readable", by=bram)
    actions.note_read(kept, institution=school_a, by=bram)
    actions.note_read(kept, institution=school_a, by=bram)

    page = as_anna.get(LIST).text

    assert "Deltion College did not accept it on" in page
    assert "Not readable" in page
    assert page.count("Deltion College fetched the file, last on") == 1
    assert "Bram" not in page


def test_only_own_papers_are_listed(as_anna):
    factories.CredentialFactory(field="Of somebody else")

    assert "Of somebody else" not in as_anna.get(LIST).text


# What the law asks as well


def test_answers_are_kept(anna, as_anna):
    said = {
        "all_told": "yes", "no_ban": "yes", "practice_since": "2014-01-01",
        "instructor_since": "", "course_kind": "bbl", "course_until": "2030-07-31",
    }  # fmt: skip

    page = as_anna.post(LIST, said, follow=True).text

    row = RouteAnswers.objects.get(professional=anna)
    assert "Your answers are saved." in page
    assert (row.papers_told_on, row.no_ban_declared_on) == (TODAY, TODAY)
    assert (row.practice_since, row.instructor_since) == (date(2014, 1, 1), None)
    assert (row.course_kind, row.course_until) == ("bbl", date(2030, 7, 31))


def test_a_yes_keeps_its_day_and_can_be_taken_back(anna, as_anna):
    factories.RouteAnswersFactory(professional=anna)

    as_anna.post(LIST, {"all_told": "yes", "no_ban": ""})

    row = RouteAnswers.objects.get(professional=anna)
    assert (row.papers_told_on, row.no_ban_declared_on) == (date(2025, 5, 1), None)


def test_everything_may_stay_open(anna, as_anna):
    as_anna.post(LIST, {})

    row = RouteAnswers.objects.filter(professional=anna).first()
    assert row is None or (row.papers_told_on, row.no_ban_declared_on) == (None, None)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"practice_since": "2999-01-01"}, "This day is still to come."),
        ({"instructor_since": "1890-01-01"}, "Look at the year: this is too long ago."),
        ({"practice_since": "yesterday"}, "This is not a date."),
        ({"course_kind": "bbl"}, "Tell until when the course takes."),
        ({"course_until": "2030-01-01"}, "Choose which course it is."),
        ({"course_kind": "piano"}, "Choose from the list."),
        ({"all_told": "\x00"}, "Choose from the list."),
    ],
)
def test_a_wrong_answer_is_told_beside_its_field(as_anna, said, words):
    page = as_anna.post(LIST, said).text

    assert words in page
    assert not RouteAnswers.objects.exists()


# Adding and changing


def test_first_the_kind_then_its_fields(as_anna):
    page = as_anna.get(NEW).text
    assert page.count("?soort=") == len(CredentialKind.values)

    form = as_anna.get(NEW, {"soort": "vog"}).context["form"]
    assert list(form.fields) == ["issued_on"]
    form = as_anna.get(NEW, {"soort": "foreign_diploma"}).context["form"]
    assert list(form.fields) == ["origin", "scope", "field", "issuer", "issued_on", "file"]


@pytest.mark.parametrize("kind", CredentialKind.values)
def test_every_kind_has_a_form(as_anna, kind):
    assert as_anna.get(NEW, {"soort": kind}).status_code == 200


@pytest.mark.parametrize("kind", ["", "passport", "vog'--", "%00"])
def test_an_unknown_kind_shows_the_choice(as_anna, kind):
    assert "Which paper do you have?" in as_anna.get(NEW, {"soort": kind}).text


def test_a_paper_is_added_with_its_file(anna, as_anna):
    sent = {**VCA, "file": upload(PNG, "foto van vca.png")}

    page = as_anna.post(f"{NEW}?soort=trade_certificate", sent, follow=True).text

    paper = anna.credentials.get()
    assert "Saved with your papers." in page
    assert (paper.field, paper.issuer, paper.file_name) == ("VCA VOL", "SSVV", "foto van vca.png")
    assert content_of(paper) == PNG


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (upload(b"<svg/>", "vca.svg"), "This is not a PDF, JPEG or PNG"),
        (upload(b"<html><script>", "vca.pdf"), "This is not a PDF, JPEG or PNG"),
        (upload(b"%PDF-1.4<script>", "vca.pdf"), "damaged or not whole"),
        (upload(b"", "vca.pdf"), "This file is empty"),
        (upload(PDF + bytes(files.MOST_BYTES), "vca.pdf"), "larger than 10 MB"),
    ],
)
def test_a_wrong_file_is_told_beside_its_field_and_the_rest_stays(as_anna, file, words):
    file.seek(0)
    answer = as_anna.post(f"{NEW}?soort=trade_certificate", {**VCA, "file": file})

    assert words in answer.context["form"].errors["file"][0]
    assert 'value="VCA VOL"' in answer.text
    assert 'value="2035-05-01"' in answer.text
    assert not Credential.objects.exists()


def test_a_good_file_beside_a_wrong_field_has_to_be_chosen_again(as_anna):
    sent = {**VCA, "valid_until": "2025-04-01", "file": upload()}

    answer = as_anna.post(f"{NEW}?soort=trade_certificate", sent)

    errors = answer.context["form"].errors
    assert list(errors) == ["valid_until", "file"]
    assert "choose it again" in errors["file"][0]


def test_a_vog_is_a_date_and_nothing_else(anna, as_anna):
    page = as_anna.get(NEW, {"soort": "vog"}).text
    assert 'type="file"' not in page
    assert "The VOG: only a date" in page

    sent = {"issued_on": "2026-05-01", "field": "secret", "file": upload()}
    as_anna.post(f"{NEW}?soort=vog", sent)

    paper = anna.credentials.get()
    assert (paper.issued_on, paper.field, paper.file.name) == (date(2026, 5, 1), "", "")


def test_what_is_needed_is_asked(as_anna):
    page = as_anna.post(f"{NEW}?soort=foreign_diploma", {}).context["form"]

    assert set(page.errors) == {"origin", "scope"}


def test_a_number_in_the_name_of_a_file_is_told_and_taken_out(anna, as_anna):
    sent = {**VCA, "file": upload(PDF, "vca 111222333.pdf")}

    page = as_anna.post(f"{NEW}?soort=trade_certificate", sent, follow=True).text

    assert "looks like your citizen service number" in page
    assert anna.credentials.get().file_name == "vca.pdf"


def test_a_number_in_a_field_is_refused(as_anna):
    answer = as_anna.post(f"{NEW}?soort=pdg", {"issuer": "111222333"})

    assert "Leave it out" in answer.context["form"].errors["issuer"][0]


def test_the_sixty_first_paper_is_refused_with_a_reason(as_anna, monkeypatch):
    monkeypatch.setattr("accounts.credentials.actions.keeping.MOST_PAPERS", 0)

    assert "60 papers" in as_anna.post(f"{NEW}?soort=pdg", {}).text


def test_a_paper_is_changed_and_its_file_replaced(anna, as_anna, kept):
    assert f"{of(kept)}bestand/" in as_anna.get(of(kept)).text

    as_anna.post(of(kept), {**VCA, "field": "NEN 3140", "file": upload(JPEG, "nen.jpeg")})

    kept.refresh_from_db()
    assert (kept.field, kept.file_name, content_of(kept)) == ("NEN 3140", "nen.jpg", JPEG)


def test_a_file_is_taken_away(as_anna, kept):
    as_anna.post(of(kept), {**VCA, "drop_file": "on"})

    kept.refresh_from_db()
    assert (kept.file.name, kept.issuer) == ("", "SSVV")


def test_who_changes_a_seen_paper_is_told_first(as_anna, kept, school_a):
    factories.CredentialCheckFactory(credential=kept, institution=school_a)

    assert "it has to look again" in as_anna.get(of(kept)).text


def test_reading_a_paper_answers_its_reminder(anna, as_anna, kept):
    Credential.objects.filter(pk=kept.pk).update(valid_until=TODAY)
    actions.remind()
    assert unread_count(anna.user) == 1

    as_anna.get(of(kept))

    assert unread_count(anna.user) == 0


def test_removing_asks_first(as_anna, kept):
    assert "Delete this paper?" in as_anna.get(of(kept, "verwijderen/")).text
    assert Credential.objects.exists()

    page = as_anna.post(of(kept, "verwijderen/"), follow=True).text

    assert "The paper is deleted" in page
    assert not Credential.objects.exists()


# Files


def test_the_owner_fetches_the_file_and_nothing_runs_it(as_anna, kept):
    answer = as_anna.get(of(kept, "bestand/"))

    assert answer.content == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="diploma.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Content-Security-Policy"].startswith("sandbox; default-src 'none'")


def test_a_school_fetches_after_a_yes_and_the_owner_sees_it(as_anna, as_bram, kept, yes, school_a):
    assert as_bram.get(at_school(kept)).content == PDF

    assert AuditEvent.objects.get(verb="credential.read").detail == {"institution": school_a.pk}
    assert "Deltion College fetched the file" in as_anna.get(of(kept)).text


def test_the_owner_reading_is_no_news(as_anna, kept):
    as_anna.get(of(kept, "bestand/"))

    assert not AuditEvent.objects.filter(verb="credential.read").exists()


def test_a_school_without_a_yes_finds_nothing(as_bram, as_carla, kept, yes):
    yes.status = "declined"
    yes.ended_at = timezone.now()
    yes.save()

    assert as_bram.get(at_school(kept)).status_code == 404
    assert as_carla.get(at_school(kept)).status_code == 404
    assert not AuditEvent.objects.filter(verb="credential.read").exists()


@pytest.mark.parametrize("end", ["", "verwijderen/", "bestand/"])
def test_strangers_find_nothing_and_who_is_outside_is_sent_to_the_door(
    client, as_bram, as_carla, desk, sign_in, kept, yes, end
):
    other = sign_in(factories.ProfessionalFactory().user)

    for stranger in (other, as_bram, as_carla, desk):
        assert stranger.get(of(kept, end)).status_code == 404
        assert stranger.post(of(kept, end)).status_code == 404
    assert reverse("account_request_login_code") in client.get(of(kept, end))["Location"]
    assert reverse("account_request_login_code") in client.get(at_school(kept))["Location"]
    assert other.get(at_school(kept)).status_code == 404


def test_a_paper_without_a_file_has_nothing_to_fetch(as_anna, as_bram, paper, yes):
    assert as_anna.get(of(paper, "bestand/")).status_code == 404
    assert as_bram.get(at_school(paper)).status_code == 404


# The download and the desk


def test_the_download_tells_papers_and_where_the_files_are(anna, kept, school_a):
    factories.CredentialCheckFactory(credential=kept, institution=school_a)
    factories.RouteAnswersFactory(professional=anna)

    data = download(anna.user)

    assert data["papers"][0]["field"] == "VCA VOL"
    assert data["papers"][0]["file"] == f"http://testserver{of(kept, 'bestand/')}"
    assert data["papers_seen"][0]["institution"] == "Deltion College"
    assert data["answers_about_routes"][0]["no_ban_declared_on"] == date(2025, 5, 1)


def test_a_moderator_reads_what_was_told_but_no_file(desk, kept, mo):
    page = desk.get(reverse("admin:accounts_credential_change", args=[kept.pk])).content.decode()

    assert "VCA VOL" in page
    assert "diploma.pdf" not in page
    assert kept.file.name not in page
    assert AuditEvent.objects.get(verb="credential.opened_by_moderator").actor == mo


def test_the_list_of_papers_names_its_columns_in_words(desk, kept):
    page = desk.get(reverse("admin:accounts_credential_changelist")).content.decode()

    assert "Changed at" in page
    assert "Updated at" not in page
