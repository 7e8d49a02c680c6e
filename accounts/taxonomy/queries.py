from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Final, TypeVar

from django.db.models import Case, IntegerField, Q, Value, When

from accounts.models import Competence, Domain, Place
from accounts.taxonomy.folding import SEPARATOR, fold, rank

Row = TypeVar("Row", Place, Competence)
MOST: Final = 12
NEAREST: Final = 5


def places_starting_with(text: str) -> list[Place]:
    """At most twelve places whose name or other name starts like this; exact names first."""
    key = fold(text)
    if not key:
        return []
    exactly = Case(When(_named(key), then=Value(0)), default=Value(1), output_field=IntegerField())
    rows = Place.objects.starting_with(key).annotate(distance=exactly)
    return list(rows.order_by("distance", "-population", "name", "pk")[:MOST])


def places_named(text: str) -> list[Place]:
    """All places that are meant by this exact name, other name, or name with municipality."""
    name, _comma, area = text.partition(",")
    key, where = fold(name), fold(area)
    if not key:
        return []
    rows = list(Place.objects.filter(_named(key)).order_by("-population", "name", "pk"))
    if not where:
        return rows
    return [row for row in rows if where in (fold(row.municipality), _province(row))]


def places_like(text: str) -> list[Place]:
    """A few places whose names look like this one, for somebody who mistyped."""
    rows = Place.objects.order_by("-population", "pk").values_list("pk", "search")
    return _found(Place, _nearest(fold(text.partition(",")[0]), rows, 0.7))


def competences_like(text: str, domains: Iterable[Domain] = ()) -> list[Competence]:
    """At most twelve competences for a word, a synonym or a part of one; best first.

    Equally good ones: those of the given domains first.
    """
    key, near = fold(text), {domain.pk for domain in domains}
    if not key:
        return []
    having = Q()
    for word in key.split()[:6]:
        having &= Q(search__contains=word)
    ranked = []
    for row in Competence.objects.filter(having, is_active=True).select_related("domain"):
        place = rank(row.search, key)
        if place is not None:
            ranked.append((place, row.domain_id not in near, len(row.name_nl), row.name_nl, row))
    ranked.sort(key=lambda entry: entry[:4])
    return [entry[4] for entry in ranked[:MOST]]


def competences_near(text: str) -> list[Competence]:
    """A few competences that are spelled like this, for somebody who mistyped."""
    rows = Competence.objects.filter(is_active=True).order_by("pk").values_list("pk", "search")
    return _found(Competence, _nearest(fold(text), rows, 0.72))


def competences_of(pks: Sequence[int]) -> list[Competence]:
    """These competences as far as they can be chosen, in the order given."""
    found = Competence.objects.filter(is_active=True).in_bulk(list(pks))
    return [found[pk] for pk in dict.fromkeys(pks) if pk in found]


def _nearest(key: str, rows: Iterable[tuple[int, str]], cutoff: float) -> list[int]:
    """The ids of the rows with the names most like `key`, at most five."""
    by_name: dict[str, list[int]] = {}
    for pk, search in rows:
        for name in search.split(SEPARATOR):
            by_name.setdefault(name, []).append(pk)
    near = get_close_matches(key, by_name, n=NEAREST, cutoff=cutoff) if key else []
    return list(dict.fromkeys(pk for name in near for pk in by_name[name]))[:NEAREST]


def _found(model: type[Row], pks: Sequence[int]) -> list[Row]:
    rows = model._default_manager.in_bulk(list(pks))
    return [rows[pk] for pk in pks]


def _named(key: str) -> Q:
    return (
        Q(search=key)
        | Q(search__startswith=f"{key}{SEPARATOR}")
        | Q(search__endswith=f"{SEPARATOR}{key}")
        | Q(search__contains=f"{SEPARATOR}{key}{SEPARATOR}")
    )


def _province(place: Place) -> str:
    return fold(place.get_province_display())
