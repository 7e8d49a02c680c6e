from celery import shared_task

from vacancies.meetings import actions


@shared_task(name="vacancies.remind_of_meetings")
def remind_of_meetings() -> int:
    """Tomorrow's meetings; may run twice or late."""
    return actions.remind()
