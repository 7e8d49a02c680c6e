from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final

from django.core.cache import cache
from django.db.models import (
    BigIntegerField,
    Case,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact, GreaterThan, GreaterThanOrEqual
from django.utils.translation import get_language

from accounts.enums import EmploymentForm, mask_of
from accounts.models import Domain, Location
from portal.kit import dayparts
from vacancies.enums import VacancyStatus
from vacancies.models import SearchEntry, Vacancy, VacancyFacts
from vacancies.search.filters import Filters, Order, Spot
from vacancies.search.terms import Term, terms_of
from vacancies.search.weeks import Need

COUNTS_KEY: Final = "search:counts"
NEEDS_KEY: Final = "search:needs"
Condition = Q | GreaterThan
FRESH: Final = 300  # seconds that counts of the whole list may be old


@dataclass(frozen=True)
class DomainCount:
    """A domain and how many open vacancies it has."""

    code: str
    name_nl: str
    name_en: str
    number: int

    @property
    def name(self) -> str:
        return self.name_en if get_language() == "en" else self.name_nl


@dataclass(frozen=True)
class Counts:
    """How many open vacancies there are by function and by domain; all domains are in it."""

    functions: dict[str, int]
    domains: tuple[DomainCount, ...]


class Hits:
    """The ids of the vacancies that pass, in order; counted and cut without loading them."""

    def __init__(self, filters: Filters) -> None:
        self.filters = filters

    @cached_property
    def terms(self) -> list[Term]:
        return terms_of(self.filters.text)

    def count(self) -> int:
        return self._number

    def __len__(self) -> int:
        return self._number

    def __getitem__(self, part: slice) -> list[int]:
        if self.filters.sorting is Order.BEST and self.terms:
            return self._best(part.stop)[part]
        rows = narrowed(self.filters, self.terms)
        return list(_ordered(rows, self.filters).values_list("pk", flat=True)[part])

    @cached_property
    def _number(self) -> int:
        if self._is_one_term:
            entries = SearchEntry.objects.filter(word__in=self.terms[0].words).order_by()
            return int(entries.aggregate(n=Count("vacancy", distinct=True))["n"])
        return narrowed(self.filters, self.terms).count()

    @property
    def _is_one_term(self) -> bool:
        return len(self.terms) == 1 and replace(self.filters, text="").is_plain

    def _best(self, number: int) -> list[int]:
        """The first so many by the weight of the rarest word, then the newest.

        A vacancy may use several words of one family: its first entry counts.
        """
        rarest = min(self.terms, key=_uses) if len(self.terms) > 1 else self.terms[0]
        rows = SearchEntry.objects.filter(word__in=rarest.words)
        if not self._is_one_term:
            here = narrowed(self.filters, [term for term in self.terms if term is not rarest])
            rows = rows.filter(Exists(here.filter(pk=OuterRef("vacancy"))))
        ordered = rows.order_by("-weight", "-vacancy_id").values_list("vacancy_id", flat=True)
        return list(dict.fromkeys(ordered[: number * max(1, len(rarest.words))]))


def _uses(term: Term) -> int:
    return SearchEntry.objects.filter(word__in=term.words).count()


def narrowed(filters: Filters, terms: Sequence[Term] = ()) -> QuerySet[Vacancy]:
    """The open vacancies that pass all filters, unordered."""
    rows = Vacancy.objects.open().order_by()
    for term in terms:
        using = SearchEntry.objects.filter(word__in=term.words).order_by()
        rows = rows.filter(pk__in=using.values("vacancy"))
    return rows.filter(*_conditions(filters))


def _conditions(filters: Filters) -> Iterator[Condition]:
    if filters.function:
        yield Q(function_kind=filters.function)
    if filters.domain:
        yield Q(domains__code=filters.domain)
    if filters.hours_min is not None:
        yield Q(hours_max__gte=filters.hours_min)
    if filters.hours_max is not None:
        yield Q(hours_min__lte=filters.hours_max)
    if filters.employment:
        mask = mask_of(EmploymentForm, [filters.employment])
        yield GreaterThan(F("employment_mask").bitand(mask), 0)
    if filters.day_parts:
        yield _fits(filters.day_parts)
    if filters.spot and filters.within_km:
        yield Q(pk__in=_near(filters.spot, filters.within_km))


def needs(filters: Filters, terms: Sequence[Term] = ()) -> list[Need]:
    """What the vacancies that pass still ask of a week, alike ones counted together."""
    rows = (
        narrowed(filters, terms)
        .annotate(left=left_mask())
        .values_list("left", "day_parts_needed", "fixed_mask", "may_be_shared")
    )
    return [Need(*row) for row in rows.annotate(number=Count("pk"))]


def all_needs() -> list[Need]:
    """What all open vacancies ask of a week; at most five minutes old."""
    return cache.get_or_set(NEEDS_KEY, lambda: needs(Filters()), FRESH) or []


def counts() -> Counts:
    """Open vacancies by function and domain; at most five minutes old."""
    found: Counts | None = cache.get(COUNTS_KEY)
    if found is None:
        found = _counted()
        cache.set(COUNTS_KEY, found, FRESH)
    return found


def _counted() -> Counts:
    rows = Vacancy.objects.open().order_by()
    functions = rows.values_list("function_kind").annotate(n=Count("pk"))
    is_open = Q(vacancies__status=VacancyStatus.PUBLISHED)
    domains = Domain.objects.annotate(n=Count("vacancies", filter=is_open)).order_by("name_nl")
    return Counts(
        functions=dict(functions),
        domains=tuple(
            DomainCount(*row) for row in domains.values_list("code", "name_nl", "name_en", "n")
        ),
    )


def forget_counts() -> None:
    """Count afresh: after a change of what is open."""
    cache.delete(COUNTS_KEY)
    cache.delete(NEEDS_KEY)


def distance(spot: Spot, prefix: str = "place__") -> "ExpressionWrapper[Any]":
    """The square of the metres from a spot to a location, to be compared and ordered by.

    Said to be a big integer: Django leaves out a comparison that it thinks no integer can fail.
    """
    dx, dy = F(f"{prefix}rd_x") - spot.x, F(f"{prefix}rd_y") - spot.y
    return ExpressionWrapper(dx * dx + dy * dy, output_field=BigIntegerField())


def _near(spot: Spot, km: int) -> QuerySet[Any, Any]:
    places = Location.objects.annotate(square=distance(spot)).filter(square__lte=(km * 1000) ** 2)
    links = Vacancy.locations.through._default_manager.filter(location__in=places.values("pk"))
    return links.order_by().values("vacancy")


def _ordered(rows: QuerySet[Vacancy], filters: Filters) -> QuerySet[Vacancy]:
    if filters.sorting is Order.NEAREST and filters.spot:
        square = Min(distance(filters.spot, "locations__place__"))
        return rows.annotate(square=square).order_by("square", "-published_at", "-pk")
    return rows.order_by("-published_at", "-pk")


def left_mask() -> Case:
    """The day-parts that are open: of a shared vacancy those that nobody took yet."""
    shared = When(may_be_shared=True, then=_untaken())
    return Case(shared, default=F("day_parts_mask"), output_field=IntegerField())


def _untaken() -> Coalesce:
    """As its facts say, which follow every placement."""
    facts = VacancyFacts.objects.filter(pk=OuterRef("pk")).order_by()
    mask = Subquery(facts.values("day_parts_mask"))
    return Coalesce(mask, F("day_parts_mask"), output_field=IntegerField())


def _fits(free: int) -> Q:
    """The same as `Need.fits`, in the database."""
    asked = F("day_parts_mask")
    common: Combinable = Value(0)
    for bit in dayparts.bits_of(free):
        common = common + asked.bitrightshift(bit).bitand(1)
    others = F("fixed_mask").bitand(dayparts.FULL_WEEK & ~free)
    alone = Q(GreaterThanOrEqual(common, F("day_parts_needed"))) & Q(Exact(others, 0))
    shared = Q(GreaterThan(_untaken().bitand(free), 0))
    return Q(may_be_shared=False) & alone | Q(may_be_shared=True) & shared
