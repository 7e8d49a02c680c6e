"""All that the page of one vacancy shows, put together once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.enums import EmploymentForm
from accounts.identity import queries as identity
from accounts.models import Domain, Location, Professional, User
from portal.kit import dayparts
from portal.kit.geo import distance_m
from portal.kit.templatetags.ui import km
from vacancies.applications import queries as applications
from vacancies.codes import routes_of
from vacancies.enums import VacancyStatus
from vacancies.matching import queries as matching
from vacancies.models import Application, Vacancy
from vacancies.posting import queries as posting
from vacancies.posting.pay import PayRange
from vacancies.routes.book import rule_book
from vacancies.routes.words import RouteWords, Voice, route_words
from vacancies.search.filters import Filters, Spot
from vacancies.search.queries import Hits
from vacancies.selection.speed import Speed, speed_of
from vacancies.showcase.demands import Group, groups
from vacancies.showcase.rows import Row, hours_text, near_day, rows_of
from vacancies.showcase.text import Block, blocks

ALTERNATIVES = 5
NEARBY_KM = 50
PUBLIC = (VacancyStatus.PUBLISHED, VacancyStatus.PAUSED, VacancyStatus.CLOSED)


@dataclass(frozen=True)
class Moment:
    """A step after the closing date."""

    when: str
    text: str
    state: str = ""


@dataclass(frozen=True)
class VacancyPage:
    """One vacancy for one reader."""

    vacancy: Vacancy
    domains: Sequence[Domain]
    locations: Sequence[Location]
    pay: PayRange | None
    asked_mask: int
    hours: str
    blocks: list[Block]
    facts: list[tuple[str, str]]
    groups: list[Group]
    moments: list[Moment]
    question: str
    answer: str
    distance: str
    free: int | None
    employment: list[str]
    routes: list[RouteWords]
    professional: Professional | None
    interest: Application | None
    is_saved: bool
    is_own: bool
    may_apply: bool
    shows_contact: bool
    speed: Speed | None

    @property
    def places(self) -> str:
        return ", ".join(dict.fromkeys(location.place.name for location in self.locations))


def known(code: str) -> Vacancy | None:
    """The vacancy with this code if it was ever open to everybody."""
    return _whole().filter(code=code, status__in=PUBLIC).first()


def taken_down(code: str) -> bool:
    """Whether there was a vacancy with this code that a moderator took away."""
    return Vacancy.objects.filter(code=code, status=VacancyStatus.TAKEN_DOWN).exists()


def page_of(vacancy: Vacancy, user: User | AnonymousUser) -> VacancyPage:
    """What this reader sees; a professional also sees how it fits."""
    professional = identity.professional_of(user)
    membership = None if professional else identity.membership_of(user)
    explanation = matching.explain(vacancy, professional) if professional else None
    held = professional.competences.values_list("pk", flat=True) if professional else ()
    return VacancyPage(
        vacancy=vacancy,
        domains=list(vacancy.domains.all()),
        locations=list(vacancy.locations.all()),
        pay=posting.pay_of(vacancy),
        asked_mask=posting.still_asked(vacancy),
        hours=hours_text(vacancy.hours_min, vacancy.hours_max),
        blocks=blocks(vacancy.body),
        facts=facts(vacancy),
        groups=groups(vacancy, explanation, held),
        moments=moments(vacancy),
        question=question(vacancy),
        answer=answer(vacancy, explanation.free_mask) if explanation else "",
        distance=_distance(vacancy, professional),
        free=explanation.free_mask if explanation else None,
        employment=[str(EmploymentForm(form).label) for form in vacancy.employment_forms],
        routes=routes(vacancy),
        professional=professional,
        interest=applications.interest_in(vacancy, professional) if professional else None,
        is_saved=professional is not None and applications.is_saved(vacancy, professional),
        is_own=bool(
            membership
            and membership.is_active
            and membership.institution_id == vacancy.institution_id
        ),
        may_apply=professional is not None or not (membership or user.is_staff),
        shows_contact=user.is_authenticated or not vacancy.no_acquisition,
        speed=speed_of(vacancy.institution),
    )


def question(vacancy: Vacancy) -> str:
    """How many day-parts the school asks, and how many of them are enough."""
    asked, needed = dayparts.count(vacancy.day_parts_mask), vacancy.day_parts_needed or 0
    left = dayparts.count(posting.still_asked(vacancy))
    words = ngettext(
        "The school asks %(asked)d day-part.", "The school asks %(asked)d day-parts.", asked
    )
    said = [words % {"asked": asked}]
    if vacancy.may_be_shared:
        said.append(_("You may share them with other professionals."))
        if left < asked:
            words = ngettext(
                "%(left)d of them is still open.", "%(left)d of them are still open.", left
            )
            said.append(words % {"left": left})
    elif needed < asked:
        words = ngettext("%(needed)d of them is enough.", "%(needed)d of them are enough.", needed)
        said.append(words % {"needed": needed})
    return " ".join(said)


def answer(vacancy: Vacancy, free: int) -> str:
    """How many of them the reader can do, and whether that is enough."""
    asked, needed = posting.still_asked(vacancy), vacancy.day_parts_needed or 0
    can = dayparts.count(asked & free)
    if not free:
        return _("You did not fill in your week yet.")
    if not can:
        return _("You can do none of them yet.")
    if vacancy.fixed_mask & ~free and not vacancy.may_be_shared:
        return _("You can do %(can)d, but not every day-part that is required.") % {"can": can}
    if can < needed and not vacancy.may_be_shared:
        return _("You can do %(can)d. That is not enough yet.") % {"can": can}
    if can == needed < dayparts.count(asked):
        return _("You can do exactly %(can)d.") % {"can": can}
    return _("You can do %(can)d.") % {"can": can}


def routes(vacancy: Vacancy) -> list[RouteWords]:
    """The routes that the school accepts, each in one sentence to the reader."""
    book, today = rule_book(), timezone.localdate()
    return [
        route_words(one, voice=Voice.PERSON, book=book, on=today)
        for one in routes_of(vacancy.routes_mask)
    ]


def moments(vacancy: Vacancy) -> list[Moment]:
    """The closing date and what happens after it, in order."""
    found = []
    if vacancy.closes_on:
        over = vacancy.closes_on < timezone.localdate()
        found.append(_moment(near_day(vacancy.closes_on), _("The vacancy closes."), done=over))
    if vacancy.after_closing:
        found.append(_moment(_("After that"), vacancy.after_closing))
    if vacancy.answer_by:
        when = _("%(day)s at the latest") % {"day": near_day(vacancy.answer_by)}
        found.append(_moment(when, _("Everybody gets an answer, also when it is no.")))
    if vacancy.starts_on:
        found.append(_moment(near_day(vacancy.starts_on), _("First day of work.")))
    return found


def facts(vacancy: Vacancy) -> list[tuple[str, str]]:
    """The short facts of the work, as far as they are told."""
    level = f"mbo\u00a0{vacancy.level_taught}" if vacancy.level_taught else ""
    positions = _positions(vacancy) if vacancy.positions > 1 else ""
    until = near_day(vacancy.ends_on) if vacancy.ends_on else ""
    told = (
        (_("Function"), vacancy.get_function_kind_display()),
        (_("Level of the students"), level),
        (_("Learning track"), vacancy.get_track_display()),
        (_("Team"), vacancy.team),
        (_("Until"), until),
        (_("How many people"), positions),
    )
    return [(term, value) for term, value in told if value]


def _positions(vacancy: Vacancy) -> str:
    """How many people, and how many of these places are open."""
    left = vacancy.positions - posting.cover_of(vacancy).people
    if vacancy.may_be_shared or left in (vacancy.positions, 0):
        return str(vacancy.positions)
    return _("%(all)d, %(left)d still open") % {"all": vacancy.positions, "left": left}


def alternatives(vacancy: Vacancy | None) -> list[Row]:
    """Open vacancies instead of one that is gone: its domain near it, its domain, the newest."""
    for filters in _instead_of(vacancy):
        rows = rows_of(Hits(filters)[0:ALTERNATIVES])
        if rows:
            return rows
    return []


def _instead_of(vacancy: Vacancy | None) -> Sequence[Filters]:
    domain = vacancy.domains.first() if vacancy else None
    location = vacancy.locations.select_related("place").first() if vacancy else None
    if not domain:
        return [Filters()]
    found = [Filters(domain=domain.code), Filters()]
    if location:
        spot = Spot(location.place.name, location.place.rd_x, location.place.rd_y)
        found.insert(0, Filters(domain=domain.code, spot=spot, within_km=NEARBY_KM))
    return found


def _moment(when: date | str, text: str, *, done: bool = False) -> Moment:
    return Moment(str(when), text, "done" if done else "")


def _distance(vacancy: Vacancy, professional: Professional | None) -> str:
    if professional is None or professional.place is None:
        return ""
    home = professional.place
    metres = [
        distance_m(home.rd_x, home.rd_y, location.place.rd_x, location.place.rd_y)
        for location in vacancy.locations.all()
    ]
    return km(min(metres)) if metres else ""


def _whole() -> QuerySet[Vacancy]:
    return Vacancy.objects.select_related("institution").prefetch_related(
        "domains",
        Prefetch("locations", Location.objects.select_related("place").order_by("pk")),
        "requirements__competence",
    )
