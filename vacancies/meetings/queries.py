from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import Final

from django.db.models import Prefetch, Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from accounts.availability import queries as availability
from accounts.identity import queries as identity
from accounts.identity.permissions import Permission, allows
from accounts.models import Institution, Location, Professional, User
from vacancies.applications import queries as applications
from vacancies.enums import MeetingStatus, StepSide
from vacancies.lifecycles import Side
from vacancies.meetings import times
from vacancies.meetings.plan import Plan
from vacancies.meetings.times import Slot, Span
from vacancies.models import Application, CalendarFeed, Meeting, MeetingOption, MeetingStep

STANDING: Final = (MeetingStatus.PROPOSED, MeetingStatus.AGREED)
BRIEF: Final = ("application", "public_id", "kind", "status", "proposed_by", "starts_at", "ends_at")
PAST_IN_FEED: Final = timedelta(days=90)
ABOUT: Final = (
    "application__vacancy__institution",
    "application__professional__user",
    "location__place",
)


# Rows


def all_meetings() -> QuerySet[Meeting]:
    """Meetings with what their pages and calendars tell of them."""
    return Meeting.objects.select_related(*ABOUT)


def of_application(application: Application) -> list[Meeting]:
    """Everything that was proposed, the newest first, with options and steps."""
    rows = all_meetings().filter(application=application).order_by("-created_at", "-pk")
    return list(rows.prefetch_related("options", "steps"))


def of_professional(professional: Professional) -> QuerySet[Meeting]:
    return all_meetings().filter(application__professional=professional)


def of_school(institution: Institution) -> QuerySet[Meeting]:
    """Those with people whose yes to this school was not taken back."""
    seen = applications.received_by(institution).order_by().values("pk")
    return all_meetings().filter(application__in=seen)


def of_user(user: User) -> QuerySet[Meeting]:
    """The meetings of a professional, or of the school that somebody recruits for."""
    professional = identity.professional_of(user)
    if professional is not None:
        return of_professional(professional)
    membership = identity.membership_of(user)
    if membership and membership.is_active and _may_decide(membership.role):
        return of_school(membership.institution)
    return all_meetings().none()


def side_of(user: User) -> Side:
    """As what somebody reads the meetings that `of_user` gives."""
    return Side.PROFESSIONAL if identity.professional_of(user) else Side.SCHOOL


def _may_decide(role: str) -> bool:
    return allows(role, Permission.APPLICATION_DECIDE)


def agreed(rows: QuerySet[Meeting]) -> QuerySet[Meeting]:
    return rows.filter(status=MeetingStatus.AGREED)


