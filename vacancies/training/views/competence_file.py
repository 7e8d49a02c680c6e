"""The competence file as PDF and as JSON, for the school and for the person."""

from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header

from accounts.identity.gates import (
    MemberRequest,
    ProfessionalRequest,
    UserRequest,
    member_required,
    professional_required,
)
from accounts.identity.permissions import Permission
from vacancies.assessment.typesetting import pdf_of
from vacancies.lifecycles import Side
from vacancies.models import Trajectory
from vacancies.training import actions, competence_file, queries


@member_required(Permission.SUITABILITY_RECORD)
def of_school(request: MemberRequest, public_id: UUID, form: str) -> HttpResponse:
    """Only of the own school."""
    rows = queries.trajectories_of(request.institution)
    row = get_object_or_404(rows, public_id=public_id)
    return _file(request, row, form, Side.SCHOOL)


@professional_required
def my_own(request: ProfessionalRequest, public_id: UUID, form: str) -> HttpResponse:
    """What a school holds about me."""
    rows = queries.trajectories_with(request.professional)
    row = get_object_or_404(rows, public_id=public_id)
    return _file(request, row, form, Side.PROFESSIONAL)


def _file(request: UserRequest, row: Trajectory, form: str, side: Side) -> HttpResponse:
    response: HttpResponse
    if form == "pdf":
        made = pdf_of(competence_file.TEMPLATE, competence_file.for_paper(row))
        response = HttpResponse(made, content_type="application/pdf")
    else:
        dumps = {"ensure_ascii": False, "indent": 2}
        response = JsonResponse(competence_file.for_machines(row), json_dumps_params=dumps)
    actions.record_export(row, form, side=side, by=request.user)
    name = f"{competence_file.TEMPLATE}.{form}"
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
