"""Matches as deep as a mail needs them: columns in tuples, a handful of queries for thousands.

The whole explanation of a pair costs more than its mail may. Here the same columns are read that
matching reads; `explanation` stays what explains.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Final, NamedTuple

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.text import slugify

from accounts.models import ProfessionalCompetence
from accounts.notifications.bulk import among
from portal.kit.geo import nearest_m
from vacancies.enums import MatchState, RequirementKind, Strength
from vacancies.matching.grouping import Group, Signs, group_of
from vacancies.matching.since import NOTHING, Terms, packed
from vacancies.models import CandidateFacts, Match, Requirement, Vacancy
from vacancies.models.facts import LOST, NOWHERE

LEARNT: Final = Requirement.objects.filter(vacancy=OuterRef("pk"), strength=Strength.LEARN)
OF_VACANCY: Final = (
    *("pk", "title", "slug", "code", "institution_id", "institution__name", "published_at"),
    *("updated_at", "starts_on", "ends_on", "day_parts_mask", "day_parts_needed"),
    *("pay_scale_max", "may_be_shared", "will_train", "learnt"),
    *("facts__day_parts_mask", "facts__day_parts_needed", "facts__domains_mask"),
    *(f"facts__{one}" for one in ("x1", "y1", "x2", "y2", "x3", "y3")),
)
STAMP: Final = (  # whoever changes what a brief holds changes one of these
    *("pk", "updated_at", "version", "status", "pay_scale_max", "starts_on", "institution__name"),
    *("facts__day_parts_mask", "facts__day_parts_needed", "facts__must_mask"),
    *("facts__competence_musts", "facts__competence_wishes"),
)
MOST_KNOWN: Final = 5_000
FRONT: Final = "x"


class Skill(NamedTuple):
    """A competence that is asked, in both languages."""

    pk: int
    strength: str
    name_nl: str
    name_en: str


class Brief(NamedTuple):
    """A vacancy: what a line in a mail tells of it."""

    title: str
    path: str
    school: str
    institution_id: int
    where: str
    places: str
    opened: float
    updated_at: datetime
    terms: str
    asked: int
    needed: int
    domains: int
    is_shared: bool
    learns: bool
    spots: tuple[tuple[int, int], ...]
    skills: tuple[Skill, ...]
    asks: frozenset[int]  # the competences among the musts and wishes


class Person(NamedTuple):
    """The professional's side."""

    x: int
    y: int
    farthest: int
    free: int
    domains: int
    holds: frozenset[int]


class Short(NamedTuple):
    """One match, both sides read."""

    pk: int
    score: int
    seen_at: datetime | None
    is_open: bool  # no yes was said yet
    vacancy: Brief
    person: Person
    metres: int | None
    place: tuple[float, ...]  # what orders matches everywhere: score, freshness, number

    @property
    def group(self) -> Group:
        vacancy, person = self.vacancy, self.person
        signs = Signs(
            vacancy.asked,
            person.free,
            vacancy.needed,
            self.metres,
            person.farthest,
            len(vacancy.asks),
            len(vacancy.asks & person.holds),
            vacancy.learns,
        )
        return group_of(signs)


_known: dict[tuple[object, ...], Brief] = {}
NOBODY: Final = Person(LOST, LOST, 0, 0, 0, frozenset())


def current(keys: Collection[int]) -> dict[int, Short]:
    """The matches with these keys that still fit and were not put aside, in six queries."""
    given = Match.objects.filter(pk__in=among(keys), is_current=True)
    rows = given.exclude(state=MatchState.DISMISSED)
    found = list(
        rows.order_by().values_list(
            "pk", "score", "seen_at", "state", "vacancy_id", "professional_id"
        )
    )
    vacancies = _briefs({row[4] for row in found})
    people = _people({row[5] for row in found})
    return {
        pk: _short(
            (pk, score, seen_at, state != MatchState.INTERESTED),
            vacancies[vacancy],
            people.get(person, NOBODY),
        )
        for pk, score, seen_at, state, vacancy, person in found
    }


def _short(match: tuple[int, int, datetime | None, bool], vacancy: Brief, person: Person) -> Short:
    metres = None
    if vacancy.spots and person.x != LOST:
        metres = nearest_m(person.x, person.y, vacancy.spots)
    pk, score, _seen_at, _is_open = match
    return Short(*match, vacancy, person, metres, (-score, -vacancy.opened, pk))


