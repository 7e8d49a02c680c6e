"""Everybody who said yes, in the order in which they need the school."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from accounts.identity.gates import MemberRequest, member_required
from accounts.identity.permissions import Permission
from portal.kit.paging import page_of
from vacancies.applications import queries as applications
from vacancies.selection import actions, queries
from vacancies.selection.forms import FilterForm
from vacancies.selection.listing import first_of, rows_of

FILE = "interesse.csv"


@require_GET
@member_required(Permission.APPLICATION_DECIDE)
@never_cache
def received(request: MemberRequest) -> HttpResponse:
    """The one list, what comes next on top."""
    form = FilterForm(request.GET, vacancies=queries.vacancies_with_a_yes(request.institution))
    work = queries.work_of(request.institution, form.filters)
    page = page_of(request, work.keys)
    rows = rows_of(list(page), work)
    context = {
        "form": form,
        "filters": form.filters,
        "work": work,
        "page": page,
        "rows": rows,
        "first": first_of(rows) if page.number == 1 else None,
        "tally": applications.tally(request.institution),
    }
    return render(request, "vacancies/selection/received.html", context)


@require_GET
@member_required(Permission.APPLICATION_DECIDE)
def sheet(request: MemberRequest) -> HttpResponse:
    """The same choice as a file for a spreadsheet."""
    form = FilterForm(request.GET, vacancies=queries.vacancies_with_a_yes(request.institution))
    made = actions.export(request.institution, form.filters, by=request.user)
    response = HttpResponse(made, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(True, FILE)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
