"""Home and the pages about the site itself."""

from email.utils import parseaddr

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.vary import vary_on_headers

from accounts.enums import FunctionKind
from accounts.notifications.registry import IN_A_MAIL
from accounts.profiles.words import FUNCTIONS
from portal.kit.audience import Audience, open_to
from portal.pages.forms import WeekForm
from portal.pages.statement import statement_on
from vacancies.matching.fair import AT_ONCE_A_DAY, IN_A_ROUND
from vacancies.matching.queries import score_table
from vacancies.matching.scoring import RULE_VERSION
from vacancies.showcase import home as blocks
from vacancies.showcase.queries import free_of

TREADS = (
    FunctionKind.PRACTICE_COACH,
    FunctionKind.GUEST_TEACHER,
    FunctionKind.INSTRUCTOR,
    FunctionKind.TEACHER,
)
CLOSED_TO_ROBOTS = ("/mijn/", "/school/", "/account/", "/beheer/", "/start/", "/zoek/")


@open_to(Audience.EVERYONE)
@vary_on_headers("HX-Request")
def home(request: HttpRequest) -> HttpResponse:
    """What this is; a choice in the week asks only for the week again."""
    form = WeekForm(request.GET)
    chosen = form.cleaned_data["dagdeel"] if form.is_valid() else 0
    week = blocks.week(chosen)
    form.fields["dagdeel"].widget.hints = week.gains
    context: dict[str, object] = {"form": form, "week": week}
    htmx = request.htmx  # type: ignore[attr-defined]
    if htmx and not htmx.history_restore_request:
        return render(request, "portal/pages/_week.html", context)
    free = chosen or free_of(request.user)
    context |= {"newest": blocks.newest(free), "figures": blocks.figures(), "free": free}
    context["treads"] = [(kind.label, FUNCTIONS[kind]) for kind in TREADS]
    return render(request, "portal/pages/home.html", context)


@open_to(Audience.EVERYONE)
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/pages/about.html", _contact())


@open_to(Audience.EVERYONE)
def for_schools(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/pages/for_schools.html", _contact())


@open_to(Audience.EVERYONE)
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/pages/privacy.html", _contact())


@open_to(Audience.EVERYONE)
def accessibility(request: HttpRequest) -> HttpResponse:
    """What was tested and what is not right yet, as it is true today."""
    statement = statement_on(
        timezone.localdate(),
        owner=settings.SITE_OWNER,
        signed_by=settings.ACCESSIBILITY_SIGNED_BY,
        audit_on=settings.ACCESSIBILITY_AUDIT_ON,
    )
    context = {**_contact(), "statement": statement}
    return render(request, "portal/pages/accessibility.html", context)


@open_to(Audience.EVERYONE)
def ranking(request: HttpRequest) -> HttpResponse:
    """How matches are made and ordered: all points, in the words of the one table."""
    lines = score_table()
    context = {
        "lines": lines,
        "most": max(line.weight for line in lines),
        "version": RULE_VERSION,
        "in_a_round": IN_A_ROUND,
        "at_once_a_day": AT_ONCE_A_DAY,
        "in_a_mail": IN_A_MAIL,
    }
    return render(request, "portal/pages/ranking.html", context)


@open_to(Audience.EVERYONE)
def score(request: HttpRequest) -> HttpResponse:
    """The former address of `ranking`."""
    return redirect("ranking", permanent=True)


@open_to(Audience.EVERYONE)
def robots(request: HttpRequest) -> HttpResponse:
    closed = [f"Disallow: {path}" for path in CLOSED_TO_ROBOTS]
    lines = ["User-agent: *", *closed, f"Allow: {reverse('account_request_login_code')}"]
    sitemap = f"Sitemap: {settings.SITE_URL}{reverse('sitemap')}"
    return HttpResponse("\n".join([*lines, sitemap, ""]), content_type="text/plain; charset=utf-8")


def _contact() -> dict[str, str]:
    return {"contact": parseaddr(settings.DEFAULT_FROM_EMAIL)[1]}
