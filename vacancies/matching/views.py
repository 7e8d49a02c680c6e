from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.identity.gates import (
    MemberRequest,
    ProfessionalRequest,
    member_required,
    professional_required,
)
from accounts.identity.permissions import Permission, allows
from accounts.notifications.actions import mark_read
from accounts.privacy import actions as privacy
from accounts.profiles import queries as profiles
from portal.kit.forms import sent_in
from portal.kit.lifecycle import IllegalTransitionError
from portal.kit.paging import page_of
from vacancies.enums import DismissReason
from vacancies.matching import actions, queries, rows, team_page, teams
from vacancies.matching.events import Reader
from vacancies.matching.forms import DismissForm
from vacancies.matching.ledger import ledger_of
from vacancies.matching.rules import sentence_of
from vacancies.matching.team_page import Wanted
from vacancies.models import Match, Vacancy

PER_PAGE = 10


@professional_required
def my_matches(request: ProfessionalRequest) -> HttpResponse:
    """What fits me, the best first, each with its reasons."""
    shown = rows.Shown.of(request.GET.get("toon", ""))
    page = page_of(request, rows.matches_shown(request.professional, shown), per_page=PER_PAGE)
    context = {
        "page": page,
        "rows": rows.match_rows(list(page.object_list)),
        "shown": shown,
        "tabs": rows.tabs(shown),
        "counts": rows.counts(request.professional),
        "query": f"toon={shown}",
    }
    response = render(request, "vacancies/matching/my_matches.html", context)
    actions.mark_seen(list(page.object_list))
    return response


@professional_required
def why(request: ProfessionalRequest, pk: int) -> HttpResponse:
    """Why (not) me: every demand with the facts used and the score built up part by part."""
    match = get_object_or_404(queries.matches_visible_to(request.user), pk=pk)
    mark_read(request.user, target=f"match:{match.pk}")
    actions.mark_seen([match])
    return _why(request, match.vacancy, match)


@professional_required
def why_vacancy(request: ProfessionalRequest, address: str) -> HttpResponse:
    """The same for any vacancy that is open: also why I did not hear of it."""
    code = address.rpartition("-")[2]
    vacancy = get_object_or_404(queries.shown_vacancies(), code=code)
    match = queries.match_of(vacancy, request.professional)
    return redirect("my_match", match.pk) if match else _why(request, vacancy, None)


def _why(request: ProfessionalRequest, vacancy: Vacancy, match: Match | None) -> HttpResponse:
    professional = request.professional
    explanation = queries.explain(vacancy, professional)
    context = {
        "vacancy": vacancy,
        "match": match,
        "explanation": explanation,
        "groups": rows.groups(explanation),
        "lines": rows.score_lines(explanation),
        "ledger": ledger_of(vacancy, professional, explanation, reader=Reader.PERSON),
    }
    return render(request, "vacancies/matching/why.html", context)


@professional_required
def dismiss(request: ProfessionalRequest, pk: int) -> HttpResponse:
    """Not for me, and why: what is put aside does not come back."""
    match = get_object_or_404(queries.matches_visible_to(request.user), pk=pk)
    form = DismissForm(sent_in(request))
    if request.method == "POST" and form.is_valid():
        reason = DismissReason(form.cleaned_data["reason"])
        try:
            muting = actions.dismiss(match, reason=reason, by=request.user)
        except IllegalTransitionError:
            form.add_error(None, _("You already said yes to this vacancy. Take that back first."))
        else:
            messages.success(request, _("Put aside. You find it under “Not for me”."))
            if muting:
                messages.info(request, sentence_of(muting))
            return redirect("my_matches")
    context = {"match": match, "form": form}
    return render(request, "vacancies/matching/dismiss.html", context)


