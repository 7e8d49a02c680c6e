"""Who the page is about: a person of one of our own vacancies. Each look is recorded."""

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from accounts.identity.gates import MemberRequest
from accounts.privacy import actions as privacy
from vacancies.assessment import queries
from vacancies.assessment.queries import Subject
from vacancies.matching import queries as matching


def subject_or_404(request: MemberRequest, code: str, public_id: UUID) -> Subject:
    """The person, with or without a name; a stranger to the vacancy finds nothing."""
    vacancy = get_object_or_404(matching.own_vacancies(request.user), code=code)
    professional = get_object_or_404(queries.people_of(vacancy), public_id=public_id)
    subject = queries.subject_of(vacancy, professional)
    if request.method == "GET":
        privacy.record_view(
            professional,
            institution=request.institution,
            viewer=request.user,
            with_name=subject.has_said_yes,
        )
    return subject


def known_subject_or_404(request: MemberRequest, code: str, public_id: UUID) -> Subject:
    """The same, only of somebody who said yes: nobody is judged or planned without a name."""
    vacancy = get_object_or_404(matching.own_vacancies(request.user), code=code)
    professional = get_object_or_404(queries.people_of(vacancy), public_id=public_id)
    if not queries.subject_of(vacancy, professional).has_said_yes:
        raise Http404
    return subject_or_404(request, code, public_id)
