"""A school or a colleague disappears while somebody is on the way there: the clock goes on, links
and pages answer, who waits is told or can leave, and the history still tells it all."""

from calendar import isleap
from datetime import date, datetime, time, timedelta
from itertools import count
from types import SimpleNamespace

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.enums import CredentialKind, FunctionKind, Level, Role
from accounts.models import Membership, Notice
from accounts.notifications import registry
from accounts.organisations import actions as organisations
from accounts.privacy import actions as privacy
from portal.celery import app
from portal.schedule import BEAT_SCHEDULE
from tests import factories
from tests.vacancies.employers.conftest import NONE, an_ask
from tests.vacancies.lifecycles.test_walks import let_start
from tests.vacancies.placement.conftest import TODAY, an_offer, of_guest
from vacancies.applications import actions as talks
from vacancies.applications.history import replayed
from vacancies.assessment.errors import RefusedError
from vacancies.employers import actions as employers
from vacancies.employers import links
from vacancies.enums import MeetingKind
from vacancies.lifecycles import Side
from vacancies.meetings import actions as meetings
from vacancies.meetings import queries as of_meetings
from vacancies.meetings.plan import Plan
from vacancies.models import Application, EmployerRequest, Meeting, Placement, Trajectory, Vacancy
from vacancies.placement import actions as placements
from vacancies.training import actions as training

PERSON, SCHOOL = Side.PROFESSIONAL, Side.SCHOOL
JOBS = sorted({row["task"] for row in BEAT_SCHEDULE.values() if row["task"].startswith("vac")})


@pytest.fixture
def way(school_a, bram, olga):
    """Esra is on the way: an appointment, agreed work, an employer that is asked, a trajectory."""
    esra = factories.ProfessionalFactory(user__name="Esra Aydin", level=Level.NLQF_6)
    factories.RouteAnswersFactory(professional=esra)
    factories.CredentialFactory(
        professional=esra, kind=CredentialKind.HIGHER_DIPLOMA, issued_on=TODAY
    )
    vacancy = factories.VacancyFactory(
        institution=school_a, function_kind=FunctionKind.TEACHER, will_train=True, positions=3
    )
    talk = talks.show_interest(vacancy, esra, by=esra.user)
    slots = tuple(of_meetings.suggestions(talk)[:2])
    plan = Plan(kind=MeetingKind.TALK, slots=slots)
    meeting = meetings.propose(talk, side=SCHOOL, plan=plan, by=bram)
    option = meeting.options.all()[0].pk
    meetings.take(meeting, option=option, sequence=1, side=PERSON, by=esra.user)
    placement = placements.offer(talk, offer=an_offer(), by=bram)
    placements.accept(placement, by=esra.user)
    asked = employers.ask(placement, ask=an_ask(), by=esra.user)
    trajectory = training.begin(talk, starts_on=TODAY, side=SCHOOL, by=bram)
    waiting = factories.ProfessionalFactory()
    return SimpleNamespace(
        esra=esra,
        talk=talk,
        meeting=meeting,
        placement=placement,
        asked=asked,
        trajectory=trajectory,
        waits=talks.show_interest(vacancy, waiting, by=waiting.user),
    )


def suspended(way, school_a, bram, olga, mo):
    organisations.suspend(school_a, reason="Misbruik.", by=mo)


def colleague_gone(way, school_a, bram, olga, mo):
    privacy.delete_account(bram, by=bram)


def nobody_left(way, school_a, bram, olga, mo):
    privacy.delete_account(bram, by=bram)
    privacy.delete_account(olga, by=olga)


def nobody_may(way, school_a, bram, olga, mo):
    """Everybody who may decide lost that right."""
    Membership.objects.filter(institution=school_a).update(role=Role.VIEWER)


def accounts_closed(way, school_a, bram, olga, mo):
    for user in (bram, olga):
        user.is_active = False
        user.save()


@pytest.fixture(params=[suspended, colleague_gone, nobody_left, nobody_may, accounts_closed])
def weather(request, way, school_a, bram, olga, mo):
    request.param(way, school_a, bram, olga, mo)
    return request.param.__name__


def run_the_clock(days):
    """Every job of the clock, twice, on a day to come."""
    app.loader.import_default_modules()
    with time_machine.travel(timezone.now() + timedelta(days=days)):
        for name in JOBS * 2:
            app.tasks[name]()


def words_of_everything():
    """Every notice can be put in words."""
    for kind in Notice.objects.order_by().values_list("kind", flat=True).distinct():
        registry.kind_of(kind).words(list(Notice.objects.filter(kind=kind)))


