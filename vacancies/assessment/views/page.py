"""The verdict for one vacancy at one school, the drafts, and the planned hours of a person."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache

from accounts.identity.gates import (
    MemberRequest,
    ProfessionalRequest,
    member_required,
    professional_required,
)
from accounts.identity.permissions import Permission, allows
from accounts.profiles import queries as profiles
from vacancies.assessment.drafts import Document, data_of
from vacancies.assessment.own import OwnHours
from vacancies.assessment.page import DOCUMENTS_FOR, Page
from vacancies.assessment.typesetting import pdf_of
from vacancies.assessment.views.subject import known_subject_or_404, subject_or_404


@member_required(Permission.CANDIDATE_SEE)
@never_cache
def assessment(request: MemberRequest, code: str, public_id: UUID) -> HttpResponse:
    """Every route to this work for this person here, and what the school recorded."""
    subject = subject_or_404(request, code, public_id)
    context = {
        "subject": subject,
        "page": Page(subject),
        "profile": profiles.public_profile(subject.professional),
        "may_record": allows(request.membership.role, Permission.SUITABILITY_RECORD),
    }
    return render(request, "vacancies/assessment/assessment.html", context)


@member_required(Permission.SUITABILITY_RECORD)
def document(request: MemberRequest, code: str, public_id: UUID, document: str) -> HttpResponse:
    """A draft to print and sign. Dagdeel issues nothing."""
    subject = known_subject_or_404(request, code, public_id)
    if document not in set(Document) or subject.vacancy.function_kind not in DOCUMENTS_FOR:
        raise Http404
    made = pdf_of(document, data_of(Document(document), subject))
    response = HttpResponse(made, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(True, f"concept-{document}.pdf")
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


@professional_required
@never_cache
def my_hours(request: ProfessionalRequest) -> HttpResponse:
    """What schools planned with me, and the budget of the year over all of them."""
    context = {"own": OwnHours(request.professional)}
    return render(request, "vacancies/assessment/my_hours.html", context)
