"""Reminders through notices: nothing twice, nothing while it rests, a new day is told anew."""

from datetime import timedelta

import pytest

from accounts.models import Notice
from accounts.notifications import registry
from tests.vacancies.training.conftest import SCHOOL, TODAY, now
from vacancies.applications import actions as applications
from vacancies.enums import StopReason
from vacancies.training import actions

KINDS = ("trajectory_reminder", "trajectory_reminder_school")


def reminders(**filters) -> list[tuple[str, str, int]]:
    rows = Notice.objects.filter(kind__in=KINDS, **filters)
    return sorted(
        (one.facts["code"] or one.facts["what"], one.kind, one.facts["number"]) for one in rows
    )


def only(row, code: str, days: int) -> None:
    """Nothing is left to do but this, so many days from now."""
    row.milestones.exclude(code=code).update(done_on=TODAY)
    row.milestones.filter(code=code).update(due_on=TODAY + timedelta(days=days), done_on=None)


def test_the_owner_first_then_who_waits(training):
    only(training, "parts_done", 50)
    actions.care_for_all()
    assert reminders() == [("parts_done", "trajectory_reminder", 8)]

    only(training, "parts_done", 20)
    actions.care_for_all()

    assert [one for one in reminders() if one[2] == 4] == [
        ("parts_done", "trajectory_reminder", 4),
        ("parts_done", "trajectory_reminder_school", 4),
    ]


def test_a_missed_run_is_caught_up_and_nothing_is_told_twice(training):
    only(training, "parts_done", 60)
    for days in (0, 1, 20, 21, 40, 55, 58, 70):
        actions.care_for_all(TODAY + timedelta(days=days))

    assert [one[2] for one in reminders(kind="trajectory_reminder")] == [1, 4, 8]
    assert [one[2] for one in reminders(kind="trajectory_reminder_school")] == [1, 4]


def test_a_new_day_is_told_anew(training):
    only(training, "parts_done", 50)
    actions.care_for_all()
    only(training, "parts_done", 53)

    actions.care_for_all()

    assert [one[2] for one in reminders(kind="trajectory_reminder")] == [8, 8]


def test_both_clocks_are_told_by_month(training):
    training.milestones.update(done_on=TODAY)
    training.term_ends_on = TODAY + timedelta(days=170)
    training.certificate_by = TODAY + timedelta(days=80)
    training.save()

    actions.care_for_all()

    assert reminders() == [
        ("agreement", "trajectory_reminder", 3),
        ("agreement", "trajectory_reminder_school", 3),
        ("term", "trajectory_reminder_school", 6),
    ]


@pytest.mark.parametrize("rest", ["paused", "stopped"])
def test_nothing_is_told_while_it_rests(training, bram, rest):
    only(training, "parts_done", 20)
    if rest == "paused":
        actions.pause(now(training), starts_on=TODAY, by=bram, seen=training.version)
    else:
        actions.stop(
            now(training), reason=StopReason.HOME, side=SCHOOL, by=bram, seen=training.version
        )
    only(training, "parts_done", 20)

    actions.care_for_all()

    assert reminders() == []


def test_a_proposal_that_was_taken_back_reminds_nobody(begun, esra):
    applications.withdraw(begun.application, by=esra.user)
    only(begun, "both_yes", 20)

    actions.care_for_all()

    assert reminders() == []


def test_what_is_told_names_the_day_and_is_withdrawn_once_done(training):
    only(training, "parts_done", 20)
    actions.care_for_all()
    notice = Notice.objects.get(kind="trajectory_reminder")
    kind = registry.kind_of(notice.kind)

    [item] = kind.words([notice])
    assert item.title == "Within 4 weeks: hand in your last part"
    assert any("Up to: you" in line for line in item.lines)

    training.milestones.update(done_on=TODAY)
    assert kind.words([notice]) == []


def test_a_notice_for_many_asks_the_database_no_more(training, django_assert_max_num_queries):
    only(training, "parts_done", 20)
    actions.care_for_all()
    for one in Notice.objects.filter(kind__in=KINDS):
        with django_assert_max_num_queries(7):
            registry.kind_of(one.kind).words([one] * 20)
