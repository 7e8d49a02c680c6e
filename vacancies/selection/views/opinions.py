"""Asking a colleague, and the one page that the colleague sees."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.identity.gates import MemberRequest, member_required
from accounts.identity.permissions import Permission
from portal.kit import tokens
from portal.kit.audience import Audience, open_to
from portal.kit.forms import sent_in
from portal.kit.limits import within_limit
from vacancies.applications import queries as applications
from vacancies.models import Application, Opinion
from vacancies.selection import actions, links, queries
from vacancies.selection.actions import RefusedError
from vacancies.selection.dossier import short_dossier_of
from vacancies.selection.forms import AskForm, OpinionForm
from vacancies.selection.links import Closed

ASKED_AN_HOUR = 30
HOUR = 3600
STATUS = {Closed.ANSWERED: 200, Closed.OVER: 410, Closed.EXPIRED: 410}


@member_required(Permission.APPLICATION_DECIDE)
@never_cache
def ask(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """Give the address of a colleague."""
    row = get_object_or_404(applications.received_by(request.institution), public_id=public_id)
    form = AskForm(sent_in(request))
    if request.method == "POST" and form.is_valid() and _asked(request, row, form):
        messages.success(request, _("Your colleague gets a link by mail."))
        return redirect("application", public_id)
    context = {"application": row, "form": form}
    return render(request, "vacancies/selection/ask.html", context)


@require_POST
@member_required(Permission.APPLICATION_DECIDE)
def take_back(request: MemberRequest, public_id: UUID, pk: int) -> HttpResponse:
    """A wrong address, or no longer needed."""
    row = get_object_or_404(applications.received_by(request.institution), public_id=public_id)
    try:
        actions.take_back(get_object_or_404(queries.opinions_on(row), pk=pk), by=request.user)
    except RefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Taken back. The link no longer works."))
    return redirect("application", public_id)


@open_to(Audience.EVERYONE)
@never_cache
def opinion(request: HttpRequest, token: str) -> HttpResponse:
    """Whoever holds the link reads the short dossier, and answers once."""
    row = queries.opinion_by(tokens.digest_of(token))
    closed = links.why_closed(row, timezone.now()) if row else None
    if row is None or closed:
        return _closed(request, row, closed)
    form = OpinionForm(sent_in(request))
    if request.method == "POST" and form.is_valid():
        try:
            row = actions.answer(row, **form.cleaned_data)
        except RefusedError:
            row = queries.opinion_by(tokens.digest_of(token))
            return _closed(request, row, links.why_closed(row, timezone.now()) if row else None)
        return _closed(request, row, Closed.ANSWERED)
    actions.look_by_link(row)
    dossier = short_dossier_of(row.application)
    context = {"opinion": row, "dossier": dossier, "form": form}
    return _unseen(render(request, "vacancies/selection/opinion.html", context))


def _closed(request: HttpRequest, row: Opinion | None, closed: Closed | None) -> HttpResponse:
    """What became of the question, without anything about the person."""
    context = {"opinion": row, "closed": closed}
    status = STATUS[closed] if closed else 404
    return _unseen(
        render(request, "vacancies/selection/opinion_closed.html", context, status=status)
    )


def _unseen(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _asked(request: MemberRequest, row: Application, form: AskForm) -> bool:
    if not within_limit("ask", str(request.user.pk), most=ASKED_AN_HOUR, seconds=HOUR):
        form.add_error(None, _("You asked a lot in an hour. Wait a little and try again."))
        return False
    try:
        actions.ask(row, email=form.cleaned_data["email"], by=request.user)
    except RefusedError as refusal:
        form.add_error("email", str(refusal))
        return False
    return True
