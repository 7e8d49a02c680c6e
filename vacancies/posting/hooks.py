"""What a change of a vacancy sets off above and beside; registered in `vacancies.apps`.

`reach` is asked of matching, which stands above: who would fit a vacancy as it is typed now.
"""

from collections.abc import Callable
from dataclasses import dataclass

from portal.kit.hooks import Hook
from vacancies.models import Requirement, Vacancy


@dataclass(frozen=True)
class Typed:
    """A vacancy as it stands in the form, saved or not, with what it asks of people."""

    vacancy: Vacancy
    requirements: tuple[Requirement, ...]


class Reach:
    """A question to a feature above, if that one registered; its answer is shown as it is."""

    def __init__(self) -> None:
        self._answer: Callable[[Typed], object] | None = None

    def register(self, answer: Callable[[Typed], object]) -> None:
        """Answer from now on; the last one registered counts."""
        self._answer = answer

    def ask(self, typed: Typed) -> object:
        return None if self._answer is None else self._answer(typed)


changed: Hook[Vacancy] = Hook("vacancy changed")
closed: Hook[Vacancy] = Hook("vacancy closed")
reach: Reach = Reach()
