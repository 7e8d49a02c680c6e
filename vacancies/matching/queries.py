"""Who fits what, in order, and why. What HR reads here holds no name and no address."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncDate
from django.utils.functional import Promise

from accounts.models import Professional, User
from vacancies.enums import MatchState, VacancyStatus
from vacancies.matching import words
from vacancies.matching.explanation import Explanation, explanation_of
from vacancies.matching.projection import professionals_read, vacancies_read
from vacancies.matching.scoring import WEIGHTS
from vacancies.matching.ways import ways_of
from vacancies.models import Match, Vacancy

UNSHOWN = ("vacancy__body", "vacancy__after_closing", "vacancy__approved_snapshot")


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """A row of the published table."""

    key: str
    label: str | Promise
    how: str | Promise
    weight: int


def matches_of(professional: Professional) -> QuerySet[Match]:
    """What fits today and was not put aside: best first, then the newest vacancy."""
    return _own(professional).exclude(state=MatchState.DISMISSED).filter(is_current=True)


def dismissed_matches_of(professional: Professional) -> QuerySet[Match]:
    """What fits today and was put aside."""
    return _own(professional).filter(state=MatchState.DISMISSED, is_current=True)


def matches_visible_to(user: User) -> QuerySet[Match]:
    """The own matches of whoever signed in, also those that no longer fit."""
    rows = Match.objects.filter(professional__user=user)
    return rows.select_related("vacancy__institution", "professional").defer(*UNSHOWN)


def match_to_answer(pk: int) -> Match | None:
    """The match of a signed link; its reader need not have signed in."""
    rows = Match.objects.filter(pk=pk).defer(*UNSHOWN)
    return rows.select_related("vacancy__institution", "professional__user").first()


def match_of(vacancy: Vacancy, professional: Professional) -> Match | None:
    """The stored pair, also when it no longer fits."""
    return Match.objects.filter(vacancy=vacancy, professional=professional).first()


def shown_vacancies() -> QuerySet[Vacancy]:
    """What anybody could read: open, paused for a while, or closed."""
    shown = (VacancyStatus.PUBLISHED, VacancyStatus.PAUSED, VacancyStatus.CLOSED)
    return Vacancy.objects.filter(status__in=shown).select_related("institution")


def own_vacancies(user: User) -> QuerySet[Vacancy]:
    """The vacancies whose candidates a colleague may see."""
    return Vacancy.objects.visible_to(user).select_related("institution")


def candidates_of(vacancy: Vacancy) -> QuerySet[Match]:
    """Who fits today and did not put it aside: best first, then the freshest profile."""
    rows = Match.objects.filter(vacancy=vacancy, is_current=True)
    return (
        rows.exclude(state=MatchState.DISMISSED)
        .select_related("professional", "vacancy__institution")
        .defer("professional__phone", *UNSHOWN)
        .prefetch_related("vacancy__locations__place")
        .order_by("-score", "-professional__refreshed_at", "pk")
    )


def candidate_counts(vacancies: Iterable[Vacancy]) -> dict[int, int]:
    """How many people fit each vacancy today, by its key."""
    keys = [vacancy.pk for vacancy in vacancies]
    rows = Match.objects.filter(vacancy__in=keys, is_current=True)
    rows = rows.exclude(state=MatchState.DISMISSED).order_by()
    found = rows.values("vacancy_id").annotate(n=Count("pk")).values_list("vacancy_id", "n")
    return dict.fromkeys(keys, 0) | dict(found)


def new_on(vacancies: Iterable[int]) -> dict[tuple[int, date], int]:
    """How many of today's matches began on which day, by vacancy."""
    rows = Match.objects.filter(vacancy__in=set(vacancies), is_current=True).order_by()
    rows = rows.exclude(state=MatchState.DISMISSED)
    counted = rows.annotate(day=TruncDate("matched_at")).values_list("vacancy_id", "day")
    return {(pk, day): n for pk, day, n in counted.annotate(n=Count("pk"))}


def explain(vacancy: Vacancy, professional: Professional) -> Explanation:
    """Why these two fit or not, computed afresh; any pair, in any state."""
    person = _with_everything([professional.pk]).get()
    read = vacancies_read(Vacancy.objects.filter(pk=vacancy.pk)).get()
    return explanation_of(read, person, ways_of([person])[person.pk])


def explain_many(matches: Iterable[Match]) -> dict[int, Explanation]:
    """The same for the matches of a page, in a constant number of queries."""
    rows = list(matches)
    keys = {match.vacancy_id for match in rows}
    vacancies = {one.pk: one for one in vacancies_read(Vacancy.objects.filter(pk__in=keys))}
    people = {one.pk: one for one in _with_everything(match.professional_id for match in rows)}
    routes = ways_of(people.values())
    return {
        match.pk: explanation_of(vacancies[match.vacancy_id], people[pk], routes[pk])
        for match in rows
        for pk in [match.professional_id]
    }


def score_table() -> tuple[ScoreLine, ...]:
    """What counts for how much, as published."""
    said: Mapping[str, tuple[str | Promise, str | Promise]] = words.SCORE_WORDS
    return tuple(ScoreLine(key, *said[key], weight) for key, weight in WEIGHTS.items())


def _own(professional: Professional) -> QuerySet[Match]:
    return (
        Match.objects.filter(professional=professional)
        .select_related("vacancy__institution")
        .defer(*UNSHOWN)
        .prefetch_related("vacancy__locations__place")
        .by_score()
    )


def _with_everything(keys: Iterable[int]) -> QuerySet[Professional]:
    found = Professional.objects.filter(pk__in=set(keys)).defer("phone")
    return (
        professionals_read(found)
        .select_related("facts", "place", "availability")
        .prefetch_related("competences", "hidden_from")
    )
