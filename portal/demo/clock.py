"""A demo with a past: what happens inside `days_ago` happened then.

The actions write the moment of now; afterwards what was written is moved back.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, time, timedelta
from typing import Any, Final, TypeVar

from django.db import connection
from django.db.models import F, Model
from django.utils import timezone

from accounts.enums import CheckOutcome
from accounts.models import (
    AuditEvent,
    Consent,
    Credential,
    CredentialCheck,
    Institution,
    Invitation,
    Mail,
    Membership,
    News,
    Notice,
    NoticePreference,
    Professional,
    ProfileView,
    RouteAnswers,
    User,
)
from vacancies.models import (
    Application,
    ApplicationStep,
    BoardDecision,
    CheckIn,
    Confirmation,
    EmployerRequest,
    EmployerStep,
    HelpTask,
    Match,
    Meeting,
    MeetingStep,
    Message,
    Milestone,
    Muting,
    Placement,
    PlacementStep,
    PlannedBlock,
    Report,
    SavedVacancy,
    StartItem,
    Trajectory,
    TrajectoryStep,
    Vacancy,
)

Said = TypeVar("Said")

MOMENTS: Final[tuple[tuple[type[Model], tuple[str, ...]], ...]] = (
    (User, ("joined_at", "confirmed_at")),
    (Institution, ("created_at", "verified_at")),
    (Membership, ("created_at", "updated_at")),
    (Invitation, ("created_at",)),
    (Professional, ("created_at", "refreshed_at")),
    (Consent, ("given_at", "withdrawn_at")),
    (Credential, ("created_at", "updated_at")),
    (CredentialCheck, ("at",)),
    (RouteAnswers, ("updated_at",)),
    (NoticePreference, ("chosen_at",)),
    (ProfileView, ("at",)),
    (Vacancy, ("created_at", "updated_at", "published_at", "closed_at", "review_since")),
    (Match, ("matched_at", "notified_at", "seen_at", "decided_at", "invited_at")),
    (Muting, ("created_at",)),
    (Application, ("created_at", "updated_at", "seen_at", "ended_at")),
    (ApplicationStep, ("at",)),
    (Message, ("at", "read_at")),
    (SavedVacancy, ("saved_at",)),
    (BoardDecision, ("recorded_at",)),
    (PlannedBlock, ("planned_at",)),
    (Meeting, ("created_at", "updated_at", "agreed_at")),
    (MeetingStep, ("at",)),
    (Placement, ("created_at", "updated_at")),
    (PlacementStep, ("at",)),
    (EmployerRequest, ("asked_at", "answered_at")),
    (EmployerStep, ("at",)),
    (Confirmation, ("at",)),
    (Trajectory, ("created_at", "updated_at")),
    (TrajectoryStep, ("at",)),
    (CheckIn, ("answered_at",)),
    (Report, ("created_at",)),
    (News, ("created_at", "published_at")),
    (Notice, ("created_at", "read_at")),
    (Mail, ("created_at", "sent_at", "next_attempt_at")),
    (AuditEvent, ("at",)),
)

DAYS: Final[tuple[tuple[type[Model], str], ...]] = (
    (Milestone, "done_on"),
    (StartItem, "done_on"),
    (HelpTask, "opened_on"),
)


def moment(days: int, at: time) -> datetime:
    """This time of the day so many days ago."""
    day = timezone.localdate() - timedelta(days=days)
    return timezone.make_aware(datetime.combine(day, at))


@contextmanager
def days_ago(days: int, at: time = time(14, 20)) -> Iterator[datetime]:
    """What is written inside was written then, or now when that is still to come. Gives the moment."""
    began, written = timezone.now(), Written()
    then = min(began, moment(days, at))
    with connection.execute_wrapper(written):
        yield then
    back = began - then
    if not back:
        return
    if Notice in written:
        _date_notices(began, then)
    if CredentialCheck in written:
        _date_checks(began, then)
    _date_what_was_done(written, began, then)
    for model, fields in written.of(MOMENTS):
        for name in fields:
            fresh = model._default_manager.filter(**{f"{name}__gte": began})
            fresh.order_by().update(**{name: F(name) - back})


class Written:
    """Which tables a statement could have written to: on most days that is a few."""

    def __init__(self) -> None:
        self.words: set[str] = set()

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        if not sql.startswith("SELECT"):
            self.words.update(re.findall(r"\w+", sql))
        return execute(sql, params, many, context)

    def __contains__(self, model: type[Model]) -> bool:
        return model._meta.db_table in self.words

    def of(self, rows: Iterable[tuple[type[Model], Said]]) -> Iterator[tuple[type[Model], Said]]:
        """What is said of the tables that were written to."""
        return (row for row in rows if row[0] in self)


def _date_checks(began: datetime, then: datetime) -> None:
    """A paper that was refused then, was looked at then."""
    refused = CredentialCheck.objects.filter(at__gte=began, outcome=CheckOutcome.REJECTED)
    refused.update(shown_on=timezone.localdate(then))


def _date_what_was_done(written: Written, began: datetime, then: datetime) -> None:
    """What was ticked or opened then has that day."""
    now, day = timezone.localdate(began), timezone.localdate(then)
    for model, name in written.of(DAYS):
        model._default_manager.filter(**{name: now}).order_by().update(**{name: day})


def _date_notices(began: datetime, then: datetime) -> None:
    """A notice about one day tells of that day, also in the key that keeps it single."""
    now, day = (timezone.localdate(at).isoformat() for at in (began, then))
    notices = list(Notice.objects.filter(created_at__gte=began, facts__on=now))
    for notice in notices:
        notice.facts["on"] = day
        notice.dedupe_key = notice.dedupe_key.replace(now, day)
    Notice.objects.bulk_update(notices, ["facts", "dedupe_key"])
