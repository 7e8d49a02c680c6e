from typing import Any

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.vary import vary_on_headers

from accounts.identity import queries as identity
from portal.kit.audience import Audience, open_to
from portal.kit.forms import sent_in
from portal.kit.limits import within_limit
from portal.kit.paging import page_of
from vacancies.enums import VacancyStatus
from vacancies.matching import actions as matching
from vacancies.models import Vacancy
from vacancies.search.queries import Hits, counts
from vacancies.showcase import actions, address, job_posting, page, queries, schools
from vacancies.showcase.forms import ReportForm, SearchForm
from vacancies.showcase.rows import rows_of

REPORTS_AN_HOUR = 5
HOUR = 3600


@open_to(Audience.EVERYONE)
@vary_on_headers("HX-Request")
def vacancies(request: HttpRequest) -> HttpResponse:
    """The list: a whole page, or only the results when a filter changed."""
    form = SearchForm(request.GET, counts=counts())
    form.is_valid()
    hits = Hits(form.filters)
    listing = queries.listing(hits, page_of(request, hits), free=queries.free_of(request.user))
    context = {"form": form, "listing": listing}
    if not _is_fragment(request):
        return render(request, "vacancies/showcase/list.html", context)
    response = render(request, "vacancies/showcase/_results.html", context)
    query = address.query_of(form.filters)
    response["HX-Push-Url"] = f"{request.path}?{query}" if query else request.path
    return response


@open_to(Audience.EVERYONE)
def vacancy(request: HttpRequest, address: str) -> HttpResponse:
    """One vacancy; gone when it is closed, and only at its own address."""
    code = address.rpartition("-")[2]
    found = page.known(code)
    if found is None or found.status == VacancyStatus.CLOSED:
        return _gone(request, code, found)
    if request.path != found.get_absolute_url():
        return redirect(found, permanent=True)
    shown = page.page_of(found, request.user)
    if shown.professional:
        matching.opened(found, shown.professional)
    context: dict[str, Any] = {"page": shown, "vacancy": found, "breadcrumb": shown.domains[:1]}
    if found.is_open:
        context["job_posting"] = job_posting.as_script(found, shown.pay)
    return render(request, "vacancies/showcase/vacancy.html", context)


@open_to(Audience.EVERYONE)
def school(request: HttpRequest, slug: str) -> HttpResponse:
    """One school: where it is, how fast it answers, and what it asks."""
    found = get_object_or_404(schools.shown(), slug=slug)
    shown = page_of(request, schools.open_vacancies(found))
    rows = rows_of(list(shown), free=queries.free_of(request.user))
    context = {"school": schools.page_of(found), "page": shown, "rows": rows}
    return render(request, "vacancies/showcase/school.html", context)


@open_to(Audience.EVERYONE)
def report(request: HttpRequest, address: str) -> HttpResponse:
    """Say what is wrong with a vacancy."""
    found = page.known(address.rpartition("-")[2])
    if found is None or found.status == VacancyStatus.CLOSED:
        raise Http404
    form = ReportForm(sent_in(request))
    status = 200
    if request.method == "POST" and form.is_valid():
        visitor = get_adapter(request).get_client_ip(request)
        if within_limit("report", visitor, most=REPORTS_AN_HOUR, seconds=HOUR):
            actions.report(found, **form.cleaned_data)
            messages.success(request, _("Thank you. A moderator looks at this vacancy."))
            return redirect(found)
        form.add_error(None, _("You reported a lot in a short time. Try again in an hour."))
        status = 429
    context = {"form": form, "vacancy": found}
    return render(request, "vacancies/showcase/report.html", context, status=status)


def _gone(request: HttpRequest, code: str, found: Vacancy | None) -> HttpResponse:
    """410 with what is open instead; 404 for what never was open."""
    if found is None and not page.taken_down(code):
        raise Http404
    context = {
        "vacancy": found,
        "rows": page.alternatives(found),
        "professional": identity.professional_of(request.user),
    }
    return render(request, "vacancies/showcase/gone.html", context, status=410)


def _is_fragment(request: HttpRequest) -> bool:
    htmx = request.htmx  # type: ignore[attr-defined]
    return bool(htmx) and not htmx.history_restore_request
