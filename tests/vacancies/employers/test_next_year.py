"""Work without a last day goes on: the hours of the next study year, with all that guards them."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from accounts.models import AuditEvent, Notice
from tests.vacancies.employers.conftest import TODAY, of_guest
from tests.vacancies.placement.conftest import started, today_accepted  # noqa: F401
from vacancies.assessment.errors import RefusedError, StaleError
from vacancies.employers import actions, queries
from vacancies.employers.facts import facts_of
from vacancies.lifecycles import Side
from vacancies.placement import actions as placements
from vacancies.placement.coming import year_of
from vacancies.placement.offer import week_hours_of
from vacancies.training.next_year import NextYear


@pytest.fixture
def row(started):  # noqa: F811
    started.refresh_from_db()
    return started


@pytest.fixture
def url(row):
    return reverse("placement_year", args=[row.public_id])


def first_of_next() -> date:
    year = TODAY.year + (TODAY.month >= 8)
    return date(year, 8, 1)


def plan(row, by, *hours):
    return actions.plan_year(row, hours=hours or (of_guest(),), by=by, version=row.version)


def typed(row, what, **changes):
    values = {
        "version": row.version,
        "what": what,
        "uren1-work": "guest_teacher:guest_teacher_six_hours",
        "uren1-week_hours": "5",
        "uren1-weeks": "20",
        "uren1-named_teacher": "Wim Hoekstra",
    }
    return values | changes


def test_the_next_year_is_to_be_planned(row):
    year = year_of(row)

    assert (year.first, year.last) == (first_of_next(), date(first_of_next().year + 1, 7, 31))
    assert [
        one.plan_url for one in NextYear(row.application.vacancy.institution, TODAY).to_plan
    ] == [reverse("placement_year", args=[row.public_id])]


def test_planned_hours_stand_in_their_year(row, bram, anna):
    asked = plan(row, bram, of_guest(week_hours=Decimal(4), weeks=30))

    row.refresh_from_db()
    before, after = row.blocks.order_by("starts_on")
    assert (before.ends_on, after.starts_on) == (
        date(first_of_next().year, 7, 31),
        first_of_next(),
    )
    assert (after.week_hours, after.weeks, after.ends_on.year) == (4, 30, after.starts_on.year + 1)
    assert asked == frozenset({Side.PROFESSIONAL})
    assert AuditEvent.objects.filter(verb="placement.year_planned").count() == 1
    assert Notice.objects.filter(recipient=anna.user, kind__startswith="agreement").exists()
    assert year_of(row) is None
    assert NextYear(row.application.vacancy.institution, TODAY).to_plan == []


def test_the_professional_agrees_to_them(row, bram, anna):
    plan(row, bram)
    row.refresh_from_db()
    request = queries.of_placement(row)

    assert queries.must_confirm(row, Side.PROFESSIONAL, request)
    assert not queries.must_confirm(row, Side.SCHOOL, request)


def test_a_year_after_a_year_is_not_added_up(row, bram):
    plan(row, bram, of_guest(week_hours=Decimal(3)))
    row.refresh_from_db()

    assert week_hours_of(list(row.blocks.all())) == 5
    assert facts_of(row).week_hours == 5


def test_the_budget_of_that_year_guards(row, bram):
    with pytest.raises(RefusedError) as refused:
        plan(row, bram, of_guest(week_hours=Decimal(12), weeks=40))

    assert refused.value.field == "week_hours"
    assert row.blocks.count() == 1
    assert row.blocks.get().ends_on is None


def test_more_weeks_than_the_year_has_are_refused(row, bram):
    with pytest.raises(RefusedError):
        plan(row, bram, of_guest(weeks=60))


def test_no_hours_are_no_plan(row, bram):
    with pytest.raises(RefusedError):
        actions.plan_year(row, hours=(), by=bram, version=row.version)


def test_the_list_of_placements_says_what_is_not_planned(row, bram, as_bram):
    said = "no hours are planned yet."
    assert said in as_bram.get(reverse("placements")).text

    plan(row, bram)

    assert said not in as_bram.get(reverse("placements")).text


def test_twice_is_told(row, bram):
    plan(row, bram)
    with pytest.raises(StaleError):
        plan(row, bram)
    row.refresh_from_db()
    with pytest.raises(RefusedError):
        plan(row, bram)


def test_a_stranger_plans_nothing(row, carla, anna):
    for somebody in (carla, anna.user):
        with pytest.raises(PermissionDenied):
            plan(row, somebody)


def test_work_with_a_last_day_and_an_offer_have_no_next_year(offered, accepted):
    assert year_of(accepted) is None


def test_what_ended_takes_the_year_along(row, bram):
    plan(row, bram)
    row.refresh_from_db()

    placements.end(row, by=bram, side=Side.SCHOOL)

    assert row.blocks.count() == 1
    assert row.blocks.get().ends_on == timezone.localdate()


def test_the_page_looks_first_and_then_plans(row, url, as_bram):
    page = as_bram.get(url).text
    assert "Wim Hoekstra" in page
    assert "Plan this year" not in page

    looked = as_bram.post(url, typed(row, "look")).text
    assert "Plan this year" in looked
    assert "of 240 clock hours" in looked or "clock hours, in the study year" in looked
    assert row.blocks.count() == 1

    answer = as_bram.post(url, typed(row, "plan"), follow=True)
    assert "The professional agrees to it" in answer.text
    assert row.blocks.count() == 2
    assert "There is no year to plan now." in as_bram.get(url, follow=True).text


def test_what_is_wrong_stands_beside_its_field_and_stays(row, url, as_bram):
    answer = as_bram.post(
        url, typed(row, "plan", **{"uren1-week_hours": "12", "uren1-weeks": "40"})
    )

    assert "This is not right yet" in answer.text
    assert 'value="12"' in answer.text
    assert row.blocks.count() == 1


def test_a_page_of_before_plans_nothing(row, url, as_bram):
    answer = as_bram.post(url, typed(row, "plan", version="1" * 12))

    assert "Something changed in the meantime" in answer.text
    assert row.blocks.count() == 1


def test_the_placement_and_the_preview_lead_there(row, url, as_bram, as_carla):
    assert url in as_bram.get(reverse("placement", args=[row.public_id])).text
    assert url in as_bram.get(reverse("next_year")).text
    assert as_carla.get(url).status_code == 404
