from collections.abc import Callable, Mapping, Sequence

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import condition

from accounts.models import Domain
from portal.kit.audience import Audience, open_to
from vacancies.feeds import queries
from vacancies.models import Vacancy

PAGES = (
    *("home", "vacancies", "route_check", "courses", "grants", "about", "for_schools"),
    *("ranking", "privacy", "accessibility"),
)


def _state(request: HttpRequest, **kwargs: object) -> str:
    return f'{queries.state_of_the_list()[:-1]}-{request.LANGUAGE_CODE}"'


unchanged: Callable[..., Callable[..., HttpResponse]] = condition(etag_func=_state)


@open_to(Audience.EVERYONE)
@unchanged
def feed(request: HttpRequest) -> HttpResponse:
    """New vacancies of all domains."""
    title = _("%(site)s: new vacancies") % {"site": settings.SITE_NAME}
    return _atom(title, "vacancy_feed", [], queries.newest())


@open_to(Audience.EVERYONE)
@unchanged
def domain_feed(request: HttpRequest, code: str) -> HttpResponse:
    """New vacancies of one domain."""
    domain = get_object_or_404(Domain, code=code)
    words = {"site": settings.SITE_NAME, "domain": domain}
    title = _("%(site)s: new vacancies in %(domain)s") % words
    return _atom(title, "domain_feed", [code], queries.newest(domain))


@open_to(Audience.EVERYONE)
@unchanged
def sitemap(request: HttpRequest) -> HttpResponse:
    """One sitemap, or an index of them when the vacancies do not fit in one."""
    number = queries.number_of_sitemaps()
    if number == 1:
        return _sitemap(_pages(), queries.sitemap_page(1))
    parts = [settings.SITE_URL + reverse("sitemap_part", args=[n + 1]) for n in range(number)]
    context = {"parts": parts}
    return _xml("vacancies/feeds/sitemap_index.xml", context)


@open_to(Audience.EVERYONE)
def sitemap_part(request: HttpRequest, number: int) -> HttpResponse:
    """One of the sitemaps of the index; the first also has the other pages."""
    if not 1 <= number <= queries.number_of_sitemaps():
        raise Http404
    return _sitemap(_pages() if number == 1 else [], queries.sitemap_page(number))


def _pages() -> list[str]:
    """The pages without a vacancy: those of the site itself, one for each course on offer and one
    for each school."""
    own = [reverse(name) for name in PAGES]
    return [*own, *queries.course_paths(), *queries.school_paths()]


def _sitemap(pages: Sequence[str], listed: Sequence[queries.Listed]) -> HttpResponse:
    context = {"site": settings.SITE_URL, "pages": pages, "listed": listed}
    return _xml("vacancies/feeds/sitemap.xml", context)


def _xml(template: str, context: Mapping[str, object]) -> HttpResponse:
    text = render_to_string(template, dict(context))
    return HttpResponse(text, content_type="application/xml; charset=utf-8")


def _atom(title: str, name: str, args: list[str], rows: Sequence[Vacancy]) -> HttpResponse:
    feed = Atom1Feed(
        title=title,
        link=settings.SITE_URL + reverse("vacancies"),
        description=None,
        language="nl",
        author_name=settings.SITE_NAME,
        feed_url=settings.SITE_URL + reverse(name, args=args),
    )
    for row in rows:
        url = settings.SITE_URL + row.get_absolute_url()
        feed.add_item(
            title=f"{row.title}, {row.institution.name}",
            link=url,
            description=row.summary,
            unique_id=url,
            author_name=row.institution.name,
            pubdate=row.published_at,
            updateddate=row.updated_at,
        )
    return HttpResponse(
        feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8"
    )
