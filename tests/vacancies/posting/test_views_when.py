import pytest

from accounts.enums import FunctionKind
from tests import factories
from tests.vacancies.posting.pages import edit, text_of
from vacancies.models import Vacancy
from vacancies.posting import queries


def test_week_is_saved_as_masks(as_bram, draft, when_data):
    as_bram.post(edit(draft, "wanneer"), when_data)

    fresh = Vacancy.objects.get()
    assert (fresh.day_parts_mask, fresh.fixed_mask) == (1 << 3 | 1 << 4 | 1 << 13, 1 << 3)
    assert (fresh.day_parts_needed, str(fresh.hours_max)) == (2, "5.5")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"day_parts_needed": "4"}, "day_parts_needed"),
        ({"day_parts_needed": "0"}, "day_parts_needed"),
        ({"fixed": ["0"]}, "fixed"),
        ({"fixed": ["3", "4"], "day_parts_needed": "1"}, "day_parts_needed"),
        ({"day_parts": ["99"]}, "day_parts"),
        ({"hours_max": "3"}, "hours_max"),
        ({"hours_max": "41"}, "hours_max"),
        ({"hours_min": "1e9"}, "hours_min"),
        ({"hours_min": "NaN"}, "hours_min"),
        ({"ends_on": "2020-01-01"}, "ends_on"),
        ({"starts_on": "tomorrow"}, "starts_on"),
        ({"positions": "51"}, "positions"),
        ({"positions": ""}, "positions"),
        ({"years": "3"}, "years_strength"),
        ({"years": "99", "years_strength": "must"}, "years"),
        ({"level": "4", "level_strength": "learn"}, "level_strength"),
        ({"dutch": "4", "dutch_strength": "must"}, "dutch_reason"),
        (
            {"dutch": "4", "dutch_strength": "must", "dutch_reason": "Geen accent"},
            "dutch_reason",
        ),
        ({"dutch": "9"}, "dutch"),
    ],
)
def test_wrong_week_is_said_beside_the_field(as_bram, draft, when_data, changes, field):
    response = as_bram.post(edit(draft, "wanneer"), {**when_data, **changes})

    assert response.status_code == 200
    assert field in response.context["form"].errors
    assert Vacancy.objects.get().day_parts_mask == 0


def test_guest_teacher_hears_of_the_budget_while_writing(as_bram, draft, when_data):
    mask = factories.every_route(FunctionKind.GUEST_TEACHER)
    Vacancy.objects.update(function_kind=FunctionKind.GUEST_TEACHER, routes_mask=mask)

    response = as_bram.post(edit(draft, "wanneer"), {**when_data, "hours_max": "12"})

    assert "240 clock hours" in response.context["form"].errors["hours_max"][0]


def test_demands_are_saved(as_bram, draft, when_data):
    tig, gas = factories.CompetenceFactory.create_batch(2)
    demands = {
        "level": "4",
        "level_strength": "must",
        "practice_counts": "on",
        "years": "3",
        "years_strength": "wish",
        "dutch": "4",
        "dutch_strength": "must",
        "dutch_reason": "Je bespreekt verslagen met studenten.",
        "competences": [tig.pk, gas.pk],
        f"strength_{tig.pk}": "must",
    }

    as_bram.post(edit(draft, "wanneer"), {**when_data, **demands})

    rows = queries.demands_of(draft)
    assert [(r.kind, r.strength, r.value or r.competence) for r in rows] == [
        ("level", "must", 4),
        ("competence", "must", tig),
        ("language", "must", 4),
        ("experience", "wish", 3),
        ("competence", "wish", gas),
    ]
    assert Vacancy.objects.get().practice_counts


def test_ticked_skill_becomes_a_line_without_saving(as_bram, draft, when_data):
    skill = factories.CompetenceFactory(name_en="TIG welding")

    data = {**when_data, "competences": [skill.pk], "add": "1"}
    whole = as_bram.post(edit(draft, "wanneer"), data)
    part = as_bram.post(edit(draft, "wanneer"), data, headers={"HX-Request": "true"})

    assert f'name="strength_{skill.pk}"' in text_of(whole)
    assert text_of(part).startswith("<table")
    assert f'name="strength_{skill.pk}"' in text_of(part)
    assert Vacancy.objects.get().version == draft.version


def test_sixteen_skills_are_too_many(as_bram, draft, when_data):
    rows = factories.CompetenceFactory.create_batch(16)

    data = {**when_data, "competences": [row.pk for row in rows]}
    response = as_bram.post(edit(draft, "wanneer"), data)

    assert "competences" in response.context["form"].errors


def test_terms_are_saved(as_bram, draft):
    data = {
        "version": 1,
        "pay_scale_min": "LB",
        "pay_scale_max": "LC",
        "employment_forms": ["own_contract", "secondment_company"],
        "contract_length": "temporary",
    }

    as_bram.post(edit(draft, "salaris"), data)

    fresh = Vacancy.objects.get()
    assert fresh.employment_forms == ["own_contract", "secondment_company"]
    assert (fresh.pay_scale_max, fresh.contract_length) == ("LC", "temporary")


def test_scales_stand_in_order(as_bram, draft):
    data = {"version": 1, "pay_scale_min": "LC", "pay_scale_max": "9"}

    response = as_bram.post(edit(draft, "salaris"), data)

    assert "pay_scale_max" in response.context["form"].errors


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("closes_on", "2020-01-01"),
        ("closes_on", "9999-12-31"),
        ("contact_email", "wim at deltion"),
        ("contact_phone", "call me"),
        ("after_closing", "x" * 1001),
    ],
)
def test_wrong_planning_is_said_beside_the_field(as_bram, draft, field, value):
    response = as_bram.post(edit(draft, "planning"), {"version": 1, field: value})

    assert field in response.context["form"].errors
