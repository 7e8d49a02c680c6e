"""The professional asks the own employer, and agrees to what the school changed."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.identity.gates import ProfessionalRequest, professional_required
from portal.kit.forms import sent_in
from portal.kit.lifecycle import IllegalTransitionError
from vacancies.assessment.errors import RefusedError
from vacancies.employers import actions, queries
from vacancies.employers.asked import asked_of
from vacancies.employers.forms import AskForm, ContactForm
from vacancies.employers.page import Page
from vacancies.lifecycles import Side
from vacancies.models import EmployerRequest, Placement


@professional_required
@never_cache
def my_employer(request: ProfessionalRequest, public_id: UUID) -> HttpResponse:
    """How it stands, and the question: first what the employer will see, then it is sent."""
    placement = _own_or_404(request, public_id)
    page = Page(placement, Side.PROFESSIONAL)
    form = AskForm(placement, page.row, sent_in(request))
    preview: EmployerRequest | None = None
    if request.method == "POST" and form.is_valid():
        if request.POST.get("what") != "send":
            preview = actions.drafted(placement, form.ask)
        elif _is_sent(request, placement, form):
            messages.success(request, _("Sent. You hear as soon as there is an answer."))
            return redirect("my_employer", public_id)
    context = {
        "placement": placement,
        "page": page,
        "form": form,
        "asked": asked_of(preview) if preview else None,
        "total": page.total(preview, preview.starts_on) if preview else None,
    }
    return render(request, "vacancies/employers/my_employer.html", context)


@professional_required
@never_cache
def correct(request: ProfessionalRequest, public_id: UUID) -> HttpResponse:
    """Mend a name or an address; nobody is asked anew."""
    placement = _own_or_404(request, public_id)
    row = get_object_or_404(EmployerRequest, placement=placement)
    form = ContactForm(row, sent_in(request))
    if request.method == "POST" and form.is_valid():
        try:
            version = form.cleaned_data["version"]
            actions.correct(row, ask=form.ask, by=request.user, version=version)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _("Kept. What was asked and answered stays as it is."))
            return redirect("my_employer", public_id)
    context = {"placement": placement, "form": form, "row": row}
    return render(request, "vacancies/employers/correct.html", context)


@require_POST
@professional_required
def take_back(request: ProfessionalRequest, public_id: UUID) -> HttpResponse:
    """Nothing is asked any more."""
    placement = _own_or_404(request, public_id)
    row = get_object_or_404(EmployerRequest, placement=placement)
    try:
        actions.take_back(row, by=request.user)
    except (RefusedError, IllegalTransitionError):
        messages.error(request, _("This cannot be done any more. Look how it stands now."))
    else:
        messages.success(request, _("Taken back. Your employer is told."))
    return redirect("my_employer", public_id)


@require_POST
@professional_required
def confirm(request: ProfessionalRequest, public_id: UUID) -> HttpResponse:
    """I agree to what was changed."""
    placement = _own_or_404(request, public_id)
    shown = request.POST.get("shown", "")
    try:
        actions.confirm(placement, side=Side.PROFESSIONAL, by=request.user, shown=shown)
    except RefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Agreed. The school is told."))
    return redirect("my_placement", public_id)


def _is_sent(request: ProfessionalRequest, placement: Placement, form: AskForm) -> bool:
    """Whether it went out; if not the form says why."""
    version = form.cleaned_data["version"]
    try:
        actions.ask(placement, ask=form.ask, by=request.user, version=version)
    except RefusedError as refusal:
        form.refuse(refusal)
        return False
    except IllegalTransitionError:
        form.add_error(None, _("Something changed in the meantime. Look again."))
        return False
    return True


def _own_or_404(request: ProfessionalRequest, public_id: UUID) -> Placement:
    return get_object_or_404(queries.own_placement(request.professional), public_id=public_id)
