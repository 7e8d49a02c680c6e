"""The page of an employer, opened by a link without an account."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from portal.kit import throttle
from portal.kit.audience import Audience, open_to
from vacancies.employers import actions, queries
from vacancies.employers.errors import Closed, ClosedError
from vacancies.employers.link_page import LinkPage
from vacancies.models import EmployerRequest

MOST, SECONDS = 60, 300
NOINDEX: Final = "noindex, nofollow"
View = Callable[[HttpRequest, str], HttpResponse]
WHY: Final = {
    Closed.EXPIRED: gettext_lazy("The link no longer works, so this was not kept."),
    Closed.OFF: gettext_lazy("Nothing is asked any more, so this was not kept."),
    Closed.CHANGED: gettext_lazy("What was agreed has changed, so this was not kept."),
    Closed.STALE: gettext_lazy("The question changed while you read. Look again."),
    Closed.DONE: gettext_lazy("There is an answer already, see below. This was not kept."),
}
DONE: Final = {
    "ja": gettext_lazy("Thank you. Your employee and the school are told."),
    "nee": gettext_lazy("Your answer is kept. Your employee is told."),
    "anders": gettext_lazy("Thank you. Your employee and the school see your proposal."),
    "terug": gettext_lazy("Your yes is taken back. Your employee is told."),
}


def private(view: View) -> View:
    """Not for search engines nor for caches, and not too often."""

    @wraps(view)
    def guarded(request: HttpRequest, token: str) -> HttpResponse:
        who = get_adapter().get_client_ip(request)
        if not throttle.allows("employer", who, most=MOST, seconds=SECONDS):
            return render(request, "429.html", status=429)
        response = view(request, token)
        response["X-Robots-Tag"] = NOINDEX
        return response

    return guarded


@open_to(Audience.EVERYONE)
@require_safe
@never_cache
@private
def employer(request: HttpRequest, token: str) -> HttpResponse:
    """What is asked, and how it stands."""
    row = queries.by_token(token)
    return _gone(request, token) if row is None else _page(request, token, LinkPage(row, request))


@open_to(Audience.EVERYONE)
@require_POST
@never_cache
@private
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """One of the answers; what was typed stays when it is not right yet."""
    row = queries.by_token(token)
    if row is None:
        return _gone(request, token)
    what = request.POST.get("what", "")
    try:
        if what == "nietvoormij":
            return _turned_away(request, row)
        if what == "nieuwelink":
            return _renewed(request, row)
        page = LinkPage(row, request, what=what)
        if not page.is_valid:
            return _page(request, token, page)
        page.answer()
    except ClosedError as closed:
        messages.error(request, str(WHY[closed.why]))
    else:
        messages.success(request, str(DONE[what]))
    return redirect("employer_page", token)


def _turned_away(request: HttpRequest, row: EmployerRequest) -> HttpResponse:
    version = request.POST.get("version", "")
    actions.turn_away(row, version=int(version) if version.isdecimal() else 0)
    return render(request, "vacancies/employers/turned_away.html")


def _renewed(request: HttpRequest, row: EmployerRequest) -> HttpResponse:
    actions.renew_link(row)
    text = _("A new link is on its way to the address that we know.")
    return render(request, "vacancies/employers/closed.html", {"renewed": text})


def _page(request: HttpRequest, token: str, page: LinkPage) -> HttpResponse:
    context: dict[str, Any] = {"page": page, "token": token, "row": page.row}
    return render(request, "vacancies/employers/employer.html", context)


def _gone(request: HttpRequest, token: str) -> HttpResponse:
    replaced = queries.was_replaced(token)
    context = {"replaced": replaced}
    status = 410 if replaced else 404
    return render(request, "vacancies/employers/closed.html", context, status=status)
