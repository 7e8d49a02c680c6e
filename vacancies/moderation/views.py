"""Pages of the desk; the admin wires them, and lets in staff alone."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.audit.words import said
from accounts.models import User
from portal.kit.lifecycle import IllegalTransitionError
from vacancies.models import Vacancy
from vacancies.moderation import queries
from vacancies.moderation.forms import ReasonForm, TakeDownForm, VersionForm
from vacancies.posting import actions as posting
from vacancies.posting.errors import InstitutionNotVerifiedError, NotWholeError, StaleError

CHANGE = "vacancies.change_vacancy"
PAGE = "admin:vacancies_vacancy_change"
Step = Callable[[Vacancy, User], str]


def review(request: HttpRequest, pk: int, **forms: Any) -> HttpResponse:
    """Everything about one vacancy, and the decision."""
    vacancy = get_object_or_404(queries.with_what_a_row_shows(Vacancy.objects.all()), pk=pk)
    place, waiting = queries.place_in_queue(vacancy)
    found = queries.review_of(vacancy)
    context = {
        **admin.site.each_context(request),
        "title": vacancy.title,
        "review": found,
        "vacancy": vacancy,
        "moments": [{"text": said(event.verb), "event": event} for event in found.events],
        "place": place,
        "waiting": waiting,
        "may_act": request.user.has_perm(CHANGE),
        "version_form": VersionForm(initial={"version": vacancy.version}),
        "return_form": forms.get("return_form") or ReasonForm(prefix="return"),
        "take_down_form": forms.get("take_down_form") or TakeDownForm(prefix="down"),
        "opened": set(forms),
    }
    return render(request, "admin/desk/vacancy.html", context)


@require_POST
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Open it as it was read; a text that changed meanwhile is read again."""
    form = VersionForm(request.POST)
    version = form.cleaned_data["version"] if form.is_valid() else 0

    def step(vacancy: Vacancy, by: User) -> str:
        posting.approve(vacancy, by=by, version=version)
        return _("“%(title)s” is approved.")

    return _decide(request, pk, step)


@require_POST
def return_with_reason(request: HttpRequest, pk: int) -> HttpResponse:
    form = ReasonForm(request.POST, prefix="return")
    if not form.is_valid():
        return review(request, pk, return_form=form)

    def step(vacancy: Vacancy, by: User) -> str:
        posting.return_with_reason(vacancy, by=by, reason=form.cleaned_data["reason"])
        return _("“%(title)s” is back at the school, with your question.")

    return _decide(request, pk, step)


@require_POST
def take_down(request: HttpRequest, pk: int) -> HttpResponse:
    form = TakeDownForm(request.POST, prefix="down")
    if not form.is_valid():
        return review(request, pk, take_down_form=form)

    def step(vacancy: Vacancy, by: User) -> str:
        posting.take_down(vacancy, by=by, reason=form.cleaned_data["reason"])
        return _("“%(title)s” is taken down. The school and the interested are told.")

    return _decide(request, pk, step)


def _decide(request: HttpRequest, pk: int, step: Step) -> HttpResponse:
    """Take the step and go on to what waits longest, or say why not and stay."""
    if not request.user.has_perm(CHANGE):
        raise PermissionDenied
    vacancy = get_object_or_404(Vacancy, pk=pk)
    try:
        told = step(vacancy, cast(User, request.user))
    except (StaleError, InstitutionNotVerifiedError, NotWholeError, IllegalTransitionError) as why:
        messages.error(request, _refusal(why))
        return redirect(PAGE, pk)
    messages.success(request, told % {"title": vacancy.title})
    following = queries.next_in_queue(vacancy)
    return redirect(PAGE, following.pk) if following else redirect(reverse("admin:index"))


def _refusal(why: Exception) -> str:
    if isinstance(why, StaleError):
        return _stale(why)
    if isinstance(why, InstitutionNotVerifiedError):
        return _("This school is not verified. Verify the school first, then the vacancy can open.")
    if isinstance(why, NotWholeError):
        missing = " ".join(str(item.text) for item in why.missing)
        return _("This vacancy cannot open as it is: %(missing)s") % {"missing": missing}
    return _("Somebody decided about this vacancy before you, or the school took it back.")


def _stale(why: StaleError) -> str:
    moment = date_format(localtime(why.at), "DATETIME_FORMAT")
    if why.by:
        return _("%(name)s changed this text on %(moment)s. Read it again.") % {
            "name": why.by,
            "moment": moment,
        }
    return _("This text was changed on %(moment)s. Read it again.") % {"moment": moment}
