from typing import Any, cast

from accounts.availability import hooks
from accounts.availability.fields import VersionedForm, WeekFields, week_initial
from accounts.models import Professional
from portal.kit.forms import WeekGridWidget
from portal.kit.week_grid import WeekGrid


class WeekForm(VersionedForm, WeekFields):
    """The week page: all about when."""

    def __init__(self, professional: Professional, data: Any = None) -> None:
        initial = {**week_initial(professional), "version": professional.version}
        super().__init__(data, initial=initial)
        widget = cast(WeekGridWidget, self.fields["day_parts"].widget)
        widget.hints, widget.count = hooks.hints.ask(professional), False

    @property
    def grid(self) -> WeekGrid:
        """The week as the page shows it, with what each free cell would bring."""
        bound = self["day_parts"]
        widget = cast(WeekGridWidget, self.fields["day_parts"].widget)
        return widget.grid(bound.html_name, bound.value(), {"id": bound.auto_id})

    def kept(self) -> dict[str, Any]:
        cleaned = super().kept()
        return {"day_parts_mask": cleaned.pop("day_parts"), **cleaned}
