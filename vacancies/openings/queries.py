"""What would open more for one professional, in a constant number of queries; nothing is written."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.db import connection, transaction
from django.utils import timezone

from accounts.enums import Visibility
from accounts.models import Competence, Professional, ProfessionalCompetence
from vacancies.enums import RequirementKind, Strength
from vacancies.matching import projection, unlock
from vacancies.matching.explanation import Explanation, explained
from vacancies.matching.sides import Ask, Offer
from vacancies.matching.unlock import Change, Kind, Masks, Near
from vacancies.matching.unlock_statement import COLUMNS, NEAR
from vacancies.models import CandidateFacts, Requirement, Vacancy
from vacancies.routes.book import rule_book
from vacancies.routes.facts import Paper, PaperKind
from vacancies.routes.masks import masks_of
from vacancies.routes.queries import people_of

PAPERS: Final = (  # what somebody can get beside the own work
    PaperKind.VOG,
    PaperKind.PDG,
    PaperKind.INSTRUCTOR_DIPLOMA,
    PaperKind.BBO_PROOF,
    PaperKind.TRAINER_COURSE,
)
OF_FACTS: Final = tuple(
    one.name for one in fields(Offer) if one.name not in ("competences", "hidden_from")
)
TENTHS: Final = 10


@dataclass(frozen=True, slots=True)
class Opening:
    """A change, what the offer is with it, and the vacancies that it opens, best score first.

    `of` is the name of the competence, where it is one.
    """

    change: Change
    changed: Offer
    vacancies: tuple[int, ...]
    of: str = ""

    def __len__(self) -> int:
        return len(self.vacancies)

    @property
    def day_part_mask(self) -> int:
        """The day-part that comes with it, as a mask."""
        return 1 << self.change.number if self.change.kind is Kind.DAY_PART else 0


def openings_of(professional: Professional) -> list[Opening]:
    """All that would open more, the biggest gain first; nothing for who is not shown to schools."""
    person = _facts(professional)
    if person is None:
        return []
    offer = offer_of(person)
    routes = dict(routes_with(professional))
    found = unlock.gains(offer, near_to(person, offer), routes)
    names = _names(gain.change for gain in found)
    return [
        Opening(
            gain.change, gain.change.apply(offer), gain.vacancies, names.get(gain.change.key, "")
        )
        for gain in found
    ]


def opening_of(professional: Professional, key: str) -> Opening | None:
    """One change by its key, if it still opens something."""
    return next((one for one in openings_of(professional) if one.change.key == key), None)


def hints(professional: Professional) -> dict[int, int]:
    """For each day-part that is not free: how many vacancies it would open."""
    person = _facts(professional)
    if person is None:
        return {}
    offer = offer_of(person)
    found = unlock.gains(offer, near_to(person, offer), {})
    days = [gain for gain in found if gain.change.kind is Kind.DAY_PART]
    return {gain.change.number: len(gain) for gain in days}


def near_to(person: CandidateFacts, offer: Offer) -> list[Near]:
    """The open vacancies of which all that fails lies within one change."""
    rows = _scanned(person)
    musts, wishes = _competences(row[0] for row in rows if _asks_competences(row))
    found = []
    for vacancy, fresh_on, *columns in rows:
        ask = Ask(
            **dict(zip(COLUMNS, columns, strict=True)),
            must_competences=frozenset(musts.get(vacancy, ())),
            wish_competences=frozenset(wishes.get(vacancy, ())),
        )
        failed = unlock.failed_musts(ask, offer)
        if unlock.is_near(failed):
            found.append(Near(vacancy, fresh_on, ask, failed))
    return found


def offer_of(person: CandidateFacts) -> Offer:
    """What the stored facts say; from which schools somebody stays is for the statement."""
    held = ProfessionalCompetence.objects.filter(professional=person.pk).order_by()
    return Offer(
        **{name: getattr(person, name) for name in OF_FACTS},
        competences=frozenset(held.values_list("competence_id", flat=True)),
    )


def explained_with(
    opening: Opening, professional: Professional, vacancies: Collection[int]
) -> list[tuple[Vacancy, Explanation]]:
    """These vacancies, in this order, explained as if the change were kept; nothing is saved."""
    person = _read(professional)
    _as_if(person, opening.changed)
    open_ones = Vacancy.objects.open().filter(pk__in=vacancies).select_related("institution")
    read = {one.pk: one for one in projection.vacancies_read(open_ones)}
    return [
        (read[pk], explained(read[pk], person, opening.changed)) for pk in vacancies if pk in read
    ]


def titles(vacancies: Iterable[int]) -> dict[int, Vacancy]:
    """Vacancies by key with what a line of a list says: title, school, places."""
    rows = Vacancy.objects.filter(pk__in=set(vacancies)).select_related("institution")
    rows = rows.defer("body", "after_closing", "approved_snapshot")
    return {one.pk: one for one in rows.prefetch_related("locations__place")}


def _facts(professional: Professional) -> CandidateFacts | None:
    if professional.visibility != Visibility.VISIBLE:
        return None
    return CandidateFacts.objects.filter(pk=professional.pk).first()


def routes_with(
    professional: Professional, on: date | None = None
) -> Iterator[tuple[tuple[Kind, str], Masks]]:
    """The masks of routes as they would be with training, and with each paper not held."""
    on, book = on or timezone.localdate(), rule_book()
    willing = professional.willing_to_train is True
    _pk, person = next(people_of([professional.pk], on))
    held = {paper.kind for paper in person.papers}
    if not willing:
        yield (Kind.TRAINING, "pdg"), masks_of(person, willing=True, on=on, book=book)
    for kind in PAPERS:
        if kind not in held:
            papers = (*person.papers, Paper(kind, issued_on=on))
            with_it = replace(person, papers=papers)
            yield (Kind.PAPER, str(kind)), masks_of(with_it, willing=willing, on=on, book=book)


@transaction.atomic
def _scanned(person: CandidateFacts) -> list[Any]:
    values = {f"p_{one.attname}": getattr(person, one.attname) for one in person._meta.fields}
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # compiling takes longer than the statement
            cursor.execute("SET LOCAL jit = off")
        cursor.execute(NEAR, values)
        rows: list[Any] = cursor.fetchall()
    return rows


ASKED: Final = [2 + COLUMNS.index(name) for name in ("competence_musts", "competence_wishes")]


def _asks_competences(row: Any) -> bool:
    return any(row[place] for place in ASKED)


Numbers = dict[int, list[int]]


def _competences(vacancies: Iterable[int]) -> tuple[Numbers, Numbers]:
    """The competences asked by vacancy: the musts and the wishes."""
    asked: dict[str, Numbers] = {Strength.MUST: defaultdict(list), Strength.WISH: defaultdict(list)}
    rows = Requirement.objects.filter(
        vacancy__in=list(vacancies),
        kind=RequirementKind.COMPETENCE,
        strength__in=list(asked),
        competence__isnull=False,
    ).order_by()
    for vacancy, strength, competence in rows.values_list("vacancy", "strength", "competence"):
        asked[strength][vacancy].append(competence)
    return asked[Strength.MUST], asked[Strength.WISH]


def _names(changes: Iterable[Change]) -> dict[str, str]:
    """The names of the competences among these changes, by the key of the change."""
    keys = {one.number: one.key for one in changes if one.kind is Kind.COMPETENCE}
    found = Competence.objects.in_bulk(list(keys)) if keys else {}
    return {keys[pk]: str(one) for pk, one in found.items()}


def _read(professional: Professional) -> Professional:
    found = Professional.objects.filter(pk=professional.pk).defer("phone")
    rows = projection.professionals_read(found).select_related("facts", "place", "availability")
    return rows.get()


def _as_if(person: Professional, offer: Offer) -> None:
    """What sentences say of the person, from the changed offer; the row itself is never saved."""
    person.functions_mask, person.employment_mask = offer.functions_mask, offer.employment_mask
    person.dutch_level = offer.dutch or None
    if offer.max_distance_m >= 0:
        person.max_distance_km = offer.max_distance_m // 1_000
    if person.hours_min is not None:
        person.hours_min = Decimal(offer.hours_min) / TENTHS
    if person.hours_max is not None:
        person.hours_max = Decimal(offer.hours_max) / TENTHS
