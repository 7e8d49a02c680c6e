from celery import shared_task

from vacancies.search import actions


@shared_task(name="vacancies.heal_search_index", ignore_result=True)
def heal_search_index() -> None:
    """Bring in renamed schools and competences, take out words that nobody uses."""
    actions.heal()
