from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accounts.availability import actions, hooks, queries
from accounts.availability.errors import StaleProfileError
from accounts.availability.forms import WeekForm
from accounts.identity.gates import ProfessionalRequest, professional_required
from accounts.models import Professional
from portal.kit import dayparts
from portal.kit.forms import sent_in


@professional_required
@never_cache
def week(request: ProfessionalRequest) -> HttpResponse:
    """The week editor; with htmx each change is kept, and the line below says what it brings."""
    professional = request.professional
    form = WeekForm(professional, sent_in(request))
    if request.method == "POST" and form.is_valid():
        try:
            professional = actions.save_week(professional, by=request.user, **form.kept())
        except StaleProfileError as stale:
            form.catch_up(stale.version)
            return _page(request, professional, form, stale=True)
        if not request.htmx:  # type: ignore[attr-defined]
            messages.success(request, _("Your week is saved."))
            return redirect("week")
        form = WeekForm(professional)
        return _page(request, professional, form, saved=True)
    return _page(request, professional, form)


def _page(
    request: ProfessionalRequest,
    professional: Professional,
    form: WeekForm,
    *,
    stale: bool = False,
    saved: bool = False,
) -> HttpResponse:
    part = request.htmx and not request.htmx.history_restore_request  # type: ignore[attr-defined]
    name = "_saved" if part and request.method == "POST" else "week"
    mask = queries.week_of(professional)
    context = {
        "form": form,
        "stale": stale,
        "saved": saved,
        "number": dayparts.count(mask),
        "insight": hooks.insight.ask(professional),
        "professional": professional,
        "url": reverse("week"),
    }
    return render(request, f"accounts/availability/{name}.html", context)
