"""A lifecycle as a table: which state may follow which."""

from collections.abc import Mapping
from dataclasses import dataclass


class IllegalTransitionError(Exception):
    """The step is not in the lifecycle's table; `current` and `wanted` say which."""

    def __init__(self, current: str, wanted: str) -> None:
        super().__init__(f"{current} cannot become {wanted}")
        self.current = current
        self.wanted = wanted


@dataclass(frozen=True)
class Lifecycle:
    """States and the states that may follow each."""

    steps: Mapping[str, frozenset[str]]

    def allows(self, current: str, wanted: str) -> bool:
        return wanted in self.steps.get(current, frozenset())

    def require(self, current: str, wanted: str) -> None:
        """Raises IllegalTransitionError unless `wanted` may follow `current`."""
        if not self.allows(current, wanted):
            raise IllegalTransitionError(current, wanted)
