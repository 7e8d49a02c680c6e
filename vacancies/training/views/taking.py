"""What both sides share: one step, one milestone, refused or done, and said."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.identity.gates import UserRequest
from portal.kit.forms import sent_in
from portal.kit.lifecycle import IllegalTransitionError
from vacancies.lifecycles import TRAJECTORY, Side
from vacancies.models import Trajectory
from vacancies.routes.book import rule_book
from vacancies.routes.words import need_words
from vacancies.routes.words.voice import Voice
from vacancies.training import actions, guards, words
from vacancies.training.errors import RefusedError, StaleError
from vacancies.training.forms import FORMS, StepForm
from vacancies.training.page import Page
from vacancies.training.verbs import VERBS


def step_page(request: UserRequest, row: Trajectory, slug: str, side: Side) -> HttpResponse:
    """What a step means and needs, its form, and taking it."""
    verb = VERBS.get(slug)
    if verb is None or not any(side in one.sides for one in TRAJECTORY.steps if one.verb == verb):
        raise Http404
    form = FORMS.get(verb, StepForm)(row, verb, side, sent_in(request))
    if request.method == "POST" and form.is_valid():
        try:
            form.take(request.user)
        except StaleError as stale:
            messages.error(request, str(stale))
            return _back(row, side)
        except RefusedError as refusal:
            form.refuse(refusal)
        except IllegalTransitionError:
            messages.error(request, _("This step is not possible now. See what stands here."))
            return _back(row, side)
        else:
            messages.success(request, _said(verb, side))
            return _back(row, side)
    return _form_page(request, row, verb, side, form)


def tick(request: UserRequest, row: Trajectory, code: str, side: Side) -> HttpResponse:
    """A milestone is done, or open again; twice is once, and said."""
    act: Callable[..., bool] = (
        actions.reopen if request.POST.get("open") == "yes" else actions.mark_done
    )
    try:
        changed = act(row, code, side=side, by=request.user)
    except LookupError as error:
        raise Http404 from error
    except RefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        name = words.milestone_name(code, _voice(side))
        text = _("Kept: %(what)s.") if changed else _("It stood like that already: %(what)s.")
        messages.success(request, text % {"what": name})
    return _back(row, side)


def _form_page(
    request: UserRequest, row: Trajectory, verb: str, side: Side, form: StepForm
) -> HttpResponse:
    voice = _voice(side)
    page = Page(row, voice)
    context = {
        "page": page,
        "trajectory": row,
        "form": form,
        "label": words.label_of(verb, voice),
        "about": words.about_step(verb, voice),
        "lacking": [
            need_words(need, voice=voice, book=rule_book(), on=page.on)
            for need in guards.lacking_for(row, verb)
        ],
        "is_open": any(one.verb == verb for one in page.steps),
        "back_url": _url(row, side),
    }
    return render(request, "vacancies/training/step.html", context)


def _said(verb: str, side: Side) -> str:
    return words.happened(verb, _voice(side)) + "."


def _voice(side: Side) -> Voice:
    return Voice.SCHOOL if side == Side.SCHOOL else Voice.PERSON


def _url(row: Trajectory, side: Side) -> str:
    name = "trajectory" if side == Side.SCHOOL else "my_trajectory_at"
    return reverse(name, args=[row.public_id])


def _back(row: Trajectory, side: Side) -> HttpResponse:
    return redirect(_url(row, side))
