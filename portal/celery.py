"""The worker process, and what sends it tasks. Beat has an app of its own: `portal/beat.py`."""

import os

from celery import Celery
from celery.signals import setup_logging, worker_init

from portal import tally

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

app = Celery("portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(
    [
        "accounts.credentials",
        "accounts.identity",
        "accounts.notifications",
        "accounts.organisations",
        "accounts.privacy",
        "vacancies.applications",
        "vacancies.employers",
        "vacancies.matching",
        "vacancies.meetings",
        "vacancies.placement",
        "vacancies.posting",
        "vacancies.search",
        "vacancies.selection",
        "vacancies.training",
        "vacancies.training.grants",
        "portal.pulse",
    ]
)
tally.listen()


@worker_init.connect
def _take_time(**_signal: object) -> None:
    """Nobody waits for a worker: it gives the broker longer than a page can."""
    app.conf.broker_transport_options = {**app.conf.broker_transport_options, "socket_timeout": 5}


@setup_logging.connect
def _speak_alike(**_signal: object) -> None:
    """A worker writes its log as the web does: Django has set it up."""
