"""Pages for what went wrong; each says what to do next."""

from collections.abc import Callable
from email.utils import parseaddr

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string

from portal.kit import origin


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "403_csrf.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Asks nothing of what may just have failed; its number finds the error in the log."""
    context = {
        "number": origin.request_id.get(),
        "contact": parseaddr(settings.DEFAULT_FROM_EMAIL)[1],
    }
    return HttpResponseServerError(render_to_string("500.html", context))


class WrongMethodMiddleware:
    """Who opens an address that only takes a form reads where to go, instead of an empty page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 405 or request.method != "GET" or response.content:
            return response
        page = render(request, "405.html", status=405)
        page.headers["Allow"] = response.headers.get("Allow", "POST")
        return page
