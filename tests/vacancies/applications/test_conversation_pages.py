"""The page of each side: as its owner, a colleague, a stranger, and signed out."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests import factories
from tests.papers import upload
from vacancies.applications import actions
from vacancies.applications.hooks import Entry, Panel, entries, panels
from vacancies.enums import ApplicationStatus
from vacancies.lifecycles import Side
from vacancies.models import Message

STATES = [state for state in ApplicationStatus if state != ApplicationStatus.WITHDRAWN]


@pytest.fixture
def mine(interest):
    return f"/mijn/sollicitaties/{interest.public_id}/"


@pytest.fixture
def theirs(interest):
    return f"/school/interesse/{interest.public_id}/"


def _text(answer):
    return answer.content.decode()


@pytest.mark.parametrize("state", STATES)
def test_both_sides_open_their_page_in_every_state(state, vacancy, anna, as_anna, as_bram):
    row = factories.ApplicationFactory(vacancy=vacancy, professional=anna, status=state)

    for client, start in ((as_anna, "/mijn/sollicitaties/"), (as_bram, "/school/interesse/")):
        assert client.get(f"{start}{row.public_id}/").status_code == 200


def test_a_yes_taken_back_is_still_read_by_its_owner(mine, theirs, interest, as_anna, as_bram):
    as_anna.post(f"{mine}intrekken/")

    assert "You took your yes back" in _text(as_anna.get(mine))
    assert as_bram.get(theirs).status_code == 404


def test_strangers_find_no_such_page(mine, theirs, as_carla, sign_in):
    other = sign_in(factories.ProfessionalFactory().user)

    assert other.get(mine).status_code == 404
    assert as_carla.get(theirs).status_code == 404
    for page in (mine, theirs):
        assert Client().get(page).status_code == 302


def test_another_recruiter_of_the_school_reads_along(theirs, interest, school_a, sign_in):
    colleague = factories.MembershipFactory(institution=school_a).user

    assert "Ik las dit graag." in _text(sign_in(colleague).get(theirs))


def test_both_read_the_same_facts_in_their_own_words(
    mine, theirs, interest, as_anna, as_bram, bram
):
    actions.talk(interest, by=bram)
    actions.write(interest, side=Side.SCHOOL, text="Welkom!", by=bram)

    for page in (_text(as_anna.get(mine)), _text(as_bram.get(theirs))):
        assert "Ik las dit graag." in page
        assert "Welkom!" in page
    assert "Deltion College wants to talk with you." in _text(as_anna.get(mine))
    assert "You started the conversation." in _text(as_bram.get(theirs))


def test_a_message_with_a_file_is_sent_and_fetched(mine, theirs, interest, as_anna, as_bram):
    as_anna.post(f"{mine}bericht/", {"text": "Zie mijn diploma.", "file": upload()})

    message = Message.objects.get()
    address = f"/school/interesse/bestand/{message.public_id}/"
    assert address in _text(as_bram.get(theirs))
    answer = as_bram.get(address)
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]


def test_a_file_is_for_the_two_only(mine, as_anna, as_carla, as_bram, sign_in):
    as_anna.post(f"{mine}bericht/", {"text": "", "file": upload()})
    key = Message.objects.get().public_id
    other = sign_in(factories.ProfessionalFactory().user)

    assert as_anna.get(f"/mijn/sollicitaties/bestand/{key}/").status_code == 200
    assert other.get(f"/mijn/sollicitaties/bestand/{key}/").status_code == 404
    assert as_carla.get(f"/school/interesse/bestand/{key}/").status_code == 404
    assert Client().get(f"/school/interesse/bestand/{key}/").status_code == 302


def test_after_a_yes_was_taken_back_the_school_fetches_nothing(mine, as_anna, as_bram):
    as_anna.post(f"{mine}bericht/", {"text": "", "file": upload()})
    as_anna.post(f"{mine}intrekken/")

    key = Message.objects.get().public_id
    assert as_bram.get(f"/school/interesse/bestand/{key}/").status_code == 404


def test_what_was_typed_stays_when_a_file_is_refused(mine, as_anna):
    broken = SimpleUploadedFile("brief.pdf", b"no pdf at all")
    page = _text(as_anna.post(f"{mine}bericht/", {"text": "Mag ik komen?", "file": broken}))

    assert "Mag ik komen?" in page
    assert "This is not a PDF, JPEG or PNG." in page
    assert not Message.objects.exists()


def test_an_empty_message_says_so(theirs, as_bram):
    page = _text(as_bram.post(f"{theirs}bericht/", {"text": " "}))

    assert "Write something, or choose a file." in page


def test_opening_the_page_marks_the_messages_read(mine, theirs, interest, as_anna, as_bram, bram):
    actions.write(interest, side=Side.SCHOOL, text="Welkom!", by=bram)
    assert "One new message" in _text(as_anna.get("/mijn/sollicitaties/"))

    as_anna.get(mine)

    assert "One new message" not in _text(as_anna.get("/mijn/sollicitaties/"))
    assert "Read on" in _text(as_bram.get(theirs))


def test_the_school_talks_and_comes_back_on_a_no(theirs, interest, as_bram):
    as_bram.post(f"{theirs}in-gesprek/")
    as_bram.post(f"{theirs}niet-verder/", {"answer": "Dank je."})
    as_bram.post(f"{theirs}toch-verder/")

    verbs = list(interest.steps.values_list("verb", flat=True))
    assert verbs == ["say_yes", "talk", "decline", "go_on_after_all"]


@pytest.mark.parametrize("step", ["bericht", "in-gesprek", "niet-verder", "toch-verder"])
def test_a_stranger_posts_nothing(theirs, interest, as_carla, as_anna, step):
    for client in (as_carla, as_anna):
        assert client.post(f"{theirs}{step}/", {"text": "Hoi"}).status_code == 404

    assert interest.steps.count() == 1


def test_after_a_no_the_next_step_is_there(mine, interest, as_anna, bram):
    actions.decline(interest, by=bram)

    page = _text(as_anna.get(mine))

    assert "Not further with this vacancy" in page
    assert "Search all vacancies" in page


def test_why_a_moderator_took_a_step_back_is_on_both_pages(
    mine, theirs, interest, as_anna, as_bram, bram, mo
):
    actions.talk(interest, by=bram)
    actions.undo_last_step(interest, reason="Verkeerde knop.", by=mo)

    for page in (_text(as_anna.get(mine)), _text(as_bram.get(theirs))):
        assert "Verkeerde knop." in page


def test_features_above_add_panels_and_entries(mine, interest, as_anna, monkeypatch):
    def panel(row, side, request):
        return Panel(20, "vacancies/applications/_after_a_no.html", {})

    def entry(row, side):
        yield Entry(row.created_at, Side.SCHOOL, "Something of above.")

    monkeypatch.setattr(panels, "_listeners", [panel, lambda *told: None])
    monkeypatch.setattr(entries, "_listeners", [entry])

    page = _text(as_anna.get(mine))

    assert "Something of above." in page
    assert "Nothing else fits today." in page


@pytest.mark.parametrize("count", [1, 6])
def test_a_long_conversation_asks_a_constant_number_of_queries(
    count, mine, interest, as_anna, anna, bram, django_assert_max_num_queries
):
    for number in range(count):
        actions.write(interest, side=Side.SCHOOL, text=f"Bericht {number}", by=bram)
        actions.write(interest, side=Side.PROFESSIONAL, text=f"Antwoord {number}", by=anna.user)
    as_anna.get(mine)

    with django_assert_max_num_queries(34):
        as_anna.get(mine)
