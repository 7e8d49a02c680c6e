"""What schools decided about a person is in the download, and goes with the account."""

from datetime import date
from decimal import Decimal

import pytest

from accounts.privacy.actions import delete_account
from accounts.privacy.queries import download
from vacancies.codes import Decision, Route
from vacancies.models import BoardDecision, PlannedBlock

pytestmark = pytest.mark.django_db


@pytest.fixture
def decided(anna, school_a, bram):
    BoardDecision.objects.create(
        institution=school_a,
        professional=anna,
        kind=Decision.SPECIFIC_KNOWLEDGE_JUDGED,
        decided_on=date(2026, 11, 2),
        note="Twelve years of welding",
        recorded_by=bram,
    )
    PlannedBlock.objects.create(
        institution=school_a,
        professional=anna,
        function_kind="guest_teacher",
        route=Route.GUEST_TEACHER_SIX_HOURS,
        week_hours=Decimal(5),
        weeks=40,
        starts_on=date(2027, 1, 4),
        named_teacher="Wim Hoekstra",
        planned_by=bram,
    )
    return anna


def test_decisions_and_plans_are_in_the_download_without_other_people(decided):
    data = download(decided.user)

    [decision], [plan] = data["decisions_of_schools"], data["planned_hours"]
    assert (decision["institution"], decision["note"]) == (
        "Deltion College",
        "Twelve years of welding",
    )
    assert (plan["route"], plan["weeks"]) == ("guest_teacher_six_hours", 40)
    assert "Bram" not in str(data)
    assert "Hoekstra" not in str(data)


def test_they_go_with_the_account(decided):
    delete_account(decided.user, by=decided.user)

    assert not BoardDecision.objects.exists()
    assert not PlannedBlock.objects.exists()


def test_they_stay_when_the_colleague_leaves(decided, bram):
    delete_account(bram, by=bram)

    assert BoardDecision.objects.get().recorded_by is None
    assert PlannedBlock.objects.get().planned_by is None
