from typing import Any, cast

from django import forms

from accounts.availability import hooks
from accounts.availability.fields import WeekFields, week_initial
from accounts.models import Professional
from portal.kit.forms import WeekGridWidget


class WeekForm(WeekFields):
    """The week page: all about when, with the version it was shown at."""

    version = forms.IntegerField(widget=forms.HiddenInput(attrs={"autocomplete": "off"}))

    def __init__(self, professional: Professional, data: Any = None) -> None:
        initial = {**week_initial(professional), "version": professional.version}
        super().__init__(data, initial=initial)
        widget = cast(WeekGridWidget, self.fields["day_parts"].widget)
        widget.hints = hooks.hints.ask(professional)

    def kept(self) -> dict[str, Any]:
        """What the action keeps, by its own names."""
        cleaned = dict(self.cleaned_data)
        return {"day_parts_mask": cleaned.pop("day_parts"), **cleaned}

    def catch_up(self, version: int) -> None:
        """Carry on from this version, with all that was typed."""
        self.data = self.data.copy()
        self.data["version"] = str(version)
