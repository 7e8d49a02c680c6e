from celery import shared_task

from accounts.notifications import delivery, mailing


@shared_task(name="accounts.deliver_mail")
def deliver_mail() -> None:
    delivery.deliver()


@shared_task(name="accounts.make_digests")
def make_digests() -> None:
    if mailing.make_digests():
        delivery.deliver()
