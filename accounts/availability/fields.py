"""The questions about a week, for every form that asks them: the week page and the profile."""

from decimal import Decimal
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.availability import queries
from accounts.models import Professional
from portal.kit.forms import DayField, DayPartsField, WeekGridWidget

YEARS_AHEAD = 10


class HoursField(forms.DecimalField):
    """Clock hours a week, halves allowed, with the reader's decimal sign."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            min_value=Decimal(1),
            max_value=Decimal(40),
            decimal_places=1,
            required=False,
            localize=True,
            widget=forms.TextInput(attrs={"inputmode": "decimal", "size": 4, "maxlength": 8}),
            error_messages={
                "invalid": _("Write a number, for example 4."),
                "min_value": _("Fill in at least 1 hour."),
                "max_value": _("A week on this site has at most 40 hours."),
                "max_decimal_places": _("Write at most one digit after the decimal sign."),
                "max_digits": _("Write a number, for example 4."),
                "max_whole_digits": _("A week on this site has at most 40 hours."),
            },
            **options,
        )


class VersionedForm(forms.Form):
    """Carries the version of the profile that the form was shown at."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def kept(self) -> dict[str, Any]:
        """What the action keeps, by its own names; a form without a version is an old one."""
        return {**self.cleaned_data, "version": self.cleaned_data.get("version") or 0}

    def catch_up(self, version: int) -> None:
        """Carry on from this version, with all that was typed."""
        typed = cast(QueryDict, self.data).copy()
        typed["version"] = str(version)
        self.data = typed


class WeekFields(forms.Form):
    """Day-parts, hours and period; anything may still be open."""

    day_parts = DayPartsField(
        label=_("On which day-parts can you be in front of a class?"),
        required=False,
        widget=WeekGridWidget(size="large"),
    )
    hours_min = HoursField(label=_("At least"))
    hours_max = HoursField(label=_("At most"))
    available_from = DayField(label=_("Available from"))
    available_until = DayField(
        label=_("Available until"), help_text=_("Leave this empty if there is no end.")
    )

    def clean_available_from(self) -> Any:
        return self._near("available_from")

    def clean_available_until(self) -> Any:
        value = self._near("available_until")
        if value and value < timezone.localdate() and "available_until" in self.changed_data:
            raise ValidationError(_("This day is past."))
        return value

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        low, high = cleaned.get("hours_min"), cleaned.get("hours_max")
        if low and high and low > high:
            self.add_error("hours_max", _("This is less than the least you want. Swap the two?"))
        start, end = cleaned.get("available_from"), cleaned.get("available_until")
        if start and end and end < start:
            self.add_error("available_until", _("This is before the day on which you can start."))
        return cleaned

    def _near(self, name: str) -> Any:
        value, today = self.cleaned_data[name], timezone.localdate()
        if value and abs(value.year - today.year) > YEARS_AHEAD:
            raise ValidationError(_("Look at the year: this is too far away."))
        return value


def week_initial(professional: Professional) -> dict[str, Any]:
    """What is stored, as a form shows it."""
    return {
        "day_parts": queries.week_of(professional),
        "hours_min": _short(professional.hours_min),
        "hours_max": _short(professional.hours_max),
        "available_from": professional.available_from,
        "available_until": professional.available_until,
    }


def _short(hours: Decimal | None) -> Decimal | None:
    """4 and not 4.0, as people write it."""
    return hours if hours is None or hours % 1 else Decimal(int(hours))
