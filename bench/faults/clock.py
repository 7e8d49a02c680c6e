"""A clock that can be set: every process of a run adds the seconds that one file holds."""

import os
from datetime import datetime, timedelta
from pathlib import Path

from django.utils import timezone

FILE = Path(os.environ.get("FAULTS_CLOCK", "/nonexistent"))
_real_now = timezone.now


def shifted_now() -> datetime:
    return _real_now() + timedelta(seconds=offset_s())


def offset_s() -> float:
    """How far ahead of the real clock this run is."""
    try:
        return float(FILE.read_text(encoding="ascii") or 0)
    except FileNotFoundError:
        return 0


def jump(seconds: float) -> None:
    """So far from the real clock, from now on, for all processes at the same moment."""
    fresh = FILE.with_suffix(".new")
    fresh.write_text(str(seconds), encoding="ascii")
    fresh.replace(FILE)


def install() -> None:
    """Before any model is loaded, so that defaults of fields take this clock too."""
    timezone.now = shifted_now
