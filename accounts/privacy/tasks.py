from celery import shared_task

from accounts.profiles import actions


@shared_task(name="accounts.end_old_consents")
def end_old_consents() -> None:
    actions.end_old_consents()
