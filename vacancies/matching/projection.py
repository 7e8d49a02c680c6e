"""From profiles and vacancies to facts: read, compare, write. `vacancies.models.facts` says what."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice
from typing import Any, Final

from django.db import models, transaction
from django.utils import timezone

from accounts.enums import FunctionKind
from accounts.models import Availability, Professional
from vacancies.codes import Route, mask_of
from vacancies.enums import RequirementKind, Strength
from vacancies.matching import ways
from vacancies.matching.criteria import ALWAYS, BITS
from vacancies.matching.ways import Ways
from vacancies.models import CandidateFacts, Requirement, Vacancy, VacancyFacts
from vacancies.models.facts import FOREVER, LOST, NEVER, NO_HOURS, NOWHERE
from vacancies.posting import queries as posting
from vacancies.routes.masks import OPENS

TERM: Final = timedelta(weeks=20)  # asked where a vacancy tells no last day: half a school year
BATCH: Final = 1_000
IN_TRAINING: Final = mask_of([Route.SUITABILITY_IN_TRAINING])
UNSET: Final = {"level_min": 0, "years_min": -1, "dutch_min": 0}
COLUMN_OF: Final = {
    RequirementKind.LEVEL: "level_min",
    RequirementKind.EXPERIENCE: "years_min",
    RequirementKind.LANGUAGE: "dutch_min",
}


@dataclass(frozen=True, slots=True)
class Differences:
    """Professionals and vacancies whose stored facts are not what a rebuild gives."""

    professionals: tuple[int, ...] = ()
    vacancies: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.professionals) + len(self.vacancies)


def professionals_read(found: models.QuerySet[Professional]) -> models.QuerySet[Professional]:
    """With all that facts are made of, in a constant number of queries."""
    return found.select_related("place", "availability").prefetch_related("domains").order_by("pk")


def vacancies_read(found: models.QuerySet[Vacancy]) -> models.QuerySet[Vacancy]:
    """With all that facts are made of, in a constant number of queries."""
    return (
        found.defer("body", "after_closing", "approved_snapshot")
        .prefetch_related(
            "domains", "locations__place", "requirements__competence", posting.covers()
        )
        .order_by("pk")
    )


def candidate_facts(professional: Professional, routes: Ways | None = None) -> CandidateFacts:
    """The row of a professional, whether visible or not; unsaved. `routes`: read with others."""
    routes = routes or ways.ways_of([professional])[professional.pk]
    place, farthest = professional.place, professional.max_distance_km
    placed = place is not None and farthest is not None
    return CandidateFacts(
        professional_id=professional.pk,
        functions_mask=professional.functions_mask,
        domains_mask=sum(1 << domain.bit for domain in professional.domains.all()),
        employment_mask=professional.employment_mask,
        day_parts_mask=_week_of(professional),
        level=professional.level or 0,
        years=_or(professional.years_experience, -1),
        dutch=professional.dutch_level or 0,
        hours_min=_tenths(professional.hours_min, NO_HOURS),
        hours_max=_tenths(professional.hours_max, -1),
        from_on=_ordinal(professional.available_from, FOREVER),
        until_on=_ordinal(professional.available_until, FOREVER),
        x=place.rd_x if place and placed else LOST,
        y=place.rd_y if place and placed else LOST,
        max_distance_m=farthest * 1_000 if farthest is not None and placed else -1,
        fresh_on=timezone.localdate(professional.refreshed_at).toordinal(),
        routes_open_mask=routes.open_mask,
        routes_open_if_mask=routes.open_if_mask,
        papers_told=routes.papers_told,
    )


def vacancy_facts(
    vacancy: Vacancy, requirements: Sequence[Requirement] | None = None
) -> VacancyFacts:
    """The row of a vacancy in any state, drafts too; unsaved. `requirements`: as just typed.

    Of a shared vacancy only what nobody took yet is asked.
    """
    asked = vacancy.requirements.all() if requirements is None else requirements
    left, shared = posting.left_of(vacancy), vacancy.may_be_shared
    published = vacancy.published_at or vacancy.created_at
    return VacancyFacts(
        vacancy_id=vacancy.pk,
        institution_id=vacancy.institution_id,
        function_mask=_function_bit(vacancy.function_kind),
        domains_mask=sum(1 << domain.bit for domain in vacancy.domains.all()),
        employment_mask=vacancy.employment_mask,
        day_parts_mask=left.mask,
        day_parts_needed=left.needed,
        day_parts_enough=1 if shared else left.needed,
        fixed_mask=0 if shared else vacancy.fixed_mask,
        hours_min=-1 if shared else _tenths(vacancy.hours_min, 0),
        hours_max=_tenths(left.hours_max, 0),
        starts_on=_ordinal(vacancy.starts_on, NEVER),
        until_on=_last_day(vacancy),
        practice_counts=int(vacancy.practice_counts),
        fresh_on=timezone.localdate(published).toordinal(),
        **_routes(vacancy),
        **_spots(vacancy),
        **_demands(list(asked)),
    )


@transaction.atomic
def project_professional(professional: Professional) -> CandidateFacts | None:
    """Store the facts of a professional who may be matched, take them away from another."""
    found = professionals_read(Professional.objects.visible().filter(pk=professional.pk)).first()
    if found is None:
        CandidateFacts.objects.filter(pk=professional.pk).delete()
        return None
    facts = candidate_facts(found)
    write(CandidateFacts, [facts])
    return facts


@transaction.atomic
def project_vacancy(vacancy: Vacancy) -> VacancyFacts | None:
    """Store the facts of an open vacancy, take them away from another."""
    found = vacancies_read(Vacancy.objects.open().filter(pk=vacancy.pk)).first()
    if found is None:
        VacancyFacts.objects.filter(pk=vacancy.pk).delete()
        return None
    facts = vacancy_facts(found)
    write(VacancyFacts, [facts])
    return facts


def write(model: type[Any], rows: Iterable[models.Model]) -> None:
    """Insert or overwrite; what is written is to be matched again."""
    columns = [field.name for field in model._meta.concrete_fields if not field.primary_key]
    model.objects.bulk_create(
        rows,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=[model._meta.pk.name],
        update_fields=columns,
    )


def differences() -> Differences:
    """Every stored row against the row a rebuild gives."""
    people = _different(CandidateFacts, _fresh_candidates())
    vacancies = _different(VacancyFacts, _fresh_vacancies())
    return Differences(tuple(people), tuple(vacancies))


def is_outdated() -> bool:
    """Whether rows are of before a criterion was added: they are no ground to drop a match on.

    A vacancy's row then lacks a bit that always decides, a person's row has no route at all.
    """
    decides = VacancyFacts.objects.annotate(old=models.F("must_mask").bitand(ALWAYS))
    if decides.exclude(old=ALWAYS).exists():
        return True
    return CandidateFacts.objects.filter(routes_open_mask=0, routes_open_if_mask=0).exists()


@transaction.atomic
def heal(found: Differences) -> None:
    """Write the rows that differ; they wait to be matched."""
    for batch in _batches(found.professionals):
        people = professionals_read(Professional.objects.visible().filter(pk__in=batch))
        CandidateFacts.objects.filter(pk__in=batch).delete()
        write(CandidateFacts, _facts_of(list(people), ways.judge_of(timezone.localdate())))
    for batch in _batches(found.vacancies):
        vacancies = vacancies_read(Vacancy.objects.open().filter(pk__in=batch))
        VacancyFacts.objects.filter(pk__in=batch).delete()
        write(VacancyFacts, [vacancy_facts(one) for one in vacancies])


def _fresh_candidates() -> Iterator[CandidateFacts]:
    visible = professionals_read(Professional.objects.visible()).iterator(chunk_size=BATCH)
    judge = ways.judge_of(timezone.localdate())
    while people := list(islice(visible, BATCH)):
        yield from _facts_of(people, judge)


def _facts_of(people: Sequence[Professional], judge: ways.Judge) -> list[CandidateFacts]:
    routes = ways.ways_of(people, judge=judge)
    return [candidate_facts(one, routes[one.pk]) for one in people]


def _fresh_vacancies() -> Iterator[VacancyFacts]:
    opened = vacancies_read(Vacancy.objects.open())
    return (vacancy_facts(one) for one in opened.iterator(chunk_size=BATCH))


def _different(model: type[Any], fresh: Iterator[models.Model]) -> Iterator[int]:
    """Keys of rows that are missing, stale or too many."""
    seen: set[int] = set()
    while batch := list(islice(fresh, BATCH)):
        stored = model.objects.in_bulk([row.pk for row in batch])
        for row in batch:
            seen.add(row.pk)
            if row.pk not in stored or _values(row) != _values(stored[row.pk]):
                yield row.pk
    for pk in model.objects.order_by("pk").values_list("pk", flat=True).iterator():
        if pk not in seen:
            yield pk


def _values(row: models.Model) -> list[int]:
    fields = row._meta.concrete_fields
    return [getattr(row, field.attname) for field in fields if field.name != "is_matched"]


def _batches(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    return (keys[start : start + BATCH] for start in range(0, len(keys), BATCH))


def _week_of(professional: Professional) -> int:
    try:
        return professional.availability.day_parts_mask
    except Availability.DoesNotExist:
        return 0


def _demands(requirements: list[Requirement]) -> dict[str, int]:
    """What requirement rows ask; what may be learnt on the job is not asked."""
    asked = [row for row in requirements if row.strength != Strength.LEARN]
    competences = [row.strength for row in asked if row.kind == RequirementKind.COMPETENCE]
    values = {COLUMN_OF[row.kind]: row.value or 0 for row in asked if row.kind in COLUMN_OF}  # type: ignore[index]
    musts = {row.kind for row in asked if row.strength == Strength.MUST}
    return {
        **UNSET,
        **values,
        "must_mask": ALWAYS | sum(BITS[kind] for kind in musts),
        "competence_musts": competences.count(Strength.MUST),
        "competence_wishes": competences.count(Strength.WISH),
    }


def _routes(vacancy: Vacancy) -> dict[str, int]:
    """What is accepted and opens the function; of these, where the school does its part."""
    accepted = vacancy.routes_mask & OPENS.get(vacancy.function_kind, 0)
    helped = accepted if vacancy.will_train else accepted & ~IN_TRAINING
    return {"routes_mask": accepted, "routes_help_mask": helped}


def _spots(vacancy: Vacancy) -> dict[str, int]:
    places = [location.place for location in vacancy.locations.all()]
    spots = list(dict.fromkeys((place.rd_x, place.rd_y) for place in places))[:3]
    spots = spots or [(NOWHERE, NOWHERE)]
    three = (spots + [spots[0]] * 2)[:3]
    named = {
        f"{axis}{n}": spot[i] for n, spot in enumerate(three, 1) for i, axis in enumerate("xy")
    }
    return named | {"more_locations": int(len(spots) > 1)}


def _function_bit(kind: str) -> int:
    return 1 << FunctionKind.values.index(kind) if kind else 0


def _last_day(vacancy: Vacancy) -> int:
    if vacancy.ends_on or not vacancy.starts_on:
        return _ordinal(vacancy.ends_on, NEVER)
    return _ordinal(vacancy.starts_on + TERM, NEVER)


def _or(value: int | None, unknown: int) -> int:
    return unknown if value is None else value


def _tenths(hours: Decimal | None, unknown: int) -> int:
    return unknown if hours is None else int(hours * 10)


def _ordinal(day: date | None, unknown: int) -> int:
    return unknown if day is None else day.toordinal()
