"""What features above add to both pages of a placement; registered in `vacancies.apps`."""

from collections.abc import Callable

from django.http import HttpRequest

from vacancies.applications.hooks import Panel
from vacancies.lifecycles import Side
from vacancies.models import Placement

PanelOf = Callable[[Placement, Side, HttpRequest], Panel | None]


class Panels:
    """Parts of both pages; the lowest order stands highest."""

    def __init__(self) -> None:
        self._makers: list[PanelOf] = []

    def register(self, maker: PanelOf) -> None:
        """Twice counts once."""
        if maker not in self._makers:
            self._makers.append(maker)

    def of(self, placement: Placement, side: Side, request: HttpRequest) -> list[Panel]:
        """What this reader sees, in order."""
        made = (maker(placement, side, request) for maker in self._makers)
        return sorted((one for one in made if one is not None), key=lambda one: one.order)


panels = Panels()
