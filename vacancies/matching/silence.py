"""Which matches are not told, and by which rule: a no learnt from (`Muting`), read by the thousand.

Nobody has a rule: one query. Only the pairs of people with rules are looked at further.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any, Final

from django.db.models import Q, QuerySet
from django.utils import timezone

from accounts.models import Professional, ProfessionalCompetence
from portal.kit.geo import nearest_m
from vacancies.enums import DismissReason, PayScale, RequirementKind, Strength
from vacancies.matching import projection
from vacancies.matching.muting import Pair, Rule, silencer
from vacancies.models import CandidateFacts, Match, Muting, Requirement, Vacancy, VacancyFacts
from vacancies.models.facts import LOST, NOWHERE

SCALES: Final = list(PayScale.values)
SIDES: Final = (
    *("pk", "vacancy_id", "professional_id", "vacancy__pay_scale_max"),
    *(f"vacancy__facts__{one}" for one in ("x1", "y1", "x2", "y2", "x3", "y3")),
    *("professional__facts__x", "professional__facts__y"),
    *("vacancy__facts__day_parts_mask", "professional__facts__day_parts_mask"),
    *("vacancy__facts__domains_mask", "professional__facts__domains_mask"),
)
NONE: Final[frozenset[int]] = frozenset()
Skills = dict[int, frozenset[int]]


def active(on_people: Any) -> QuerySet[Muting]:
    """The rules of these people that count today, the oldest first."""
    lasting = Q(until=None) | Q(until__gt=timezone.localdate())
    return Muting.objects.filter(lasting, professional__in=on_people).order_by("pk")


def own_rules(professional: Professional) -> QuerySet[Muting]:
    """All rules of one person, also those that ended."""
    return Muting.objects.filter(professional=professional).select_related("match", "professional")


def silenced(matches: QuerySet[Match]) -> dict[int, int]:
    """Of these matches those that are not told today, each with the rule (by key) that keeps it."""
    rules = rules_of(active(matches.order_by().values("professional")))
    if not rules:
        return {}
    today, pairs = timezone.localdate(), pairs_of(matches.filter(professional__in=set(rules)))
    found = {pk: silencer(rules[person], pair, today=today) for pk, (person, pair) in pairs.items()}
    return {pk: rule.key for pk, rule in found.items() if rule}


def silencer_of(match: Match) -> Muting | None:
    """The rule that keeps this match untold today."""
    key = silenced(Match.objects.filter(pk=match.pk)).get(match.pk)
    return Muting.objects.select_related("match__vacancy").get(pk=key) if key else None


def not_told_of(vacancy: Vacancy, people: Collection[int]) -> dict[int, int]:
    """Who of these professionals would not be told of this vacancy, which may be a draft: by rule."""
    rules = rules_of(active(list(people)))
    if not rules:
        return {}
    facts, today = projection.vacancy_facts(vacancy), timezone.localdate()
    asked, held = _asked([vacancy.pk])[vacancy.pk], _held(set(rules))
    found = {}
    for person in CandidateFacts.objects.filter(pk__in=set(rules)):
        pair = _pair(
            _columns(facts, person), vacancy.pay_scale_max, asked & held.get(person.pk, NONE)
        )
        if rule := silencer(rules[person.pk], pair, today=today):
            found[person.pk] = rule.key
    return found


def rules_of(mutings: Iterable[Muting]) -> dict[int, list[Rule]]:
    """The rules by professional."""
    found: dict[int, list[Rule]] = defaultdict(list)
    for muting in mutings:
        found[muting.professional_id].append(rule_of(muting))
    return dict(found)


def rule_of(muting: Muting) -> Rule:
    value = {
        DismissReason.TOO_FAR: muting.distance_m,
        DismissReason.WRONG_TIME: muting.day_parts_mask,
        DismissReason.WRONG_TRADE: muting.domains_mask,
        DismissReason.PAY: _rank(muting.pay_scale),
        DismissReason.NOT_NOW: 0,
    }[DismissReason(muting.reason)]
    return Rule(muting.pk, muting.reason, value or 0, frozenset(muting.competences), muting.until)


def row_of(rule: Rule, match: Match) -> Muting:
    """A rule to store, learnt from this match."""
    return Muting(
        professional_id=match.professional_id,
        match=match,
        reason=rule.reason,
        distance_m=rule.value if rule.reason == DismissReason.TOO_FAR else None,
        day_parts_mask=rule.value if rule.reason == DismissReason.WRONG_TIME else None,
        domains_mask=rule.value if rule.reason == DismissReason.WRONG_TRADE else None,
        competences=sorted(rule.skills),
        pay_scale=SCALES[rule.value] if rule.reason == DismissReason.PAY else "",
        until=rule.until,
    )


def pair_of(match: Match) -> Pair:
    """What the rules read of this match."""
    return pairs_of(Match.objects.filter(pk=match.pk))[match.pk][1]


def pairs_of(matches: QuerySet[Match]) -> dict[int, tuple[int, Pair]]:
    """By match the professional and what the rules read, in three queries."""
    rows = list(matches.order_by().values_list(*SIDES))
    asked, held = _asked({row[1] for row in rows}), _held({row[2] for row in rows})
    return {
        pk: (person, _pair(columns, scale, asked[vacancy] & held.get(person, NONE)))
        for pk, vacancy, person, scale, *columns in rows
    }


def _columns(vacancy: VacancyFacts, person: CandidateFacts) -> list[int | None]:
    return [
        *(vacancy.x1, vacancy.y1, vacancy.x2, vacancy.y2, vacancy.x3, vacancy.y3),
        *(person.x, person.y),
        *(vacancy.day_parts_mask, person.day_parts_mask),
        *(vacancy.domains_mask, person.domains_mask),
    ]


def _pair(columns: list[int | None], scale: str, skills: frozenset[int]) -> Pair:
    *spots, x, y, asked, free, trades, own = (one or 0 for one in columns)
    told = None not in columns and NOWHERE not in spots and x != LOST
    metres = nearest_m(x, y, [(spots[n], spots[n + 1]) for n in (0, 2, 4)]) if told else None
    return Pair(metres, asked & free, trades & own, skills, _rank(scale))


def _rank(scale: str) -> int:
    return SCALES.index(scale) if scale in SCALES else -1


def _asked(vacancies: Collection[int]) -> Skills:
    """The competences asked as a must or a wish, by vacancy."""
    rows = Requirement.objects.filter(
        vacancy__in=vacancies,
        kind=RequirementKind.COMPETENCE,
        strength__in=[Strength.MUST, Strength.WISH],
    )
    found = _sets(rows.order_by().values_list("vacancy_id", "competence_id"))
    return {pk: found.get(pk, NONE) for pk in vacancies}


def _held(people: Collection[int]) -> Skills:
    rows = ProfessionalCompetence.objects.filter(professional__in=people)
    return _sets(rows.order_by().values_list("professional_id", "competence_id"))


def _sets(rows: Iterable[tuple[int, int | None]]) -> Skills:
    found: dict[int, set[int]] = defaultdict(set)
    for key, one in _known(rows):
        found[key].add(one)
    return {key: frozenset(ones) for key, ones in found.items()}


def _known(rows: Iterable[tuple[int, int | None]]) -> Iterator[tuple[int, int]]:
    return ((key, one) for key, one in rows if one is not None)
