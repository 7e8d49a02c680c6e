"""What the professional does with a match, and what a no teaches about the next ones."""

from collections.abc import Iterable
from typing import Final

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from accounts.audit import actions as audit
from accounts.audit.queries import timeline
from accounts.models import Professional, User
from accounts.notifications.actions import mark_read
from portal.kit.lifecycle import Lifecycle
from vacancies.enums import DismissReason
from vacancies.enums import MatchState as State
from vacancies.matching import queries, silence, told
from vacancies.matching.actions.telling import tell
from vacancies.matching.muting import rule_for
from vacancies.models import Match, Muting, Vacancy

RELEVANT: Final = "match.relevant"
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


def mark_seen(matches: Iterable[Match]) -> int:
    """The professional had these on screen. How many that was news for."""
    keys = [match.pk for match in matches if match.state in (State.NEW, State.NOTIFIED)]
    rows = Match.objects.filter(pk__in=keys, state__in=[State.NEW, State.NOTIFIED])
    return rows.update(state=State.SEEN, seen_at=timezone.now())


def opened(vacancy: Vacancy, professional: Professional) -> None:
    """The professional opened the vacancy itself, from a mail or a list: that is a look too."""
    match = queries.match_of(vacancy, professional)
    if match and mark_seen([match]):
        mark_read(professional.user, target=f"match:{match.pk}")


@transaction.atomic
def mark_relevant(match: Match, *, by: User) -> Match:
    """The professional finds it relevant, also after a no before: twice is once."""
    match = _held(match)
    if match.state == State.DISMISSED:
        match = undismiss(match, by=by)
    mark_seen([match])
    if not timeline(match).filter(verb=RELEVANT).exists():
        audit.record(RELEVANT, match, by=by)
    return match


@transaction.atomic
def dismiss(match: Match, *, reason: DismissReason, by: User) -> Muting | None:
    """Put aside, and learn from it: it leaves the own list and HR's, and what shares the reason is
    told no more. Twice is once; another reason takes the place of the first.

    Gives the rule, if there was something to learn. Raises IllegalTransitionError after a yes.
    """
    if _held(match).state == State.DISMISSED:
        Match.objects.filter(pk=match.pk).update(dismiss_reason=reason)
        match.refresh_from_db()
        known = Muting.objects.filter(match=match)
        if found := known.filter(reason=reason).first():
            return found
        known.delete()
    else:
        match = _moved(match, State.DISMISSED, reason=reason)
    audit.record("match.dismissed", match, by=by, detail={"reason": str(reason)})
    return _learn(match, reason)


@transaction.atomic
def undismiss(match: Match, *, by: User) -> Match:
    """Take it back, with what was learnt. Raises IllegalTransitionError when it was not put aside."""
    match = _moved(match, State.SEEN)
    audit.record("match.undismissed", match, by=by)
    _unlearn(match.professional, Muting.objects.filter(match=match))
    return match


@transaction.atomic
def unmute(muting: Muting, *, by: User) -> None:
    """Forget one rule; the match it came from stays aside. What it kept is told now."""
    audit.record("match.rule_forgotten", muting.match, by=by, detail={"reason": muting.reason})
    _unlearn(muting.professional, Muting.objects.filter(pk=muting.pk))


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


def _learn(match: Match, reason: DismissReason) -> Muting | None:
    """Keep what this no says about the next ones; what waits for a mail and falls under it too."""
    rule = rule_for(reason, silence.pair_of(match), today=timezone.localdate())
    if rule is None:
        return None
    muting = silence.row_of(rule, match)
    muting.save()
    told.hush(match.professional)
    return muting


def _unlearn(professional: Professional, mutings: QuerySet[Muting]) -> None:
    deleted, _rows = mutings.delete()
    if deleted:
        tell(Match.objects.filter(professional=professional))


def _held(match: Match) -> Match:
    return Match.objects.select_for_update(of=("self",)).get(pk=match.pk)


def _pair(vacancy: Vacancy, professional: Professional) -> QuerySet[Match]:
    return Match.objects.filter(vacancy=vacancy, professional=professional)


def _moved(match: Match, state: State, *, reason: DismissReason | None = None) -> Match:
    match = _held(match)
    LIFECYCLE.require(match.state, state)
    match.state, match.dismiss_reason = state, reason or ""
    match.decided_at = None if state == State.SEEN else timezone.now()
    match.seen_at = match.seen_at or timezone.now()
    match.save(update_fields=["state", "dismiss_reason", "decided_at", "seen_at"])
    return match
