"""People with five matches each, told by real notices: what the benchmark of mail sends.

Seeded. Everybody has a place, a week, domains, competences and a language; so have the vacancies.
"""

from collections.abc import Sequence
from datetime import timedelta
from random import Random
from typing import Any

from django.utils import timezone
from scratch import load

from accounts.enums import Frequency, Province
from accounts.models import (
    Availability,
    Competence,
    Domain,
    Institution,
    Location,
    Notice,
    NoticePreference,
    Place,
    Professional,
    ProfessionalCompetence,
    User,
)
from accounts.notifications.actions import NoticeRow, notify_many
from portal.kit.geo import rijksdriehoek
from vacancies.enums import RequirementKind, Strength, VacancyStatus
from vacancies.matching import projection
from vacancies.models import Match, Requirement, Vacancy

SEED = 20261122
EACH = 5
VACANCIES = 200
TRADES = ("lassen", "dementiezorg", "koeltechniek", "brood en banket", "netwerkbeheer", "logistiek")
NAMES = ("Anna", "Bülent", "Chloë", "Daan", "Eliške", "Fatima", "Gijs", "Hüseyin")
CITIES = (
    ("Zwolle", 52.51, 6.09), ("Deventer", 52.26, 6.16), ("Apeldoorn", 52.22, 5.96),
    ("Enschede", 52.22, 6.89), ("Almelo", 52.36, 6.66), ("Kampen", 52.55, 5.91),
    ("Amersfoort", 52.16, 5.39), ("Arnhem", 51.98, 5.91),
)  # fmt: skip


def load_field() -> list[Vacancy]:
    """Places and vacancies; domains, competences and schools are there already."""
    places = [_place(number, *city) for number, city in enumerate(CITIES, start=1)]
    Place.objects.bulk_create(places)
    for school in Institution.objects.all():
        Location.objects.create(institution=school, name="Gebouw A", place=places[school.pk % 8])
    vacancies = [_vacancy(number) for number in range(VACANCIES)]
    projection.heal(projection.Differences(vacancies=tuple(one.pk for one in vacancies)))
    return vacancies


def load_readers(count: int, *, after: int, vacancies: Sequence[Vacancy]) -> None:
    """So many people who want mail at once, each told of their five best matches."""
    ids = range(after + 1, after + count + 1)
    random = Random(f"{SEED}-{after}")
    now = timezone.now()
    User.objects.bulk_create(_user(pk, random, now) for pk in ids)
    Professional.objects.bulk_create(_professional(pk, random) for pk in ids)
    Availability.objects.bulk_create(
        Availability(professional_id=pk, day_parts_mask=random.getrandbits(18)) for pk in ids
    )
    _load_skills(ids, random)
    NoticePreference.objects.bulk_create(
        NoticePreference(user_id=pk, category="match", frequency=Frequency.AT_ONCE) for pk in ids
    )
    matches = Match.objects.bulk_create(
        Match(
            vacancy=vacancy,
            professional_id=pk,
            score=random.randint(40, 100),
            rule_version=2,
            notified_at=now,
            state="notified",
        )
        for pk in ids
        for vacancy in random.sample(vacancies, EACH)
    )
    notify_many("new_matches", (_row(one) for one in matches))


def load_many(count: int) -> None:
    """So many people by number, with an account and a visible profile and nothing in it."""
    now = timezone.now().isoformat()
    load(
        "accounts_user",
        ("id", "password", "is_superuser", "email", "name", "language", "is_active", "is_staff",
         "joined_at", "confirmed_at"),
        ((i, "!", False, f"p{i}@example.org", "", "nl", True, False, now, now)
         for i in range(1, count + 1)),
    )  # fmt: skip
    load(
        "accounts_professional",
        ("id", "user_id", "public_id", "occupation", "phone", "functions_mask", "employment_mask",
         "visibility", "created_at", "refreshed_at", "version"),
        ((i, i, f"{i:032x}", "", "", 0, 0, "visible", now, now, 1) for i in range(1, count + 1)),
    )  # fmt: skip


