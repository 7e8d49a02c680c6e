from celery import shared_task

from vacancies.posting import actions


@shared_task(name="vacancies.close_expired")
def close_expired() -> int:
    return actions.close_expired()


@shared_task(name="vacancies.remind_of_closing")
def remind_of_closing() -> int:
    return actions.remind_of_closing()
