"""Every address declares for whom it is; a test walks the URL table and holds pages to it."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])


class Audience(StrEnum):
    """Who may open an address."""

    EVERYONE = "everyone"
    SIGNED_IN = "signed_in"
    PROFESSIONAL = "professional"
    MEMBER = "member"
    STAFF = "staff"


def open_to(audience: Audience) -> Callable[[View], View]:
    """Declare the audience of a view; gates of `accounts.identity` declare it themselves."""

    def declare(view: View) -> View:
        view.audience = audience  # type: ignore[attr-defined]
        return view

    return declare
