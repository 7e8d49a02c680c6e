"""Making an offer: prefilled, looked at, sent."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts.identity.gates import MemberRequest, member_required
from accounts.identity.permissions import Permission
from accounts.privacy import actions as privacy
from portal.kit.forms import sent_in
from portal.kit.lifecycle import IllegalTransitionError
from vacancies.applications import queries as applications
from vacancies.assessment import queries as assessment
from vacancies.assessment.errors import RefusedError
from vacancies.assessment.page import Page
from vacancies.assessment.work import choices_for
from vacancies.models import Application
from vacancies.placement import actions
from vacancies.placement.forms import OfferForms
from vacancies.placement.meaning import Meaning, meaning_of
from vacancies.placement.prefill import first_offer


@member_required(Permission.SUITABILITY_RECORD)
def offer(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """An offer to somebody who said yes. First look what it means, then send it."""
    row = get_object_or_404(applications.received_by(request.institution), public_id=public_id)
    subject = assessment.subject_of(row.vacancy, row.professional)
    page = Page(subject)
    choices = choices_for(row.vacancy, subject.accepted)
    forms = OfferForms(choices, first_offer(subject, page), sent_in(request))
    meaning: Meaning | None = None
    if request.method == "POST" and forms.is_valid():
        try:
            if request.POST.get("what") == "send":
                return _send(request, row, forms)
            meaning = meaning_of(row, forms.offer, by=request.user)
        except RefusedError as refusal:
            forms.refuse(refusal)
        except IllegalTransitionError:
            messages.error(request, _("Something changed in the meantime. Look again."))
            return redirect("application", row.public_id)
    privacy.record_view(
        row.professional, institution=request.institution, viewer=request.user, with_name=True
    )
    context = {"application": row, "forms": forms, "page": page, "meaning": meaning}
    return render(request, "vacancies/placement/offer.html", context)


def _send(request: MemberRequest, row: Application, forms: OfferForms) -> HttpResponse:
    made = actions.offer(row, offer=forms.offer, by=request.user)
    text = _("The offer is sent. %(name)s is told at once.") % {"name": row.professional}
    messages.success(request, text)
    return redirect("placement", made.public_id)
