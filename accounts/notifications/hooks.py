"""What features above add to the page on which somebody chooses mail; registered in their apps."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from portal.kit.hooks import Listeners


@dataclass(frozen=True)
class Panel:
    """A part of the page below the form; the lowest order stands highest. The template finds its
    context under the name `panel`, and begins with an h2; its own forms post to own addresses."""

    order: int
    template: str
    context: dict[str, Any]


class Panels(Listeners[Callable[[HttpRequest], Panel | None]]):
    """Who can say something about the mail of the person who is signed in."""

    def of(self, request: HttpRequest) -> list[Panel]:
        """What this person sees, in order; nothing of who has nothing to say."""
        made = (maker(request) for maker in self)
        return sorted((one for one in made if one is not None), key=lambda one: one.order)


panels = Panels()
