"""The reader's language, the second factor of staff, and a page that outlived its session."""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation

Handler = Callable[[HttpRequest], HttpResponse]


class LanguageOfUserMiddleware:
    """Somebody who signed in reads in the own language, on every machine."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and not request.path.startswith("/taal/"):
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = request.user.language
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", translation.get_language() or "nl")
        return response


class OutlivedPageMiddleware:
    """A piece of a page that asks after its reader signed out gets 401, not the door inside it."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        to_the_door = response.status_code == 302 and response.headers["Location"].startswith(
            reverse(settings.LOGIN_URL)
        )
        if to_the_door and "HX-Request" in request.headers:
            return HttpResponse(status=401)
        return response


class StaffSecondFactorMiddleware:
    """Staff enters the admin only with a second factor enrolled (waived in the demo)."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if (
            settings.STAFF_SECOND_FACTOR
            and request.path.startswith(reverse("admin:index"))
            and request.user.is_authenticated
            and request.user.is_staff
            and not is_mfa_enabled(request.user)
        ):
            return redirect("mfa_index")
        return self.get_response(request)
