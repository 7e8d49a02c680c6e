"""Numbers of the law at the desk: every way in which an answer of before could change is shut."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from accounts.audit.queries import timeline
from accounts.models import User
from tests.desk import faults, page
from tests.vacancies.admin.numbers import NAME, change, errors, in_days, row, rows, today, typed
from vacancies.models import RuleConstant
from vacancies.moderation import actions
from vacancies.moderation.actions import NewNumber, RefusedError
from vacancies.moderation.dating import Span
from vacancies.routes.book import rule_book

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "changed",
    [
        {"value": "7"},
        {"valid_from": "2020-06-01"},
        {"name": "guest_teaching_weeks"},
        {"unit": "lessons"},
        {"confirm_code": ""},
        {"confirmed_on": "2026-01-01"},
    ],
)
def test_what_stands_cannot_be_typed_over(
    desk: Client, now: RuleConstant, changed: dict[str, str]
) -> None:
    RuleConstant.objects.filter(pk=now.pk).update(confirm_code="C2")

    change(desk, now, **changed)

    fields = ("name", "value", "unit", "valid_from", "confirm_code", "confirmed_on")
    told = RuleConstant.objects.values_list(*fields).get(pk=now.pk)
    assert told == (NAME, "6", "", date(2021, 1, 1), "C2", None)


def test_a_row_that_began_cannot_end_before_today(desk: Client, now: RuleConstant) -> None:
    response = change(desk, now, valid_to=in_days(-1))

    assert list(errors(response)) == ["valid_to"]
    assert faults(response) == []
    assert rows()[1][2] is None


def test_a_row_that_began_gets_a_last_day_from_today_on(desk: Client, now: RuleConstant) -> None:
    response = change(desk, now, valid_to=today())

    assert response.status_code == 302
    assert rows()[1] == ("6", date(2021, 1, 1), today())


def test_a_row_that_began_cannot_be_deleted(desk: Client, now: RuleConstant) -> None:
    typed = {"action": "delete_selected", "_selected_action": [now.pk], "post": "yes"}

    desk.post(page(RuleConstant, "changelist"), typed)
    refused = desk.post(page(RuleConstant, "delete", now.pk), {"post": "yes"})

    assert refused.status_code == 403
    assert len(rows()) == 2


def test_an_earlier_version_is_read_and_never_put_back(desk: Client, now: RuleConstant) -> None:
    first = now.history.latest()
    address = page(RuleConstant, "simple_history", now.pk, first.pk)

    assert faults(desk.get(address)) == []
    assert desk.post(address, typed(now, value="5")).status_code == 403
    assert rows()[1][0] == "6"


def test_the_first_row_stands_before_it_begins(desk: Client) -> None:
    first = row("6", in_days(20))

    change(desk, first, value="7")

    assert rows() == [("6", in_days(20), None)]
    assert desk.post(page(RuleConstant, "delete", first.pk), {"post": "yes"}).status_code == 403


def test_a_row_to_come_is_edited_and_unconfirmed_again(
    desk: Client, later: RuleConstant, mo: User
) -> None:
    actions.confirm_constant(later, by=mo)

    response = change(desk, later, value="7,5")

    later.refresh_from_db()
    assert response.status_code == 302
    assert (later.value, later.confirmed_on, later.confirm_code) == ("7.5", None, "new")
    assert later.history.first().history_user == mo
    assert timeline(later)[0].verb == "constant.edited"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"valid_from": 0}, "valid_from"),
        ({"valid_from": -400}, "valid_from"),
        ({"valid_from": 9}, "valid_from"),
        ({"valid_from": 12}, "valid_from"),
        ({"valid_to": 5}, "valid_to"),
        ({"value": "many"}, "value"),
        ({"value": "41"}, "value"),
    ],
)
def test_a_row_to_come_stays_in_line(
    desk: Client, later: RuleConstant, changed: dict[str, Any], field: str
) -> None:
    before = rows()
    days = {key: in_days(day) if isinstance(day, int) else day for key, day in changed.items()}

    response = change(desk, later, **days)

    assert list(errors(response)) == [field]
    assert faults(response) == []
    assert rows() == before


def test_a_gap_is_left_only_when_that_is_meant(desk: Client, later: RuleConstant) -> None:
    response = change(desk, later, valid_from=in_days(12), gap_is_meant="on")

    assert response.status_code == 302
    assert rows()[1:] == [("6", date(2021, 1, 1), in_days(9)), ("8", in_days(12), None)]


def test_a_row_that_never_began_is_taken_back(desk: Client, later: RuleConstant, mo: User) -> None:
    response = desk.post(page(RuleConstant, "delete", later.pk), {"post": "yes"})

    assert response.status_code == 302
    assert rows()[1:] == [("6", date(2021, 1, 1), None)]
    assert RuleConstant.history.filter(id=later.pk).first().history_user == mo


def test_the_site_refuses_to_take_back_what_stands(now: RuleConstant, mo: User) -> None:
    with pytest.raises(RefusedError):
        actions.withdraw_constant(now, by=mo)


def test_a_number_is_replaced_from_a_day_to_come(desk: Client, now: RuleConstant, mo: User) -> None:
    address = page(RuleConstant, "replace", now.pk)
    typed = {"value": "8", "starts_on": in_days(1), "source_title": "Stcrt 2026", "source_url": ""}

    assert faults(desk.get(address)) == []
    told = desk.post(address, typed, follow=True)

    assert rows()[1:] == [("6", date(2021, 1, 1), today()), ("8", in_days(1), None)]
    made = RuleConstant.objects.get(value="8")
    assert (made.source_title, made.confirmed_on, made.confirm_code) == ("Stcrt 2026", None, "new")
    assert "Confirm it in the list" in told.content.decode()
    assert timeline(now)[0].verb == "constant.replaced"
    assert {record.history_user for record in made.history.all()} == {mo}


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("starts_on", 0, "The first day is"),
        ("starts_on", -30, "The first day is"),
        ("starts_on", "soon", "Enter a valid date"),
        ("value", "six", "Write a number from 0 to 40"),
        ("value", "", "required"),
        ("source_title", "", "required"),
    ],
)
def test_a_replacement_that_cannot_be_keeps_what_was_typed(
    desk: Client, now: RuleConstant, field: str, value: Any, told: str
) -> None:
    wished = {"value": "8", "starts_on": in_days(3), "source_title": "Stcrt", "source_url": ""}
    wished[field] = in_days(value) if isinstance(value, int) else value

    response = desk.post(page(RuleConstant, "replace", now.pk), wished)

    assert told in " ".join(response.context["form"].errors[field])
    assert faults(response) == []
    assert response.context["form"]["source_title"].value() == wished["source_title"]
    assert len(rows()) == 2


def test_a_replacement_is_replaced_in_turn(later: RuleConstant, mo: User) -> None:
    now = RuleConstant.objects.get(value="6")

    actions.replace_constant(now, NewNumber("7", in_days(5), "Stcrt"), by=mo)
    actions.replace_constant(later, NewNumber("9", in_days(30), "Stcrt"), by=mo)

    assert [value for value, _first, _last in rows()] == ["4", "6", "7", "8", "9"]
    now.refresh_from_db()
    with pytest.raises(RefusedError):
        actions.replace_constant(now, NewNumber("5", in_days(40), "Stcrt"), by=mo)


@pytest.mark.parametrize("days", [0, -1, -4000])
def test_an_added_row_begins_tomorrow_at_the_earliest(
    desk: Client, now: RuleConstant, days: int
) -> None:
    wished = typed(name=NAME, value="8", valid_from=in_days(days), source_title="Stcrt")

    response = desk.post(page(RuleConstant, "add"), wished)

    assert "The first day is" in errors(response)["valid_from"][0]
    assert len(rows()) == 2


def test_an_added_row_does_not_overlap(desk: Client, now: RuleConstant) -> None:
    wished = typed(name=NAME, value="8", valid_from=in_days(1), source_title="Stcrt")

    response = desk.post(page(RuleConstant, "add"), wished)

    assert "overlap" in errors(response)["valid_from"][0]


def test_a_row_is_added_after_one_that_ends(desk: Client, now: RuleConstant) -> None:
    change(desk, now, valid_to=in_days(3))

    desk.post(
        page(RuleConstant, "add"),
        typed(name=NAME, value="8", valid_from=in_days(4), source_title="Stcrt"),
    )

    assert rows()[1:] == [("6", date(2021, 1, 1), in_days(3)), ("8", in_days(4), None)]


def test_a_name_that_no_rule_reads_is_not_added(desk: Client) -> None:
    wished = typed(name="moon_phase", value="8", valid_from="2021-01-01", source_title="-")

    assert list(errors(desk.post(page(RuleConstant, "add"), wished))) == ["name"]


def test_two_open_rows_of_one_name_never_stand_in_the_table(now: RuleConstant) -> None:
    with pytest.raises(IntegrityError, match=r"rule_constant|vacancies_ruleconstant\.name"):
        row("8", in_days(1))


def test_the_list_tells_what_counts_when_and_what_is_to_be_confirmed(
    desk: Client, later: RuleConstant, mo: User
) -> None:
    listed = desk.get(page(RuleConstant, "changelist"))

    text = listed.content.decode()
    assert [str(row.value) for row in listed.context["cl"].result_list] == ["8", "6", "4"]
    assert text.count(">in the past<") == text.count(">today<") == 1
    assert "One number is still to be confirmed" in text

    chosen = desk.get(page(RuleConstant, "changelist"), {"to_confirm": "open"})
    assert [row.pk for row in chosen.context["cl"].result_list] == [later.pk]

    actions.confirm_constant(later, by=mo)
    done = desk.get(page(RuleConstant, "changelist"), {"to_confirm": "done"})
    assert [row.pk for row in done.context["cl"].result_list] == [later.pk]
    assert "Every number is confirmed." in done.content.decode()


@pytest.mark.parametrize("name", ["change", "replace", "delete"])
def test_only_staff_comes_here(
    client: Client, as_bram: Client, now: RuleConstant, name: str
) -> None:
    address = page(RuleConstant, name, now.pk)
    wished = {"value": "8", "starts_on": in_days(3), "source_title": "Stcrt", "post": "yes"}

    for visitor in (client, as_bram):
        assert visitor.get(address).status_code in (302, 403, 404)
        assert visitor.post(address, wished).status_code in (302, 403, 404)
    assert len(rows()) == 2


def test_a_replacement_of_no_row_is_not_there(desk: Client) -> None:
    assert desk.get(page(RuleConstant, "replace", 999_999)).status_code == 404


def test_a_change_is_in_the_rule_book_once_it_is_safe(
    now: RuleConstant, mo: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    assert rule_book().word(NAME, in_days(10)) == "6"

    with django_capture_on_commit_callbacks(execute=True):
        actions.replace_constant(now, NewNumber("8", in_days(10), "Stcrt"), by=mo)

    book = rule_book()
    assert [book.word(NAME, in_days(day)) for day in (-4000, 0, 9, 10)] == ["4", "6", "6", "8"]


def test_only_what_counts_today_is_judged_anew() -> None:
    old = Span(date(2021, 1, 1), None, "6")

    changed = actions.Change(NAME, [], [old])

    assert changed.counts_on(today())
    assert not actions.Change(NAME, [old], [old]).counts_on(today())
    assert not actions.Change("vog_fee_online", [], [old]).counts_on(today())
