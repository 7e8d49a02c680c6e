from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone, translation

from accounts.audit import actions as audit
from accounts.models import Institution
from tests import factories
from vacancies.enums import ApplicationStatus, PayTableStatus, VacancyStatus
from vacancies.models import Application, Match, PayStep, PayTable, Vacancy
from vacancies.posting import actions, queries, words


def pay_table(valid_from: str, lowest: int, highest: int) -> PayTable:
    table = PayTable.objects.create(
        valid_from=valid_from, source_title="Cao mbo", status=PayTableStatus.CONFIRMED
    )
    for scale in ("LB", "LC"):
        PayStep.objects.create(table=table, scale=scale, step=1, gross_month=lowest)
        PayStep.objects.create(table=table, scale=scale, step=12, gross_month=highest)
    queries.forget_pay_tables()
    return table


# Pay


def test_pay_uses_the_table_of_the_first_day(school_a):
    school_a.prep_factor = Decimal(0)
    school_a.save()
    pay_table("2025-01-01", 3713, 5495)
    later = timezone.localdate() + timedelta(days=100)
    pay_table(later.isoformat(), 4000, 6000)
    vacancy = factories.VacancyFactory(institution=school_a, hours_min=6, hours_max=6)

    now = queries.pay_of(vacancy)
    vacancy.starts_on = later
    then = queries.pay_of(vacancy)

    assert (now.month_min, now.month_max) == (Decimal("537.27"), Decimal("795.13"))
    assert (now.valid_from, now.is_confirmed) == (date(2025, 1, 1), True)
    assert then.month_min == Decimal("578.80")


@pytest.mark.parametrize(
    "gap", [{"pay_scale_min": ""}, {"pay_scale_max": "LE"}, {"starts_on": date(2020, 1, 1)}]
)
def test_pay_of_what_is_not_known_is_none(school_a, gap):
    pay_table("2025-01-01", 3713, 5495)
    vacancy = factories.VacancyFactory(institution=school_a, **gap)

    assert queries.pay_of(vacancy) is None


def test_pay_of_a_draft_without_hours_is_none(draft):
    assert queries.pay_of(draft) is None


def test_pay_of_many_asks_the_database_once(school_a, django_assert_num_queries):
    pay_table("2025-01-01", 3713, 5495)
    for _ in range(3):
        factories.VacancyFactory(institution=school_a)
    rows = list(Vacancy.objects.select_related("institution"))

    with django_assert_num_queries(2):
        first = queries.pay_of_many(rows)
    with django_assert_num_queries(0):
        again = queries.pay_of_many(rows)

    assert first == again
    assert set(first) == {row.pk for row in rows}


# Lists


def test_list_counts_who_fits_and_who_waits(school_a, anna):
    vacancy = factories.VacancyFactory(institution=school_a)
    second = factories.ProfessionalFactory()
    Match.objects.filter(vacancy=vacancy).delete()
    Match.objects.create(vacancy=vacancy, professional=anna, score=80, rule_version=1)
    Match.objects.create(
        vacancy=vacancy, professional=second, score=70, rule_version=1, is_current=False
    )
    Application.objects.create(vacancy=vacancy, professional=anna)
    Application.objects.create(
        vacancy=vacancy,
        professional=second,
        status=ApplicationStatus.DECLINED,
        ended_at=timezone.now(),
    )

    (row,) = queries.vacancies_of(school_a)

    assert (row.matches_now, row.interest, row.interest_open) == (1, 2, 1)
    assert queries.numbers_of(vacancy) == queries.Numbers(matches=1, interest=2, waiting=1)


def test_counts_are_of_the_own_school(school_a: Institution, school_b):
    factories.VacancyFactory(institution=school_a)
    factories.DraftFactory(institution=school_a)
    factories.VacancyFactory(institution=school_b)

    assert queries.counts_by_status(school_a) == {
        VacancyStatus.PUBLISHED: 1,
        VacancyStatus.DRAFT: 1,
    }


# History


def test_saves_of_one_person_count_as_one(draft, bram, olga):
    for by in (bram, bram, olga):
        audit.record("vacancy.saved", draft, by=by)

    verbs = [event.verb for event in queries.events_of(draft)]

    assert verbs == ["vacancy.saved", "vacancy.saved", "vacancy.created"]


def test_last_edit_without_one_is_the_moment_of_the_row(draft):
    assert queries.last_edit(draft) == queries.Edit("", draft.updated_at)


def test_notices_go_to_nobody_of_another_school(published, carla):
    assert carla not in queries.colleagues_to_tell(published)


# Words


def test_saved_today_is_told_by_the_time_only():
    now = timezone.localtime().replace(hour=14, minute=32)

    assert words.saved_text(now) == "saved at 14:32"
    with translation.override("nl"):
        assert "14.32" in words.saved_text(now)


def test_saved_earlier_is_told_with_the_day():
    earlier = timezone.localtime().replace(month=3, day=4, hour=9, minute=5) - timedelta(days=730)

    assert words.saved_text(earlier) == f"saved on {earlier:%-d %B} at 9:05"


@pytest.mark.parametrize(
    ("demand", "expected"),
    [
        ({"kind": "experience", "value": 1}, "1 year in the occupation"),
        ({"kind": "experience", "value": 3}, "3 years in the occupation"),
        ({"kind": "language", "value": 4}, "Dutch at level B2"),
        ({"kind": "level", "value": 6}, "Education: hbo or university bachelor"),
    ],
)
def test_demand_in_words(draft, demand, expected):
    row = factories.RequirementFactory(vacancy=draft, **demand)

    assert words.demand_text(row) == expected


def test_discard_leaves_its_history(draft, bram):
    pk = draft.pk

    actions.discard(draft, by=bram)

    assert not Vacancy.objects.filter(pk=pk).exists()
