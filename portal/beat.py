"""The beat process: what runs when is in `portal/schedule.py`.

It sends names of tasks and runs none, so it loads neither Django's apps nor the tasks: it starts at
once, and takes a third of the memory of a worker.
"""

import os

from celery import Celery
from celery.signals import beat_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

app = Celery("portal", fixups=[])
app.config_from_object("django.conf:settings", namespace="CELERY")


@beat_init.connect
def _first_pulse(**_signal: object) -> None:
    """Be known to live from the start, not only after the first interval."""
    app.send_task("portal.note_pulse", retry=False, ignore_result=True)
