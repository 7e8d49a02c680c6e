from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, F, Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from accounts.identity import queries as identity
from accounts.identity.permissions import Permission, allows
from accounts.models import Institution, Professional, User
from vacancies.enums import (
    OPEN_APPLICATION,
    ApplicationStatus,
    Outcome,
    StepSide,
    VacancyStatus,
)
from vacancies.lifecycles import Side
from vacancies.matching import queries as matching
from vacancies.models import Application, Match, Message, SavedVacancy, Vacancy
from vacancies.models.application import ApplicationQuerySet
from vacancies.posting import queries as posting
from vacancies.posting.pay import PayRange

TWICE = timedelta(minutes=1)
MANY = 100
STANDING = (*OPEN_APPLICATION, ApplicationStatus.PLACED)
OTHER = {Side.PROFESSIONAL: StepSide.SCHOOL, Side.SCHOOL: StepSide.PROFESSIONAL}


@dataclass(frozen=True)
class Tally:
    """How many applications a school has received, and how many wait for its answer."""

    total: int
    waiting: int


@dataclass(frozen=True)
class SavedRow:
    """A kept vacancy as its list shows it."""

    vacancy: Vacancy
    pay: PayRange | None
    places: str


def interest_in(vacancy: Vacancy, professional: Professional) -> Application | None:
    return Application.objects.filter(vacancy=vacancy, professional=professional).first()


def own(professional: Professional) -> ApplicationQuerySet:
    """What a professional said yes to, the latest first."""
    return (
        Application.objects.filter(professional=professional)
        .select_related("vacancy__institution")
        .order_by("-created_at", "-pk")
    )


def own_with_news(professional: Professional) -> ApplicationQuerySet:
    """The same with how many messages of the school were not read."""
    unread = Count("messages", filter=Q(messages__side=StepSide.SCHOOL, messages__read_at=None))
    return own(professional).annotate(unread=unread)


def with_news_for(professional: Professional) -> ApplicationQuerySet:
    """Those in which the school wrote what the professional did not read."""
    unread = Message.objects.filter(side=StepSide.SCHOOL, read_at=None)
    return own(professional).filter(pk__in=unread.order_by().values("application"))


def next_best(professional: Professional) -> QuerySet[Match]:
    """What fits and was not said yes to yet, the best first."""
    asked = Application.objects.filter(professional=professional).values("vacancy")
    return matching.matches_of(professional).exclude(vacancy__in=asked)


def received_by(institution: Institution) -> QuerySet[Application]:
    """Every yes to a vacancy of this school, waiting ones first, then the latest."""
    return (
        Application.objects.filter(vacancy__institution=institution)
        .exclude(status=ApplicationStatus.WITHDRAWN)
        .select_related("vacancy", "professional__user", "professional__place")
        .order_by(F("ended_at").asc(nulls_first=True), "-created_at", "-pk")
    )


def shown_to(institution: Institution) -> QuerySet[Application, int]:
    """The keys of professionals whose yes to this school still stands: it may see their papers."""
    rows = Application.objects.filter(vacancy__institution=institution, status__in=STANDING)
    return rows.order_by().values_list("professional", flat=True)


def tally(institution: Institution) -> Tally:
    waiting = Count("pk", filter=Q(status=ApplicationStatus.NEW))
    counts = received_by(institution).order_by().aggregate(total=Count("pk"), waiting=waiting)
    return Tally(total=counts["total"], waiting=counts["waiting"])


def waiting_for_answer(professional: Professional) -> ApplicationQuerySet:
    """Where a school has not answered at all."""
    return own(professional).filter(status=ApplicationStatus.NEW)


def left_waiting_by(vacancy: Vacancy) -> QuerySet[Application]:
    """Who would wait for nothing now that a vacancy ended.

    After the closing date nobody: the school answers until the day it named. A talk that began
    is not ended by a vacancy that is filled, only by one that was taken down.
    """
    rows = vacancy.applications.open().select_related("professional__user").order_by("pk")
    if vacancy.outcome == Outcome.EXPIRED:
        return rows.none()
    if vacancy.status == VacancyStatus.TAKEN_DOWN:
        return rows
    return rows.filter(status=ApplicationStatus.NEW)


def may_act(application: Application, side: Side, by: User | None) -> bool:
    """Whether somebody stands on this side of an application; on the clock's side nobody does."""
    if by is None:
        return side == Side.CLOCK
    if side == Side.PROFESSIONAL:
        return by.pk == application.professional.user_id
    if side == Side.SCHOOL:
        return _decides_for(application.vacancy.institution_id, by)
    return side == Side.MODERATOR and by.is_staff


