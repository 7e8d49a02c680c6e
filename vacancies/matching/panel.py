"""What HR sees of reach while writing: counts, never people, and never a count under five."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from django.core.cache import cache
from django.db.models import Prefetch, prefetch_related_objects
from django.utils import timezone

from accounts.models import Competence, Location
from portal.kit.limits import within_limit
from vacancies.enums import RequirementKind, Strength
from vacancies.matching import projection, reaching
from vacancies.matching.criteria import BITS
from vacancies.matching.reach import Change, Reach, Row, sum_up
from vacancies.matching.scoring import RULE_VERSION
from vacancies.matching.surroundings import Nearby, nearby_of
from vacancies.matching.words import changes
from vacancies.matching.words.changes import Said, Written
from vacancies.models import VacancyFacts
from vacancies.models.facts import NEVER, NOWHERE
from vacancies.posting.hooks import Typed

FEW: Final = 5  # fewer people than this are not told apart
KEPT_SECONDS: Final = 15 * 60
QUESTIONS_AN_HOUR: Final = 150  # of one school; the same question again is free
MOST_LINES: Final = 5
PER_DEMAND: Final = 2
SPOTS: Final = Prefetch("locations", Location.objects.select_related("place"))


@dataclass(frozen=True, slots=True)
class Line:
    """One change: what it would be, what it brings, and the button or the page for it."""

    title: str
    action: str
    code: str
    url: str
    now: int
    gain: int
    more: int | None  # None: fewer than five
    then: int | None


@dataclass(frozen=True, slots=True)
class Together:
    """The best two changes at once."""

    titles: tuple[str, str]
    then: int
    code: str


@dataclass(frozen=True, slots=True)
class Panel:
    """None stands for a number under five."""

    fits: int | None = None
    seekers: int | None = None
    beyond: int | None = None
    lines: tuple[Line, ...] = ()
    most: int = 1
    together: Together | None = None
    left_out: tuple[str, ...] = ()
    nearby: Nearby | None = None  # what other schools ask: public, so counted to the last one
    is_early: bool = False  # without a function and a domain there is nothing to count
    is_limited: bool = False


def panel_of(typed: Typed) -> Panel:
    """The panel for a vacancy as it is typed now."""
    prefetch_related_objects([typed.vacancy], "domains", SPOTS)
    facts = projection.vacancy_facts(typed.vacancy, typed.requirements)
    if not facts.function_mask or not facts.domains_mask:
        return Panel(is_early=True)
    return replace(_counts(typed, facts), nearby=nearby_of(facts))


def _counts(typed: Typed, facts: VacancyFacts) -> Panel:
    unsaid = _unsaid(facts)
    facts.must_mask &= ~sum(BITS[key] for key in unsaid)
    musts = _musts(typed)
    rows = _counted(facts, [one.pk for one in musts])
    if rows is None:
        return Panel(is_limited=True)
    written = Written(typed.vacancy, facts, tuple(musts))
    return _panel(sum_up(rows), written, tuple(changes.unsaid(key) for key in unsaid))


def _musts(typed: Typed) -> list[Competence]:
    asked = [
        row.competence
        for row in typed.requirements
        if row.kind == RequirementKind.COMPETENCE and row.strength == Strength.MUST
    ]
    return sorted((one for one in asked if one is not None), key=lambda one: one.pk)


def _unsaid(facts: VacancyFacts) -> list[str]:
    """Demands that always decide and of which the vacancy says nothing yet."""
    said = {
        "day_parts": facts.day_parts_mask != 0,
        "hours": facts.hours_max > 0,
        "period": facts.starts_on != NEVER,
        "distance": facts.x1 != NOWHERE,
        "route": facts.routes_mask != 0,
        "employment": facts.employment_mask != 0,
    }
    return [key for key, is_said in said.items() if not is_said]


def _counted(facts: VacancyFacts, musts: Sequence[int]) -> list[Row] | None:
    """The groups; the same question within a while gets the same answer. None: too many asked."""
    key = _key(facts, musts)
    rows: list[Row] | None = cache.get(key)
    if rows is None:
        school = str(facts.institution_id)
        if not within_limit("reach", school, most=QUESTIONS_AN_HOUR, seconds=3600):
            return None
        rows = reaching.groups(facts, musts)
        cache.set(key, rows, KEPT_SECONDS)
    return rows


def _key(facts: VacancyFacts, musts: Sequence[int]) -> str:
    left = {"vacancy_id", "fresh_on", "is_matched"}
    asked = [
        (one.attname, getattr(facts, one.attname))
        for one in facts._meta.concrete_fields
        if one.attname not in left
    ]
    text = repr((RULE_VERSION, timezone.localdate(), asked, list(musts)))
    return f"reach:{hashlib.sha256(text.encode()).hexdigest()}"


def _panel(reach: Reach, written: Written, left_out: tuple[str, ...]) -> Panel:
    able = {*reach.gains, *(one for pair in reach.pairs for one in pair)}
    offered = {change: said for change in able if (said := changes.said_of(change, written))}
    chosen = _chosen(reach, offered)
    lines = tuple(_line(change, offered[change], reach) for change in chosen)
    return Panel(
        fits=told(reach.fits),
        seekers=told(reach.seekers),
        beyond=told(reach.beyond),
        lines=lines,
        most=max([1, *(line.now + line.gain for line in lines)]),
        together=_together(reach, offered),
        left_out=left_out,
    )


def told(people: int) -> int | None:
    return people if people >= FEW else None


def _chosen(reach: Reach, offered: dict[Change, Said]) -> list[Change]:
    """The biggest gains, at most two of one demand; small ones keep the order of the demands."""
    order = list(BITS)
    gains = reach.gains
    ranked = sorted(
        (one for one in offered if one in gains),
        key=lambda one: (
            -(told(gains[one]) or 0),
            order.index(one.criterion),
            one.variant == "",
            one.variant,
            one.number,
        ),
    )
    chosen: list[Change] = []
    for change in ranked:
        same = [one for one in chosen if one.criterion == change.criterion]
        if len(same) < PER_DEMAND and gains[change] not in [gains[one] for one in same]:
            chosen.append(change)
    return chosen[:MOST_LINES]


def _line(change: Change, said: Said, reach: Reach) -> Line:
    more, fits = told(reach.gains[change]), told(reach.fits)
    return Line(
        title=said.title,
        action=said.action,
        code=said.code,
        url=said.url,
        now=fits or FEW - 1,
        gain=more or FEW - 1,
        more=more,
        then=fits + more if fits is not None and more is not None else None,
    )


def _together(reach: Reach, offered: dict[Change, Said]) -> Together | None:
    """Only where two do clearly more than the better one of them alone."""
    able = [
        (people, sum(one.variant != "" for one in pair), pair)
        for pair, people in reach.pairs.items()
        if all(one in offered and offered[one].code for one in pair)
    ]
    if not able:
        return None
    people, _softer, pair = max(able, key=lambda one: (one[:2], [str(way) for way in one[2]]))
    alone = max(reach.gains.get(one, 0) for one in pair)
    if people - alone < FEW:
        return None
    first, second = (offered[one] for one in pair)
    return Together((first.title, second.title), reach.fits + people, f"{first.code}+{second.code}")
