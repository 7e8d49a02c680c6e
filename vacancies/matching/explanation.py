"""Why a pair fits or not: every demand with its outcome, its points and a sentence.

Made by the same criteria as the matches, afresh for any pair, so the two never disagree.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import isqrt
from typing import Final

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accounts.models import Competence, Professional
from accounts.profiles.checklist import STEP_OF
from vacancies.enums import RequirementKind, Strength
from vacancies.matching import facts, words
from vacancies.matching.criteria import CRITERIA, fits
from vacancies.matching.demands import Criterion
from vacancies.matching.measures import nearest_square
from vacancies.matching.scoring import RULE_VERSION, WEIGHTS, points
from vacancies.matching.sides import Ask, Offer
from vacancies.matching.ways import Ways
from vacancies.matching.words.case import LEARN, MET, MISSING, PARTLY, UNKNOWN
from vacancies.models import Vacancy
from vacancies.models.facts import LOST, NOWHERE

TELLING: Final = (  # what a row or a mail shows first
    "day_parts",
    "competence",
    "distance",
    "route",
    "experience",
    "level",
    "domain",
    "language",
    "fixed_day_parts",
    "hours",
    "period",
    "function",
    "employment",
)
PARTLY_MET: Final = frozenset({"day_parts", "route"})  # they hold, and yet there may be more
KIND_OF: Final = {
    "level": RequirementKind.LEVEL,
    "experience": RequirementKind.EXPERIENCE,
    "language": RequirementKind.LANGUAGE,
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One demand: its outcome and the sentence about it; shown by `components/reasons.html`."""

    key: str
    strength: str
    state: str
    won: int
    of: int
    text: str
    fact: str
    hr_text: str
    hr_fact: str
    is_asked: bool = True
    url: str = ""
    action: str = ""

    @property
    def for_hr(self) -> "Reason":
        """The same, told to the school."""
        return replace(self, text=self.hr_text, fact=self.hr_fact, url="", action="")

    @property
    def sentence(self) -> str:
        """The text as a sentence of its own, with a capital."""
        return capfirst(self.text)


@dataclass(frozen=True, slots=True)
class Explanation:
    """A pair explained: all demands, the score they add up to, and the week."""

    fits: bool
    score: int
    rule_version: int
    reasons: tuple[Reason, ...]
    asked_mask: int
    free_mask: int
    distance_m: int | None

    @property
    def overlap_mask(self) -> int:
        return self.asked_mask & self.free_mask

    @property
    def musts(self) -> tuple[Reason, ...]:
        return self._of(Strength.MUST)

    @property
    def wishes(self) -> tuple[Reason, ...]:
        return self._of(Strength.WISH)

    @property
    def learns(self) -> tuple[Reason, ...]:
        return self._of(Strength.LEARN)

    @property
    def blocking(self) -> tuple[Reason, ...]:
        """The musts that do not hold: why this pair is no match."""
        return tuple(one for one in self.musts if one.state in (MISSING, UNKNOWN))

    def best(self, count: int = 3) -> tuple[Reason, ...]:
        """What is worth showing in a row: what blocks, one wish that is not met, then what fits."""
        asked = sorted(
            (one for one in self.reasons if one.is_asked and one.state != LEARN),
            key=lambda one: TELLING.index(one.key),
        )
        met = [one for one in asked if one.state in (MET, PARTLY) and one.won]
        lacking = [one for one in asked if one not in met]
        chosen = [*self.blocking, *[one for one in lacking if one not in self.blocking][:1]][:count]
        chosen += met[: count - len(chosen)]
        return tuple(sorted(chosen, key=lambda one: (one in lacking, TELLING.index(one.key))))

    def _of(self, strength: str) -> tuple[Reason, ...]:
        return tuple(one for one in self.reasons if one.is_asked and one.strength == strength)


def explanation_of(vacancy: Vacancy, professional: Professional, routes: Ways) -> Explanation:
    """Both sides read with what `queries` prefetches: no query of its own.

    Who may be matched at all has facts; that is how a profile that is not shown is known here.
    """
    return explained(vacancy, professional, facts.offer_of(professional, routes))


def explained(vacancy: Vacancy, professional: Professional, offer: Offer) -> Explanation:
    """The same for an offer that may differ from the one stored: what if?"""
    ask = facts.ask_of(vacancy)
    reasons = tuple(_reasons(vacancy, professional, ask, offer))
    far = NOWHERE in (ask.x1, ask.y1) or offer.x == LOST
    return Explanation(
        fits=vacancy.is_open and hasattr(professional, "facts") and fits(ask, offer),
        score=sum(reason.won for reason in reasons),
        rule_version=RULE_VERSION,
        reasons=reasons,
        asked_mask=ask.day_parts_mask,
        free_mask=offer.day_parts_mask,
        distance_m=None if far else isqrt(nearest_square(ask, offer)),
    )