def load_waiting(count: int, each: int) -> None:
    """Some notices of two days ago for each of so many people."""
    then = timezone.now() - timedelta(days=2)
    Notice.objects.bulk_create(
        (
            Notice(
                kind="new_matches",
                category="match",
                recipient_id=person,
                facts={"match": person, "rank": number},
                dedupe_key=f"new_matches:{person}:{number}",
                created_at=then,
            )
            for person in range(1, count + 1)
            for number in range(each)
        ),
        batch_size=1_000,
    )


def load_matches(vacancy: Vacancy, count: int) -> None:
    """So many people fit this vacancy, and nobody was told."""
    now = timezone.now().isoformat()
    load(
        "vacancies_match",
        ("vacancy_id", "professional_id", "score", "rule_version", "is_current", "state",
         "dismiss_reason", "matched_at"),
        ((vacancy.pk, i, 40 + i % 60, 2, True, "new", "", now) for i in range(1, count + 1)),
    )  # fmt: skip


def _load_skills(ids: range, random: Random) -> None:
    ProfessionalCompetence.objects.bulk_create(
        ProfessionalCompetence(professional_id=pk, competence_id=one)
        for pk in ids
        for one in random.sample(range(1, 51), 7)
    )
    through = Professional.domains.through
    through.objects.bulk_create(through(professional_id=pk, domain_id=1) for pk in ids)
    projection.heal(projection.Differences(professionals=tuple(ids)))


def _row(match: Match) -> NoticeRow:
    facts = {"match": match.pk, "school": match.vacancy.institution_id, "rank": match.score}
    return NoticeRow(
        recipient_id=match.professional_id,
        dedupe=f"new_matches:{match.pk}",
        target=f"match:{match.pk}",
        facts=facts,
    )


def _place(number: int, name: str, latitude: float, longitude: float) -> Place:
    x, y = rijksdriehoek(latitude, longitude)
    fields: dict[str, Any] = {"code": f"p{number}", "search": name.lower()}
    return Place(
        pk=number,
        name=name,
        province=Province.values[0],
        latitude=latitude,
        longitude=longitude,
        rd_x=int(x),
        rd_y=int(y),
        **fields,
    )


def _vacancy(number: int) -> Vacancy:
    random = Random(f"{SEED}-vacancy-{number}")
    today = timezone.localdate()
    vacancy = Vacancy.objects.create(
        institution_id=number % 8 + 1,
        status=VacancyStatus.PUBLISHED,
        title=f"Gastdocent {TRADES[number % len(TRADES)]} {number}",
        function_kind="guest_teacher",
        day_parts_mask=random.getrandbits(18) | 1,
        day_parts_needed=1,
        hours_min=2,
        hours_max=12,
        starts_on=today + timedelta(days=60),
        closes_on=today + timedelta(days=50),
        published_at=timezone.now(),
    )
    vacancy.domains.add(Domain.objects.get(pk=1))
    vacancy.locations.add(*Location.objects.filter(institution=vacancy.institution_id))
    for position, pk in enumerate(random.sample(range(1, 51), 6)):
        strength = Strength.MUST if position < 2 else Strength.WISH
        Requirement.objects.create(
            vacancy=vacancy,
            kind=RequirementKind.COMPETENCE,
            strength=strength,
            competence=Competence.objects.get(pk=pk),
        )
    return vacancy


def _user(pk: int, random: Random, now: Any) -> User:
    return User(
        pk=pk,
        email=f"reader-{pk}@example.org",
        password="!",
        name=f"{random.choice(NAMES)} de Lezer",
        language="nl",
        confirmed_at=now,
    )


def _professional(pk: int, random: Random) -> Professional:
    return Professional(
        pk=pk,
        user_id=pk,
        occupation="Vakmens",
        place_id=random.randint(1, len(CITIES)),
        max_distance_km=random.choice((10, 25, 40, 100)),
        hours_min=2,
        hours_max=16,
        functions_mask=127,
        employment_mask=127,
        level=random.choice((2, 3, 4)),
        years_experience=random.randint(0, 30),
        dutch_level=4,
        willing_to_train=random.random() < 0.5,
        visibility="visible",
    )
