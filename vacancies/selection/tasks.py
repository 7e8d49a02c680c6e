"""What the clock does with promises; it may run twice or late."""

from celery import shared_task

from vacancies.selection import actions


@shared_task(name="vacancies.remind_of_answers")
def remind_of_answers() -> int:
    return actions.keep_promises()
