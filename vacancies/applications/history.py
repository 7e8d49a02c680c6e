"""What the steps of an application say together: which still stand, and where they lead. Pure."""

from collections.abc import Iterable
from typing import Protocol, TypeVar


class StepLike(Protocol):
    """A row of a history."""

    @property
    def source(self) -> str: ...
    @property
    def target(self) -> str: ...
    @property
    def is_undo(self) -> bool: ...


S = TypeVar("S", bound=StepLike)


def standing(steps: Iterable[S]) -> list[S]:
    """The steps that were not undone, the oldest first."""
    kept: list[S] = []
    for step in steps:
        if step.is_undo:
            kept.pop()
        else:
            kept.append(step)
    return kept


def last_standing(steps: Iterable[S]) -> S | None:
    """The last step that was not undone."""
    kept = standing(steps)
    return kept[-1] if kept else None


def replayed(steps: Iterable[S], start: str = "") -> str:
    """The state to which a history leads. Raises ValueError when a step does not join the last."""
    state = start
    for step in steps:
        if step.source != state:
            raise ValueError(f"{step.source} does not follow {state}")
        state = step.target
    return state
