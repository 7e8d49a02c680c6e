"""What a saved week sets off, and what those above can say about a week.

`changed` is passed on to the profile's own hook in `accounts.apps`; the vacancies register
what they know about a week in `vacancies.apps`.
"""

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from accounts.models import Professional
from portal.kit.hooks import Hook

Answer = TypeVar("Answer")


class Question(Generic[Answer]):
    """Something this feature asks a feature above it, if that one registered."""

    def __init__(self, otherwise: Answer) -> None:
        self._otherwise = otherwise
        self._answer: Callable[[Professional], Answer] | None = None

    def register(self, answer: Callable[[Professional], Answer]) -> None:
        """Answer from now on; the last one registered counts."""
        self._answer = answer

    def ask(self, professional: Professional) -> Answer:
        return self._otherwise if self._answer is None else self._answer(professional)


changed: Hook[Professional] = Hook("week changed")
insight: Question[str] = Question("")  # the sentence below the week: what fits now
hints: Question[Mapping[int, int]] = Question({})  # per day-part that is not free: vacancies more
