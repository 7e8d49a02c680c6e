"""The public check: eight questions, the answer at an address of its own, and what follows."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from django.views.decorators.vary import vary_on_headers

from accounts.identity import queries as identity
from accounts.identity.gates import UserRequest, signed_in
from accounts.models import User
from portal.kit.audience import Audience, open_to
from vacancies.routes import outcome, visit
from vacancies.routes.book import rule_book
from vacancies.routes.check import Answers
from vacancies.routes.forms import CheckForm, PlanForm, plan_of
from vacancies.routes.packing import CodeError, pack, unpack

PLAN = ("week_hours", "weeks", "start_on")
NOINDEX = "noindex, nofollow"


@open_to(Audience.EVERYONE)
@never_cache
def route_check(request: HttpRequest) -> HttpResponse:
    """The questions; the answers of an earlier code can be changed."""
    if request.method != "POST":
        answers = _known(request.GET.get("antwoorden", ""))
        return render(request, "vacancies/routes/check.html", {"form": CheckForm(answers=answers)})
    form = CheckForm(request.POST)
    if not form.is_valid():
        return render(request, "vacancies/routes/check.html", {"form": form})
    visit.remember(request, form.answers, banned=form.is_banned)
    return redirect("route_check_result", pack(form.answers))


@open_to(Audience.EVERYONE)
@never_cache
@vary_on_headers("HX-Request")
def route_check_result(request: HttpRequest, code: str) -> HttpResponse:
    """The answer. Other hours lead to another address; without a script by a redirect."""
    answers = _known(code)
    if answers is None:
        return _begin_again(request)
    live = bool(request.htmx)  # type: ignore[attr-defined]
    form = PlanForm(request.GET if _is_played(request) else None, initial=plan_of(answers))
    if form.is_bound and form.is_valid():
        answers = form.on(answers)
        if not live:
            return redirect(reverse("route_check_result", args=[pack(answers)]) + "#uren")
    page = "_outcome" if live else "result"
    context = _context(request, answers, form)
    response = render(request, f"vacancies/routes/{page}.html", context)
    response["X-Robots-Tag"] = NOINDEX
    if live:
        response["HX-Replace-Url"] = context["address"]
    return response


@open_to(Audience.EVERYONE)
@require_POST
def route_check_keep(request: HttpRequest, code: str) -> HttpResponse:
    """Keep the answers in the own profile, or take them along to one that is still to be made."""
    answers = _known(code)
    if answers is None:
        return _begin_again(request)
    professional = identity.professional_of(request.user)
    if professional is not None:
        visit.save(request, professional, answers, cast(User, request.user))
        return redirect("profile")
    visit.carry(request, answers)
    if not request.user.is_authenticated:
        messages.info(request, _("Your answers go along. Fill in your e-mail address first."))
    return redirect("route_check_carry")


@signed_in
def route_check_carry(request: UserRequest) -> HttpResponse:
    """Signed in with answers in hand: on to a profile, or back to the answer to keep it."""
    code = visit.carried(request)
    if identity.professional_of(request.user) and code:
        visit.drop(request)
        return redirect("route_check_result", code)
    return redirect("choose_role")


def _known(code: str) -> Answers | None:
    try:
        return unpack(code)
    except CodeError:
        return None


def _is_played(request: HttpRequest) -> bool:
    return any(name in request.GET for name in PLAN)


def _begin_again(request: HttpRequest) -> HttpResponse:
    response = render(request, "vacancies/routes/unknown.html", status=404)
    response["X-Robots-Tag"] = NOINDEX
    return response


def _context(request: HttpRequest, answers: Answers, form: PlanForm) -> dict[str, Any]:
    code, today = pack(answers), timezone.localdate()
    banned = visit.is_banned(request, answers)
    return {
        "answers": answers,
        "code": code,
        "address": reverse("route_check_result", args=[code]),
        "form": form,
        "outcome": outcome.outcome_of(answers, on=today, book=rule_book(), banned=banned),
        "is_banned": banned,
        "is_professional": identity.professional_of(request.user) is not None,
        "today": today,
    }
