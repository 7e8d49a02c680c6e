"""Twenty thousand open vacancies in a scratch database: skewed schools, trades and day-parts."""

import random
from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from typing import TypeVar

from django.utils import timezone
from django.utils.text import slugify

from accounts.enums import EmploymentForm, FunctionKind, InstitutionStatus, mask_of
from accounts.models import Competence, Domain, Institution, Location, Place
from portal.kit import dayparts
from vacancies.enums import RequirementKind, Strength, VacancyStatus
from vacancies.models import Requirement, Vacancy

T = TypeVar("T")
Trade = tuple[Domain, list[Competence]]
T = TypeVar("T")
Trade = tuple[Domain, list[Competence]]
Made = tuple[Vacancy, Domain, list[Competence]]

SEED = 20261121
FUNCTIONS = (
    ("guest_teacher", "Gastdocent", 40),
    ("instructor", "Instructeur", 20),
    ("teacher", "Docent", 25),
    ("practice_coach", "Praktijkbegeleider", 15),
)
WEEKS = (
    "tuesday_afternoon",
    "friday_morning friday_afternoon",
    "thursday_evening",
    "monday_evening tuesday_afternoon thursday_evening friday_afternoon",
    "wednesday_morning wednesday_afternoon",
    "monday_morning tuesday_morning wednesday_morning thursday_morning",
    "saturday_morning",
)
SENTENCES = (
    "Je geeft praktijkles aan een kleine groep studenten.",
    "Je werkt naast een vaste docent die verantwoordelijk blijft voor de klas.",
    "In de eerste weken loop je mee en krijg je elke week begeleiding.",
    "Je doet voor, kijkt mee en legt uit waarom iets misgaat.",
    "De school zorgt voor materiaal, gereedschap en een veilige werkplaats.",
    "Je denkt mee over opdrachten die lijken op het echte werk.",
    "Studenten leren van jouw verhalen uit de praktijk.",
    "Samen met het team bereid je toetsen en examens voor.",
    "Je bezoekt leerbedrijven en bespreekt wat daar goed gaat.",
    "Je houdt bij hoe ver elke student is.",
)
PUZZLES = ("kantbankprogrammeur", "orgelbouwer", "molenaar", "zeilmaker", "hoefsmid")


def fill(number: int) -> None:
    """Vacancies with requirements, domains and locations; the reference data must be loaded."""
    rng = random.Random(SEED)
    schools = list(Institution.objects.order_by("pk")[:60])
    Institution.objects.update(
        status=InstitutionStatus.VERIFIED, verified_at=timezone.now(), prep_factor=Decimal("0.6")
    )
    places = list(Place.objects.order_by("-population", "pk")[:50])
    locations = _locations(schools, places, rng)
    trades = _trades()
    codes = rng.sample(range(16**8), number)
    for start in range(0, number, 2000):
        batch = codes[start : start + 2000]
        made = [_vacancy(code, schools, trades, rng) for code in batch]
        made[0][0].title = f"Docent {PUZZLES[1]}"  # even a small set has the rare words
        made[-1][0].title = f"Gastdocent {PUZZLES[1]}"
        _store(made, locations, rng)


def _locations(
    schools: list[Institution], places: list[Place], rng: random.Random
) -> dict[int, list[Location]]:
    rows = [
        Location(
            institution=school,
            name=f"Locatie {n + 1}",
            place=_skewed(places, rng),
            postcode="8031 BL",
        )
        for school in schools
        for n in range(3)
    ]
    found: dict[int, list[Location]] = {}
    for row in Location.objects.bulk_create(rows):
        found.setdefault(row.institution_id, []).append(row)
    return found


def _trades() -> list[Trade]:
    domains = Domain.objects.order_by("pk")
    return [(domain, list(domain.competences.order_by("pk"))) for domain in domains]


def _vacancy(
    code: int, schools: list[Institution], trades: list[Trade], rng: random.Random
) -> Made:
    domain, competences = _skewed(trades, rng)
    asked = rng.sample(competences, min(len(competences), rng.randint(1, 4)))
    kind, label, _share = rng.choices(FUNCTIONS, [share for *_rest, share in FUNCTIONS])[0]
    week = dayparts.parse(rng.choice(WEEKS))
    hours = Decimal(rng.choice((3, 4, 5, 6, 8, 12, 16)))
    today = timezone.localdate()
    subject = rng.choice(PUZZLES) if rng.random() < 0.002 else asked[0].name_nl.lower()
    title = f"{label} {subject}"[:90]
    row = Vacancy(
        code=f"{code:08x}",
        slug=slugify(title),
        institution=_skewed(schools, rng),
        status=VacancyStatus.PUBLISHED,
        title=title,
        summary=f"Leer studenten {subject} op de werkvloer. {rng.choice(SENTENCES)}"[:300],
        body="\n\n".join(" ".join(rng.sample(SENTENCES, 4)) for _ in range(5)),
        function_kind=FunctionKind(kind),
        day_parts_mask=week,
        day_parts_needed=rng.randint(1, dayparts.count(week)),
        may_be_shared=rng.random() < 0.1,
        hours_min=hours,
        hours_max=hours + rng.choice((0, 0, 2)),
        starts_on=today + timedelta(days=rng.randint(14, 120)),
        pay_scale_min="LB",
        pay_scale_max="LC",
        employment_mask=mask_of(EmploymentForm, rng.sample(EmploymentForm.values, 2)),
        closes_on=today + timedelta(days=rng.randint(1, 80)),
        answer_by=today + timedelta(days=100),
        after_closing="We lezen alles en bellen binnen een week.",
        contact_name="Wim Bakker",
        published_at=timezone.now() - timedelta(minutes=rng.randint(1, 80_000)),
    )
    return row, domain, asked


def _store(batch: list[Made], locations: dict[int, list[Location]], rng: random.Random) -> None:
    rows = Vacancy.objects.bulk_create([row for row, *_rest in batch])
    Vacancy.domains.through.objects.bulk_create(
        Vacancy.domains.through(vacancy=row, domain=domain)
        for row, (_row, domain, _asked) in zip(rows, batch, strict=True)
    )
    Vacancy.locations.through.objects.bulk_create(
        Vacancy.locations.through(vacancy=row, location=rng.choice(locations[row.institution_id]))
        for row in rows
    )
    Requirement.objects.bulk_create(
        Requirement(
            vacancy=row,
            kind=RequirementKind.COMPETENCE,
            strength=rng.choice(Strength.values),
            competence=competence,
        )
        for row, (_row, _domain, asked) in zip(rows, batch, strict=True)
        for competence in asked
    )


def _skewed(rows: Sequence[T], rng: random.Random) -> T:
    """The first ones most: Zipf with exponent 0.8."""
    weights = [1 / (n + 1) ** 0.8 for n in range(len(rows))]
    return rng.choices(rows, weights)[0]
