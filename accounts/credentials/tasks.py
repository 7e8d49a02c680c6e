from celery import shared_task

from accounts.credentials import actions


@shared_task(name="accounts.remind_of_papers")
def remind_of_papers() -> int:
    return actions.remind()
