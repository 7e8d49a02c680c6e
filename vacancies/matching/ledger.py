"""What is kept about one pair, read into its story: the match, notices, mails and the audit."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import Min, Q
from django.utils import timezone

from accounts.enums import Category, Frequency, MailState
from accounts.models import AuditEvent, Notice, Professional
from accounts.notifications import calendar, share
from accounts.notifications.queries import frequency_of
from vacancies.enums import ApplicationStatus, MatchState, StepSide
from vacancies.matching import queries, words
from vacancies.matching.criteria import keys_of
from vacancies.matching.events import Reader
from vacancies.matching.explanation import Explanation
from vacancies.matching.story import (
    Apart,
    Recorded,
    Rows,
    Standing,
    Told,
    fitted_before,
    obstacles_of,
    story_of,
)
from vacancies.matching.words import Hint, Moment
from vacancies.models import Application, Match, Vacancy

EVENTS: Final = 200
DUE: Final = {
    Frequency.DAILY: calendar.first_daily,
    Frequency.WEEKLY: calendar.first_weekly,
}


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
    rows = _rows(vacancy, professional, match)
    standing = _standing(vacancy, professional, explanation, match, rows)
    return Ledger(
        moments=tuple(words.moment(one, reader) for one in story_of(rows, reader=reader)),
        hints=tuple(words.hint(one, reader) for one in obstacles_of(standing, reader=reader)),
    )


def _rows(vacancy: Vacancy, professional: Professional, match: Match | None) -> Rows:
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
        told=_told(professional, match),
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


def _told(professional: Professional, match: Match | None) -> tuple[Told, ...]:
    """The notices about this match, with what became of their mails."""
    if match is None:
        return ()
    notices = Notice.objects.filter(recipient=professional.user_id, target=f"match:{match.pk}")
    return tuple(_one_told(notice, match) for notice in notices.select_related("mail", "recipient"))


def _one_told(notice: Notice, match: Match) -> Told:
    mail = notice.mail
    frequency = frequency_of(notice.recipient, Category(notice.category))
    is_beyond = frequency == Frequency.AT_ONCE and share.is_beyond(notice)
    frequency = Frequency.DAILY if is_beyond else frequency
    due_of = DUE.get(frequency)
    due_at = due_of(notice.created_at) if due_of else None
    return Told(
        about=notice.kind,
        at=notice.created_at,
        state=notice.state,
        frequency=frequency,
        due_at=due_at if due_at and due_at > timezone.now() else None,
        is_beyond_share=is_beyond,
        is_moot=not match.is_current or match.state == MatchState.DISMISSED,
        mail_state=mail.state if mail else "",
        mail_kind=mail.kind if mail else "",
        mailed_at=(mail.sent_at or mail.created_at) if mail else None,
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
    frequency = frequency_of(user, Category.MATCH)
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
        wants_mail=frequency != Frequency.NEVER,
        fitted=fitted_before(rows.matched_at, rows.apart) if rows.matched_at else None,
    )
