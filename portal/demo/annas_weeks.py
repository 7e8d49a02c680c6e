"""What Anna has going: a talk with a guest lesson to choose, an offer, and work to start with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from accounts.models import Professional, User
from portal.demo import meetings, placements, script
from portal.demo.script import Yes
from vacancies.applications import actions as applications
from vacancies.enums import MeetingKind
from vacancies.lifecycles import Side
from vacancies.models import Application, Vacancy

WORK: Final = Yes("metaal-harderwijk", 0, 7, script.ANNA_TO_LANDSTEDE, "accepted", script.LANDSTEDE_OFFERS, (), 4, 10)  # fmt: skip
OFFERED: Final = Yes("migmag-apeldoorn", 0, 1, "", "offered", script.AVENTUS_OFFERS, (), 3, 10)
TALK: Final = "lassen-zwolle"


@dataclass(frozen=True)
class Scene:
    """Anna, and the schools that she talks with."""

    anna: Professional
    hr: Mapping[str, User]
    vacancies: Mapping[str, Vacancy]
    today: date


def play(scene: Scene, day: int) -> None:
    """What happened so many days ago."""
    if day == WORK.days + 2:
        row = _say_yes(scene, WORK.vacancy, WORK.message)
        applications.talk(row, by=_hr(scene, row))
    if day == WORK.days:
        _offer(scene, WORK)
    if day == 2:
        _say_yes(scene, TALK, script.ANNA_TO_DELTION)
    if day == 1:
        _talk(scene)
        _offer(scene, OFFERED)
    if day == 0:
        _answer_and_propose(scene)


def _say_yes(scene: Scene, key: str, message: str) -> Application:
    user, vacancy = scene.anna.user, scene.vacancies[key]
    return applications.show_interest(vacancy, scene.anna, message=message, by=user)


def _offer(scene: Scene, told: Yes) -> None:
    row = _application(scene, told.vacancy)
    placements.play(placements.Scene(row, told, scene.today, _hr(scene, row)))


def _talk(scene: Scene) -> None:
    """Bram reads it, says yes to a talk and asks something."""
    row = _application(scene, TALK)
    hr = _hr(scene, row)
    applications.mark_seen(row, by=hr)
    applications.talk(row, by=hr)
    applications.write(row, side=Side.SCHOOL, text=script.BRAM_ASKS, by=hr)


def _answer_and_propose(scene: Scene) -> None:
    """Anna answers; Bram proposes a guest lesson, which waits for her choice."""
    row = _application(scene, TALK)
    applications.mark_read(row, side=Side.PROFESSIONAL)
    applications.write(row, side=Side.PROFESSIONAL, text=script.ANNA_ANSWERS, by=scene.anna.user)
    kind, note, hr = MeetingKind.GUEST_LESSON, script.A_LESSON_WITH_WIM, _hr(scene, row)
    meetings.propose(row, kind=kind, note=note, by=hr)


def _application(scene: Scene, key: str) -> Application:
    rows = Application.objects.select_related("vacancy__institution", "professional__user")
    return rows.get(vacancy=scene.vacancies[key], professional=scene.anna)


def _hr(scene: Scene, row: Application) -> User:
    return scene.hr[row.vacancy.institution.slug]
