from celery import shared_task

from accounts.notifications import delivery


@shared_task(name="accounts.deliver_mail")
def deliver_mail() -> None:
    delivery.deliver()
