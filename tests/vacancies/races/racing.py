"""Two people who act at once, on a database that holds rows: one is stopped after each row that it
holds (or writes), in turn, while the other goes as far as it can. Nothing is left to chance."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event
from typing import Any, Final

from django.db import connection
from django.http import Http404

from accounts.organisations.actions import RefusedError as MemberRefusedError
from accounts.privacy.errors import LastOwnerError
from tests.vacancies.lifecycles.walking import REFUSALS
from vacancies.employers.errors import ClosedError
from vacancies.selection.errors import RefusedError as LateError

ANSWERS: Final = (*REFUSALS, ClosedError, Http404, LastOwnerError, MemberRefusedError, LateError)
LONGEST: Final = 20.0
LOOK: Final = 0.005
HOLDS: Final = (" FOR UPDATE", " FOR NO KEY UPDATE")
WRITES: Final = ("INSERT", "UPDATE", "DELETE")
BLOCKED: Final = "SELECT cardinality(pg_blocking_pids(%s)) > 0"

Act = Callable[[], Any]


@dataclass
class Outcome:
    """What came of one race: who won, and the answer to whom came late."""

    won: list[str] = field(default_factory=list)
    late: dict[str, Exception] = field(default_factory=dict)
    gave: dict[str, Any] = field(default_factory=dict)


@dataclass
class Brake:
    """Stops a thread once, after it held the row number `at`; `writes`: or wrote it."""

    at: int
    writes: bool
    count: int = 0
    seen: set[tuple[str, str]] = field(default_factory=set)
    stopped: Event = field(default_factory=Event)
    go_on: Event = field(default_factory=Event)

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        result = execute(sql, params, many, context)
        if (about := (sql, str(params))) not in self.seen and self._counts(sql):
            self.seen.add(about)
            self.count += 1
            if self.count == self.at:
                self.stopped.set()
                assert self.go_on.wait(LONGEST)
        return result

    def _counts(self, sql: str) -> bool:
        return any(one in sql for one in HOLDS) or (self.writes and sql.startswith(WRITES))


def races(build: Callable[[], dict[str, Act]], *, writes: bool = False) -> Iterator[Outcome]:
    """The outcome of every race of the two acts that `build` gives by name, of new rows each time:
    each is first in turn, stopped behind each row that it holds (and writes)."""
    for first in range(2):
        at = 0
        is_reached = True
        while is_reached:
            at += 1
            one, two = build().items()
            pair = (one, two) if first == 0 else (two, one)
            outcome, is_reached = _race(*pair, Brake(at, writes))
            yield outcome


def _race(first: tuple[str, Act], second: tuple[str, Act], brake: Brake) -> tuple[Outcome, bool]:
    outcome = Outcome()
    with ThreadPoolExecutor(2) as pool:
        one = pool.submit(_go, first[1], brake, None)
        one.add_done_callback(lambda _future: brake.stopped.set())
        assert brake.stopped.wait(LONGEST)
        is_reached = not one.done()
        numbers: list[int] = []
        ready = Event()
        two = pool.submit(_go, second[1], None, (numbers, ready))
        assert ready.wait(LONGEST)
        _until_done_or_blocked(two, numbers[0])
        brake.go_on.set()
        for name, future in ((first[0], one), (second[0], two)):
            _note(outcome, name, future)
    return outcome, is_reached


def _go(act: Act, brake: Brake | None, told: tuple[list[int], Event] | None) -> Any:
    try:
        if told:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_backend_pid()")
                told[0].append(cursor.fetchone()[0])
            told[1].set()
        if brake is None:
            return act()
        with connection.execute_wrapper(brake):
            return act()
    finally:
        connection.close()


def _until_done_or_blocked(future: "Future[Any]", number: int) -> None:
    finished = Event()
    future.add_done_callback(lambda _future: finished.set())
    while not finished.wait(LOOK):
        with connection.cursor() as cursor:
            cursor.execute(BLOCKED, [number])
            if cursor.fetchone()[0]:
                return


def _note(outcome: Outcome, name: str, future: "Future[Any]") -> None:
    try:
        outcome.gave[name] = future.result(LONGEST)
        outcome.won.append(name)
    except ANSWERS as answer:
        outcome.late[name] = answer
