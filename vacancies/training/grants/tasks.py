from celery import shared_task

from vacancies.training.grants import actions


@shared_task(name="vacancies.open_grants")
def open_grants() -> int:
    return actions.open_all()


@shared_task(name="vacancies.remind_of_grants")
def remind_of_grants() -> int:
    return actions.remind()
