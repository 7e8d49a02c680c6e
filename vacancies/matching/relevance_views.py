from contextlib import suppress

from django.contrib import messages
from django.core.signing import BadSignature
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from accounts.identity.gates import ProfessionalRequest, professional_required
from accounts.notifications.touches import touch
from portal.kit.audience import Audience, open_to
from portal.kit.lifecycle import IllegalTransitionError
from vacancies.enums import DismissReason
from vacancies.matching import actions, queries, relevance, silence, tokens
from vacancies.matching.forms import DismissForm
from vacancies.matching.relevance import AnswerPage, Step
from vacancies.matching.tokens import Answer
from vacancies.models import Match


@open_to(Audience.EVERYONE)
@csrf_exempt
@never_cache
def relevance_of(request: HttpRequest, token: str) -> HttpResponse:
    """The token is the permission to answer once more; only a POST changes anything, for scanners
    of mail follow every link."""
    try:
        pk, answer = tokens.read(token)
    except BadSignature as error:
        raise Http404 from error
    match = queries.match_to_answer(pk)
    step = relevance.door(request, match)
    if match is None or step != Step.ASK:
        return _page(request, AnswerPage(step, answer), match if step == Step.GONE else None)
    if request.method != "POST":
        return _page(request, relevance.asked(match, answer), match)
    touch(match.professional.user)
    return _page(request, _answered(request, match, answer), match)


def _answered(request: HttpRequest, match: Match, answer: Answer) -> AnswerPage:
    person = match.professional.user
    if "undo" in request.POST:
        with suppress(IllegalTransitionError):
            match = actions.undismiss(match, by=person)
        return AnswerPage(Step.BACK, answer, match)
    if answer == Answer.YES:
        return AnswerPage(Step.THANKED, answer, actions.mark_relevant(match, by=person))
    form = DismissForm(request.POST)
    if not form.is_valid():
        return relevance.asked(match, answer, error=True)
    try:
        muting = actions.dismiss(
            match, reason=DismissReason(form.cleaned_data["reason"]), by=person
        )
    except IllegalTransitionError:
        return AnswerPage(Step.SAID_YES, answer, match)
    return relevance.aside(match, muting)


def _page(request: HttpRequest, page: AnswerPage, match: Match | None) -> HttpResponse:
    language = match.professional.user.language if match else translation.get_language()
    with translation.override(language):
        response = render(request, "vacancies/matching/relevance.html", {"page": page})
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@require_POST
@professional_required
def forget_rule(request: ProfessionalRequest, pk: int) -> HttpResponse:
    """Mail about such vacancies comes again."""
    muting = get_object_or_404(silence.own_rules(request.professional), pk=pk)
    actions.unmute(muting, by=request.user)
    messages.success(request, _("Done. We mail you about such vacancies again."))
    return redirect("notice_preferences")
