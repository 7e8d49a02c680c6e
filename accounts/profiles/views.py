"""The professional's own pages: overview, steps, showing and hiding."""

from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.availability.actions import save_week
from accounts.availability.errors import StaleProfileError
from accounts.enums import Visibility
from accounts.identity.gates import (
    ProfessionalRequest,
    UserRequest,
    professional_required,
    signed_in,
)
from accounts.models import Professional
from accounts.profiles import actions, forms, hooks, queries
from accounts.profiles.checklist import STEP_BY_SLUG, STEPS, Step, next_step
from accounts.profiles.errors import ConsentMissingError, IncompleteProfileError, RoleTakenError
from portal.kit.forms import sent_in
from portal.kit.lifecycle import IllegalTransitionError

SAVES: dict[str, tuple[type[forms.StepForm], Any]] = {
    "vak": (forms.TradeForm, actions.save_trade),
    "functies": (forms.FunctionsForm, actions.save_functions),
    "week": (forms.WeekStepForm, save_week),
    "plaats": (forms.PlaceForm, actions.save_place),
    "dienstverband": (forms.EmploymentStepForm, actions.save_employment),
    "contact": (forms.ContactForm, actions.save_contact),
    "berichten": (forms.MessagesForm, actions.save_messages),
}
ASKING_LEAVE = ("berichten",)  # a choice here is a consent, so only a press on the button gives it


@signed_in
@require_POST
def start(request: UserRequest) -> HttpResponse:
    """Become a professional on this site, and begin with the first step."""
    try:
        professional = actions.create(request.user)
    except RoleTakenError:
        messages.error(
            request, _("You look for people for a school. Use another address for this.")
        )
        return redirect("dashboard")
    hooks.became_professional.fire(hooks.Arrival(professional, request))
    return redirect("profile_step", STEPS[0].slug)


@professional_required
@never_cache
def overview(request: ProfessionalRequest) -> HttpResponse:
    return render(request, "accounts/profiles/overview.html", _overview(request))


@professional_required
@never_cache
def step(request: ProfessionalRequest, slug: str) -> HttpResponse:
    """One step: kept when it is right, shown again with all that was typed when it is not.

    What nobody sees yet is kept while it is typed as well; a visible profile changes on a press.
    """
    if slug not in SAVES:
        raise Http404
    form_class, save = SAVES[slug]
    form = form_class(request.professional, sent_in(request))
    stale = False
    if request.method == "POST" and form.is_valid():
        try:
            kept = save(request.professional, by=request.user, **form.kept())
            return _onward(request, slug, kept)
        except StaleProfileError as error:
            form.catch_up(error.version)
            stale = True
    if request.method == "POST" and _is_autosave(request):
        return _not_kept(request, form, stale=stale)
    is_draft = slug not in ASKING_LEAVE and request.professional.visibility != Visibility.VISIBLE
    context = {"form": form, "step": STEP_BY_SLUG[slug], "next": next_step(slug)}
    context |= {"stale": stale, "steps": _trail(slug), "is_draft": is_draft}
    return render(request, "accounts/profiles/step.html", context)


@professional_required
@never_cache
def show(request: ProfessionalRequest) -> HttpResponse:
    """The last step: what schools see, a yes to it, and then visible."""
    form = forms.ShowForm(sent_in(request))
    if request.method == "POST" and form.is_valid():
        try:
            actions.make_visible(request.professional, by=request.user, consent=True)
        except IncompleteProfileError:
            messages.error(request, _("This cannot be shown yet. Look at what is missing."))
            return redirect("profile_step", "tonen")
        except IllegalTransitionError:
            return redirect("profile")
        messages.success(request, _("Schools can find you now. Your matches are ready."))
        return redirect("profile")
    context = _overview(request) | {"form": form, "steps": _trail("tonen")}
    return render(request, "accounts/profiles/show.html", {**context, "step": STEPS[-1]})


@professional_required
@never_cache
def preview(request: ProfessionalRequest) -> HttpResponse:
    context = {
        "before": queries.public_profile(request.professional),
        "after": queries.full_profile(request.professional),
    }
    return render(request, "accounts/profiles/preview.html", context)


