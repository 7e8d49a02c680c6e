from celery import shared_task

from accounts.notifications import alerts, delivery


@shared_task(name="accounts.deliver_mail")
def deliver_mail() -> None:
    delivery.deliver()


@shared_task(name="accounts.ask_alerts")
def ask_alerts() -> None:
    """Daily: ask who gave no sign for a year, stop what was asked a month ago."""
    alerts.ask_and_stop()
