"""Who would be told of a draft when, counted as matching and the mails themselves would do it."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.utils import timezone

from accounts.enums import Category, Frequency
from accounts.notifications import planning, queries, share
from accounts.notifications.planning import Wish
from portal.kit.limits import within_limit
from vacancies.enums import ApplicationStatus
from vacancies.matching import pairs, projection, silence
from vacancies.matching.notices import NewMatches
from vacancies.matching.pairs import Fitting
from vacancies.matching.panel import FEW
from vacancies.matching.rehearsal import Cell, Way, shown
from vacancies.matching.words import rehearsal as words
from vacancies.models import Application, Match, Muting, Vacancy

ASKED_AN_HOUR: Final = 120  # by one school


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What HR reads before a vacancy opens: numbers with the rest of their sentences.

    `fits`: None for fewer than five.
    """

    fits: int | None = None
    rows: tuple[tuple[int, str], ...] = ()
    is_limited: bool = False  # the school asked very often


def rehearsal_of(vacancy: Vacancy) -> Rehearsal:
    """Who would hear of it when, as far as HR may know."""
    school = str(vacancy.institution_id)
    if not within_limit("rehearsal", school, most=ASKED_AN_HOUR, seconds=3600):
        return Rehearsal(is_limited=True)
    found = shown(cells_of(vacancy), few=FEW)
    rows = [(line.people, words.sentence(line)) for line in found.lines]
    if found.others:
        rows.append((found.others, words.others(found)))
    return Rehearsal(found.fits, tuple(rows))


def cells_of(vacancy: Vacancy, now: datetime | None = None) -> Counter[Cell]:
    """How many would be told in which way if the vacancy opened at this moment; stores nothing."""
    now, people = now or timezone.now(), people_for(vacancy)
    reasons, heard = _silent(vacancy, people), _heard(vacancy)
    left = [one for one in people if one.professional_id not in heard and not one.is_stopped]
    wanted = queries.wishes_of([one.user_id for one in left], Category.MATCH)
    at_once = [user for user, wish in wanted.items() if wish.frequency == Frequency.AT_ONCE]
    full = share.full(NewMatches, vacancy.institution_id, at_once, now)
    cells: Counter[Cell] = Counter()
    for one in people:
        if one.professional_id in heard:
            cells[Cell(Way.HEARD)] += 1
        elif one.professional_id in reasons:
            cells[Cell(Way.SAID_NO, reason=reasons[one.professional_id])] += 1
        elif one.is_stopped:
            cells[Cell(Way.ON_SITE)] += 1
        else:
            cells[_cell(wanted[one.user_id], now, is_full=one.user_id in full)] += 1
    return cells


def people_for(vacancy: Vacancy) -> list[Fitting]:
    """Whom it fits today, the best first."""
    read = projection.vacancies_read(Vacancy.objects.filter(pk=vacancy.pk)).get()
    return pairs.fitting(projection.vacancy_facts(read))


def readers_for(vacancy: Vacancy) -> list[Fitting]:
    """Who of them would be told of it, the best first."""
    people = people_for(vacancy)
    untold = {*_silent(vacancy, people), *_heard(vacancy)}
    return [one for one in people if one.professional_id not in untold]


def _cell(wish: Wish, now: datetime, *, is_full: bool) -> Cell:
    if is_full:
        wish = wish._replace(frequency=Frequency.DAILY.value)
    plan = planning.plan(now, wish)
    if plan is None:
        return Cell(Way.ON_SITE)
    awake = planning.plan(now, wish._replace(paused_until=None))
    if awake != plan:
        return Cell(Way.RESTS)
    on = None if plan.rhythm == Frequency.AT_ONCE else timezone.localdate(plan.due_at)
    return Cell(Way(plan.rhythm), on)


def _silent(vacancy: Vacancy, people: Sequence[Fitting]) -> dict[int, str]:
    """Who said no to one like it, and why."""
    rules = silence.not_told_of(vacancy, [one.professional_id for one in people])
    reasons = dict(Muting.objects.filter(pk__in=set(rules.values())).values_list("pk", "reason"))
    return {person: reasons[rule] for person, rule in rules.items()}


def _heard(vacancy: Vacancy) -> Collection[int]:
    """Who heard of it when it was open before, or said yes to it: they are not told anew."""
    told = Match.objects.filter(vacancy=vacancy, notified_at__isnull=False)
    said_yes = Application.objects.filter(vacancy=vacancy).exclude(
        status=ApplicationStatus.WITHDRAWN
    )
    return {
        *told.values_list("professional_id", flat=True),
        *said_yes.values_list("professional_id", flat=True),
    }
