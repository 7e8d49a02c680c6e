"""Pages of a list: a wrong number shows the nearest page instead of an error."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

PER_PAGE = 20


def page_of(request: HttpRequest, rows: Any, *, per_page: int = PER_PAGE) -> Page[Any]:
    """The page of `rows` (a sliceable, ordered collection) that `?pagina=` asks for."""
    return Paginator(rows, per_page).get_page(request.GET.get("pagina"))
