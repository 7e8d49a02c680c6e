"""The beat process: what runs when is in `portal/schedule.py`.

It sends names of tasks and runs none, so it loads neither Django's apps nor the tasks: it starts at
once, and takes a third of the memory of a worker.
"""

import logging.config
import os

from celery import Celery
from celery.signals import beat_init, setup_logging

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

app = Celery("portal", fixups=[])
app.config_from_object("django.conf:settings", namespace="CELERY")


@setup_logging.connect
def _speak_alike(**_signal: object) -> None:
    """Beat writes its log as the web does; without Django nobody else sets it up."""
    from django.conf import settings  # noqa: PLC0415 - after the name of the settings is known

    logging.config.dictConfig(settings.LOGGING)


@beat_init.connect
def _first_pulse(**_signal: object) -> None:
    """Be known to live from the start, not only after the first interval."""
    app.send_task("portal.note_pulse", retry=False, ignore_result=True)
