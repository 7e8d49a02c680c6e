import pytest

from accounts.audit.queries import timeline
from accounts.models import Institution, User
from accounts.organisations import actions as organisations
from tests import factories
from tests.desk import constant, pay_table
from vacancies.enums import PayTableStatus, VacancyStatus
from vacancies.models import Report, Vacancy
from vacancies.moderation import actions

pytestmark = pytest.mark.django_db


def test_suspending_a_school_pauses_what_it_has_open(
    school_a: Institution, school_b: Institution, mo: User
) -> None:
    own = factories.VacancyFactory(institution=school_a)
    closed = factories.DraftFactory(institution=school_a)
    other = factories.VacancyFactory(institution=school_b)

    organisations.suspend(school_a, reason="Geen antwoord", by=mo)

    statuses = dict(Vacancy.objects.values_list("pk", "status"))
    assert statuses == {
        own.pk: VacancyStatus.PAUSED,
        closed.pk: VacancyStatus.DRAFT,
        other.pk: VacancyStatus.PUBLISHED,
    }
    assert [event.verb for event in timeline(own)] == ["vacancy.paused"]


def test_a_report_is_handled_once(mo: User) -> None:
    report = Report.objects.create(vacancy=factories.VacancyFactory(), reason="fraud")

    first = actions.handle_report(report, by=mo)
    again = actions.handle_report(report, by=factories.UserFactory())

    assert (again.handled_at, again.handled_by) == (first.handled_at, mo)
    assert timeline(report).count() == 1


def test_confirming_a_constant_notes_who_and_when(mo: User) -> None:
    row = constant(1)

    actions.confirm_constant(row, by=mo)

    row.refresh_from_db()
    assert row.confirmed_by == mo
    assert row.history.first().history_user == mo


def test_confirming_a_pay_table_makes_it_official(mo: User) -> None:
    table = pay_table(1)

    actions.confirm_pay_table(table, by=mo)

    table.refresh_from_db()
    assert (table.status, table.confirmed_by) == (PayTableStatus.CONFIRMED, mo)


def test_bulk_approval_skips_a_school_that_is_not_verified(mo: User) -> None:
    school = factories.InstitutionFactory(status="pending", verified_at=None)
    vacancy = factories.VacancyFactory(institution=school, status="submitted", published_at=None)

    assert actions.approve_without_hits([vacancy], by=mo) == (0, 1)


def test_bulk_approval_skips_what_does_not_wait(mo: User) -> None:
    assert actions.approve_without_hits([factories.VacancyFactory()], by=mo) == (0, 1)
