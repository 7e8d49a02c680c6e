from celery import shared_task

from accounts.profiles import actions, renewal


@shared_task(name="accounts.end_old_consents")
def end_old_consents() -> None:
    actions.end_old_consents()


@shared_task(name="accounts.ask_for_consents")
def ask_for_consents() -> None:
    """Daily: ask for the next yes a month before one ends."""
    renewal.ask_for_consents()
