"""A moderator moves a day of a provider: whoever follows that course follows it at once."""

from datetime import timedelta

import pytest

from tests.course_factories import CourseFactory
from tests.desk import page
from tests.vacancies.admin.test_reference import imported
from tests.vacancies.training.conftest import (  # noqa: F401 - pytest finds them here
    application,
    begun,
    course,
    esra,
    vacancy,
)
from tests.vacancies.training.test_rough_weather import agree, days
from vacancies.models import Course, CourseModule
from vacancies.training import tasks

TASK = "vacancies.replan_trajectories"


@pytest.fixture
def follower(begun, bram, course):  # noqa: F811
    """Esra's plan has the days of this course."""
    return agree(begun, bram, course_start=course)


@pytest.fixture
def pokes(django_capture_on_commit_callbacks):
    """Which pokes of ours a request leaves."""

    def of(act):
        with django_capture_on_commit_callbacks() as callbacks:
            act()
        found = [getattr(one, "args", ()) for one in callbacks]
        return [args[1] for args in found if args and args[0] == TASK]

    return of


def typed(start, **changes):
    """The form of a course with this one start."""
    row = start.course
    fields = ("code", "kind", "provider", "name", "form", "every_weeks", "months", "valid_from")
    values = {name: getattr(row, name) for name in (*fields, "source_title")}
    values |= {"place": row.place_id or "", "day_parts_mask": ["0"]}
    for prefix, number in (("starts", 1), ("modules", 0)):
        values |= {f"{prefix}-TOTAL_FORMS": number, f"{prefix}-INITIAL_FORMS": number}
    days_of_start = {name: getattr(start, name) or "" for name in ("starts_on", "apply_by")}
    told = {"id": start.pk, "course": row.pk, "is_sure": "on", **days_of_start, **changes}
    return values | {f"starts-0-{name}": value for name, value in told.items()}


def test_a_day_saved_at_the_desk_is_followed(desk, follower, course, pokes):  # noqa: F811
    later = course.starts_on + timedelta(days=20)
    before = days(follower)["first_day"]

    def save():
        answer = desk.post(page(Course, "change", course.course_id), typed(course, starts_on=later))
        assert answer.status_code == 302

    asked = pokes(save)

    assert asked == [(course.course_id,)]
    assert tasks.replan_trajectories(*asked[0]) == 1
    assert days(follower)["first_day"] == later != before
    assert tasks.replan_trajectories(*asked[0]) == 0
    assert tasks.replan_trajectories() == 0


def test_another_course_moves_nobody(follower, course):  # noqa: F811
    course.starts_on += timedelta(days=20)
    course.save()

    assert tasks.replan_trajectories(CourseFactory(code="another").pk) == 0
    assert tasks.replan_trajectories() == 1


def test_an_import_is_followed(desk, follower, course, pokes):  # noqa: F811
    closes = course.apply_by - timedelta(days=20)
    text = (
        f"course,starts_on,apply_by,is_sure\n{course.course.code},{course.starts_on},{closes},1\n"
    )

    asked = pokes(lambda: imported(desk, Course, text, resource="1"))

    assert asked == [()]
    before = days(follower)["pdg_application"]
    assert tasks.replan_trajectories() == 1
    assert days(follower)["pdg_application"] < before
    assert CourseModule.objects.count() == 0
