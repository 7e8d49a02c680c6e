"""Eight who write a vacancy, each with a draft and a list of changes; and everybody as an oracle.

Used by `bench/panel.py`.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from scratch import analyse

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from django.http import QueryDict
    from people import Need

    from vacancies.matching.sides import Ask, Offer
    from vacancies.models import Vacancy, VacancyFacts

    Change = Callable[[QueryDict, random.Random], None]

SEED: Final = 20261122
EDITORS: Final = 8
OPEN_VACANCIES: Final = 400
FIRST_USER: Final = 1_000_000


@dataclass
class Editor:
    """Somebody of a school of their own, with a draft and a list of what they will try."""

    vacancy: Vacancy
    session: str
    bodies: list[str]
    answers: list[str] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"/school/vacatures/{self.vacancy.code}/bereik/"


def written(count: int, questions: int) -> list[Editor]:
    """People, open vacancies, and a draft for each editor."""
    from field import load_needs, load_people, load_taxonomy
    from people import needs

    load_taxonomy()
    load_people(count)
    sample = needs(OPEN_VACANCIES)
    load_needs(sample)
    editors = [_editor(number, need, questions) for number, need in enumerate(sample[:EDITORS])]
    analyse()
    return editors


def _editor(number: int, need: Need, questions: int) -> Editor:
    from django.test import Client
    from django.utils import timezone

    from accounts.models import Membership, User

    user = User.objects.create(
        pk=FIRST_USER + number, email=f"hr{number}@example.org", confirmed_at=timezone.now()
    )
    school = number + 1
    Membership.objects.create(user=user, institution_id=school, role="recruiter", status="active")
    vacancy = _draft(school, need)
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    rng = random.Random(SEED + number)
    return Editor(vacancy, client.cookies["sessionid"].value, _bodies(vacancy, questions, rng))


def _draft(school: int, need: Need) -> Vacancy:
    from datetime import date

    from field import _requirement

    from accounts.enums import FunctionKind
    from accounts.models import Location, Place
    from vacancies.models import Requirement, Vacancy

    facts = need.facts
    vacancy = Vacancy.objects.create(
        institution_id=school,
        title="Concept",
        function_kind=FunctionKind.values[facts["function_mask"].bit_length() - 1],
        day_parts_mask=facts["day_parts_mask"],
        day_parts_needed=facts["day_parts_needed"],
        hours_min=facts["hours_min"] // 10 if facts["hours_min"] > 0 else 4,
        hours_max=min(40, facts["hours_max"] // 10 + 1),
        starts_on=date.fromordinal(facts["starts_on"]),
        employment_mask=facts["employment_mask"],
        routes_mask=facts["routes_mask"],
        will_train=facts["routes_mask"] == facts["routes_help_mask"],
    )
    vacancy.domains.set([facts["domains_mask"].bit_length()])
    place = Place.objects.create(
        code=f"plaats-{school}", name=f"Plaats {school}", search="", province="NL-UT",
        latitude=52, longitude=5, rd_x=facts["x1"], rd_y=facts["y1"],
    )  # fmt: skip
    vacancy.locations.add(Location.objects.create(institution_id=school, name="A", place=place))
    Requirement.objects.bulk_create(_requirement(vacancy, one, "must") for one in need.musts)
    Requirement.objects.bulk_create(_requirement(vacancy, one, "wish") for one in need.wishes)
    return vacancy


def _bodies(vacancy: Vacancy, number: int, rng: random.Random) -> list[str]:
    """What the form sends after each change: every one another question."""
    from vacancies.posting.forms.softer import as_sent

    sent = as_sent(vacancy)
    found: dict[str, None] = {}
    while len(found) < number:
        change = rng.choice(CHANGES)
        change(sent, rng)
        found[sent.urlencode()] = None
    return list(found)


def _day_part(sent: QueryDict, rng: random.Random) -> None:
    parts = set(sent.getlist("day_parts")) ^ {str(rng.randrange(18))}
    sent.setlist("day_parts", sorted(parts or {"3"}, key=int))
    sent["day_parts_needed"] = str(rng.randint(1, min(3, len(sent.getlist("day_parts")))))


def _hours(sent: QueryDict, rng: random.Random) -> None:
    low = rng.randint(2, 16)
    sent["hours_min"], sent["hours_max"] = str(low), str(low + rng.randint(0, 12))


def _demand(name: str, values: Sequence[int]) -> Change:
    def change(sent: QueryDict, rng: random.Random) -> None:
        sent[name] = str(rng.choice(values))
        sent[f"{name}_strength"] = rng.choice(("must", "must", "wish"))
        sent["dutch_reason"] = "Je bespreekt verslagen met studenten."

    return change


def _skill(sent: QueryDict, rng: random.Random) -> None:
    if pks := sent.getlist("competences"):
        musts = [pk for pk in pks if sent[f"strength_{pk}"] == "must"]
        name = f"strength_{rng.choice(pks)}"
        sent[name] = "must" if len(musts) < 3 and sent[name] != "must" else "learn"


CHANGES: Final = (
    *(_day_part, _hours, _skill),
    *(_demand("level", (3, 4, 5, 6)), _demand("years", (1, 2, 3, 5)), _demand("dutch", (3, 4, 5))),
)


def ask_of(facts: VacancyFacts, musts: Sequence[int]) -> Ask:
    from dataclasses import fields

    from vacancies.matching.sides import Ask

    names = {one.name for one in fields(Ask)} - {"must_competences", "wish_competences"}
    return Ask(
        **{name: getattr(facts, name) for name in names},
        must_competences=frozenset(one - 1 for one in musts),
    )


def offers_of(count: int) -> list[Offer]:
    """Everybody as the pure rules read them; competences numbered from 0."""
    from people import BLOCK, people

    from vacancies.matching.sides import Offer

    offers: list[Offer] = []
    for number, block in enumerate(people(count)):
        start, size = number * BLOCK, len(block.facts["x"])
        held: list[set[int]] = [set() for _ in range(size)]
        for person, competence in block.held.tolist():
            held[person - start].add(competence)
        hidden = set((block.hidden - start).tolist())
        columns = {name: col.tolist() for name, col in block.facts.items() if name != "fresh_on"}
        offers.extend(
            Offer(
                competences=frozenset(held[i]),
                hidden_from=frozenset([1] if i in hidden else []),
                **{name: column[i] for name, column in columns.items()},
            )
            for i in range(size)
        )
    return offers
