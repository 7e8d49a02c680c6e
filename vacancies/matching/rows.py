"""Matches as the pages show them: a page of rows with their reasons, in a constant number of
queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Professional
from accounts.profiles import queries as profiles
from accounts.profiles.queries import PublicProfile
from portal.kit.dayparts import count
from vacancies.enums import MatchState
from vacancies.matching import queries
from vacancies.matching.explanation import Explanation, Reason
from vacancies.matching.tokens import Answer, answer_path
from vacancies.models import Application, Match, Vacancy

TOP_REASONS = 3


class Shown(StrEnum):
    """Which of my matches the list shows."""

    ALL = "alles"
    NEW = "nieuw"
    SHARED = "samen"
    ASIDE = "opzij"

    @classmethod
    def of(cls, text: str) -> "Shown":
        """The choice with this name; anything else shows all."""
        return cls(text) if text in set(cls) else cls.ALL


@dataclass(frozen=True)
class Tab:
    """A choice above the list; `count` is filled in by the page."""

    key: str
    label: str
    current: bool


@dataclass(frozen=True)
class MatchRow:
    """One match of a professional with what the row says."""

    match: Match
    explanation: Explanation
    note: str
    fit: str
    place: str
    reasons: tuple[Reason, ...]

    @property
    def asks(self) -> bool:
        """Whether we ask if it is relevant: once, the first time it is on screen."""
        return self.match.state in (MatchState.NEW, MatchState.NOTIFIED)

    @property
    def yes_path(self) -> str:
        return answer_path(self.match.pk, Answer.YES)

    @property
    def no_path(self) -> str:
        return answer_path(self.match.pk, Answer.NO)


@dataclass(frozen=True)
class CandidateRow:
    """One candidate of a vacancy: no name, no contact."""

    match: Match
    explanation: Explanation
    profile: PublicProfile
    fit: str
    reasons: tuple[Reason, ...]
    interested: bool


@dataclass(frozen=True)
class Group:
    """Demands of one strength with their outcome."""

    title: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class ScoreLine:
    """What one criterion gave of what it can give."""

    label: str
    won: int
    of: int


def matches_shown(professional: Professional, shown: Shown) -> QuerySet[Match]:
    """The matches of a choice, ordered."""
    if shown == Shown.ASIDE:
        return queries.dismissed_matches_of(professional)
    matches = queries.matches_of(professional)
    if shown == Shown.NEW:
        return matches.filter(state__in=[MatchState.NEW, MatchState.NOTIFIED])
    if shown == Shown.SHARED:
        return matches.filter(vacancy__may_be_shared=True)
    return matches


def counts(professional: Professional) -> dict[str, int]:
    """How many matches there are, and how many were put aside."""
    return {
        "all": queries.matches_of(professional).count(),
        "aside": queries.dismissed_matches_of(professional).count(),
    }


def tabs(shown: Shown) -> list[Tab]:
    labels = {
        Shown.ALL: _("Everything that fits"),
        Shown.NEW: _("Only new"),
        Shown.SHARED: _("Together with others"),
        Shown.ASIDE: _("Not for me"),
    }
    return [Tab(str(key), label, key == shown) for key, label in labels.items()]


def match_rows(matches: Sequence[Match]) -> list[MatchRow]:
    explained = queries.explain_many(matches)
    return [
        MatchRow(
            match=match,
            explanation=explained[match.pk],
            note=_note(match),
            fit=fit_of(explained[match.pk]),
            place=place_of(match.vacancy, explained[match.pk]),
            reasons=explained[match.pk].best(TOP_REASONS),
        )
        for match in matches
    ]


def candidate_rows(matches: Sequence[Match]) -> list[CandidateRow]:
    explained = queries.explain_many(matches)
    cards = profiles.public_profiles([match.professional for match in matches])
    return [
        CandidateRow(
            match=match,
            explanation=explained[match.pk],
            profile=card,
            fit=fit_of(explained[match.pk]),
            reasons=tuple(reason.for_hr for reason in explained[match.pk].best(TOP_REASONS)),
            interested=match.state == MatchState.INTERESTED,
        )
        for match, card in zip(matches, cards, strict=True)
    ]


def groups(explanation: Explanation, *, for_hr: bool = False) -> list[Group]:
    """The demands in three groups; empty groups are left out."""
    titled = (
        (_("This is a must"), explanation.musts),
        (_("This is a wish"), explanation.wishes),
        (_("This is learnt here"), explanation.learns),
    )
    return [
        Group(title, tuple(reason.for_hr if for_hr else reason for reason in reasons))
        for title, reasons in titled
        if reasons
    ]


def score_lines(explanation: Explanation) -> list[ScoreLine]:
    """The score built up part by part; parts that can give nothing are left out."""
    labels = {line.key: line.label for line in queries.score_table()}
    parts: dict[str, tuple[int, int]] = {}
    for reason in explanation.reasons:
        won, of = parts.get(reason.key, (0, 0))
        parts[reason.key] = (won + reason.won, of + reason.of)
    return [ScoreLine(str(labels.get(k, k)), won, of) for k, (won, of) in parts.items() if of]


def application_of(match: Match) -> Application | None:
    """The yes of this person, when there is one: then the name may be seen."""
    return Application.objects.filter(
        vacancy_id=match.vacancy_id, professional_id=match.professional_id
    ).first()


def _note(match: Match) -> str:
    if match.state == MatchState.INTERESTED:
        return _("You said yes")
    if match.invited_at:
        return _("The school invites you")
    if match.state in (MatchState.NEW, MatchState.NOTIFIED):
        return _("New")
    return _("Together with others") if match.vacancy.may_be_shared else ""


def fit_of(explanation: Explanation) -> str:
    """How many of the asked day-parts are free, in words."""
    asked = count(explanation.asked_mask)
    words = ngettext("%(fit)d of %(n)d day-part", "%(fit)d of %(n)d day-parts", asked)
    return words % {"fit": count(explanation.overlap_mask), "n": asked}


def place_of(vacancy: Vacancy, explanation: Explanation) -> str:
    """School, places and distance in one line."""
    places = [location.place.name for location in vacancy.locations.all()]
    parts = [vacancy.institution.name, *dict.fromkeys(places)]
    if explanation.distance_m is not None:
        parts.append(f"{round(explanation.distance_m / 1000)}\u00a0km")
    return ", ".join(parts)
