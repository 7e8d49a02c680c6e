"""What is kept about one pair, read into its story: the match, notices, mails and the audit."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from django.db.models import Min, Q
from django.utils import timezone

from accounts.enums import Category, Frequency, MailState
from accounts.models import AuditEvent, Notice, Professional, User
from accounts.notifications import wishes
from accounts.notifications.planning import Wish
from accounts.notifications.wishes import Wishes
from vacancies.enums import ApplicationStatus, MatchState, StepSide
from vacancies.matching import heard, queries, silence, words
from vacancies.matching.criteria import keys_of
from vacancies.matching.events import Reader
from vacancies.matching.explanation import Explanation
from vacancies.matching.story import (
    Apart,
    Muted,
    Recorded,
    Rows,
    Standing,
    fitted_before,
    obstacles_of,
    story_of,
)
from vacancies.matching.words import Hint, Moment
from vacancies.models import Application, Match, Vacancy

EVENTS: Final = 200


@dataclass(frozen=True, slots=True)
class Ledger:
    """The story of a pair in words, and why it does not meet or is not mailed today."""

    moments: tuple[Moment, ...]
    hints: tuple[Hint, ...]


def ledger_of(
    vacancy: Vacancy, professional: Professional, explanation: Explanation, *, reader: Reader
) -> Ledger:
    """What this reader may know of it."""
    match = queries.match_of(vacancy, professional)
    wanted = wishes.wishes_for([professional.user_id])
    rows = _rows(vacancy, professional, match, wanted)
    standing = replace(
        _standing(vacancy, professional, explanation, match, rows),
        **_of_mail(professional.user, wanted.of(professional.user_id, Category.MATCH)),
    )
    return Ledger(
        moments=tuple(words.moment(one, reader) for one in story_of(rows, reader=reader)),
        hints=tuple(words.hint(one, reader) for one in obstacles_of(standing, reader=reader)),
    )


def _rows(
    vacancy: Vacancy, professional: Professional, match: Match | None, wanted: Wishes
) -> Rows:
    yes = Application.objects.filter(vacancy=vacancy, professional=professional).first()
    ended_at = yes.ended_at if yes else None
    withdrawn = yes is not None and yes.status == ApplicationStatus.WITHDRAWN
    school_told_at, school_mailed_at = _school_told(vacancy, match)
    return Rows(
        opened_at=vacancy.published_at,
        matched_at=match.matched_at if match else None,
        seen_at=match.seen_at if match else None,
        invited_at=match.invited_at if match else None,
        said_yes_at=yes.created_at if yes else None,
        took_yes_back_at=ended_at if withdrawn else None,
        answered_at=_answered_at(yes) if yes else None,
        school_told_at=school_told_at,
        school_mailed_at=school_mailed_at,
        told=heard.told_of(professional, match, wanted),
        apart=_apart(match),
        recorded=_recorded(vacancy, professional, match),
    )


def _apart(match: Match | None) -> tuple[Apart, ...]:
    """The times in which a pair that people were told of did not fit, in order."""
    if match is None:
        return ()
    return tuple(
        Apart(lapse.from_at, lapse.until_at, keys_of(lapse.failed_mask))
        for lapse in match.lapses.all()
    )


def _school_told(vacancy: Vacancy, match: Match | None) -> tuple[datetime | None, datetime | None]:
    """When colleagues heard that somebody fits: on the site, and in a mail that went out."""
    if match is None:
        return None, None
    day = timezone.localdate(match.matched_at).isoformat()
    notices = Notice.objects.filter(
        kind="new_candidates", target=f"vacancy:{vacancy.pk}", facts__on=day
    ).order_by()
    sent = Min("mail__sent_at", filter=Q(mail__state=MailState.SENT))
    found = notices.aggregate(told=Min("created_at"), mailed=sent)
    return found["told"], found["mailed"]


def _answered_at(yes: Application) -> datetime | None:
    """When the school first did something with this yes, or the site answered for it."""
    steps = yes.steps.filter(side__in=[StepSide.SCHOOL, StepSide.CLOCK])
    return steps.values_list("at", flat=True).first()


def _recorded(
    vacancy: Vacancy, professional: Professional, match: Match | None
) -> tuple[Recorded, ...]:
    about = _about(vacancy) | _about(professional)
    if match:
        about |= _about(match)
    events = AuditEvent.objects.filter(about, at__gte=vacancy.published_at or vacancy.created_at)
    return tuple(
        Recorded(event.verb, event.at, str(event.detail.get("reason", "")))
        for event in events.order_by("-at", "-pk")[:EVENTS]
        if event.detail.get("institution", vacancy.institution_id) == vacancy.institution_id
    )


def _about(row: Vacancy | Professional | Match) -> Q:
    return Q(target_type=row._meta.label_lower, target_id=row.pk)


def _standing(
    vacancy: Vacancy,
    professional: Professional,
    explanation: Explanation,
    match: Match | None,
    rows: Rows,
) -> Standing:
    user = professional.user
    dismissed = match is not None and match.state == MatchState.DISMISSED
    return Standing(
        vacancy_status=vacancy.status,
        is_active=user.is_active,
        is_confirmed=user.confirmed_at is not None,
        visibility=professional.visibility,
        is_hidden=professional.hidden_from.filter(pk=vacancy.institution_id).exists(),
        musts_failed=len(explanation.blocking),
        is_matched=match is not None and match.is_current,
        dismissed_for=match.dismiss_reason if match and dismissed else "",
        muted=_muted(match, rows) if match else None,
        fitted=fitted_before(rows.matched_at, rows.apart) if rows.matched_at else None,
    )


def _of_mail(user: User, wish: Wish) -> dict[str, Any]:
    """Whether mail about matches is wanted, rests, and arrives."""
    rests = wish.paused_until is not None and wish.paused_until > timezone.localdate()
    stopped_at = user.mail_stopped_at if user.mail_stop else None
    return {
        "wants_mail": wish.frequency != Frequency.NEVER,
        "mail_stopped_on": timezone.localdate(stopped_at) if stopped_at else None,
        "mail_rests_until": wish.paused_until if rests else None,
    }


def _muted(match: Match, rows: Rows) -> Muted | None:
    """The rule that keeps this match untold; who was told, or answered all the same, was not kept."""
    if rows.told or not match.is_current or match.decided_at:
        return None
    rule = silence.silencer_of(match)
    return Muted(rule.reason, rule.match.vacancy.title, rule.until) if rule else None
