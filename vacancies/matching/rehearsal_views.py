"""The mail about an own vacancy, read before it goes to anybody."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language

from accounts.enums import Language
from accounts.identity.gates import MemberRequest, member_required
from accounts.identity.permissions import Permission
from portal.kit.sheets import sheet
from vacancies.matching import queries, rehearsed_mail
from vacancies.models import Vacancy
from vacancies.posting.queries import missing


@member_required(Permission.CANDIDATE_SEE)
def vacancy_mail(request: MemberRequest, code: str) -> HttpResponse:
    """As one of those whom it fits would get it, in a frame that can do nothing."""
    vacancy = get_object_or_404(queries.own_vacancies(request.user), code=code)
    asked = request.GET.get("taal", "")
    language = asked if asked in Language.values else get_language() or Language.DUTCH.value
    context = {
        "vacancy": vacancy,
        "language": language,
        "languages": Language,
        "mail": rehearsed_mail.mail_of(vacancy, language) if _is_whole(vacancy) else None,
    }
    return render(request, "vacancies/matching/rehearsed_mail.html", context)


@member_required(Permission.CANDIDATE_SEE)
def vacancy_mail_sheet(request: MemberRequest, code: str, language: str) -> HttpResponse:
    """The mail alone, as a mail program shows it."""
    vacancy = get_object_or_404(queries.own_vacancies(request.user), code=code)
    if language not in Language.values or not _is_whole(vacancy):
        raise Http404
    return sheet(rehearsed_mail.mail_of(vacancy, language).html)


def _is_whole(vacancy: Vacancy) -> bool:
    """Only what could open can be in a mail."""
    return not missing(vacancy)