def unread_by(application: Application, side: Side) -> QuerySet[Message]:
    """What the other side wrote and this one has not had on screen, the oldest first."""
    return application.messages.filter(side=OTHER[side], read_at=None)


def last_words_of_school(application: Application) -> Message | None:
    """What the school wrote last: with a no, its answer."""
    return application.messages.filter(side=StepSide.SCHOOL).last()


def with_unread_for_school(applications: Iterable[Application]) -> set[int]:
    """The keys of those in which the professional wrote what no colleague had on screen."""
    unread = Message.objects.filter(side=StepSide.PROFESSIONAL, read_at=None)
    rows = unread.filter(among(applications))
    return set(rows.order_by().values_list("application", flat=True))


def among(applications: Iterable[Application]) -> Q:
    """Rows of these applications. Of very many, those of their vacancies, which the caller sorts
    out: naming thousands of keys takes longer than reading some rows too many."""
    rows = list(applications)
    if len(rows) > MANY:
        return Q(application__vacancy__in={row.vacancy_id for row in rows})
    return Q(application__in=[row.pk for row in rows])


def just_written(application: Application, side: Side, text: str) -> Message | None:
    """The last message, if this side wrote these very words a moment ago: sent twice."""
    last = application.messages.order_by("at", "pk").last()
    if last is None or (last.side, last.text) != (side, text) or last.file:
        return None
    return last if timezone.now() - last.at < TWICE else None


def files_of(professional: Professional) -> QuerySet[Message]:
    """Messages with a file in the conversations of a professional."""
    return Message.objects.filter(application__professional=professional).exclude(file="")


def files_shown_to(institution: Institution) -> QuerySet[Message]:
    """Messages with a file in the conversations that a school can see."""
    rows = Message.objects.filter(application__in=received_by(institution).order_by().values("pk"))
    return rows.exclude(file="").select_related("application")


def addresses_of(user: User) -> list[str]:
    """Where the files of this person's conversations are stored."""
    rows = Message.objects.filter(application__professional__user=user).exclude(file="")
    return list(rows.values_list("file", flat=True))


def locked(application: Application) -> Application:
    """The same row, held until the end of the transaction; not found once its person has left."""
    rows = Application.objects.select_for_update(of=("self",))
    related = rows.select_related("vacancy__institution", "professional__user")
    return get_object_or_404(related, pk=application.pk)


def hold(professional: Professional) -> None:
    """This person, until the end of the transaction; not found once they have left."""
    rows = Professional.objects.select_for_update(of=("self",))
    get_object_or_404(rows, pk=professional.pk)


def hold_all_of(professional: Professional) -> None:
    """Everything that this person said yes to, held."""
    list(professional.applications.select_for_update().order_by("pk"))


def open_vacancy(code: str) -> QuerySet[Vacancy]:
    """The vacancy with this code if somebody can say yes to it."""
    return Vacancy.objects.open().filter(code=code).select_related("institution")


def known_vacancy(code: str) -> QuerySet[Vacancy]:
    """A vacancy that was ever shown to everyone."""
    shown = [VacancyStatus.PUBLISHED, VacancyStatus.PAUSED, VacancyStatus.CLOSED]
    return Vacancy.objects.filter(code=code, status__in=shown)


def is_saved(vacancy: Vacancy, professional: Professional) -> bool:
    return SavedVacancy.objects.filter(vacancy=vacancy, professional=professional).exists()


def saved_by(professional: Professional) -> QuerySet[Vacancy]:
    """Kept vacancies, the latest kept first; closed ones too, so that nothing just vanishes."""
    return (
        Vacancy.objects.filter(pk__in=professional.saved_vacancies.values("vacancy"))
        .select_related("institution")
        .prefetch_related("locations__place")
        .order_by("status", "-published_at", "-pk")
    )


def with_pay(vacancies: list[Vacancy]) -> list[SavedRow]:
    """The rows of a page with their pay and places, in a constant number of queries."""
    pay = posting.pay_of_many(vacancies)
    return [SavedRow(row, pay.get(row.pk), _places(row)) for row in vacancies]


def _places(vacancy: Vacancy) -> str:
    names = dict.fromkeys(location.place.name for location in vacancy.locations.all())
    return ", ".join(names)


def _decides_for(institution_id: int, user: User) -> bool:
    membership = identity.membership_of(user)
    return (
        membership is not None
        and membership.is_active
        and membership.institution_id == institution_id
        and allows(membership.role, Permission.APPLICATION_DECIDE)
    )