def _people(keys: Collection[int]) -> dict[int, Person]:
    held: dict[int, set[int]] = defaultdict(set)
    rows = ProfessionalCompetence.objects.filter(professional__in=among(keys)).order_by()
    for person, competence in rows.values_list("professional_id", "competence_id"):
        held[person].add(competence)
    facts = (
        CandidateFacts.objects.filter(pk__in=among(keys))
        .order_by()
        .values_list("pk", "x", "y", "max_distance_m", "day_parts_mask", "domains_mask")
    )
    return {
        pk: Person(x, y, farthest, free, domains, frozenset(held[pk]))
        for pk, x, y, farthest, free, domains in facts
    }


def _briefs(keys: Collection[int]) -> dict[int, Brief]:
    """Read once while nothing changes: a vacancy is told to thousands, one batch after the other."""
    stamps = {
        row[0]: row for row in Vacancy.objects.filter(pk__in=keys).order_by().values_list(*STAMP)
    }
    known = {pk: found for pk, stamp in stamps.items() if (found := _known.get(stamp))}
    fresh = _read([pk for pk in stamps if pk not in known])
    if len(_known) + len(fresh) > MOST_KNOWN:
        _known.clear()
    _known.update({stamps[pk]: brief for pk, brief in fresh.items()})
    return known | fresh


def _read(keys: Collection[int]) -> dict[int, Brief]:
    if not keys:
        return {}
    skills, places = _skills(keys), _places(keys)
    front = reverse("vacancy", args=[FRONT]).removesuffix(f"{FRONT}/")
    rows = Vacancy.objects.filter(pk__in=keys).annotate(learnt=Exists(LEARNT)).order_by()
    return {
        row[0]: _brief(row, front, places[row[0]], tuple(skills[row[0]]))
        for row in rows.values_list(*OF_VACANCY)
    }


def _brief(
    row: Sequence[object], front: str, places: dict[int, str], skills: tuple[Skill, ...]
) -> Brief:
    (_pk, title, slug, code, school_id, school, published, updated, starts, ends, mask) = row[:11]
    (needed, scale, shared, train, learnt, asked, least, domains, *spots) = row[11:]
    named = ", ".join(dict.fromkeys(places.values()))
    terms = Terms(_day(starts), _day(ends), mask, needed or 0, tuple(places), scale)  # type: ignore[arg-type]
    pairs = {(spots[n], spots[n + 1]) for n in (0, 2, 4) if spots[n] not in (None, NOWHERE)}
    return Brief(
        title=str(title),
        path=f"{front}{slug or slugify(str(title)) or 'vacature'}-{code}/",
        school=str(school),
        institution_id=int(str(school_id)),
        where=f"{school}, {named}" if named else str(school),
        places=named,
        opened=published.timestamp() if isinstance(published, datetime) else 0.0,
        updated_at=updated,  # type: ignore[arg-type]
        terms=packed(terms),
        asked=asked or 0,  # type: ignore[arg-type]
        needed=least or 0,  # type: ignore[arg-type]
        domains=domains or 0,  # type: ignore[arg-type]
        is_shared=bool(shared),
        learns=bool(train or learnt),
        spots=tuple(pairs),  # type: ignore[arg-type]
        skills=skills,
        asks=frozenset(one.pk for one in skills if one.strength != Strength.LEARN),
    )


def _skills(keys: Collection[int]) -> dict[int, list[Skill]]:
    rows = Requirement.objects.filter(vacancy__in=keys, kind=RequirementKind.COMPETENCE)
    found: dict[int, list[Skill]] = defaultdict(list)
    for vacancy, pk, strength, dutch, english in rows.order_by("pk").values_list(
        "vacancy_id", "competence_id", "strength", "competence__name_nl", "competence__name_en"
    ):
        found[vacancy].append(Skill(pk or 0, strength, dutch or "", english or ""))
    return found


def _places(keys: Collection[int]) -> dict[int, dict[int, str]]:
    """By vacancy the places of its locations, in the order of the locations."""
    rows = Vacancy.locations.through.objects.filter(vacancy__in=keys)
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for vacancy, pk, name in rows.order_by("location__name", "location_id").values_list(
        "vacancy_id", "location__place_id", "location__place__name"
    ):
        found[vacancy][pk] = name
    return found


def _day(day: object) -> int:
    return day.toordinal() if isinstance(day, date) else NOTHING
