from decimal import Decimal

import pytest
from django import forms
from django.http import QueryDict
from django.template.loader import render_to_string

from portal.kit.dayparts import parse
from portal.kit.forms import AmountInput, Chips, DayPartsField, InlineRadios, WeekGridWidget


class WeekForm(forms.Form):
    day_parts = DayPartsField(label="Week", help_text="Pick some", widget=WeekGridWidget())
    name = forms.CharField(help_text="Short")
    agree = forms.BooleanField()
    domains = forms.MultipleChoiceField(choices=[("a", "A")], widget=Chips)
    scale = forms.ChoiceField(choices=[("lb", "LB")], widget=InlineRadios)


class OptionalWeekForm(forms.Form):
    day_parts = DayPartsField(required=False)


def _week(data: str) -> OptionalWeekForm:
    return OptionalWeekForm(QueryDict(data))


def test_field_turns_ticked_cells_into_a_mask() -> None:
    form = _week("day_parts=4&day_parts=11")

    assert form.is_valid()
    assert form.cleaned_data["day_parts"] == parse("tuesday_afternoon thursday_evening")


def test_field_without_a_tick_is_an_empty_week() -> None:
    form = _week("")

    assert form.is_valid()
    assert form.cleaned_data["day_parts"] == 0


@pytest.mark.parametrize("value", ["18", "-1", "x", "", "4.0"])
def test_field_refuses_what_is_no_day_part(value: str) -> None:
    form = _week(f"day_parts={value}")

    assert form.errors == {"day_parts": ["Choose day-parts from the week."]}


def test_required_field_asks_for_one_day_part() -> None:
    form = WeekForm(QueryDict("name=x"))

    assert form.errors["day_parts"] == ["Choose at least one day-part."]


def test_field_knows_whether_the_week_changed() -> None:
    field = DayPartsField()

    assert not field.has_changed(parse("monday_morning"), ["0"])
    assert field.has_changed(parse("monday_morning"), ["1"])
    assert not field.has_changed(None, [])


def test_widget_keeps_what_was_ticked() -> None:
    html = str(_week("day_parts=4&day_parts=x")["day_parts"])

    assert html.count(" checked") == 1
    assert 'value="4" id="id_day_parts_4" checked' in html


def test_widget_shows_how_many_vacancies_a_cell_opens() -> None:
    form = OptionalWeekForm()
    form.fields["day_parts"].widget.hints = {7: 4}

    assert '<span class="wg-hint" aria-hidden="true" id="id_day_parts_7_hint">+4</span>' in str(
        form["day_parts"]
    )


def test_form_names_help_and_error_of_each_field() -> None:
    html = str(WeekForm(QueryDict("")))

    for name in ("day_parts", "name", "agree", "domains", "scale"):
        assert f'id="id_{name}_error"' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'aria-describedby="id_day_parts_helptext id_day_parts_error"' in html


def test_error_summary_links_to_each_field() -> None:
    form = WeekForm(QueryDict(""))

    html = render_to_string("components/error_summary.html", {"form": form})

    for target in ("day_parts_0", "name", "agree", "domains_0", "scale_0"):
        assert f'href="#id_{target}"' in html
        assert f'id="id_{target}"' in str(form)


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        (Decimal("4.0"), "4"),
        (Decimal("2.5"), "2.5"),
        (Decimal(40), "40"),
        ("4,x", "4,x"),
        (None, None),
    ],
)
def test_a_number_stands_without_zeros_behind_it(kept, shown) -> None:
    assert AmountInput().format_value(kept) == shown
