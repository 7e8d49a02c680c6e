from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Page

from accounts.models import Availability, User
from vacancies.search.filters import Filters
from vacancies.search.queries import Hits
from vacancies.showcase.address import query_of
from vacancies.showcase.chips import Chip, chips
from vacancies.showcase.rows import Row, rows_of
from vacancies.showcase.suggestions import Change, changes, day_parts_more


@dataclass(frozen=True)
class Listing:
    """One page of the list with what stands around it."""

    filters: Filters
    page: Page[int]
    rows: list[Row]
    chips: list[Chip]
    changes: list[Change]
    mended: list[tuple[str, str]]
    unknown: list[str]

    @property
    def total(self) -> int:
        return self.page.paginator.count

    @property
    def folded(self) -> int:
        """How many filters are in use besides the words, each day-part by itself."""
        return len(self.chips) - bool(self.filters.text)

    @property
    def query(self) -> str:
        return query_of(self.filters)


def listing(hits: Hits, page: Page[int], *, free: int | None) -> Listing:
    """The rows of a page, the filters in use, and what to change when little is found."""
    filters = hits.filters
    free = filters.day_parts or free
    few = page.paginator.num_pages == 1
    return Listing(
        filters=filters,
        page=page,
        rows=rows_of(list(page), filters.spot, free),
        chips=chips(filters),
        changes=_advice(hits) if few and not filters.is_plain else [],
        mended=[(term.text, term.instead) for term in hits.terms if term.instead],
        unknown=[term.text for term in hits.terms if not term.words],
    )


def free_of(user: User | AnonymousUser) -> int | None:
    """The free day-parts of a professional who signed in; None when nothing is told."""
    if not user.is_authenticated:
        return None
    week = Availability.objects.filter(professional__user=user).first()
    return week.day_parts_mask if week and week.day_parts_mask else None


def _advice(hits: Hits) -> list[Change]:
    return day_parts_more(hits) if hits.count() else changes(hits)
