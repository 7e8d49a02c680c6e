"""A demo that is told over midnight would have two todays: it is told anew."""

from datetime import date

import pytest
import time_machine

from accounts.models import User
from portal.demo import seeding
from tests import factories

EVENING, MORNING = "2026-11-22 22:59:30Z", "2026-11-22 23:00:30Z"  # in Amsterdam a day apart
THERE = seeding.Seeded(1, 0, 0, 0)


@pytest.mark.django_db
@pytest.mark.parametrize("refuses", [True, False], ids=["refused", "finished"])
def test_what_is_seeded_over_midnight_is_seeded_anew(monkeypatch, refuses):
    days = []
    with time_machine.travel(EVENING, tick=False) as clock:

        def seed(people: int, today: date) -> seeding.Seeded:
            days.append(today.day)
            factories.UserFactory()
            clock.move_to(MORNING)
            if refuses and len(days) == 1:
                raise ValueError("this day has passed")
            return THERE

        monkeypatch.setattr(seeding, "_seed", seed)

        assert seeding.seed(20) == THERE
    assert days == [22, 23]
    assert User.objects.count() == 1


@pytest.mark.django_db
def test_what_goes_wrong_within_a_day_is_said(monkeypatch):
    monkeypatch.setattr(seeding, "_seed", lambda people, today: 1 / 0)

    with time_machine.travel(EVENING, tick=False), pytest.raises(ZeroDivisionError):
        seeding.seed(20)
