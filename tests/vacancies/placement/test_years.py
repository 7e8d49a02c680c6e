"""Weeks over study years, and the hints of law and tax. No database."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.enums import EmploymentForm
from portal.kit import dayparts
from vacancies.placement import hints
from vacancies.placement.hints import Terms
from vacancies.placement.years import room, stretches, year_to_plan
from vacancies.routes.book import shipped
from vacancies.routes.calendar import DAY
from vacancies.routes.rulebook import RuleBook
from vacancies.routes.words import Voice

BOOK = RuleBook(shipped())
DAYS = st.dates(date(2026, 8, 1), date(2031, 7, 31))


@pytest.mark.parametrize(
    ("first", "last", "weeks", "expected"),
    [
        (date(2027, 9, 1), date(2028, 7, 31), 40, [(date(2027, 9, 1), date(2028, 7, 31), 40)]),
        (date(2027, 9, 1), None, 40, [(date(2027, 9, 1), None, 40)]),
        (
            date(2027, 2, 1),
            date(2028, 7, 31),
            60,
            [(date(2027, 2, 1), date(2027, 7, 31), 20), (date(2027, 8, 1), date(2028, 7, 31), 40)],
        ),
        (
            date(2027, 7, 26),
            date(2027, 8, 8),
            1,
            [(date(2027, 8, 1), date(2027, 8, 8), 1)],
        ),
    ],
)
def test_weeks_are_spread(first, last, weeks, expected):
    assert [tuple(one) for one in stretches(first, last, weeks, BOOK)] == expected


@given(DAYS, st.integers(0, 1500), st.data())
def test_no_week_is_lost_and_none_crosses_the_first_of_august(first, length, data):
    last = first + length * DAY
    weeks = data.draw(st.integers(1, room(first, last, BOOK)))

    found = stretches(first, last, weeks, BOOK)

    assert sum(one.weeks for one in found) == weeks
    for one in found:
        assert 0 < one.weeks <= room(one.first, one.last, BOOK)
        year = one.first.year if one.first.month >= 8 else one.first.year - 1
        assert one.last <= date(year + 1, 7, 31)


def told(monkeypatch, voice=Voice.SCHOOL, **changes):
    monkeypatch.setattr(hints, "rule_book", lambda: BOOK)
    values = {
        "employment_form": EmploymentForm.OWN_CONTRACT,
        "starts_on": date(2026, 12, 1),
        "ends_on": None,
        "day_parts_mask": dayparts.parse("tuesday_afternoon"),
        "week_hours": Decimal(6),
    }
    return {one.title: one for one in hints.hints_of(Terms(**(values | changes)), voice)}


def test_lenders_need_admission_from_its_day_on(monkeypatch):
    company = EmploymentForm.SECONDMENT_COMPANY
    over = told(monkeypatch, employment_form=company)
    before = told(monkeypatch, employment_form=company, ends_on=date(2026, 12, 31))

    assert "1 January 2027" in over["Admission of the lender"].text.replace("\u00a0", " ")
    assert "Admission of the lender" not in before
    assert "21% VAT" in over["VAT"].text
    assert "Admission of the lender" not in told(
        monkeypatch, employment_form=EmploymentForm.FREE_LENDING
    )


@pytest.mark.parametrize(
    ("elsewhere", "is_warning", "part"),
    [(None, False, "has not told yet"), (32, False, "38"), (44, True, "48"), (56, True, "60")],
)
def test_the_week_of_two_jobs(monkeypatch, elsewhere, is_warning, part):
    hours = None if elsewhere is None else Decimal(elsewhere)
    hint = told(monkeypatch, hours_elsewhere=hours)["Working hours together"]

    assert hint.is_warning is is_warning
    assert part in hint.text
    assert hint.confirm == "to be confirmed (C21)"


def test_side_work_and_evenings(monkeypatch):
    evenings = dayparts.parse("monday_evening tuesday_evening thursday_evening")

    assert "BW 7:653a" in told(monkeypatch, voice=Voice.PERSON)["Two jobs"].source
    assert "Two jobs" not in told(monkeypatch, has_other_employer=False)
    assert "3 evenings" in told(monkeypatch, day_parts_mask=evenings)["Evenings"].text


@pytest.mark.parametrize("form", EmploymentForm.values)
@pytest.mark.parametrize("voice", list(Voice))
def test_every_form_can_be_told(monkeypatch, form, voice):
    for hint in told(monkeypatch, voice=voice, employment_form=form).values():
        assert hint.text
        assert "%(" not in hint.text
        assert hint.source


@pytest.mark.parametrize(
    ("starts", "today", "first"),
    [
        ((), date(2026, 11, 1), None),
        ((date(2026, 9, 1),), date(2026, 11, 1), date(2027, 8, 1)),
        ((date(2026, 9, 1), date(2027, 8, 1)), date(2026, 11, 1), None),
        ((date(2026, 9, 1), date(2027, 8, 1)), date(2027, 8, 1), date(2028, 8, 1)),
        ((date(2026, 9, 1),), date(2027, 10, 1), date(2027, 8, 1)),
        ((date(2024, 2, 29),), date(2024, 2, 29), date(2024, 8, 1)),
    ],
)
def test_the_year_that_is_planned_next(starts, today, first):
    found = year_to_plan(starts, today, BOOK)

    assert found == (first and (first, date(first.year + 1, 7, 31)))
