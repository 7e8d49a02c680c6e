"""The link of an employer: every state, every answer, and two at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection

from accounts.models import Notice
from tests.vacancies.employers.conftest import (
    NONE,
    OTHER,
    TODAY,
    a_change,
    an_ask,
    answer_of,
    letters,
    page_of,
)
from vacancies.employers import actions
from vacancies.employers.actions.answering import TEXT_VERSION, Conditions
from vacancies.employers.actions.moving import renew
from vacancies.employers.errors import Closed, ClosedError
from vacancies.employers.views import link
from vacancies.lifecycles import Side
from vacancies.models import Confirmation, EmployerRequest
from vacancies.placement import actions as placements

JA = {"what": "ja", "ja-name": "Jan Kuiper", "ja-version": "1"}
NEE = {"what": "nee", "nee-name": "Jan Kuiper", "nee-version": "1"}


def fresh(row: EmployerRequest) -> EmployerRequest:
    return EmployerRequest.objects.get(pk=row.pk)


def overdue(row: EmployerRequest) -> EmployerRequest:
    """The link ran out, with the digest of a link of that term."""
    row = fresh(row)
    row.expires_on = TODAY - timedelta(days=1)
    renew(row)
    row.save()
    return row


def test_the_page_tells_all_that_is_asked_and_no_more(asked, visitor):
    response = visitor.get(page_of(asked))
    text = response.content.decode()

    assert response.status_code == 200
    for told in ("Anna de Wit", "Deltion College", "5", "Tuesday afternoon", "own time"):
        assert told in text
    assert "7:653a" in text
    assert "anna@example.org" not in text
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in response["Cache-Control"]


def test_a_yes_with_its_evidence(asked, visitor, anna, bram):
    response = visitor.post(answer_of(asked), JA | {"ja-may_call_back": "on"}, follow=True)

    row = fresh(asked)
    assert (row.status, row.answered_by, row.may_call_back) == ("given", "Jan Kuiper", True)
    assert row.answered_at is not None
    assert row.text_version == TEXT_VERSION
    assert "Jan Kuiper agreed on" in response.content.decode()
    assert Confirmation.objects.get(party="employer").typed_name == "Jan Kuiper"
    told = Notice.objects.filter(kind="employer_moved").values_list("recipient", flat=True)
    assert set(told) == {anna.user_id, bram.pk}


def test_a_yes_without_a_name_is_no_yes(asked, visitor):
    response = visitor.post(answer_of(asked), JA | {"ja-name": " ", "ja-conditions": "Overleg"})

    assert fresh(asked).status == "asked"
    assert "error-summary" in response.content.decode()
    assert "Overleg" in response.content.decode()


def test_a_no_needs_a_reason(asked, visitor):
    visitor.post(answer_of(asked), NEE)
    assert fresh(asked).status == "asked"

    visitor.post(answer_of(asked), NEE | {"nee-ground": "conflict", "nee-note": "Onze klant."})
    row = fresh(asked)
    assert (row.status, row.refusal_ground, row.answer_note) == (
        "refused",
        "conflict",
        "Onze klant.",
    )


def test_planning_is_no_objective_reason_and_the_page_says_so(asked, visitor):
    planning = NEE | {"nee-ground": "planning"}
    page = visitor.post(answer_of(asked), planning).content.decode()
    assert fresh(asked).status == "asked"
    assert "does not know this as a reason" in page

    visitor.post(answer_of(asked), planning | {"nee-all_the_same": "on"})
    assert fresh(asked).refusal_ground == "planning"


def test_for_lending_planning_will_do(accepted, anna, visitor):
    row = actions.ask(accepted, ask=an_ask(scope="lending"), by=anna.user)

    visitor.post(answer_of(row), NEE | {"nee-ground": "planning"})

    assert fresh(row).status == "refused"


def test_other_day_parts(asked, visitor):
    bits = [str(bit) for bit in range(18) if OTHER >> bit & 1]
    visitor.post(
        answer_of(asked),
        {
            "what": "anders",
            "anders-name": "Jan",
            "anders-version": "1",
            "anders-day_parts": bits,
        },
    )

    row = fresh(asked)
    assert (row.status, row.counter_mask) == ("countered", OTHER)
    again = actions.agree(row, name="Jan", version=row.version, conditions=NONE)
    assert again.status == "given"


def test_the_second_answer_changes_nothing_and_is_told(given, visitor):
    response = visitor.post(
        answer_of(given), NEE | {"nee-ground": "law", "nee-version": "2"}, follow=True
    )

    assert fresh(given).status == "given"
    assert "There is an answer already" in response.content.decode()


def test_read_again_after_the_answer_until_the_link_ends(given, visitor):
    assert "Jan Kuiper agreed on" in visitor.get(page_of(given)).content.decode()

    row = overdue(given)
    page = visitor.get(page_of(row)).content.decode()
    assert "Send a new link" in page


def test_a_yes_can_be_taken_back_with_a_reason(given, visitor):
    visitor.post(
        answer_of(given),
        {
            "what": "terug",
            "terug-name": "Jan",
            "terug-version": "2",
            "terug-ground": "health",
        },
    )

    assert (fresh(given).status, fresh(given).refusal_ground) == ("refused", "health")


def test_a_link_of_a_yes_that_ran_out_is_renewed_to_the_known_address(given, visitor):
    row = overdue(given)
    before = len(letters())

    visitor.post(answer_of(row), {"what": "nieuwelink"})

    after = fresh(row)
    assert after.expires_on > TODAY
    assert letters()[-1].to_address == given.contact_email
    assert len(letters()) == before + 1
    assert visitor.get(page_of(after)).status_code == 200


def test_too_late_is_said_and_nothing_is_kept(asked, visitor):
    row = overdue(asked)

    page = visitor.post(answer_of(row), JA, follow=True).content.decode()

    assert fresh(asked).status == "asked"
    assert "no longer works" in page
    assert "ask your employee for a new link" in page
    with pytest.raises(ClosedError):
        actions.renew_link(row)


def test_taken_back_the_link_says_so(asked, anna, visitor):
    actions.take_back(asked, by=anna.user)

    assert "was taken back" in visitor.get(page_of(asked)).content.decode()


def test_work_called_off_the_link_says_so(given, bram, visitor):
    placements.cancel(given.placement, by=bram, side=Side.SCHOOL)

    assert "This does not go on" in visitor.get(page_of(given)).content.decode()


def test_changed_meanwhile_nothing_can_be_answered(asked, bram, visitor):
    row = asked.placement
    change = a_change(row, day_parts_mask=OTHER)
    actions.change(row, change=change, by=bram, version=row.version)

    page = visitor.get(page_of(asked)).content.decode()
    assert "is changing right now" in page
    with pytest.raises(ClosedError) as closed:
        actions.agree(asked, name="Jan", version=1, conditions=NONE)
    assert closed.value.why == Closed.CHANGED


def test_the_wrong_person_is_forgotten(asked, anna, visitor):
    old = page_of(asked)

    response = visitor.post(answer_of(asked), {"what": "nietvoormij", "version": "1"})

    row = fresh(asked)
    assert "Thank you for telling" in response.content.decode()
    assert (row.status, row.contact_name, row.contact_email) == ("expired", "", "")
    assert visitor.get(old).status_code == 410
    assert Notice.objects.get(kind="employer_moved").recipient == anna.user
    actions.ask(row.placement, ask=an_ask(contact_email="goed@las.example"), by=anna.user)


@pytest.mark.parametrize("token", ["x", "x.y", "WzEsImEiXQ.zzz", "%C3%A9"])
def test_a_made_up_link_opens_nothing(token, visitor, asked):
    assert visitor.get(f"/werkgever/{token}/").status_code == 404
    assert visitor.post(f"/werkgever/{token}/antwoord/", JA).status_code == 404


def test_what_is_no_answer_is_no_answer(asked, visitor):
    assert visitor.post(answer_of(asked), {"what": "x"}).status_code == 200
    assert visitor.get(answer_of(asked)).status_code == 405
    assert fresh(asked).status == "asked"


def test_not_too_often(asked, visitor, monkeypatch):
    monkeypatch.setattr(link, "MOST", 2)

    codes = [visitor.get(page_of(asked)).status_code for _ in range(3)]

    assert codes == [200, 200, 429]


@pytest.mark.parametrize(
    ("hours", "warns"), [("24", "notice-info"), ("44", "notice-warning"), ("58", "at most")]
)
def test_hours_are_added_up_and_not_kept(asked, visitor, hours, warns):
    page = visitor.get(page_of(asked), {"uren": hours}).content.decode()

    assert "Working hours together" in page
    assert warns in page


def test_hours_that_cannot_be(asked, visitor):
    assert (
        "Working hours together"
        not in visitor.get(page_of(asked), {"uren": "veel"}).content.decode()
    )


@pytest.mark.django_db(transaction=True)
def test_two_answers_at_once_are_one(asked):
    start = Barrier(2)

    def answer(number: int) -> str:
        try:
            start.wait(timeout=10)
            if number:
                actions.agree(asked, name="Jan", version=1, conditions=Conditions())
            else:
                actions.refuse(asked, name="Piet", version=1, ground="law")
        except ClosedError as closed:
            return str(closed.why)
        finally:
            connection.close()
        return "kept"

    with ThreadPoolExecutor(2) as pool:
        results = sorted(pool.map(answer, range(2)))

    assert results == ["done", "kept"]
    assert fresh(asked).steps.count() == 2
