from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.identity import actions, queries
from accounts.identity.forms import DoorForm, LanguageForm
from accounts.identity.gates import UserRequest, signed_in
from accounts.models import User
from portal.kit.audience import Audience, open_to
from portal.kit.forms import sent_in


@open_to(Audience.EVERYONE)
@never_cache
def door(request: HttpRequest) -> HttpResponse:
    """The one door: an address, then a code; the role comes after."""
    wanted = _own_address(request, request.POST.get("next") or request.GET.get("next", ""))
    if request.user.is_authenticated:
        return redirect(wanted or "dashboard")
    form = DoorForm(sent_in(request))
    if request.method == "POST" and form.is_valid():
        language = translation.get_language() or settings.LANGUAGE_CODE
        actions.send_code(request, form.cleaned_data["email"], language=language)
        query = f"?{urlencode({'next': wanted})}" if wanted else ""
        return redirect(reverse("account_confirm_login_code") + query)
    return render(request, "account/request_login_code.html", {"form": form, "next": wanted})


@signed_in
def choose_role(request: UserRequest) -> HttpResponse:
    """After the first sign-in: somebody with a trade, or somebody who looks for people."""
    if queries.professional_of(request.user) or queries.membership_of(request.user):
        return redirect("dashboard")
    return render(request, "accounts/identity/choose_role.html")


@signed_in
def security(request: UserRequest) -> HttpResponse:
    """How I sign in: address, password, passkeys, second factor, sessions."""
    return render(request, "accounts/identity/security.html")


@open_to(Audience.EVERYONE)
@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Dutch or English from here on, remembered in a cookie and on the account."""
    form = LanguageForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("We do not speak that language yet."))
        return redirect("home")
    language = form.cleaned_data["language"]
    if isinstance(request.user, User):
        actions.set_language(request.user, language)
    response = redirect(_own_address(request, form.cleaned_data["next"]) or "home")
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response


def _own_address(request: HttpRequest, url: str) -> str:
    """The address if it is on this site, else an empty text."""
    safe = url_has_allowed_host_and_scheme(
        url, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return url if safe else ""
