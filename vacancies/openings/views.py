from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.availability.errors import StaleProfileError
from accounts.enums import Visibility
from accounts.identity.gates import ProfessionalRequest, professional_required
from portal.kit.paging import page_of
from vacancies.openings import actions, queries, rows, words
from vacancies.openings.forms import KeepForm

PER_PAGE = 10


@professional_required
@never_cache
def openings(request: ProfessionalRequest) -> HttpResponse:
    """Every change that would open something, with the vacancies behind it."""
    professional = request.professional
    context = {
        "rows": rows.rows_of(queries.openings_of(professional)),
        "is_visible": professional.visibility == Visibility.VISIBLE,
    }
    return render(request, "vacancies/openings/openings.html", context)


@professional_required
@never_cache
def opening(request: ProfessionalRequest, key: str) -> HttpResponse:
    """Try one change: what would fit then, with reasons. Nothing is saved by looking."""
    found = queries.opening_of(request.professional, key)
    if found is None:
        return _gone(request)
    page = page_of(request, found.vacancies, per_page=PER_PAGE)
    context = {
        "opening": found,
        "label": words.label(found),
        "advice": words.advice(found),
        "page": page,
        "rows": rows.tried_rows(found, request.professional, list(page.object_list)),
        "form": KeepForm(initial={"version": request.professional.version}),
    }
    return render(request, "vacancies/openings/opening.html", context)


@professional_required
@require_POST
def keep(request: ProfessionalRequest, key: str) -> HttpResponse:
    """Make the change real, when the profile is still the one it was tried on."""
    found, form = queries.opening_of(request.professional, key), KeepForm(request.POST)
    if found is None or not form.is_valid():
        return _gone(request)
    try:
        version = form.cleaned_data["version"]
        actions.keep(request.professional, found, by=request.user, version=version)
    except StaleProfileError:
        messages.warning(request, _("Your profile was changed in another window. Look again."))
        return redirect("opening", key)
    except actions.NotAFactError:
        return redirect("opening", key)
    number = len(found)
    said = ngettext(
        "Saved. One vacancy more fits you now.", "Saved. %(n)s vacancies more fit you now.", number
    )
    messages.success(request, said % {"n": number})
    return redirect("openings")


def _gone(request: ProfessionalRequest) -> HttpResponse:
    messages.info(request, _("This changed in the meantime. Here is what opens more now."))
    return redirect("openings")