def upcoming(rows: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Agreed and not over, the next one first."""
    return agreed(rows).filter(ends_at__gt=timezone.now()).order_by("starts_at", "pk")


def proposed(rows: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Where one of the two still chooses, in applications that go on."""
    going_on = applications.STANDING
    waiting = rows.filter(status=MeetingStatus.PROPOSED, application__status__in=going_on)
    return waiting.order_by("-created_at", "-pk").prefetch_related("options")


def held(rows: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Agreed and over, the latest first."""
    return agreed(rows).filter(ends_at__lte=timezone.now()).order_by("-starts_at", "-pk")


def for_feed(user: User) -> list[Meeting]:
    """What stands in somebody's calendar: agreed, and at most some months ago."""
    since = timezone.now() - PAST_IN_FEED
    rows = agreed(of_user(user)).filter(ends_at__gte=since)
    return list(rows.order_by("starts_at", "pk"))


def locked(meeting: Meeting) -> Meeting:
    """The same row with its application, both held until the end of the transaction; the
    application first, as every step of it does."""
    application = applications.locked(meeting.application)
    row = Meeting.objects.select_for_update(of=("self",)).select_related("location__place")
    found = get_object_or_404(row, pk=meeting.pk)
    found.application = application
    return found


def locked_with_person(meeting: Meeting) -> Meeting:
    """The same, and before both the professional: a choice at another school waits."""
    person = meeting.application.professional_id
    get_object_or_404(Professional.objects.select_for_update(of=("self",)), pk=person)
    return locked(meeting)


def standing_of(application: Application) -> QuerySet[Meeting]:
    """Proposals, and what was agreed and is not over."""
    rows = all_meetings().filter(application=application, status__in=STANDING)
    return rows.filter(Q(ends_at=None) | Q(ends_at__gt=timezone.now()))


def proposal_of(application: Application) -> Meeting | None:
    """The one proposal that waits for a choice."""
    rows = all_meetings().filter(application=application, status=MeetingStatus.PROPOSED)
    return rows.prefetch_related("options").first()


def standing_of_many(applications_: Iterable[Application]) -> list[Meeting]:
    """What waits, comes or was, of many applications and perhaps others of their vacancies, in one
    query; the newest last."""
    rows = Meeting.objects.filter(applications.among(applications_), status__in=STANDING)
    return list(rows.order_by("created_at", "pk").only(*BRIEF))


def on_day(day: date) -> QuerySet[Meeting]:
    """What was agreed before today for this day."""
    first = times.at(day, time(0))
    today = times.at(timezone.localdate(), time(0))
    rows = all_meetings().filter(status=MeetingStatus.AGREED, agreed_at__lt=today)
    return rows.filter(starts_at__gte=first, starts_at__lt=first + timedelta(days=1)).order_by("pk")


# What a step asks


def is_same(meeting: Meeting, plan: Plan) -> bool:
    """Whether these very times are proposed already."""
    rows = meeting.options.values_list("on", "day_part", "starts_at", "ends_at")
    return set(rows) == {(slot.on, slot.bit, *span) for slot, span in plan.spans.items()}


def option_of(meeting: Meeting, pk: int) -> MeetingOption | None:
    return meeting.options.filter(pk=pk).first()


def clashes(meeting: Meeting, span: Span) -> bool:
    """Whether the professional agreed to something else in this time."""
    professional = meeting.application.professional_id
    rows = Meeting.objects.filter(
        application__professional=professional, status=MeetingStatus.AGREED
    )
    return rows.exclude(pk=meeting.pk).filter(starts_at__lt=span[1], ends_at__gt=span[0]).exists()


def suggestions(application: Application) -> list[Slot]:
    """Day-parts of the next weeks that this person has free and the vacancy asks."""
    vacancy = application.vacancy
    taken = Meeting.objects.filter(
        application__professional=application.professional_id,
        status=MeetingStatus.AGREED,
        ends_at__gt=timezone.now(),
    )
    return times.suggestions(
        free=availability.week_of(application.professional),
        asked=vacancy.day_parts_mask,
        today=timezone.localdate(),
        region=vacancy.institution.holiday_region,
        taken=[(row.starts_at, row.ends_at) for row in taken if row.starts_at and row.ends_at],
    )


def places_for(application: Application, side: Side) -> list[Location]:
    """Where it can be: where the work is, first; the school may choose any building of its own."""
    vacancy = application.vacancy
    own = list(vacancy.locations.select_related("place").order_by("name", "pk"))
    if side != Side.SCHOOL:
        return own
    rows = vacancy.institution.locations.filter(is_closed=False).select_related("place")
    return own + list(rows.exclude(pk__in=[place.pk for place in own]))


def first_proposer_of(meeting: Meeting) -> Side:
    """Whose words go with it, whoever proposed other times since."""
    first = meeting.steps.first()
    return Side(first.side) if first else Side(meeting.proposed_by)


# Who is told


def colleagues_in(meeting: Meeting) -> set[int]:
    """The keys of the colleagues of the school who took a step."""
    rows = meeting.steps.filter(side=StepSide.SCHOOL).exclude(by=None)
    return set(rows.order_by().values_list("by", flat=True))


def steps_by_key(keys: Iterable[int]) -> dict[int, MeetingStep]:
    """Steps with their meeting, its options and what it is about."""
    meetings = all_meetings().prefetch_related("options")
    rows = MeetingStep.objects.prefetch_related(Prefetch("meeting", meetings))
    return rows.in_bulk(list(keys))


def agreed_by_key(keys: Iterable[int]) -> dict[int, Meeting]:
    """Meetings that are agreed."""
    return all_meetings().filter(status=MeetingStatus.AGREED).in_bulk(list(keys))


def users_by_key(keys: Iterable[int]) -> dict[int, User]:
    return User.objects.in_bulk(list(keys))


# The feed


def owner_of(user_id: int, serial: int) -> User | None:
    """Whose feed this is, if the address was not renewed since and the account is in use."""
    rows = CalendarFeed.objects.select_related("user").filter(user__is_active=True)
    feed = rows.filter(pk=user_id, serial=serial).first()
    return feed.user if feed else None
