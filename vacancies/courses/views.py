from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.vary import vary_on_headers

from portal.kit.audience import Audience, open_to
from portal.kit.paging import page_of
from vacancies.courses import money, page, queries
from vacancies.courses.filters import query_of
from vacancies.courses.forms import SearchForm, StartForm


@open_to(Audience.EVERYONE)
@vary_on_headers("HX-Request")
def courses(request: HttpRequest) -> HttpResponse:
    """The catalogue: a whole page, or only the results when a filter changed."""
    reader = queries.reader_of(request.user)
    form = SearchForm(request.GET, reader=reader)
    form.is_valid()
    listing = queries.listing(form.filters, reader, today=timezone.localdate())
    context = {
        "form": form,
        "reader": reader,
        "listing": listing,
        "page": page_of(request, listing.rows),
        "query": query_of(form.filters),
    }
    if not _is_fragment(request):
        return render(request, "vacancies/courses/list.html", context)
    response = render(request, "vacancies/courses/_results.html", context)
    query = context["query"]
    response["HX-Push-Url"] = f"{request.path}?{query}" if query else request.path
    return response


@open_to(Audience.EVERYONE)
def course(request: HttpRequest, code: str) -> HttpResponse:
    """One course with all that is known of it, and whether it fits the reader's week."""
    reader = queries.reader_of(request.user)
    found = page.page_of(code, reader, today=timezone.localdate())
    if found is None:
        raise Http404
    context = {"page": found, "course": found.row.course, "reader": reader}
    return render(request, "vacancies/courses/course.html", context)


@open_to(Audience.EVERYONE)
@vary_on_headers("HX-Request")
def grants(request: HttpRequest) -> HttpResponse:
    """Which grants there are, and between which days, for a training that begins on a day."""
    form = StartForm(request.GET or None)
    begins_on = form.cleaned_data["begin"] if form.is_valid() else None
    found = money.grants(begins_on, today=timezone.localdate())
    context = {"form": form, "grants": found, "begins_on": begins_on}
    if _is_fragment(request):
        return render(request, "vacancies/courses/_grants.html", context)
    return render(request, "vacancies/courses/grants.html", context)


def _is_fragment(request: HttpRequest) -> bool:
    htmx = request.htmx  # type: ignore[attr-defined]
    return bool(htmx) and not htmx.history_restore_request
