"""What a person was told about a match, with the plan and the fate of each mail, read from the rows."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from django.utils import timezone

from accounts.enums import Frequency, MailState, NoticeState
from accounts.models import AuditEvent, Mail, Notice, Professional
from accounts.notifications import planning, share, stops
from accounts.notifications.planning import Plan, Wish
from accounts.notifications.wishes import Wishes
from vacancies.enums import MatchState
from vacancies.matching.telling import Posted, Told
from vacancies.models import Match

BY_HAND: Final = "mail.cancel"
CAME_BACK: Final = "mail.returned"
Moments = dict[tuple[int, str], datetime]


def told_of(professional: Professional, match: Match | None, wanted: Wishes) -> tuple[Told, ...]:
    """The notices about this match, the first one first."""
    if match is None:
        return ()
    notices = notices_of(professional, match)
    moments = _moments(notice.mail for notice in notices if notice.mail)
    return tuple(
        _told(notice, match, wanted.of(notice.recipient_id, notice.category), moments)
        for notice in notices
    )


def notices_of(professional: Professional, match: Match) -> list[Notice]:
    """The rows themselves, each with its mail."""
    rows = Notice.objects.filter(recipient=professional.user_id, target=f"match:{match.pk}")
    return list(rows.select_related("mail", "recipient").order_by("created_at", "pk"))


def _told(notice: Notice, match: Match, wish: Wish, moments: Moments) -> Told:
    waits = notice.state == NoticeState.WAITING
    plan = _plan_of(notice, wish) if waits else None
    due_at = plan.due_at if plan and plan.due_at > timezone.now() else None
    return Told(
        about=notice.kind,
        at=notice.created_at,
        state=notice.state,
        rhythm=plan.rhythm if plan else notice.rhythm,
        due_at=due_at,
        rests=due_at is not None and _rests(notice, wish, due_at),
        is_beyond_share=wish.frequency == Frequency.AT_ONCE and share.is_beyond(notice),
        is_moot=not match.is_current or match.state == MatchState.DISMISSED,
        is_account_off=not notice.recipient.is_active,
        read_at=notice.read_at,
        mail=_posted(notice.mail, moments) if notice.mail else None,
    )


def _plan_of(notice: Notice, wish: Wish) -> Plan | None:
    """The plan, or the one that the next sweep will make."""
    if notice.due_at:
        return Plan(notice.rhythm, notice.due_at)
    return planning.plan(notice.created_at, wish)


def _rests(notice: Notice, wish: Wish, due_at: datetime) -> bool:
    """Whether it would have gone sooner if mail did not rest."""
    if wish.paused_until is None or timezone.localdate(due_at) < wish.paused_until:
        return False
    awake = planning.plan(notice.created_at, wish._replace(paused_until=None))
    return awake is not None and awake.due_at < due_at


def _posted(mail: Mail, moments: Moments) -> Posted:
    return Posted(
        state=mail.state,
        kind=mail.kind,
        at=mail.created_at,
        sent_at=mail.sent_at,
        returned_at=moments.get((mail.pk, CAME_BACK)),
        said=mail.server_answer,
        deferrals=mail.deferrals,
        is_by_hand=(mail.pk, BY_HAND) in moments,
        is_stopped=mail.server_answer == stops.NO_ADDRESS,
    )


def _moments(mails: Iterable[Mail]) -> Moments:
    """When a mail came back, or was cancelled by hand: nobody asks of mails that simply went."""
    ended = (MailState.CANCELLED, MailState.RETURNED)
    keys: Sequence[int] = [mail.pk for mail in mails if mail.state in ended]
    if not keys:
        return {}
    events = AuditEvent.objects.filter(
        target_type=Mail._meta.label_lower, target_id__in=keys, verb__in=[BY_HAND, CAME_BACK]
    )
    return {(event.target_id, event.verb): event.at for event in events.order_by("at", "pk")}
