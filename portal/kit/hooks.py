"""How a lower feature tells those above it, whom it does not know, that something happened.

Listeners are registered in `AppConfig.ready` and run in the caller's transaction: a listener that
raises undoes the change.
"""

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")
L = TypeVar("L")


class Listeners(Generic[L]):
    """Who registered, in that order."""

    def __init__(self) -> None:
        self._listeners: list[L] = []

    def register(self, listener: L) -> None:
        """Listen; registering twice counts once."""
        if listener not in self._listeners:
            self._listeners.append(listener)

    def __iter__(self) -> Iterator[L]:
        return iter(self._listeners)


class Hook(Listeners[Callable[[T], object]]):
    """A named happening and who listens to it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def fire(self, subject: T) -> None:
        """Tell all listeners, in the order in which they registered."""
        for listener in self:
            listener(subject)
