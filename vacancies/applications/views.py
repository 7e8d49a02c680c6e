from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.identity import actions as identity
from accounts.identity.gates import (
    MemberRequest,
    ProfessionalRequest,
    member_required,
    professional_required,
)
from accounts.identity.permissions import Permission
from accounts.notifications.actions import mark_read
from accounts.privacy import actions as privacy
from accounts.profiles import queries as profile_queries
from portal.kit.lifecycle import IllegalTransitionError
from portal.kit.paging import page_of
from vacancies.applications import actions, queries
from vacancies.applications.actions import RefusedError
from vacancies.applications.forms import AnswerForm, InterestForm
from vacancies.matching import queries as matching
from vacancies.models import Application


@professional_required
def show_interest(request: ProfessionalRequest, code: str) -> HttpResponse:
    """Say yes, after seeing what the school will see."""
    vacancy = get_object_or_404(queries.open_vacancy(code))
    form = InterestForm(request.POST or None, initial={"name": request.user.name})
    if request.method == "POST" and form.is_valid():
        try:
            identity.set_name(request.user, form.cleaned_data["name"])
            message = form.cleaned_data["message"]
            request.professional.user = request.user
            actions.show_interest(vacancy, request.professional, message=message, by=request.user)
        except RefusedError as refusal:
            form.add_error(None, str(refusal))
        except IllegalTransitionError:
            form.add_error(None, _("The school already answered you about this vacancy."))
        else:
            messages.success(
                request, _("The school has your name and knows that you want to talk.")
            )
            return redirect("my_applications")
    explanation = matching.explain(vacancy, request.professional)
    context = {
        "form": form,
        "vacancy": vacancy,
        "profile": profile_queries.full_profile(request.professional),
        "explanation": explanation,
        "misses": [reason for reason in explanation.musts if reason.state != "met"],
    }
    return render(request, "vacancies/applications/show_interest.html", context)


@professional_required
def my_applications(request: ProfessionalRequest) -> HttpResponse:
    """What I said yes to, and what the school said."""
    page = page_of(request, queries.own(request.professional))
    next_best = matching.matches_of(request.professional)[:3]
    context = {"page": page, "next_best": next_best}
    return render(request, "vacancies/applications/mine.html", context)


@require_POST
@professional_required
def withdraw(request: ProfessionalRequest, public_id: UUID) -> HttpResponse:
    application = get_object_or_404(queries.own(request.professional), public_id=public_id)
    try:
        actions.withdraw(application, by=request.user)
    except IllegalTransitionError:
        messages.error(request, _("The school already answered, so this cannot be taken back."))
    else:
        messages.success(request, _("Taken back. The school no longer sees your name."))
    return redirect("my_applications")


@professional_required
def saved(request: ProfessionalRequest) -> HttpResponse:
    """Vacancies kept for later."""
    page = page_of(request, queries.saved_by(request.professional))
    context = {"page": page, "rows": queries.with_pay(list(page.object_list))}
    return render(request, "vacancies/applications/saved.html", context)


@require_POST
@professional_required
def save(request: ProfessionalRequest, code: str) -> HttpResponse:
    """Keep a vacancy, or no longer; back to its page."""
    vacancy = get_object_or_404(queries.known_vacancy(code))
    if request.POST.get("keep") == "no":
        actions.forget_vacancy(vacancy, request.professional)
        messages.success(request, _("No longer kept."))
    else:
        actions.save_vacancy(vacancy, request.professional)
        messages.success(request, _("Kept. You find it at your saved vacancies."))
    return redirect(vacancy)


@member_required(Permission.APPLICATION_DECIDE)
def received(request: MemberRequest) -> HttpResponse:
    """Everybody who said yes to us, those who wait for an answer on top."""
    rows = queries.received_by(request.institution)
    context = {"page": page_of(request, rows), "tally": queries.tally(request.institution)}
    return render(request, "vacancies/applications/received.html", context)


@member_required(Permission.APPLICATION_DECIDE)
def application(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """One person with name and contact, why it fits, and our answer."""
    row = get_object_or_404(queries.received_by(request.institution), public_id=public_id)
    return _application(request, row, AnswerForm())


def _application(request: MemberRequest, row: Application, form: AnswerForm) -> HttpResponse:
    privacy.record_view(
        row.professional, institution=request.institution, viewer=request.user, with_name=True
    )
    actions.mark_seen(row, by=request.user)
    mark_read(request.user, target=f"application:{row.pk}")
    explanation = matching.explain(row.vacancy, row.professional)
    context = {
        "application": row,
        "profile": profile_queries.full_profile(row.professional),
        "explanation": explanation,
        "hr_reasons": [one.for_hr for one in explanation.reasons if one.is_asked],
        "form": form,
    }
    return render(request, "vacancies/applications/application.html", context)


@require_POST
@member_required(Permission.APPLICATION_DECIDE)
def answer(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """Go no further with this person."""
    row = get_object_or_404(queries.received_by(request.institution), public_id=public_id)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _application(request, row, form)
    try:
        actions.decline(row, answer=form.cleaned_data["answer"], by=request.user)
    except IllegalTransitionError:
        messages.error(request, _("This was already answered, or the person took it back."))
    else:
        messages.success(request, _("%(name)s is informed.") % {"name": row.professional})
    return redirect("applications")
