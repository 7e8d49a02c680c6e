"""How the forms of the desk ask: as those of the site."""

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db.models import CharField, DateField, URLField
from django.http import HttpRequest

NONE_CHOSEN: Final = "–"
LONG: Final = 200


class LongLine(forms.Textarea):
    """One line that is too long to be read in one; however it is typed, it stays one."""

    def __init__(self) -> None:
        super().__init__({"rows": 2})

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str | None:
        typed = super().value_from_datadict(data, files, name)
        return " ".join(typed.splitlines()) if typed else typed


class DeskFields:
    """Days from the calendar, long lines in full, and choices without windows into other lists."""

    formfield_overrides: Mapping[Any, Any] = {
        DateField: {"widget": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})},
        URLField: {"widget": forms.URLInput},
    }

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        long = isinstance(db_field, CharField) and (db_field.max_length or 0) > LONG
        if long and not isinstance(db_field, URLField):
            kwargs.setdefault("widget", LongLine)
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        if field is None:
            return None
        if isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        choices = list(getattr(field, "choices", ()))
        if isinstance(field, forms.ModelChoiceField):
            field.empty_label = field.empty_label and NONE_CHOSEN
        elif choices and choices[0][0] == "":
            field.choices = [("", NONE_CHOSEN), *choices[1:]]
        return field


class DeskInline(DeskFields, admin.TabularInline):  # type: ignore[type-arg]
    """Rows that belong to what is edited."""

    extra = 0
