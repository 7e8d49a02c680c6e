"""The main pages: where each is in the demo, and who reads it. Needs Django."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from importlib import import_module
from typing import Final

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from portal.demo.accounts import ANNA, BRAM, MO, SANNE
from vacancies.employers.links import address_of
from vacancies.enums import VacancyStatus
from vacancies.models import Application, EmployerRequest, Match, Placement, Trajectory, Vacancy
from vacancies.routes.check import Answers
from vacancies.routes.facts import Function
from vacancies.routes.packing import pack

NEW: Final = "nieuw@vakmens.example"
ANNA_, SANNE_, BRAM_, MO_ = ANNA.email, SANNE.email, BRAM.email, MO.email


@dataclass(frozen=True)
class Screen:
    """A page as somebody sees it; without `who` as a visitor."""

    name: str
    path: str
    who: str = ""
    status: int = 200


def screens() -> list[Screen]:
    """The main pages, in the order in which people meet them."""
    return [*_public(), *_of_a_professional(), *_of_a_school(), *_of_the_house()]


def session_of(email: str) -> str:
    """The key of a new session; somebody who does not exist has just arrived."""
    user, _new = User.objects.get_or_create(
        email=email, defaults={"confirmed_at": timezone.now(), "name": ""}
    )
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return str(session.session_key)


def speak(language: str) -> None:
    """Everybody reads this language."""
    User.objects.update(language=language)


def _public() -> list[Screen]:
    welding = _busiest(Vacancy.objects.open().filter(institution__memberships__user__email=BRAM_))
    return [
        Screen("home", reverse("home")),
        Screen("vacancies", reverse("vacancies")),
        Screen("vacancy", welding.get_absolute_url()),
        Screen("route-check", reverse("route_check")),
        Screen("route-result", reverse("route_check_result", args=[pack(_welder())])),
        Screen("ranking", reverse("ranking")),
        Screen("for-schools", reverse("for_schools")),
        Screen("courses", reverse("courses")),
        Screen("sign-up", reverse("account_request_login_code")),
        Screen("sign-in", reverse("account_login")),
        Screen("accessibility", reverse("accessibility")),
        Screen("not-found", "/er-is-hier-niets/", status=404),
    ]


def _of_a_professional() -> list[Screen]:
    best = Match.objects.filter(professional__user__email=ANNA_, is_current=True).order_by("-score")
    yes = Application.objects.filter(professional__user__email=ANNA_).order_by("-pk")
    placement = Placement.objects.filter(application__professional__user__email=ANNA_).first()
    return [
        Screen("choose-role", reverse("choose_role"), NEW),
        Screen("dashboard", reverse("dashboard"), ANNA_),
        Screen("profile", reverse("profile"), ANNA_),
        Screen("profile-step", reverse("profile_step", args=["vak"]), ANNA_),
        Screen("week", reverse("week"), ANNA_),
        Screen("matches", reverse("my_matches"), ANNA_),
        Screen("match", reverse("my_match", args=[best[0].pk]), ANNA_),
        Screen("application", reverse("my_application", args=[yes[0].public_id]), ANNA_),
        Screen("my-placement", reverse("my_placement", args=[placement.public_id]), ANNA_),
        Screen("trajectory", reverse("my_trajectory"), SANNE_),
        Screen("inbox", reverse("inbox"), ANNA_),
        Screen("preferences", reverse("notice_preferences"), ANNA_),
    ]


def _of_a_school() -> list[Screen]:
    own = Vacancy.objects.filter(institution__memberships__user__email=BRAM_)
    draft = own.filter(status=VacancyStatus.DRAFT).order_by("pk").first() or own[0]
    busy = _busiest(own.open())
    shared = _busiest(own.open().filter(may_be_shared=True))
    person = Match.objects.filter(vacancy=busy, is_current=True).order_by("-score")[0].professional
    placed = Placement.objects.filter(application__vacancy__in=own).order_by("-pk")[0]
    trajectory = Trajectory.objects.filter(institution__memberships__user__email=BRAM_)[0]
    return [
        Screen("school-dashboard", reverse("dashboard"), BRAM_),
        Screen("school-vacancies", reverse("school_vacancies"), BRAM_),
        Screen("vacancy-form", reverse("vacancy_edit", args=[busy.code, "wanneer"]), BRAM_),
        Screen("vacancy-check", reverse("vacancy_edit", args=[busy.code, "controleren"]), BRAM_),
        Screen("vacancy-draft", reverse("vacancy_edit", args=[draft.code, "controleren"]), BRAM_),
        Screen("vacancy-mail", reverse("vacancy_mail", args=[busy.code]), BRAM_),
        Screen("vacancy-manage", reverse("vacancy_manage", args=[busy.code]), BRAM_),
        Screen("candidates", reverse("candidates", args=[busy.code]), BRAM_),
        Screen("candidate", reverse("candidate", args=[busy.code, person.public_id]), BRAM_),
        Screen("team", reverse("team", args=[shared.code]), BRAM_),
        Screen("interest", reverse("applications"), BRAM_),
        Screen("placement", reverse("placement", args=[placed.public_id]), BRAM_),
        Screen("board", reverse("trajectories"), BRAM_),
        Screen("school-trajectory", reverse("trajectory", args=[trajectory.public_id]), BRAM_),
        Screen("employer", address_of(EmployerRequest.objects.order_by("-pk")[0])),
    ]


def _of_the_house() -> list[Screen]:
    waiting = Vacancy.objects.filter(status=VacancyStatus.SUBMITTED).order_by("pk").first()
    return [
        Screen("desk", reverse("admin:index"), MO_),
        Screen("moderation", reverse("admin:vacancies_vacancy_change", args=[waiting.pk]), MO_),
        Screen("outbox", reverse("admin:accounts_mail_changelist"), MO_),
        Screen("mail-health", reverse("admin:mail_health"), MO_),
        Screen("mailbox", reverse("demo_mailbox")),
        Screen("gallery", reverse("gallery")),
    ]


def _busiest(vacancies) -> Vacancy:  # noqa: ANN001
    """The one whom most people fit."""
    found = sorted(vacancies.distinct(), key=lambda one: (-one.matches.count(), one.pk))
    return found[0]


def _welder() -> Answers:
    """Twelve years in the trade, a vocational diploma, six hours a week in mind."""
    return Answers(
        functions=(Function.GUEST_TEACHER, Function.INSTRUCTOR, Function.TEACHER),
        level=4,
        papers=(),
        years=12,
        week_hours=Decimal(5),
        weeks=10,
        start_on=date(timezone.localdate().year + 1, 2, 1),
        has_vog=False,
    )
