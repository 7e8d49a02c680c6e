from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import Count, Max, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.http import quote_etag

from accounts.enums import InstitutionStatus
from accounts.models import Domain, Institution
from vacancies.courses import queries as courses
from vacancies.models import Vacancy
from vacancies.models.vacancy import VacancyQuerySet

NEWEST: Final = 50
PER_SITEMAP: Final = 50_000


@dataclass(frozen=True)
class Listed:
    """A vacancy in a sitemap: its address and when it last changed."""

    path: str
    changed_at: datetime


def newest(domain: Domain | None = None) -> list[Vacancy]:
    """The latest fifty open vacancies, of one domain or of all."""
    rows = Vacancy.objects.open().select_related("institution")
    if domain is not None:
        rows = rows.filter(domains=domain)
    fields = ("code", "slug", "title", "summary", "published_at", "updated_at")
    return list(rows.only(*fields, "institution__name").order_by("-published_at", "-pk")[:NEWEST])


def number_of_sitemaps() -> int:
    """How many sitemaps the open vacancies fill; at least one."""
    return max(1, -(-_open().count() // PER_SITEMAP))


def sitemap_page(number: int) -> Sequence[Listed]:
    """The vacancies of one sitemap, counted from 1, oldest first so that pages stay put."""
    start = (number - 1) * PER_SITEMAP
    rows = _open().order_by("published_at", "pk").only("code", "slug", "title", "updated_at")
    return [
        Listed(row.get_absolute_url(), row.updated_at) for row in rows[start : start + PER_SITEMAP]
    ]


def state_of_the_list() -> str:
    """Another text whenever an open vacancy, a course or a school came, went or changed: an ETag."""
    rows = _open().order_by()
    changed = rows.aggregate(at=Max("updated_at"))["at"]
    offered = (
        courses.on_offer(timezone.localdate()).order_by().aggregate(n=Count("pk"), last=Max("pk"))
    )
    own = f"{rows.count()}-{changed.timestamp() if changed else 0}"
    known = _schools().order_by().aggregate(n=Count("pk"), last=Max("verified_at"))
    schools = f"{known['n']}-{known['last'].timestamp() if known['last'] else 0}"
    return quote_etag(f"{own}-{offered['n']}-{offered['last'] or 0}-{schools}")


def course_paths() -> list[str]:
    """The address of every course on offer."""
    rows = courses.on_offer(timezone.localdate()).prefetch_related(None)
    return [row.get_absolute_url() for row in rows]


def school_paths() -> list[str]:
    """The address of every school that has a page of its own."""
    slugs = _schools().order_by("slug").values_list("slug", flat=True)
    return [reverse("school", args=[slug]) for slug in slugs]


def _schools() -> QuerySet[Institution]:
    return Institution.objects.filter(status=InstitutionStatus.VERIFIED)


def _open() -> VacancyQuerySet:
    return Vacancy.objects.open()
