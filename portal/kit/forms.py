"""Form pieces without a domain: our renderer, days, the week grid, choices that fit a line."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest, QueryDict
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from portal.kit import dayparts
from portal.kit.refusals import RefusedError
from portal.kit.week_grid import WeekGrid


def sent_in(request: HttpRequest) -> QueryDict | None:
    """What a form was sent, also when that is nothing at all."""
    return request.POST if request.method == "POST" else None


class RefusableForm(forms.Form):
    """A form whose action may refuse: the refusal stands beside its field."""

    def refuse(self, refusal: RefusedError) -> None:
        field = self.field_of(refusal.field)
        self.add_error(field if field in self.fields else None, str(refusal))

    def field_of(self, name: str) -> str:
        """Which field of the form holds this fact."""
        return name


class Renderer(TemplatesSetting):
    """`{{ form }}` and `{{ field.as_field_group }}` look like the rest of the site."""

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"


class Chips(forms.CheckboxSelectMultiple):
    """Many short choices on lines; each stays a real checkbox."""

    def __init__(self, attrs: dict[str, Any] | None = None, choices: Any = ()) -> None:
        super().__init__({"class": "chips", **(attrs or {})}, choices)


class InlineRadios(forms.RadioSelect):
    """A few short choices next to each other."""

    def __init__(self, attrs: dict[str, Any] | None = None, choices: Any = ()) -> None:
        super().__init__({"class": "choices-inline", **(attrs or {})}, choices)


class AmountInput(forms.NumberInput):
    """A number without zeros behind it: 4.0 stands there as 4."""

    def format_value(self, value: Any) -> str | None:
        if isinstance(value, Decimal):
            value = format(value.normalize(), "f")
        shown: str | None = super().format_value(value)
        return shown


class DayField(forms.DateField):
    """A day from the calendar; may stay open."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            required=False,
            input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"],
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            error_messages={"invalid": _("This is not a date. Write it as 31-12-2027.")},
            **options,
        )


class WeekHoursField(forms.DecimalField):
    """Hours a week, by the half."""

    def __init__(self, *, least: str, most: int = 40, **options: Any) -> None:
        half = {"min_value": _("Fill in at least half an hour.")}
        super().__init__(
            min_value=Decimal(least),
            max_value=Decimal(most),
            max_digits=3,
            decimal_places=1,
            error_messages=half if least == "0.5" else None,
            widget=AmountInput(attrs={"step": "0.5"}),
            **options,
        )


class FteField(forms.DecimalField):
    """A part of a whole job, which may stay open."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            required=False,
            min_value=Decimal("0.01"),
            max_value=Decimal(1),
            max_digits=5,
            decimal_places=4,
            error_messages={"min_value": _("Fill in more than 0.")},
            widget=AmountInput(attrs={"step": "0.01"}),
            **options,
        )


class WeekGridWidget(forms.Widget):
    """The week to fill in: eighteen checkboxes. Set `hints` to {bit: vacancies more}."""

    use_fieldset = True

    def __init__(
        self,
        attrs: dict[str, Any] | None = None,
        *,
        style: str = "professional",
        size: str = "",
        count: bool = True,
        legend: bool = True,
    ) -> None:
        super().__init__(attrs)
        self.style = style
        self.size = size
        self.count = count
        self.legend = legend
        self.hints: Mapping[int, int] = {}

    def id_for_label(self, id_: str | None) -> str:
        return ""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        return list(data.getlist(name) if hasattr(data, "getlist") else data.get(name) or [])

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return False  # no cell ticked sends nothing

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        grid = self.grid(name, value, attrs)
        return render_to_string("components/week_grid.html", {"grid": grid})

    def grid(self, name: str, value: Any, attrs: dict[str, Any] | None = None) -> WeekGrid:
        """What is rendered, for who shows parts of it."""
        attrs = self.build_attrs(self.attrs, attrs)
        return WeekGrid(
            mode="edit",
            style="school" if self.style == "school" else "professional",
            size=self.size,  # type: ignore[arg-type]
            label=str(_("Day-parts of the week")),
            name=name,
            id=str(attrs.get("id") or ""),
            form_id=str(attrs.get("form") or ""),
            chosen=mask_of(value),
            hints=self.hints,
            count=self.count,
            legend=self.legend,
            disabled=bool(attrs.get("disabled")),
        )


class DayPartsField(forms.Field):
    """Day-parts as one integer mask; `required` asks for at least one."""

    widget: type[forms.Widget] | forms.Widget = WeekGridWidget
    default_error_messages = {
        "required": _("Choose at least one day-part."),
        "invalid": _("Choose day-parts from the week."),
    }

    def to_python(self, value: Any) -> int:
        try:
            return mask_of(value, strict=True)
        except ValueError as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error

    def validate(self, value: int) -> None:
        if self.required and not value:
            raise ValidationError(self.error_messages["required"], code="required")

    def has_changed(self, initial: Any, data: Any) -> bool:
        return not self.disabled and mask_of(initial) != mask_of(data)


def mask_of(value: int | str | Sequence[str | int] | None, *, strict: bool = False) -> int:
    """The mask of a mask or of ticked bits. What is no day-part raises if strict, else is left out."""
    if isinstance(value, int):
        return value & dayparts.FULL_WEEK
    mask = 0
    for item in [value] if isinstance(value, str) else value or ():
        try:
            mask |= dayparts.mask_of([int(item)])
        except ValueError:
            if strict:
                raise
    return mask