@professional_required
@require_POST
def pause(request: ProfessionalRequest) -> HttpResponse:
    try:
        actions.pause(request.professional, by=request.user)
        messages.success(request, _("Your profile is paused. Schools do not see you now."))
    except IllegalTransitionError:
        messages.info(request, _("Your profile was not visible."))
    return redirect("profile")


@professional_required
@require_POST
def resume(request: ProfessionalRequest) -> HttpResponse:
    try:
        actions.resume(request.professional, by=request.user)
        messages.success(request, _("Schools can find you again."))
    except (ConsentMissingError, IncompleteProfileError):
        return redirect("profile_step", "tonen")
    except IllegalTransitionError:
        messages.info(request, _("Your profile was visible already."))
    return redirect("profile")


@professional_required
@never_cache
def hidden(request: ProfessionalRequest) -> HttpResponse:
    """Schools that may not see me: find one and add it, or take one off the list."""
    text = request.GET.get("q", "").strip()[:80]
    context = {
        "text": text,
        "found": queries.institutions_to_hide_from(request.professional, text),
        "hidden": queries.hidden_from(request.professional),
    }
    return render(request, "accounts/profiles/hidden.html", context)


@professional_required
@require_POST
def hide(request: ProfessionalRequest) -> HttpResponse:
    form = forms.HideForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("This school is not here any more."))
        return redirect("profile_hidden")
    school = form.cleaned_data["institution"]
    if "show" in request.POST:
        actions.show_to(request.professional, school, by=request.user)
        messages.success(request, _("%(school)s can find you again.") % {"school": school})
    else:
        actions.hide_from(request.professional, school, by=request.user)
        messages.success(request, _("%(school)s does not see you any more.") % {"school": school})
    return redirect("profile_hidden")


def _overview(request: ProfessionalRequest) -> dict[str, Any]:
    professional = request.professional
    gaps = queries.gaps_of(professional)
    lacking = {gap.step for gap in gaps}
    musts = {gap.step for gap in gaps if gap.must}
    states = [(s, _state(s, lacking, musts)) for s in STEPS[:-1]]
    profile = queries.full_profile(professional)
    return {
        "professional": professional,
        "profile": profile,
        "told": profile.facts or profile.competences or profile.day_parts_mask,
        "before": queries.public_profile(professional),
        "musts": [gap for gap in gaps if gap.must],
        "wishes": [gap for gap in gaps if not gap.must],
        "states": states,
        "first": next((s for s, state in states if state != "met"), STEPS[-1]),
        "consent": queries.running_consent(request.user),
        "hidden_count": queries.hidden_from(professional).count(),
    }


def _state(s: Step, lacking: set[str], musts: set[str]) -> str:
    if s.slug in musts:
        return "missing"
    return "partly" if s.slug in lacking else "met"


def _trail(slug: str) -> list[dict[str, Any]]:
    return [
        {
            "label": s.label,
            "url": reverse("profile_step", args=[s.slug]),
            "current": s.slug == slug,
        }
        for s in STEPS
    ]


def _is_autosave(request: ProfessionalRequest) -> bool:
    return bool(request.htmx)  # type: ignore[attr-defined]


def _not_kept(request: ProfessionalRequest, form: forms.StepForm, *, stale: bool) -> HttpResponse:
    """What an autosave could not keep stays in the page; who searches a skill is not disturbed."""
    if isinstance(form, forms.TradeForm) and form.is_searching:
        return HttpResponse(status=204)
    return render(request, "accounts/profiles/_kept.html", {"stale": stale})


def _onward(request: ProfessionalRequest, slug: str, kept: Professional) -> HttpResponse:
    if _is_autosave(request):
        return render(request, "accounts/profiles/_kept.html", {"version": kept.version})
    after = next_step(slug)
    if "stop" in request.POST or after is None:
        messages.success(request, _("Saved. You can go on whenever you like."))
        return redirect("profile")
    return cast(HttpResponse, redirect("profile_step", after.slug))
