"""Facts and matches made anew, and who is told of that."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from accounts.audit import actions as audit
from accounts.models import Professional
from vacancies.enums import MatchState as State
from vacancies.matching import pairs, projection, told, ways
from vacancies.matching.actions.telling import tell
from vacancies.matching.pairs import Refreshed
from vacancies.models import CandidateFacts, Match, Vacancy, VacancyFacts


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a rebuild found: rows of facts that differed, and what that did to the pairs."""

    facts_changed: int
    pairs: Refreshed


@transaction.atomic
def refresh_vacancy(vacancy: Vacancy) -> Refreshed:
    """Store the facts of a vacancy, match it, and tell whom it fits: all of it or none."""
    facts = projection.project_vacancy(vacancy)
    if facts is None:
        return _end(Match.objects.filter(vacancy=vacancy))
    return _match(facts)


@transaction.atomic
def refresh_professional(professional: Professional) -> Refreshed:
    """The same for one professional against all open vacancies."""
    facts = projection.project_professional(professional)
    if facts is None:
        return _end(Match.objects.filter(professional=professional))
    return _match(facts)


def rebuild_all() -> Rebuilt:
    """Make all facts anew, match every open vacancy, tell what is new. Twice is once."""
    found = projection.differences()
    projection.heal(found)
    return Rebuilt(len(found), _match_everything())


def rebuild_outdated() -> Rebuilt | None:
    """After an upgrade: make the facts anew before anything is matched by rows of the old make."""
    return rebuild_all() if projection.is_outdated() else None


def heal_matches() -> Refreshed:
    """Match what was projected and not matched; nothing to do costs two index look-ups."""
    people = CandidateFacts.objects.filter(is_matched=False)
    vacancies = VacancyFacts.objects.filter(is_matched=False)
    if people.count() > VacancyFacts.objects.count():
        return _match_everything()
    done = Refreshed()
    waiting: list[pairs.Facts] = [*vacancies, *people]
    for facts in waiting:
        done += _match(facts)
    return done


@transaction.atomic
def rebuild_routes(on: date | None = None) -> int:
    """Judge the routes of everybody anew, for what time alone changes; who differs is matched next.

    How many differed.
    """
    return ways.rewrite(CandidateFacts.objects.all(), on=on or timezone.localdate())


def check_projections() -> Rebuilt:
    """The nightly check: what differed is healed, and the audit says how much that was.

    Routes first: that a term ran out or a paper grew old is no difference to worry about.
    """
    by_time = rebuild_routes()
    rebuilt = rebuild_all()
    detail = {
        "by_time": by_time,
        "differences": rebuilt.facts_changed,
        "added": rebuilt.pairs.added,
        "dropped": rebuilt.pairs.dropped,
        "updated": rebuilt.pairs.updated,
    }
    audit.record("matching.checked", Match(pk=0), by=None, detail={**detail})
    return rebuilt


def _match_everything() -> Refreshed:
    waiting = list(CandidateFacts.objects.filter(is_matched=False).values_list("pk", flat=True))
    done = _end(
        Match.objects.filter(is_current=True).filter(
            Q(vacancy__facts__isnull=True) | Q(professional__facts__isnull=True)
        )
    )
    vacancies = list(VacancyFacts.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(vacancies), pairs.AT_ONCE):
        done += _match_vacancies(vacancies[start : start + pairs.AT_ONCE])
    for start in range(0, len(waiting), projection.BATCH):
        batch = waiting[start : start + projection.BATCH]
        CandidateFacts.objects.filter(pk__in=batch).update(is_matched=True)
    return done


def _match_vacancies(keys: Sequence[int]) -> Refreshed:
    """In two steps: who adds many new pairs at once holds none that others may be changing."""
    batch = list(VacancyFacts.objects.filter(pk__in=keys).order_by("pk"))
    done = Refreshed()
    for facts in pairs.with_pairs(batch):
        done += _settle(facts)
    return done + _add(batch)


@transaction.atomic
def _settle(facts: VacancyFacts) -> Refreshed:
    done = pairs.settle(facts)
    if done.updated:
        told.back(pairs.stored(facts))
    return done


@transaction.atomic
def _add(batch: Sequence[VacancyFacts]) -> Refreshed:
    keys = [facts.pk for facts in batch]
    VacancyFacts.objects.filter(pk__in=keys, is_matched=False).update(is_matched=True)
    done = Refreshed(added=pairs.add(batch))
    tell(Match.objects.filter(vacancy__in=keys))
    return done


@transaction.atomic
def _match(facts: pairs.Facts) -> Refreshed:
    done = pairs.refresh(facts)
    if done.updated:
        told.back(pairs.stored(facts))
    tell(pairs.stored(facts))
    type(facts).objects.filter(pk=facts.pk, is_matched=False).update(is_matched=True)
    return done


@transaction.atomic
def _end(matches: QuerySet[Match]) -> Refreshed:
    """One side is gone: forget who was never told, keep the others as no longer current. Whoever
    is still writing a profile has no pairs, and this runs at every step of it."""
    if not matches.exists():
        return Refreshed()
    keys = matches.values("pk")
    never_told = Match.objects.filter(
        pk__in=keys, state=State.NEW, notified_at=None, seen_at=None, invited_at=None
    )
    dropped, _rows = never_told.delete()
    return Refreshed(dropped=dropped + pairs.shelve(matches))
