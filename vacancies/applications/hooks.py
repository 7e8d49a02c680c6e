"""What features above add to an application; registered in `vacancies.apps`.

They hear of every step, show panels on both pages, put entries on the timeline, and say what the
school does next, and what the professional does.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, TypeVar

from django.http import HttpRequest
from django.utils.functional import Promise

from accounts.models import Professional
from portal.kit.hooks import Listeners
from vacancies.lifecycles import Side
from vacancies.models import Application, ApplicationStep

Words = str | Promise


@dataclass(frozen=True)
class Panel:
    """A part of the page of one side; the lowest order stands highest. The template finds its
    context under the name `panel`."""

    order: int
    template: str
    context: dict[str, Any]


@dataclass(frozen=True)
class Entry:
    """Something that happened, in the words of the reader; `side` is who did it."""

    at: datetime
    side: Side
    text: str
    is_quiet: bool = False


@dataclass(frozen=True)
class Todo:
    """The next thing to do; the lowest rank is the most urgent.

    `is_ours`: false when the reader waits for somebody else, so that nothing can be done now.
    `about`: where it is, for a list that does not say it. `stand`: how far it is, where that says
    more than the state of the application. Of thousands a page shows few: `text` and `url` may be
    lazy.
    """

    rank: int
    text: Words
    url: Words
    due_on: date | None = None
    is_ours: bool = True
    about: str = ""
    stand: str = ""


def about_of(application: Application) -> str:
    """Where it is, for a list of everything of one professional."""
    return f"{application.vacancy.institution}, {application.vacancy.title}"


S = TypeVar("S")
Listener = Callable[[Application, ApplicationStep], object]
EntriesOf = Callable[[Application, Side], Iterable[Entry]]
OpeningsOf = Callable[[Professional], Sequence[object]]
TodosOf = Callable[[list[Application]], dict[int, Todo]]
OwnTodosOf = Callable[[Professional], Iterable[Todo]]


class Moved(Listeners[Listener]):
    """An application took a step. Runs in its transaction: a listener that raises undoes it."""

    def fire(self, application: Application, step: ApplicationStep) -> None:
        for listener in self:
            listener(application, step)


class Panels(Listeners[Callable[[S, Side, HttpRequest], Panel | None]]):
    """Parts of both pages of something, made by features above."""

    def of(self, subject: S, side: Side, request: HttpRequest) -> list[Panel]:
        """What this reader sees, in order."""
        made = (maker(subject, side, request) for maker in self)
        return sorted((one for one in made if one is not None), key=lambda one: one.order)


class Entries(Listeners[EntriesOf]):
    """What features above add to the timeline."""

    def of(self, application: Application, side: Side) -> list[Entry]:
        return [entry for teller in self for entry in teller(application, side)]


class Todos(Listeners[TodosOf]):
    """What a school does next, by application, in a constant number of queries."""

    def of(self, applications: list[Application]) -> dict[int, Todo]:
        """The most urgent one of each application that has any, with how far it is if any says."""
        found: dict[int, Todo] = {}
        stands: dict[int, str] = {}
        for finder in self:
            for key, todo in finder(applications).items():
                if todo.stand:
                    stands[key] = todo.stand
                if key not in found or todo.rank < found[key].rank:
                    found[key] = todo
        told = {key: replace(found[key], stand=stand) for key, stand in stands.items()}
        return found | told


class OwnTodos(Listeners[OwnTodosOf]):
    """What is up to a professional, of all applications and what came of them."""

    def of(self, professional: Professional) -> list[Todo]:
        """The most urgent one first."""
        found = [todo for finder in self for todo in finder(professional)]
        return sorted(found, key=lambda one: (one.rank, one.due_on or date.max, str(one.text)))


class Openings:
    """What would open more for somebody after a no: asked of the feature beside, if it is there."""

    def __init__(self) -> None:
        self._answer: OpeningsOf | None = None

    def register(self, answer: OpeningsOf) -> None:
        """Answer from now on; the last one registered counts."""
        self._answer = answer

    def of(self, professional: Professional) -> Sequence[object]:
        """Rows of `vacancies/openings/_row.html`."""
        return () if self._answer is None else self._answer(professional)


moved = Moved()
panels: Panels[Application] = Panels()
entries = Entries()
to_do = Todos()
own_to_do = OwnTodos()
openings = Openings()
