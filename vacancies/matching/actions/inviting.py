"""A school asks people whose names it does not know."""

from collections.abc import Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from accounts.audit import actions as audit
from accounts.identity.permissions import Permission, allows
from accounts.identity.queries import membership_of
from accounts.models import User
from vacancies.enums import MatchState as State
from vacancies.matching import told
from vacancies.models import Match


class NotCurrentError(Exception):
    """The pair no longer fits, or the professional put it aside."""


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
        told.invited(match, part_mask)
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
