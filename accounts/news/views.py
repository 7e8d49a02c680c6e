from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.models import User
from accounts.news import actions, queries, words
from accounts.notifications.actions import mark_read
from portal.kit.audience import Audience, open_to
from portal.kit.paging import page_of


@open_to(Audience.EVERYONE)
@require_safe
def news(request: HttpRequest) -> HttpResponse:
    page = page_of(request, queries.told())
    rows = [(row, words.title_of(row), words.opening_of(row)) for row in page]
    return render(request, "accounts/news/list.html", {"page": page, "rows": rows})


@open_to(Audience.EVERYONE)
@require_safe
def news_item(request: HttpRequest, pk: int) -> HttpResponse:
    """For whom it is says who is told, not who may read it."""
    row = get_object_or_404(queries.told(), pk=pk)
    if isinstance(request.user, User):
        mark_read(request.user, target=actions.target_of(row))
    context = {"news": row, "title": words.title_of(row), "text": words.text_of(row)}
    return render(request, "accounts/news/item.html", context)