def nothing_is_lost():
    for model in (Application, Placement, Meeting, EmployerRequest, Trajectory):
        for row in model.objects.all():
            assert replayed(row.steps.all()) == row.status


@pytest.mark.parametrize("days", [1, 400])
def test_the_clock_goes_on(way, weather, days):
    run_the_clock(days)

    words_of_everything()
    nothing_is_lost()


def test_the_pages_of_the_professional_still_answer(way, weather, sign_in):
    client = sign_in(way.esra.user)
    pages = {
        "dashboard": [],
        "my_applications": [],
        "agenda": [],
        "my_trajectory": [],
        "my_application": [way.talk.public_id],
        "my_placement": [way.placement.public_id],
        "my_employer": [way.placement.public_id],
        "my_trajectory_at": [way.trajectory.public_id],
        "my_competence_file": [way.trajectory.public_id, "json"],
    }

    for name, args in pages.items():
        page = client.get(reverse(name, args=args), follow=True)
        assert page.status_code == 200, name


def test_the_employer_can_still_answer(way, weather):
    asked = way.asked
    visitor = Client()

    assert visitor.get(links.address_of(asked)).status_code == 200
    employers.agree(asked, name="Jan", version=asked.version, conditions=NONE)

    assert EmployerRequest.objects.get().status == "given"


def test_who_is_on_the_way_can_leave(way, weather):
    esra = way.esra.user
    meeting = Meeting.objects.exclude(status="cancelled").first()
    if meeting:  # else it went with the last colleague
        meetings.cancel(meeting, sequence=meeting.sequence, side=PERSON, reason="Ik stop.", by=esra)
    way.trajectory.refresh_from_db()
    seen = way.trajectory.version
    training.stop(way.trajectory, reason="home", side=PERSON, by=esra, seen=seen)
    placements.cancel(way.placement, side=PERSON, by=esra)
    talks.withdraw(way.talk, by=esra)
    talks.withdraw(way.waits, by=way.waits.professional.user)

    assert EmployerRequest.objects.get().status == "expired"
    nothing_is_lost()
    words_of_everything()


def test_an_account_that_goes_leaves_nothing_behind(way, weather):
    privacy.delete_account(way.esra.user, by=way.esra.user)

    run_the_clock(2)
    assert Application.objects.get() == way.waits
    assert not Placement.objects.exists()
    assert not Trajectory.objects.exists()
    assert Vacancy.objects.get().applications.count() == 1
    words_of_everything()


def next_leap_day():
    year = next(one for one in count(TODAY.year) if isleap(one) and date(one, 2, 29) > TODAY)
    return date(year, 2, 29)


def test_work_of_a_single_leap_day(school_a, bram):
    """It begins and ends on 29 February, an employer may answer until then, and it ends once."""
    day = next_leap_day()
    anna = factories.ProfessionalFactory()
    factories.RouteAnswersFactory(professional=anna)
    vacancy = factories.VacancyFactory(institution=school_a)
    talk = talks.show_interest(vacancy, anna, by=anna.user)
    let_start(anna, school_a, bram)
    offer = an_offer(of_guest(weeks=1), starts_on=day, ends_on=day, answer_by=day)
    row = placements.accept(placements.offer(talk, offer=offer, by=bram), by=anna.user)
    asked = employers.ask(row, ask=an_ask(), by=anna.user)
    EmployerRequest.objects.update(expires_on=day)

    assert employers.expire_by_clock(day) == 0
    employers.agree(asked, name="Jan", version=asked.version, conditions=NONE)
    assert employers.expire_by_clock(day + timedelta(days=1)) == 0
    with pytest.raises(RefusedError):
        placements.start(row, by=bram)
    Placement.objects.update(status="started")
    assert placements.end_by_clock(day) == 0
    assert placements.end_by_clock(day + timedelta(days=1)) == 1
    assert placements.end_by_clock(day + timedelta(days=1)) == 0


def test_work_of_five_years_from_a_leap_day_on_is_too_long(school_a, bram):
    """Five years after 29 February is 28 February: a day later is refused, with its field."""
    anna = factories.ProfessionalFactory()
    factories.RouteAnswersFactory(professional=anna)
    vacancy = factories.VacancyFactory(institution=school_a)
    talk = talks.show_interest(vacancy, anna, by=anna.user)
    day = next_leap_day()
    with time_machine.travel(datetime.combine(day, time(12))):
        offer = an_offer(
            of_guest(weeks=1), starts_on=day, ends_on=date(day.year + 5, 3, 1), answer_by=day
        )
        with pytest.raises(RefusedError) as caught:
            placements.offer(talk, offer=offer, by=bram)

    assert caught.value.field == "ends_on"