def _reasons(
    vacancy: Vacancy, professional: Professional, ask: Ask, offer: Offer
) -> Iterator[Reason]:
    for criterion in CRITERIA:
        if criterion.key == "competence":
            yield from _competence_reasons(vacancy, criterion, ask, offer)
        else:
            yield _reason(vacancy, professional, criterion, ask, offer)


def _reason(
    vacancy: Vacancy, professional: Professional, criterion: Criterion, ask: Ask, offer: Offer
) -> Reason:
    strength, is_asked = _strength(vacancy, criterion, ask)
    won = points(criterion, ask, offer)
    case = words.Case(
        vacancy=vacancy,
        professional=professional,
        ask=ask,
        offer=offer,
        state=_state(criterion, ask, offer, strength, won),
        is_asked=is_asked,
        is_wish=strength == Strength.WISH,
    )
    said = words.SENTENCES[criterion.key](case)
    return _filled(
        criterion.key, strength, case.state, (won, WEIGHTS[criterion.key]), said, is_asked
    )


def _state(criterion: Criterion, ask: Ask, offer: Offer, strength: str, won: int) -> str:
    if strength == Strength.LEARN:
        return LEARN
    if criterion.holds(ask, offer):
        partly = criterion.key in PARTLY_MET and won < WEIGHTS[criterion.key]
        return PARTLY if partly else MET
    return UNKNOWN if criterion.not_told(ask, offer) else MISSING


def _strength(vacancy: Vacancy, criterion: Criterion, ask: Ask) -> tuple[str, bool]:
    """How hard the demand is, and whether the vacancy makes it at all."""
    if criterion.always:
        return Strength.MUST, criterion.key != "fixed_day_parts" or ask.fixed_mask != 0
    for row in vacancy.requirements.all():
        if row.kind == KIND_OF[criterion.key]:
            return row.strength, True
    return Strength.WISH, False


def _competence_reasons(
    vacancy: Vacancy, criterion: Criterion, ask: Ask, offer: Offer
) -> Iterator[Reason]:
    """One reason a strength; what is asked of none is one reason too, for its points."""
    shares = _competence_points(points(criterion, ask, offer), ask, offer)
    if not ask.competence_musts + ask.competence_wishes:
        said = words.no_competences()
        yield _filled("competence", Strength.WISH, MET, shares[Strength.WISH], said, False)
    for strength in (Strength.MUST, Strength.WISH, Strength.LEARN):
        asked = _competences(vacancy, strength)
        if asked:
            held = offer.competences & {one.pk for one in asked}
            state = _competence_state(strength, len(held), len(asked), offer)
            said = words.competences(state, asked, held)
            yield _filled("competence", strength, state, shares[strength], said, True)


def _competence_points(won: int, ask: Ask, offer: Offer) -> dict[str, tuple[int, int]]:
    """(points, of) for the musts and for the wishes; together exactly those of the criterion."""
    weight, total = WEIGHTS["competence"], max(1, ask.competence_musts + ask.competence_wishes)
    of_musts = weight * ask.competence_musts // total
    by_musts = weight * len(ask.must_competences & offer.competences) // total
    return {
        Strength.MUST: (by_musts, of_musts),
        Strength.WISH: (won - by_musts, weight - of_musts),
        Strength.LEARN: (0, 0),
    }


def _competence_state(strength: str, held: int, asked: int, offer: Offer) -> str:
    if strength == Strength.LEARN:
        return LEARN
    if held == asked:
        return MET
    if not offer.competences:
        return UNKNOWN
    return PARTLY if held and strength == Strength.WISH else MISSING


def _competences(vacancy: Vacancy, strength: str) -> list[Competence]:
    return [
        row.competence
        for row in vacancy.requirements.all()
        if row.competence is not None and row.strength == strength
    ]


def _filled(
    key: str,
    strength: str,
    state: str,
    won_of: tuple[int, int],
    said: words.Sentences,
    is_asked: bool,
) -> Reason:
    unknown = state == UNKNOWN
    return Reason(
        key=key,
        strength=strength,
        state=state,
        won=won_of[0],
        of=won_of[1],
        text=said.you,
        fact=said.fact,
        hr_text=said.hr,
        hr_fact=said.hr_fact,
        is_asked=is_asked,
        url=_where_to_tell(key) if unknown else "",
        action=_("Fill this in") if unknown else "",
    )


def _where_to_tell(key: str) -> str:
    return (
        reverse("credentials") if key == "route" else reverse("profile_step", args=[STEP_OF[key]])
    )
