"""A professional says yes, and takes it back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.identity import actions as identity
from accounts.identity.gates import ProfessionalRequest, professional_required
from accounts.profiles import queries as profile_queries
from portal.kit.forms import sent_in
from portal.kit.lifecycle import IllegalTransitionError
from portal.kit.paging import page_of
from vacancies.applications import actions, queries
from vacancies.applications.actions import RefusedError
from vacancies.applications.forms import InterestForm
from vacancies.matching import queries as matching


@professional_required
def show_interest(request: ProfessionalRequest, code: str) -> HttpResponse:
    """Say yes, after seeing what the school will see."""
    vacancy = get_object_or_404(queries.open_vacancy(code))
    form = InterestForm(sent_in(request), initial={"name": request.user.name})
    if request.method == "POST" and form.is_valid():
        try:
            identity.set_name(request.user, form.cleaned_data["name"])
            message = form.cleaned_data["message"]
            request.professional.user = request.user
            row = actions.show_interest(
                vacancy, request.professional, message=message, by=request.user
            )
        except RefusedError as refusal:
            form.add_error(None, str(refusal))
        except IllegalTransitionError:
            form.add_error(None, _("The school already answered you about this vacancy."))
        else:
            messages.success(
                request, _("The school has your name and knows that you want to talk.")
            )
            return redirect("my_application", row.public_id)
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
    page = page_of(request, queries.own_with_news(request.professional))
    next_best = queries.next_best(request.professional)[:3]
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
    return redirect("my_application", public_id)
