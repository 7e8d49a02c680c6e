"""The pages of both sides: proposing, choosing, moving, cancelling, and the list of all."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from tests import factories
from tests.vacancies.meetings.conftest import take
from vacancies.applications import actions as applications
from vacancies.applications import hooks
from vacancies.applications.timeline import timeline_of
from vacancies.enums import MeetingStatus
from vacancies.lifecycles import Side
from vacancies.meetings import actions, panels, queries
from vacancies.models import Meeting

PRO, SCHOOL = Side.PROFESSIONAL, Side.SCHOOL


def page(client, name, row, **sent):
    address = reverse(name, args=[row.public_id])
    answer = client.post(address, sent, follow=True) if sent else client.get(address)
    return answer.content.decode()


def typed(interest, first=0, last=2, **values):
    slots = [slot.code for slot in queries.suggestions(interest)[first:last]]
    place = interest.vacancy.locations.get().pk
    return {"kind": "shadow_day", "slots": slots, "location": place} | values


def test_a_school_proposes_on_a_page(as_bram, interest):
    html = page(as_bram, "meeting_new", interest)
    assert html.count('name="slots"') >= 2

    html = page(as_bram, "meeting_new", interest, **typed(interest, note="Kom kijken."))

    meeting = Meeting.objects.get()
    assert meeting.note == "Kom kijken."
    assert "Proposed. Anna de Wit chooses." in html
    assert "Anna de Wit chooses one of these times" in html


def test_a_professional_proposes_on_a_page(as_anna, interest):
    html = page(as_anna, "my_meeting_new", interest, **typed(interest))

    assert Meeting.objects.get().proposed_by == PRO
    assert "Deltion College chooses one of these times" in html


def test_a_day_of_ones_own_choice_goes_along(as_bram, interest):
    one, two, three = queries.suggestions(interest)[:3]
    sent = typed(
        interest, 0, 1, own_on_0=two.on.isoformat(), own_part_0=str(two.part),
        own_on_2=three.on.isoformat(), own_part_2=str(three.part),
    )  # fmt: skip

    page(as_bram, "meeting_new", interest, **sent)

    options = Meeting.objects.get().options.all()
    assert [(row.on, row.day_part) for row in options] == [
        (slot.on, slot.bit) for slot in (one, two, three)
    ]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"slots": []}, "Choose two or three day-parts"),
        ({"slots": ["x"]}, "x"),
        ({"begins": "9:00"}, "Fill in both times"),
        ({"begins": "10:00", "ends": "9:00"}, "The end is later"),
        ({"own_on_0": "32-13-2027"}, "This is not a date"),
        ({"own_on_0": "2027-01-12"}, "Choose the part of the day too."),
        ({"own_part_1": "0"}, "Choose the day too."),
        ({"location": "0"}, "Select a valid choice"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(as_bram, interest, wrong, words):
    html = page(as_bram, "meeting_new", interest, **(typed(interest, note="Blijft staan.") | wrong))

    assert words in html
    assert "Blijft staan." in html
    assert not Meeting.objects.exists()


def test_the_other_sees_the_times_and_takes_one(as_anna, proposed):
    html = page(as_anna, "my_meeting", proposed)
    assert html.count('name="option"') == 2

    option = proposed.options.last().pk
    html = page(as_anna, "my_meeting_take", proposed, option=option, sequence=1)

    assert "Agreed. You both get it by mail." in html
    assert "Deltion College proposed it" in html
    assert "You chose this time" in html


def test_both_see_that_the_other_confirmed(as_bram, agreed):
    html = page(as_bram, "application", agreed.application)

    assert "You proposed it" in html
    assert "Anna de Wit chose this time" in html


def test_a_stale_choice_is_told(as_anna, proposed, planned, bram):
    option = proposed.options.first().pk
    actions.propose_others(proposed, side=SCHOOL, plan=planned(2, 4), sequence=1, by=bram)

    html = page(as_anna, "my_meeting_take", proposed, option=option, sequence=1)

    assert "This changed in the meantime." in html


@pytest.mark.parametrize("sequence", ["", "x", "-1", "99999999999"])
def test_a_strange_sequence_changes_nothing(as_anna, agreed, sequence):
    sent = {"reason": "Ziek.", "sequence": sequence}

    assert "in the meantime" in page(as_anna, "my_meeting_cancel", agreed, **sent)
    assert Meeting.objects.get().status == MeetingStatus.AGREED


def test_moving_on_a_page_asks_why(as_bram, agreed, interest):
    sent = typed(interest, 2, 4, sequence=2)
    html = page(as_bram, "meeting_other", agreed, **sent)
    assert "Tell the other in one sentence why." in html

    html = page(as_bram, "meeting_other", agreed, **sent, reason="Wim is ziek.")

    assert "Proposed. Anna de Wit chooses." in html
    assert Meeting.objects.get().status == MeetingStatus.PROPOSED


def test_who_moves_keeps_the_words_of_the_other(as_anna, agreed, interest, planned):
    Meeting.objects.update(place_note="Lokaal 2.")
    html = page(as_anna, "my_meeting_other", agreed)
    assert 'name="note"' not in html

    sent = typed(interest, 2, 4, sequence=2, reason="Dienst geruild.")
    page(as_anna, "my_meeting_other", agreed, **sent)

    row = Meeting.objects.get()
    assert (row.status, row.note) == (MeetingStatus.PROPOSED, "Je loopt mee met Wim.")
    assert row.place_note == "Lokaal 2."


def test_cancelling_on_a_page_asks_why(as_anna, agreed):
    html = page(as_anna, "my_meeting_cancel", agreed, sequence=2)
    assert "Tell the other in one sentence why." in html

    html = page(as_anna, "my_meeting_cancel", agreed, sequence=2, reason="Ik ben ziek.")

    assert "Cancelled. Deltion College is told." in html
    assert "You cancelled this." in html


def test_what_was_is_shown_as_held(as_anna, as_bram, agreed):
    with time_machine.travel(agreed.ends_at + timedelta(hours=1), tick=False):
        for client, name in ((as_anna, "my_meeting"), (as_bram, "meeting")):
            html = page(client, name, agreed)
            assert "This has been." in html
            assert "Cancel it" not in html
        html = as_anna.get(reverse("agenda")).content.decode()
        assert "Has been" in html


def test_times_that_passed_ask_for_others(as_anna, proposed):
    last = proposed.options.last().ends_at
    with time_machine.travel(last, tick=False):
        html = page(as_anna, "my_meeting", proposed)

    assert "have passed. Propose others." in html
    assert 'name="option"' not in html


@pytest.mark.parametrize("name", ["meeting", "meeting_other", "meeting_new"])
def test_a_stranger_finds_nothing(as_carla, as_anna, client, agreed, name):
    row = agreed.application if name == "meeting_new" else agreed
    address = reverse(name, args=[row.public_id])

    assert as_carla.get(address).status_code == 404
    assert as_anna.get(address).status_code == 404
    assert client.get(address).status_code == 302


def test_a_colleague_who_only_looks_is_not_let_in(sign_in, school_a, agreed):
    viewer = factories.MembershipFactory(institution=school_a, role="viewer").user

    assert sign_in(viewer).get(reverse("meeting", args=[agreed.public_id])).status_code == 404
    assert b"Come along" not in sign_in(viewer).get(reverse("agenda")).content


def test_another_professional_finds_nothing(sign_in, agreed):
    dirk = factories.ProfessionalFactory()

    for name in ("my_meeting", "my_meeting_other"):
        address = reverse(name, args=[agreed.public_id])
        assert sign_in(dirk.user).get(address).status_code == 404
    answer = sign_in(dirk.user).post(reverse("my_meeting_cancel", args=[agreed.public_id]))
    assert answer.status_code == 404


def test_a_yes_taken_back_hides_it_from_the_school(as_bram, as_anna, agreed, interest, anna):
    applications.withdraw(interest, by=anna.user)

    assert as_bram.get(reverse("meeting", args=[agreed.public_id])).status_code == 404
    assert "The application ended" in page(as_anna, "my_meeting", agreed)
    html = page(as_anna, "my_meeting_take", agreed, option=1, sequence=3)
    assert "has ended" in html


def test_the_agenda_tells_what_comes_and_gives_an_address(as_anna, as_bram, agreed):
    html = as_anna.get(reverse("agenda")).content.decode()

    assert "Come along for a day-part, Deltion College" in html
    assert "/agenda/" in html
    assert "Anna de Wit" in as_bram.get(reverse("agenda")).content.decode()


def test_an_empty_agenda_says_what_to_do(as_carla):
    assert "Did somebody say yes?" in as_carla.get(reverse("agenda")).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_agenda_asks_as_much_for_many(
    as_bram, anna, bram, interest, planned, school_a, count, django_assert_num_queries
):
    for number in range(count):
        vacancy = factories.VacancyFactory(institution=school_a, title=f"Les {number}")
        row = applications.show_interest(vacancy, anna, by=anna.user)
        actions.propose(row, side=SCHOOL, plan=planned(), by=bram)
    actions.make_feed(bram)

    with django_assert_num_queries(13):
        as_bram.get(reverse("agenda"))


# What others show of it


def test_the_timeline_tells_each_step_in_the_words_of_its_reader(agreed, interest):
    ours = [one.text for one in timeline_of(interest, SCHOOL)]
    theirs = [one.text for one in timeline_of(interest, PRO)]

    assert "You proposed: come along for a day-part." in ours
    assert "Deltion College proposed: come along for a day-part." in theirs
    assert [text for text in ours if text.startswith("Anna de Wit chose ")]
    assert [text for text in theirs if text.startswith("You chose ")]


def todo_of(application):
    application.refresh_from_db()
    return hooks.to_do.of([application]).get(application.pk)


def test_a_school_chooses_first_what_a_professional_proposes(interest, planned, anna):
    actions.propose(interest, side=PRO, plan=planned(), by=anna.user)

    assert todo_of(interest).text == "Choose a time"


def test_a_proposal_of_the_school_waits(proposed, interest):
    todo = todo_of(interest)

    assert (todo.text, todo.is_ours) == ("Times proposed, nothing chosen yet", False)


def test_after_it_was_the_school_tells_how_it_goes_on(agreed, interest):
    assert todo_of(interest).text == "Come along for a day-part"
    with time_machine.travel(agreed.ends_at + timedelta(hours=1), tick=False):
        todo = todo_of(interest)

    assert (todo.text, todo.rank) == ("Tell how it goes on", panels.WAS)


def test_todos_of_many_take_one_query(
    agreed, interest, anna, bram, planned, school_a, django_assert_num_queries
):
    vacancy = factories.VacancyFactory(institution=school_a)
    other = applications.show_interest(vacancy, anna, by=anna.user)
    actions.propose(other, side=SCHOOL, plan=planned(), by=bram)
    rows = [type(interest).objects.get(pk=row.pk) for row in (interest, other)]

    with django_assert_num_queries(1):
        assert len(panels.to_do(rows)) == 2


def test_what_is_kept_is_in_the_download(agreed, anna):
    from accounts.privacy.queries import download  # noqa: PLC0415

    told = download(anna.user)

    assert told["appointments"][0]["note"] == "Je loopt mee met Wim."
    assert len(told["appointments"][0]["options"]) == 2
    assert [row["verb"] for row in told["steps_of_appointments"]] == ["propose", "agree"]


def test_a_full_round_takes_part_in_the_conversation(as_anna, agreed, planned, bram, anna):
    actions.propose_others(
        agreed, side=SCHOOL, plan=planned(2, 4), sequence=2, reason="Wim is ziek.", by=bram
    )
    take(Meeting.objects.get(), anna.user)

    html = page(as_anna, "my_application", agreed.application)

    assert "“Wim is ziek.”" in html
    assert "You have an appointment." in html
