"""What both sides do with a meeting, the same way: only who may come in differs."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.identity.gates import UserRequest
from accounts.notifications.actions import mark_read
from portal.kit.forms import sent_in
from portal.kit.lifecycle import IllegalTransitionError
from vacancies.lifecycles import Side
from vacancies.matching import queries as matching
from vacancies.meetings import actions, ical, queries, words
from vacancies.meetings.actions import RefusedError
from vacancies.meetings.forms import Asked, PlanForm, ReasonForm
from vacancies.meetings.page import Seen
from vacancies.models import Application, Meeting


def propose(request: UserRequest, application: Application, side: Side) -> HttpResponse:
    """A first proposal."""
    asked = Asked(
        side=side,
        suggested=queries.suggestions(application),
        places=queries.places_for(application, side),
    )
    form = PlanForm(asked, sent_in(request))
    if request.method == "POST" and form.is_valid():
        try:
            row = actions.propose(application, side=side, plan=form.plan, by=request.user)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            who = words.other(row, side)
            messages.success(request, _("Proposed. %(other)s chooses.") % {"other": who})
            return redirect(Seen(row, side).application_url + "#afspraken")
    return _plan_page(request, application, form)


def propose_others(request: UserRequest, meeting: Meeting, side: Side) -> HttpResponse:
    """Other times, instead of those proposed or agreed."""
    seen = Seen(meeting, side)
    if not seen.may_change:
        messages.error(request, _("This cannot be changed any more."))
        return redirect(seen.url)
    asked = Asked(
        side=side,
        suggested=queries.suggestions(meeting.application),
        places=queries.places_for(meeting.application, side),
        meeting=meeting,
        must_say_why=seen.must_say_why,
        writes_note=queries.first_proposer_of(meeting) == side,
    )
    form = PlanForm(asked, sent_in(request))
    if request.method == "POST" and form.is_valid():
        try:
            actions.propose_others(
                meeting,
                side=side,
                plan=form.plan,
                sequence=sequence_of(request),
                reason=form.why,
                by=request.user,
            )
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _("Proposed. %(other)s chooses.") % {"other": seen.other})
            return redirect(seen.url)
    return _plan_page(request, meeting.application, form, seen)


def show(
    request: UserRequest, meeting: Meeting, side: Side, form: ReasonForm | None = None
) -> HttpResponse:
    """One meeting, with all that can be done."""
    mark_read(request.user, target=f"meeting:{meeting.pk}")
    seen = Seen(meeting, side)
    context = {
        "seen": seen,
        "reason_form": form or ReasonForm(must_say_why=seen.must_say_why),
    }
    return render(request, "vacancies/meetings/meeting.html", context)


def take(request: UserRequest, meeting: Meeting, side: Side) -> HttpResponse:
    """Choose a time."""
    chosen, sequence = _number(request, "option"), sequence_of(request)

    def act() -> None:
        actions.take(meeting, option=chosen, sequence=sequence, side=side, by=request.user)

    return _done(request, meeting, side, act, _("Agreed. You both get it by mail."))


def cancel(request: UserRequest, meeting: Meeting, side: Side) -> HttpResponse:
    """Take back, refuse or call off."""
    seen = Seen(meeting, side)
    form = ReasonForm(request.POST, must_say_why=seen.must_say_why)
    if not form.is_valid():
        return show(request, meeting, side, form)
    reason, sequence = form.cleaned_data["reason"], sequence_of(request)

    def act() -> None:
        actions.cancel(meeting, sequence=sequence, side=side, reason=reason, by=request.user)

    said = _("Cancelled. %(other)s is told.") % {"other": seen.other}
    return _done(request, meeting, side, act, said)


def file(meeting: Meeting, side: Side) -> HttpResponse:
    """The agreed time, to put in a calendar by hand."""
    response = HttpResponse(ical.file_of(meeting, side), content_type="text/calendar")
    response["Content-Disposition"] = f'attachment; filename="{_("appointment")}.ics"'
    response["Cache-Control"] = "private, no-store"
    return response


def sequence_of(request: HttpRequest) -> int:
    """Which state the page showed; what is no number is a page of long ago."""
    return _number(request, "sequence")


def _number(request: HttpRequest, name: str) -> int:
    sent = request.POST.get(name, "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 10 else 0


def _done(
    request: UserRequest, meeting: Meeting, side: Side, act: Callable[[], None], said: str
) -> HttpResponse:
    try:
        act()
    except RefusedError as refusal:
        messages.error(request, str(refusal))
    except IllegalTransitionError:
        messages.error(request, _("This cannot be done any more. Look how it stands now."))
    else:
        messages.success(request, said)
    return redirect(Seen(meeting, side).url)


def _plan_page(
    request: UserRequest, application: Application, form: PlanForm, seen: Seen | None = None
) -> HttpResponse:
    context = {
        "application": application,
        "form": form,
        "seen": seen,
        "is_school": form.asked.side is Side.SCHOOL,
        "explanation": matching.explain(application.vacancy, application.professional),
    }
    return render(request, "vacancies/meetings/plan.html", context)
