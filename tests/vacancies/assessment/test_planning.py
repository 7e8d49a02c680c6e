"""Planning hours: the year at one school refuses, all else is a word; one plan, one study year."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from decimal import Decimal
from threading import Barrier

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from accounts.enums import FunctionKind
from accounts.models import AuditEvent
from tests import factories
from tests.vacancies.assessment.conftest import TODAY, asked, next_year
from vacancies.applications import actions as applications
from vacancies.assessment import actions, queries
from vacancies.assessment.actions.planning import fingerprint
from vacancies.assessment.errors import RefusedError, StaleError
from vacancies.codes import Decision, Route
from vacancies.models import PlannedBlock
from vacancies.routes.hours import Finding


def plan(anna, school, by, vacancy=None, **changes):
    return actions.plan(anna, institution=school, hours=asked(**changes), by=by, vacancy=vacancy)


def last_of_year() -> date:
    return date(next_year().year + 1, 7, 31)


def test_hours_are_planned(application, vacancy, anna, school_a, bram):
    row = plan(anna, school_a, bram, vacancy, named_teacher="Wim Bakker")

    assert (row.week_hours, row.weeks, row.vacancy, row.planned_by) == (5, 40, vacancy, bram)
    assert AuditEvent.objects.get(verb="hours.planned").detail["week_hours"] == "5"


def test_240_fits_and_241_does_not(application, anna, school_a, bram):
    plan(anna, school_a, bram, weeks=38)

    with pytest.raises(RefusedError) as refusal:
        plan(anna, school_a, bram, week_hours=Decimal("5.1"), weeks=10)
    assert refusal.value.field == "week_hours"
    assert "241 clock hours" in str(refusal.value)
    assert "room for 240" in str(refusal.value)
    assert "Then it fits: at most 5 hours a week" in str(refusal.value).replace("\u00a0", " ")

    plan(anna, school_a, bram, week_hours=Decimal("5"), weeks=10)
    assert PlannedBlock.objects.count() == 2


def test_the_next_study_year_has_room_again(application, anna, school_a, bram):
    plan(anna, school_a, bram, week_hours=Decimal("6"))

    with pytest.raises(RefusedError):
        plan(anna, school_a, bram, weeks=1, starts_on=last_of_year())
    assert plan(anna, school_a, bram, weeks=1, starts_on=last_of_year() + timedelta(days=1))


def test_a_plan_over_the_first_of_august_is_refused_with_both_days(
    application, anna, school_a, bram
):
    with pytest.raises(RefusedError) as refusal:
        plan(anna, school_a, bram, ends_on=last_of_year() + timedelta(days=1))

    assert refusal.value.field == "ends_on"
    assert "Plan until that day, and make a second plan from" in str(refusal.value)
    assert plan(anna, school_a, bram, ends_on=last_of_year())


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"weeks": 53}, "weeks"),
        ({"ends_on": date(2000, 1, 1)}, "ends_on"),
        ({"route": Route.INSTRUCTOR_QUALIFIED}, "route"),
        ({"week_hours": Decimal(0)}, "week_hours"),
        ({"week_hours": Decimal(41)}, "week_hours"),
        ({"fte": Decimal(2)}, "fte"),
        ({"lesson_hours": Decimal(0)}, "lesson_hours"),
    ],
)
def test_hours_that_cannot_be(application, anna, school_a, bram, changes, field):
    with pytest.raises(RefusedError) as refusal:
        plan(anna, school_a, bram, **changes)

    assert refusal.value.field == field


def test_a_busy_week_is_a_word_and_no_more(application, anna, school_a, bram):
    row = plan(anna, school_a, bram, week_hours=Decimal(8), weeks=20)

    assert queries.guard_of(row).findings == {Finding.WEEK_OVER_AVERAGE}


def test_hours_past_the_term_are_refused(application, anna, school_a, bram):
    actions.record_decision(
        anna,
        institution=school_a,
        by=bram,
        kind=Decision.WORKED,
        is_yes=True,
        decided_on=TODAY,
        route=str(Route.SUITABILITY_IN_TRAINING),
        starts_on=TODAY - timedelta(days=5 * 366),
        ends_on=TODAY - timedelta(days=1),
    )

    with pytest.raises(RefusedError, match="past the time"):
        plan(
            anna,
            school_a,
            bram,
            function_kind=FunctionKind.TEACHER,
            route=Route.SUITABILITY_IN_TRAINING,
        )


def test_hours_elsewhere_never_stop_us_and_are_never_told(
    application, anna, school_a, school_b, bram, carla
):
    other = factories.VacancyFactory(institution=school_b)
    applications.show_interest(other, anna, by=anna.user)
    plan(anna, school_b, carla, week_hours=Decimal(6))

    row = plan(anna, school_a, bram, week_hours=Decimal(6))

    guard = queries.guard_of(row)
    assert guard.limit.used == 240
    assert guard.findings == {Finding.HOURS_ELSEWHERE, Finding.OVER_TOGETHER}


def test_strangers_plan_change_and_cancel_nothing(
    application, vacancy, anna, school_a, carla, viewer, bram
):
    row = plan(anna, school_a, bram, vacancy)

    for user in (carla, viewer, anna.user):
        with pytest.raises(PermissionDenied):
            plan(anna, school_a, user)
        with pytest.raises(PermissionDenied):
            actions.change_plan(row, hours=asked(weeks=1), seen=fingerprint(row), by=user)
        with pytest.raises(PermissionDenied):
            actions.cancel_plan(row, by=user)
    assert PlannedBlock.objects.get().weeks == 40


def test_the_vacancy_of_another_school_is_refused(application, anna, school_a, school_b, bram):
    with pytest.raises(PermissionDenied):
        plan(anna, school_a, bram, factories.VacancyFactory(institution=school_b))


def test_nobody_is_planned_without_a_yes(application, anna, school_a, bram):
    applications.withdraw(application, by=anna.user)

    with pytest.raises(PermissionDenied):
        plan(anna, school_a, bram)


def test_hours_of_somebody_who_went_can_be_freed(application, vacancy, anna, school_a, bram):
    row = plan(anna, school_a, bram, vacancy)
    applications.withdraw(application, by=anna.user)

    actions.cancel_plan(row, by=bram)
    actions.cancel_plan(row, by=bram)

    assert not PlannedBlock.objects.exists()
    assert AuditEvent.objects.filter(verb="hours.cancelled").count() == 1


def test_a_change_does_not_count_itself(application, anna, school_a, bram):
    row = plan(anna, school_a, bram)

    changed = actions.change_plan(
        row, hours=asked(week_hours=Decimal(6)), seen=fingerprint(row), by=bram
    )

    assert changed.week_hours == 6
    with pytest.raises(RefusedError):
        actions.change_plan(
            row, hours=asked(week_hours=Decimal(7)), seen=fingerprint(changed), by=bram
        )
    assert PlannedBlock.objects.get().week_hours == 6


def test_a_change_of_what_a_colleague_changed_is_told(application, anna, school_a, bram, colleague):
    row = plan(anna, school_a, bram)
    seen = fingerprint(PlannedBlock.objects.get())
    actions.change_plan(row, hours=asked(weeks=30), seen=seen, by=colleague)

    with pytest.raises(StaleError):
        actions.change_plan(row, hours=asked(weeks=20), seen=seen, by=bram)
    assert PlannedBlock.objects.get().weeks == 30


def test_the_verdict_of_a_vacancy_counts_its_own_hours_once(
    application, vacancy, anna, school_a, bram
):
    subject = queries.subject_of(vacancy, anna)

    def used():
        found = queries.verdicts_of(subject)
        return next(one.limit.used for one in found if one.limit)

    before = used()
    plan(anna, school_a, bram, vacancy)
    assert used() == before

    plan(anna, school_a, bram, week_hours=Decimal(1), weeks=10)
    assert used() == before + 10


@pytest.mark.django_db(transaction=True)
def test_two_colleagues_at_once_never_pass_the_year(application, anna, school_a, bram, colleague):
    barrier = Barrier(2)

    def work(user):
        barrier.wait()
        try:
            plan(anna, school_a, user, week_hours=Decimal(4))
        except RefusedError:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(work, [bram, colleague]))

    assert sorted(done) == [False, True]
    assert PlannedBlock.objects.count() == 1
