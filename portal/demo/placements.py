"""Offers of the demo, as far as each story goes: waiting for an answer, on the way, in class."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from accounts.credentials import actions as credentials
from accounts.credentials.kinds import Facts
from accounts.enums import CredentialKind, FunctionKind
from accounts.models import User
from portal.demo import employers
from portal.demo.script import Yes
from vacancies.assessment import queries as assessment
from vacancies.assessment.page import Page
from vacancies.codes import Route
from vacancies.lifecycles import Side
from vacancies.models import Application, Placement
from vacancies.placement import actions
from vacancies.placement.offer import Hours, Offer
from vacancies.placement.prefill import FirstOffer, first_offer
from vacancies.placement.years import room
from vacancies.routes.book import rule_book

OFFERED, ACCEPTED, STARTED = "offered", "accepted", "started"
STORIES: Final = frozenset({OFFERED, ACCEPTED, STARTED})
VOG_IS_OLD: Final = timedelta(days=12)
HOURS_ELSEWHERE: Final = Decimal(32)
COACH: Final = "Els de Boer"


@dataclass(frozen=True)
class Scene:
    """One person and one school, on the day of the demo."""

    application: Application
    yes: Yes
    today: date
    hr: User

    @property
    def person(self) -> User:
        return User.objects.get(pk=self.application.professional.user_id)


def play(scene: Scene) -> Placement:
    """The offer, and the yes where the story has one."""
    row = actions.offer(scene.application, offer=_offer(scene), by=scene.hr)
    if scene.yes.then == OFFERED:
        return row
    row = actions.accept(row, by=scene.person)
    actions.tell_hours(row, has_other=True, hours=HOURS_ELSEWHERE, by=scene.person)
    question = employers.ask(row, by=scene.person, is_kitchen=scene.yes.then == STARTED)
    if scene.yes.then == STARTED:
        employers.agree(question)
        _bring_papers(scene)
        for code in ("contract", "welcome"):
            actions.tick(row, code, is_done=True, by=scene.hr, side=Side.SCHOOL)
    return row


def begin(scene: Scene) -> None:
    """The first day has come."""
    row = Placement.objects.select_related("application").get(application=scene.application)
    actions.start(row, by=scene.hr)


def _offer(scene: Scene) -> Offer:
    vacancy, person = scene.application.vacancy, scene.application.professional
    subject = assessment.subject_of(vacancy, person)
    first = first_offer(subject, Page(subject))
    starts_on = scene.today if scene.yes.then == STARTED else first.starts_on
    return Offer(
        blocks=(_hours(scene, first, starts_on),),
        day_parts_mask=first.day_parts_mask,
        starts_on=starts_on,
        ends_on=first.ends_on,
        employment_form=first.employment_form,
        answer_by=min(scene.today + timedelta(days=9), starts_on),
        coach=COACH,
        coach_hours_week=Decimal(1),
        message=scene.yes.answer,
    )


def _hours(scene: Scene, first: FirstOffer, starts_on: date) -> Hours:
    function, _colon, route = first.hours.work.partition(":")
    is_guest = function == FunctionKind.GUEST_TEACHER
    fits = room(starts_on, first.ends_on, rule_book())
    return Hours(
        function_kind=function,
        route=str(Route.GUEST_TEACHER_SIX_HOURS) if is_guest else route,
        week_hours=Decimal(scene.yes.week_hours),
        weeks=min(scene.yes.weeks, fits),
        named_teacher=scene.application.vacancy.contact_name if is_guest else "",
    )


def _bring_papers(scene: Scene) -> None:
    """A fresh VOG, shown to the school, and the declaration about the courts."""
    professional, school = scene.application.professional, scene.application.vacancy.institution
    facts = Facts(issued_on=scene.today - VOG_IS_OLD)
    vog = credentials.add(professional, CredentialKind.VOG, facts, by=scene.person)
    credentials.mark_seen(vog, institution=school, shown_on=scene.today, by=scene.hr)
    credentials.answer(professional, by=scene.person, no_ban_declared_on=scene.today)
