"""Somebody's appointments: as a page, and as a private address for a calendar."""

from hashlib import sha256

from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.identity.gates import UserRequest, signed_in
from accounts.models import User
from portal.kit.audience import Audience, open_to
from portal.kit.paging import page_of
from vacancies.lifecycles import Side
from vacancies.meetings import actions, ical, queries, tokens
from vacancies.meetings.page import Seen

FRESH_S = 900


@signed_in
@never_cache
def agenda(request: UserRequest) -> HttpResponse:
    """What comes, what waits, what was, and the address for a calendar."""
    rows = queries.of_user(request.user)
    side = queries.side_of(request.user)
    token = tokens.token_of(actions.make_feed(request.user))
    page = page_of(request, queries.held(rows))
    context = {
        "upcoming": [Seen(row, side) for row in queries.upcoming(rows)],
        "proposed": [Seen(row, side) for row in queries.proposed(rows)],
        "held": [Seen(row, side) for row in page],
        "page": page,
        "feed_url": settings.SITE_URL + reverse("agenda_feed", args=[token]),
        "is_school": side is Side.SCHOOL,
    }
    return render(request, "vacancies/meetings/agenda.html", context)


@require_POST
@signed_in
def renew(request: UserRequest) -> HttpResponse:
    """Another address; the old one opens nothing."""
    actions.renew_feed(request.user)
    messages.success(request, _("You have a new address. The old one no longer works."))
    return redirect("agenda")


@open_to(Audience.EVERYONE)
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The appointments of who has this address, without signing in."""
    owner = _owner_or_404(token)
    with translation.override(owner.language):
        text = ical.feed(queries.for_feed(owner), queries.side_of(owner))
    etag = quote_etag(sha256(text).hexdigest()[:32])
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["ETag"] = etag
    response["Cache-Control"] = f"private, max-age={FRESH_S}"
    response["X-Robots-Tag"] = "noindex"
    response["Content-Disposition"] = f'inline; filename="{_("appointments")}.ics"'
    return get_conditional_response(request, etag=etag, response=response) or response


def _owner_or_404(token: str) -> User:
    try:
        owner = queries.owner_of(*tokens.read(token))
    except (signing.BadSignature, ValueError, TypeError):
        owner = None
    if owner is None:
        raise Http404
    return owner