@require_POST
@professional_required
def undismiss(request: ProfessionalRequest, pk: int) -> HttpResponse:
    match = get_object_or_404(queries.matches_visible_to(request.user), pk=pk)
    try:
        actions.undismiss(match, by=request.user)
    except IllegalTransitionError:
        messages.info(request, _("It was already back."))
    else:
        messages.success(request, _("Back with your matches."))
    return redirect("my_matches")


@member_required(Permission.CANDIDATE_SEE)
def candidates(request: MemberRequest, code: str) -> HttpResponse:
    """Who fits our vacancy, without name or contact."""
    vacancy = get_object_or_404(queries.own_vacancies(request.user), code=code)
    page = page_of(request, queries.candidates_of(vacancy), per_page=PER_PAGE)
    mark_read(request.user, target=f"vacancy:{vacancy.pk}")
    context = {
        "vacancy": vacancy,
        "page": page,
        "rows": rows.candidate_rows(list(page.object_list)),
        "verified": request.institution.is_verified,
    }
    return render(request, "vacancies/matching/candidates.html", context)


@member_required(Permission.CANDIDATE_SEE)
def candidate(request: MemberRequest, code: str, public_id: UUID) -> HttpResponse:
    """One person, still without a name: every demand and the week. The look is recorded."""
    vacancy = get_object_or_404(queries.own_vacancies(request.user), code=code)
    match = get_object_or_404(queries.candidates_of(vacancy), professional__public_id=public_id)
    privacy.record_view(
        match.professional, institution=request.institution, viewer=request.user, with_name=False
    )
    explanation = queries.explain(vacancy, match.professional)
    context = {
        "vacancy": vacancy,
        "match": match,
        "profile": profiles.public_profile(match.professional),
        "explanation": explanation,
        "groups": rows.groups(explanation, for_hr=True),
        "lines": rows.score_lines(explanation),
        "ledger": ledger_of(vacancy, match.professional, explanation, reader=Reader.SCHOOL),
        "application": rows.application_of(match),
    }
    return render(request, "vacancies/matching/candidate.html", context)


@require_POST
@member_required(Permission.CANDIDATE_INVITE)
def invite(request: MemberRequest, code: str, public_id: UUID) -> HttpResponse:
    """Ask somebody who fits to get to know us."""
    vacancy = get_object_or_404(queries.own_vacancies(request.user), code=code)
    match = get_object_or_404(queries.candidates_of(vacancy), professional__public_id=public_id)
    try:
        actions.invite(match, by=request.user)
    except actions.NotCurrentError:
        messages.error(request, _("This person no longer fits, or the vacancy is not open."))
    else:
        messages.success(request, _("Invited. You hear it when this person says yes."))
    return redirect("candidates", code)


@member_required(Permission.CANDIDATE_SEE)
def team(request: MemberRequest, code: str) -> HttpResponse:
    """Who can fill our vacancy together, without names: best team, or whom HR keeps and swaps."""
    vacancy = get_object_or_404(teams.shared_vacancies(request.user), code=code)
    context = {
        "vacancy": vacancy,
        "team": team_page.page_of(vacancy, Wanted.of(request.GET)),
        "may_invite": allows(request.membership.role, Permission.CANDIDATE_INVITE),
    }
    return render(request, "vacancies/matching/team.html", context)


@require_POST
@member_required(Permission.CANDIDATE_INVITE)
def invite_team(request: MemberRequest, code: str) -> HttpResponse:
    """Ask a team in one go; each hears of the own part alone."""
    vacancy = get_object_or_404(teams.shared_vacancies(request.user), code=code)
    wanted = Wanted.of(request.POST)
    try:
        actions.invite_team(team_page.invitations(vacancy, wanted), by=request.user)
    except actions.NotCurrentError:
        messages.error(request, _("Somebody of this team no longer fits. Nobody was invited."))
        return redirect("team", code)
    messages.success(
        request, _("Invited, each for their own part. You hear it when somebody says yes.")
    )
    return redirect(f"{reverse('team', args=[code])}?{wanted.query}")
