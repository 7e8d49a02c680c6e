"""Which facts concern which party: a table, and what hypothesis finds."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vacancies.employers.parts import NOBODYS, PARTS, Facts, Hours, changed, digest
from vacancies.lifecycles import Side

PRO, SCHOOL, EMPLOYER = Side.PROFESSIONAL, Side.SCHOOL, Side.EMPLOYER
ALL = {PRO, SCHOOL, EMPLOYER}
FACTS = Facts(
    function_kind="guest_teacher",
    day_parts_mask=16,
    starts_on=date(2027, 9, 1),
    ends_on=date(2028, 7, 31),
    week_hours=Decimal(4),
    hours=(Hours("guest_teacher", "guest_teacher_six_hours", Decimal(4), 20),),
    employment_form="own_contract",
    employer="Lasbedrijf",
    contact_name="Jan",
    contact_email="jan@lasbedrijf.example",
)


def test_every_fact_is_of_somebody_or_of_nobody():
    of_somebody = {name for part in PARTS.values() for name in part}

    assert of_somebody | set(NOBODYS) == {field.name for field in fields(Facts)}
    assert of_somebody.isdisjoint(NOBODYS)


@pytest.mark.parametrize(
    ("change", "parties"),
    [
        ({"employer": "Lasbedrijf Kuiper"}, set()),
        ({"contact_name": "Jan Kuiper", "contact_email": "j@x.example"}, set()),
        ({"kvk": "12345678", "coach": "Els de Boer"}, set()),
        ({"day_parts_mask": 32}, ALL),
        ({"starts_on": date(2027, 9, 2)}, ALL),
        ({"ends_on": None}, ALL),
        ({"week_hours": Decimal(5)}, ALL),
        ({"fte": Decimal("0.2")}, {PRO, SCHOOL}),
        ({"employment_form": "payroll"}, {PRO, SCHOOL}),
        ({"scope": "lending"}, {EMPLOYER}),
        ({"travel_in_own_time": False}, {EMPLOYER}),
        ({"may_call_back": True}, {PRO, SCHOOL}),
        ({"conditions": "Niet bij onze klanten."}, {PRO, SCHOOL}),
    ],
)
def test_only_whom_it_concerns(change, parties):
    assert changed(FACTS, replace(FACTS, **change)) == parties


@given(st.sampled_from([Decimal(4), Decimal("4.0"), Decimal("4.00"), Decimal("4E0")]))
def test_the_same_number_is_the_same_part(hours):
    assert changed(FACTS, replace(FACTS, week_hours=hours)) == set()


@given(st.sampled_from(sorted(ALL)), st.text(max_size=40), st.text(max_size=40))
def test_names_never_ask_anybody(party, employer, contact):
    named = replace(FACTS, employer=employer, contact_name=contact)

    assert digest(named, party) == digest(FACTS, party)
