from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from accounts.audit.queries import timeline
from accounts.availability import actions, hooks, queries
from accounts.availability.errors import StaleProfileError
from accounts.models import Availability
from accounts.profiles import hooks as profile_hooks
from portal.kit.dayparts import FULL_WEEK, parse

pytestmark = pytest.mark.django_db

WEEK = {
    "day_parts_mask": parse("monday_morning friday_evening"),
    "hours_min": Decimal("2.5"),
    "hours_max": Decimal(6),
    "available_from": date(2027, 1, 4),
    "available_until": None,
}


@pytest.fixture
def heard(monkeypatch):
    told = []
    monkeypatch.setattr(profile_hooks.changed, "_listeners", [told.append])
    return told


def test_save_week_keeps_it_and_tells_it(anna, heard):
    actions.save_week(anna, by=anna.user, version=1, **WEEK)

    anna.refresh_from_db()
    assert queries.week_of(anna) == WEEK["day_parts_mask"]
    assert (anna.hours_min, anna.hours_max, anna.version) == (Decimal("2.5"), 6, 2)
    assert heard == [anna]
    assert timeline(anna).get().detail["day_parts"] == 2


def test_the_same_week_again_changes_nothing(anna, heard):
    actions.save_week(anna, by=anna.user, version=1, **WEEK)
    actions.save_week(anna, by=anna.user, version=1, **WEEK)

    assert len(heard) == 1


def test_an_old_version_overwrites_nothing(anna):
    actions.save_week(anna, by=anna.user, version=1, **WEEK)

    with pytest.raises(StaleProfileError):
        actions.save_week(anna, by=anna.user, version=1, **(WEEK | {"day_parts_mask": 1}))

    assert queries.week_of(anna) == WEEK["day_parts_mask"]


def test_a_stranger_saves_nothing(anna, carla):
    with pytest.raises(PermissionDenied):
        actions.save_week(anna, by=carla, version=None, **WEEK)


def test_a_week_without_a_row_is_empty_and_can_be_saved(anna):
    Availability.objects.all().delete()
    assert queries.week_of(anna) == 0

    actions.save_week(anna, by=anna.user, version=None, **WEEK)

    assert queries.week_of(anna) == WEEK["day_parts_mask"]


def test_bits_outside_the_week_are_left_out(anna):
    actions.save_week(anna, by=anna.user, version=None, **(WEEK | {"day_parts_mask": 1 << 20 | 1}))

    assert queries.week_of(anna) == 1 <= FULL_WEEK


def test_a_question_without_an_answer_is_silent(anna):
    question = hooks.Question("")
    assert question.ask(anna) == ""

    question.register(lambda professional: f"3 vacancies fit {professional.occupation}")
    assert question.ask(anna) == "3 vacancies fit Welder"
