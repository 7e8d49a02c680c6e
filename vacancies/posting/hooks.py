"""What a change of a vacancy sets off above and beside; registered in `vacancies.apps`.

Two questions go to matching, which stands above: `reach`, who would fit a vacancy as it is typed
now, and `rehearsal`, who would hear of it when if it opened now.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from portal.kit.hooks import Hook
from vacancies.models import Requirement, Vacancy


@dataclass(frozen=True)
class Typed:
    """A vacancy as it stands in the form, saved or not, with what it asks of people."""

    vacancy: Vacancy
    requirements: tuple[Requirement, ...]


T = TypeVar("T")


class Question(Generic[T]):
    """To a feature above, if that one registered; its answer is shown as it is."""

    def __init__(self) -> None:
        self._answer: Callable[[T], object] | None = None

    def register(self, answer: Callable[[T], object]) -> None:
        """Answer from now on; the last one registered counts."""
        self._answer = answer

    def ask(self, about: T) -> object:
        return None if self._answer is None else self._answer(about)


changed: Hook[Vacancy] = Hook("vacancy changed")
closed: Hook[Vacancy] = Hook("vacancy closed")
reach: Question[Typed] = Question()
rehearsal: Question[Vacancy] = Question()
