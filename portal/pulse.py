"""The heartbeat: beat asks every 30 seconds, a worker notes the moment."""

import time

from celery import shared_task
from django.core.cache import cache

KEY = "pulse"
KEEP_S = 24 * 3600


@shared_task(name="portal.note_pulse")
def note_pulse() -> None:
    cache.set(KEY, time.time(), KEEP_S)


def age_s() -> float | None:
    """Seconds since a worker last ran a task of beat; None when never, or not known."""
    noted = cache.get(KEY)
    return None if noted is None else time.time() - noted
