"""Match, tell, and what people do with a match. Nobody else writes facts or matches."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from accounts.audit import actions as audit
from accounts.identity.permissions import Permission, allows
from accounts.identity.queries import membership_of
from accounts.models import Professional, User
from portal.kit.lifecycle import Lifecycle
from vacancies.enums import ApplicationStatus, DismissReason
from vacancies.enums import MatchState as State
from vacancies.matching import notices, pairs, projection, ways
from vacancies.matching.pairs import Refreshed
from vacancies.models import Application, CandidateFacts, Match, Vacancy, VacancyFacts

FRESH: Final = frozenset({State.SEEN, State.INTERESTED, State.DISMISSED})
LIFECYCLE: Final = Lifecycle(
    {
        State.NEW: FRESH | {State.NOTIFIED},
        State.NOTIFIED: FRESH,
        State.SEEN: frozenset({State.INTERESTED, State.DISMISSED}),
        State.DISMISSED: frozenset({State.SEEN, State.INTERESTED}),
        State.INTERESTED: frozenset({State.SEEN}),
    }
)


class NotCurrentError(Exception):
    """The pair no longer fits, or the professional put it aside."""


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


def mark_seen(matches: Iterable[Match]) -> int:
    """The professional had these on screen. How many that was news for."""
    keys = [match.pk for match in matches if match.state in (State.NEW, State.NOTIFIED)]
    rows = Match.objects.filter(pk__in=keys, state__in=[State.NEW, State.NOTIFIED])
    return rows.update(state=State.SEEN, seen_at=timezone.now())


@transaction.atomic
def dismiss(match: Match, *, reason: DismissReason, by: User) -> Match:
    """Put aside: it leaves the own list and HR's. Raises IllegalTransitionError after a yes."""
    match = _moved(match, State.DISMISSED, reason=reason)
    audit.record("match.dismissed", match, by=by, detail={"reason": str(reason)})
    return match


@transaction.atomic
def undismiss(match: Match, *, by: User) -> Match:
    """Take it back. Raises IllegalTransitionError when it was not put aside."""
    match = _moved(match, State.SEEN)
    audit.record("match.undismissed", match, by=by)
    return match


@transaction.atomic
def mark_interested(vacancy: Vacancy, professional: Professional, *, by: User) -> Match | None:
    """The professional says yes; without a match (one may apply anyway) there is nothing to do."""
    match = _pair(vacancy, professional).first()
    if match is None or match.state == State.INTERESTED:
        return match
    match = _moved(match, State.INTERESTED)
    audit.record("match.interested", match, by=by)
    return match


@transaction.atomic
def unmark_interested(vacancy: Vacancy, professional: Professional, *, by: User) -> Match | None:
    """The professional takes the yes back."""
    match = _pair(vacancy, professional).first()
    if match is None or match.state != State.INTERESTED:
        return match
    match = _moved(match, State.SEEN)
    audit.record("match.withdrawn", match, by=by)
    return match


@transaction.atomic
def invite(match: Match, *, by: User, part_mask: int = 0) -> Match:
    """HR asks somebody whose name it does not know; told once, twice is once.

    `part_mask`: the own day-parts of who is asked with others; all that the notice tells of them.
    Raises PermissionDenied for who may not, NotCurrentError when the pair no longer fits.
    """
    match = Match.objects.select_for_update(of=("self",)).get(pk=match.pk)
    member = membership_of(by)
    own = member is not None and member.institution_id == match.vacancy.institution_id
    if member is None or not own or not member.is_active:
        raise PermissionDenied
    if not allows(member.role, Permission.CANDIDATE_INVITE):
        raise PermissionDenied
    if not match.is_current or match.state == State.DISMISSED:
        raise NotCurrentError
    if match.invited_at is None:
        match.invited_at, match.invited_by = timezone.now(), by
        match.save(update_fields=["invited_at", "invited_by"])
        notices.invited(match, part_mask)
        audit.record("match.invited", match, by=by)
    return match


@transaction.atomic
def invite_team(parts: Sequence[tuple[Match, int]], *, by: User) -> int:
    """Invite all of a team or nobody, each for the own day-parts; how many had not heard yet.

    Who said yes already is left alone. Raises what `invite` raises, and for nobody at all too.
    """
    if not parts:
        raise NotCurrentError
    silent = [part for part in parts if part[0].state != State.INTERESTED]
    for match, part_mask in silent:
        invite(match, by=by, part_mask=part_mask)
    return sum(match.invited_at is None for match, _mask in silent)


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
        notices.tell_again(pairs.stored(facts))
    return done


@transaction.atomic
def _add(batch: Sequence[VacancyFacts]) -> Refreshed:
    keys = [facts.pk for facts in batch]
    VacancyFacts.objects.filter(pk__in=keys, is_matched=False).update(is_matched=True)
    done = Refreshed(added=pairs.add(batch))
    _tell(Match.objects.filter(vacancy__in=keys))
    return done


@transaction.atomic
def _match(facts: pairs.Facts) -> Refreshed:
    done = pairs.refresh(facts)
    _tell(pairs.stored(facts))
    if done.updated:
        notices.tell_again(pairs.stored(facts))
    type(facts).objects.filter(pk=facts.pk, is_matched=False).update(is_matched=True)
    return done


def _tell(matches: QuerySet[Match]) -> None:
    """Who said yes before it was a match need not hear of it."""
    news = matches.filter(is_current=True, state=State.NEW, notified_at__isnull=True)
    said_yes = Application.objects.exclude(status=ApplicationStatus.WITHDRAWN).filter(
        vacancy=OuterRef("vacancy"), professional=OuterRef("professional")
    )
    news.filter(Exists(said_yes)).update(state=State.INTERESTED)
    keys = list(news.values_list("pk", flat=True))
    if keys:
        notices.tell_of(news)
        news.update(state=State.NOTIFIED, notified_at=timezone.now())


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


def _pair(vacancy: Vacancy, professional: Professional) -> QuerySet[Match]:
    return Match.objects.filter(vacancy=vacancy, professional=professional)


def _moved(match: Match, state: State, *, reason: DismissReason | None = None) -> Match:
    match = Match.objects.select_for_update(of=("self",)).get(pk=match.pk)
    LIFECYCLE.require(match.state, state)
    match.state, match.dismiss_reason = state, reason or ""
    match.decided_at = None if state == State.SEEN else timezone.now()
    match.seen_at = match.seen_at or timezone.now()
    match.save(update_fields=["state", "dismiss_reason", "decided_at", "seen_at"])
    return match
