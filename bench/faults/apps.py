"""Registers the notices of a run, and makes the waits of delivery as short as its haste asks."""

from datetime import timedelta
from importlib import import_module
from typing import Any, Final

from django.apps import AppConfig
from django.conf import settings

WAITS: Final = {
    "accounts.notifications.claims": ["GRACE"],
    "accounts.notifications.queries": ["CLAIM_TERM"],
    "accounts.notifications.delivery": ["HOLD_S", "RUN_S", "PAUSE_S"],
    "accounts.notifications.outcomes": ["OWN_DELAYS", "SOFT_DELAYS"],
    "accounts.notifications.pace": ["STRETCH_S", "PATIENCE_S"],
}


class FaultsConfig(AppConfig):
    name = "bench.faults"
    verbose_name = "faults"

    def ready(self) -> None:
        from accounts.notifications import registry
        from bench.faults import notices

        for kind in (notices.Told, notices.Gathered):
            registry.register(kind())
        if settings.HASTE > 1:
            for module, names in WAITS.items():
                for name in names:
                    _hurry(import_module(module), name, settings.HASTE)


def _hurry(module: Any, name: str, haste: float) -> None:
    """Raises AttributeError when the product knows no such wait any more."""
    setattr(module, name, _shorter(getattr(module, name), haste))


def _shorter(wait: Any, haste: float) -> Any:
    if isinstance(wait, tuple):
        return tuple(_shorter(one, haste) for one in wait)
    if isinstance(wait, timedelta):
        return max(wait / haste, timedelta(seconds=0.5))
    return max(round(wait / haste), 1)
