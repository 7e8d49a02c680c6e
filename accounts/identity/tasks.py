from celery import shared_task

from accounts.identity import actions


@shared_task(name="accounts.forget_unconfirmed")
def forget_unconfirmed() -> None:
    actions.forget_unconfirmed()
