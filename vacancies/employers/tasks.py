"""What the clock does with requests to employers; both may run twice or late."""

from celery import shared_task

from vacancies.employers import actions


@shared_task(name="vacancies.expire_employer_requests")
def expire_employer_requests() -> int:
    """Links that ran out without an answer."""
    return actions.expire_by_clock()


@shared_task(name="vacancies.remind_employers")
def remind_employers() -> int:
    """Once a question, a week before its link runs out."""
    return actions.remind()
