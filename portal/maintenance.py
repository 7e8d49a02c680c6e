"""While somebody works on the site every page says so: 503, without a question to the database.

`manage.py maintenance on` leaves a file in the state folder, `off` takes it away.
"""

from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

NAME: Final = "maintenance"
RETRY_S: Final = 300


class MaintenanceMiddleware:
    """Answers everything but files and health while the file is there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_on():
            return self.get_response(request)
        language = translation.get_language_from_request(request)
        with translation.override(language):
            page = render_to_string("503.html")
        headers = {
            "Retry-After": str(RETRY_S),
            "Cache-Control": "no-store",
            "Content-Language": language,
        }
        response = HttpResponse(page, status=503, headers=headers)
        response._has_been_logged = True  # type: ignore[attr-defined]  # somebody chose this
        return response


def is_on() -> bool:
    return (settings.STATE_DIR / NAME).exists()


def switch(*, on: bool) -> None:
    """Twice is once."""
    path = settings.STATE_DIR / NAME
    if on:
        path.touch()
    else:
        path.unlink(missing_ok=True)
