"""How a lower feature tells those above it, whom it does not know, that something happened.

Listeners are registered in `AppConfig.ready` and run in the caller's transaction: a listener that
raises undoes the change.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Hook(Generic[T]):
    """A named happening and who listens to it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._listeners: list[Callable[[T], object]] = []

    def register(self, listener: Callable[[T], object]) -> None:
        """Listen; registering twice counts once."""
        if listener not in self._listeners:
            self._listeners.append(listener)

    def fire(self, subject: T) -> None:
        """Tell all listeners, in the order in which they registered."""
        for listener in self._listeners:
            listener(subject)
