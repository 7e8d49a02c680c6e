from accounts.models import AuditEvent
from portal.schedule import BEAT_SCHEDULE
from tests import factories
from vacancies.matching import projection, tasks
from vacancies.models import Match


def test_the_nightly_task_notes_the_differences(db):
    factories.ProfessionalFactory()

    tasks.check_projections()

    assert AuditEvent.objects.get(verb="matching.checked").detail["differences"] == 1


def test_the_sweep_matches_what_waits(vacancy, anna):
    projection.project_professional(anna)
    projection.project_vacancy(vacancy)

    tasks.heal_matches()

    assert Match.objects.count() == 1


def test_both_are_on_the_schedule():
    planned = {row["task"] for row in BEAT_SCHEDULE.values()}

    assert {tasks.check_projections.name, tasks.heal_matches.name} <= planned
