"""One yes that a school received, and its answers."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.credentials.serving import attachment
from accounts.identity.gates import MemberRequest, member_required
from accounts.identity.permissions import Permission
from accounts.notifications.actions import mark_read
from accounts.privacy import actions as privacy
from accounts.profiles import queries as profile_queries
from portal.kit.lifecycle import IllegalTransitionError
from vacancies.applications import actions, hooks, queries
from vacancies.applications.forms import AnswerForm, MessageForm
from vacancies.applications.timeline import timeline_of
from vacancies.applications.views.writing import sent
from vacancies.applications.words import stand_of
from vacancies.lifecycles import Side
from vacancies.matching import queries as matching
from vacancies.models import Application

Act = Callable[[Application], object]


@member_required(Permission.APPLICATION_DECIDE)
@never_cache
def application(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """One person with name and contact, how it stands, and what both said."""
    return _page(request, _row(request, public_id))


@require_POST
@member_required(Permission.APPLICATION_DECIDE)
def write(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """Send a message; what was typed stays when it cannot be sent."""
    row = _row(request, public_id)
    form = MessageForm(request.POST, request.FILES)
    if sent(request, row, form, side=Side.SCHOOL):
        return redirect("application", public_id)
    return _page(request, row, message_form=form)


@require_POST
@member_required(Permission.APPLICATION_DECIDE)
def talk(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """Start the conversation."""
    return _act(request, public_id, lambda row: actions.talk(row, by=request.user))


@require_POST
@member_required(Permission.APPLICATION_DECIDE)
def go_on(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """Come back on a no."""
    return _act(request, public_id, lambda row: actions.go_on_after_all(row, by=request.user))


@require_POST
@member_required(Permission.APPLICATION_DECIDE)
def answer(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """Go no further with this person."""
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _page(request, _row(request, public_id), form=form)
    words = form.cleaned_data["answer"]
    return _act(request, public_id, lambda row: actions.decline(row, answer=words, by=request.user))


@member_required(Permission.APPLICATION_DECIDE)
def file(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """The file of a message, in a conversation of this school."""
    message = get_object_or_404(queries.files_shown_to(request.institution), public_id=public_id)
    actions.note_fetched(message, by=request.user)
    return attachment(message.file, name=message.file_name, media_type=message.file_type)


def _row(request: MemberRequest, public_id: UUID) -> Application:
    rows = queries.received_by(request.institution)
    return get_object_or_404(rows, public_id=public_id)


def _act(request: MemberRequest, public_id: UUID, act: Act) -> HttpResponse:
    row = _row(request, public_id)
    try:
        act(row)
    except IllegalTransitionError:
        messages.error(request, _("This was already answered, or the person took it back."))
        return redirect("applications")
    messages.success(request, _("%(name)s is informed.") % {"name": row.professional})
    return redirect("application", public_id)


def _page(
    request: MemberRequest,
    row: Application,
    *,
    form: AnswerForm | None = None,
    message_form: MessageForm | None = None,
) -> HttpResponse:
    privacy.record_view(
        row.professional, institution=request.institution, viewer=request.user, with_name=True
    )
    actions.mark_seen(row, by=request.user)
    actions.mark_read(row, side=Side.SCHOOL)
    mark_read(request.user, target=f"application:{row.pk}")
    explanation = matching.explain(row.vacancy, row.professional)
    context = {
        "application": row,
        "stand": stand_of(row, Side.SCHOOL),
        "panels": hooks.panels.of(row, Side.SCHOOL, request),
        "moments": timeline_of(row, Side.SCHOOL),
        "profile": profile_queries.full_profile(row.professional),
        "explanation": explanation,
        "hr_reasons": [one.for_hr for one in explanation.reasons if one.is_asked],
        "form": form or AnswerForm(),
        "message_form": message_form or MessageForm(),
    }
    return render(request, "vacancies/applications/application.html", context)
