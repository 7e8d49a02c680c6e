from celery import shared_task

from accounts.notifications import alerts, delivery, retention


@shared_task(name="accounts.deliver_mail")
def deliver_mail() -> None:
    delivery.deliver()


@shared_task(name="accounts.ask_alerts")
def ask_alerts() -> None:
    """Daily: ask who gave no sign for a year, stop what was asked a month ago."""
    alerts.ask_and_stop()


@shared_task(name="accounts.forget_mail_words")
def forget_mail_words() -> None:
    """Nightly: of what was sent a month ago only the fact is kept."""
    retention.forget_words()
