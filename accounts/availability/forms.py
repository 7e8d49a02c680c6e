from typing import Any, cast

from accounts.availability import hooks
from accounts.availability.fields import VersionedForm, WeekFields, week_initial
from accounts.models import Professional
from portal.kit.forms import WeekGridWidget


class WeekForm(VersionedForm, WeekFields):
    """The week page: all about when."""

    def __init__(self, professional: Professional, data: Any = None) -> None:
        initial = {**week_initial(professional), "version": professional.version}
        super().__init__(data, initial=initial)
        widget = cast(WeekGridWidget, self.fields["day_parts"].widget)
        widget.hints, widget.count = hooks.hints.ask(professional), False

    def kept(self) -> dict[str, Any]:
        cleaned = super().kept()
        return {"day_parts_mask": cleaned.pop("day_parts"), **cleaned}
