from celery import shared_task

from vacancies.matching import actions


@shared_task(name="vacancies.check_projections")
def check_projections() -> None:
    """Nightly: facts and matches against a full rebuild; heals and notes the differences."""
    actions.check_projections()


@shared_task(name="vacancies.heal_matches")
def heal_matches() -> None:
    """Every five minutes: match what was projected in bulk."""
    actions.heal_matches()
