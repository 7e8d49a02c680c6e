"""The rules themselves: every route, its source and its numbers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from portal.kit.audience import Audience, open_to
from vacancies.routes import rules
from vacancies.routes.book import rule_book


@open_to(Audience.EVERYONE)
def route_rules(request: HttpRequest) -> HttpResponse:
    """The table of routes in plain language, as it stands today."""
    today = timezone.localdate()
    context = {"page": rules.page_of(rule_book(), today), "today": today}
    return render(request, "vacancies/routes/rules.html", context)
