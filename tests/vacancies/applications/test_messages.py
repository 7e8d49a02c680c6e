"""What both sides write: who reads it, what is told of it, and what becomes of a file."""

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied

from accounts.credentials import files
from accounts.models.credential import private_files
from accounts.notifications import delivery
from accounts.privacy.actions import delete_account
from tests import factories
from tests.papers import upload
from vacancies.applications import actions, personal
from vacancies.applications.actions import RefusedError
from vacancies.lifecycles import Side
from vacancies.models import Message


@pytest.fixture
def paper():
    return files.accepted(upload())


@pytest.fixture
def said(interest, anna, paper):
    return actions.write(
        interest, side=Side.PROFESSIONAL, text="Mag ik komen kijken?", file=paper, by=anna.user
    )


def test_the_other_side_is_told_without_the_text_or_the_name(interest, anna, bram):
    actions.write(interest, side=Side.PROFESSIONAL, text="Mag ik komen kijken?", by=anna.user)
    delivery.deliver()

    [letter] = mail.outbox
    assert letter.to == [bram.email]
    assert "Mag ik komen" not in letter.body + letter.subject
    assert "Anna" not in letter.body + letter.subject


def test_the_professional_reads_which_school_wrote(interest, anna, bram):
    actions.write(interest, side=Side.SCHOOL, text="Kom gerust.", by=bram)
    delivery.deliver()

    [letter] = mail.outbox
    assert letter.to == [anna.user.email]
    assert letter.subject == "Deltion College wrote to you"


def test_more_messages_before_they_are_read_are_told_once(interest, anna, bram):
    for text in ("Mag ik komen kijken?", "Of op donderdag?"):
        actions.write(interest, side=Side.PROFESSIONAL, text=text, by=anna.user)

    assert bram.notices.filter(kind="application_message").count() == 1


def test_after_reading_the_next_message_is_told_again(interest, anna, bram):
    actions.write(interest, side=Side.PROFESSIONAL, text="Mag ik komen?", by=anna.user)
    actions.mark_read(interest, side=Side.SCHOOL)
    actions.write(interest, side=Side.PROFESSIONAL, text="Of donderdag?", by=anna.user)

    assert bram.notices.filter(kind="application_message").count() == 2


def test_the_same_words_sent_twice_are_once(interest, anna):
    for _ in range(2):
        actions.write(interest, side=Side.PROFESSIONAL, text="Mag ik komen?", by=anna.user)

    assert Message.objects.count() == 1


@pytest.mark.parametrize("text", ["", "  \n ", "x" * 4001])
def test_nothing_and_too_much_are_refused(interest, anna, text):
    with pytest.raises(RefusedError):
        actions.write(interest, side=Side.PROFESSIONAL, text=text, by=anna.user)


def test_after_a_yes_was_taken_back_nobody_writes(interest, anna, bram):
    actions.withdraw(interest, by=anna.user)

    with pytest.raises(RefusedError):
        actions.write(interest, side=Side.SCHOOL, text="Jammer!", by=bram)


@pytest.mark.parametrize("side", [Side.PROFESSIONAL, Side.SCHOOL])
def test_a_stranger_writes_nothing_and_leaves_no_file(interest, carla, paper, side):
    before = _stored()

    with pytest.raises(PermissionDenied):
        actions.write(interest, side=side, text="Hoi", file=paper, by=carla)

    assert _stored() == before


def test_a_file_is_kept_under_a_name_that_says_nothing(said):
    assert said.file.name.startswith("messages/")
    assert "anna" not in said.file.name
    assert private_files().exists(said.file.name)


def test_reading_marks_only_what_the_other_wrote(interest, said, bram):
    answer = actions.write(interest, side=Side.SCHOOL, text="Kom gerust.", by=bram)

    assert actions.mark_read(interest, side=Side.SCHOOL) == 1

    said.refresh_from_db()
    answer.refresh_from_db()
    assert said.read_at is not None
    assert answer.read_at is None


def test_what_was_said_is_in_the_download(interest, said, anna, bram):
    actions.talk(interest, by=bram)

    told = {key: section(anna.user) for key, section in personal.SECTIONS.items()}

    assert [row["verb"] for row in told["steps_of_interest"]] == ["say_yes", "talk"]
    [message] = told["messages_with_schools"]
    assert message["text"] == "Mag ik komen kijken?"
    assert str(said.public_id) in message["file"]


def test_a_deleted_account_takes_its_files_along(said, anna, django_capture_on_commit_callbacks):
    address = said.file.name

    with django_capture_on_commit_callbacks(execute=True):
        delete_account(anna.user, by=anna.user)

    assert not Message.objects.exists()
    assert not private_files().exists(address)


def test_a_colleague_who_leaves_stays_in_the_conversation_without_a_name(interest, bram, anna):
    factories.MembershipFactory(institution=interest.vacancy.institution, role="owner")
    actions.write(interest, side=Side.SCHOOL, text="Kom gerust.", by=bram)

    delete_account(bram, by=bram)

    assert Message.objects.get().by is None


def _stored():
    storage = private_files()
    return set(storage.listdir("messages")[1]) if storage.exists("messages") else set()
