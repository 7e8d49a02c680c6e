"""Courses that begin soon, so that the catalogue of the demo is alive.

What providers say of themselves stands in the reference files. These are invented, and say so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from accounts.models import Place
from portal.kit import dayparts
from vacancies.enums import CourseForm, TrainingKind
from vacancies.models import Course, CourseStart

PROVIDER: Final = "Hogeschool Sallandhoek (verzonnen)"
SOURCE: Final = "Verzonnen voor de demo"
LAST_PART: Final = "demo-pdg-laatste-deel"
YEAR: Final = timedelta(days=365)
BEGAN: Final = timedelta(days=46)


@dataclass(frozen=True)
class Run:
    """A course and the weeks from today in which it begins."""

    code: str
    kind: str
    name: str
    day_parts: str
    months: int
    about: str
    weeks: Sequence[int]


RUNS: Final = (
    Run(LAST_PART, TrainingKind.PDG, "PDG, het laatste deel, voor wie overstapt", "friday_morning friday_afternoon", 4, "Vier maanden op vrijdag, voor wie de eerste delen elders haalde. Je maakt je laatste onderdeel in je eigen klas.", (20,)),
    Run("demo-pdg-vrijdag", TrainingKind.PDG, "PDG voor wie al lesgeeft, groep op vrijdag", "friday_morning friday_afternoon", 12, "Een jaar lang op vrijdag, in een groep van veertien mensen uit allerlei vakken.", (10, 36)),
    Run("demo-gastlessen", TrainingKind.SHORT, "Je eerste gastlessen, vier avonden", "thursday_evening", 1, "Vier donderdagavonden. Je maakt je eerste les en geeft die aan elkaar.", (3, 14)),
    Run("demo-instructeur", TrainingKind.INSTRUCTOR, "Instructeur in het mbo", "tuesday_afternoon", 8, "Elke dinsdagmiddag. Wat je leert, probeer je dezelfde week op je eigen school.", (8,)),
)  # fmt: skip


def open_runs(today: date) -> None:
    """The courses with their coming starts, none of them confirmed."""
    place = Place.objects.filter(name="Zwolle").order_by("-population")[0]
    for run in RUNS:
        course = Course.objects.create(
            code=run.code,
            kind=run.kind,
            provider=PROVIDER,
            name=run.name,
            place=place,
            form=CourseForm.ON_SITE,
            day_parts_mask=dayparts.parse(run.day_parts),
            months=run.months,
            about_nl=run.about,
            about_en="Invented for the demo.",
            valid_from=today - YEAR,
            source_title=SOURCE,
        )
        CourseStart.objects.bulk_create(_start(course, today, weeks) for weeks in run.weeks)


def last_part(today: date) -> CourseStart:
    """A run that goes on: what is made in it is due within some weeks."""
    course = Course.objects.get(code=LAST_PART)
    day = _day_of(course, today - BEGAN)
    return CourseStart.objects.create(course=course, starts_on=day, is_sure=True)


def _start(course: Course, today: date, weeks: int) -> CourseStart:
    """On a day of the course, with the days before it that a provider asks."""
    day = _day_of(course, today + timedelta(weeks=weeks))
    return CourseStart(
        course=course,
        starts_on=day,
        apply_by=day - timedelta(weeks=2) if weeks < 8 else day - timedelta(weeks=6),
        intake_by=day - timedelta(weeks=1) if weeks < 8 else day - timedelta(weeks=3),
    )


def _day_of(course: Course, day: date) -> date:
    """This day, or the first one after it on which the group meets."""
    days = {number // len(dayparts.PARTS) for number in dayparts.bits_of(course.day_parts_mask)}
    while day.weekday() not in days:
        day += timedelta(days=1)
    return day
