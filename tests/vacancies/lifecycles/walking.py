"""Random people who take random steps; what every such walk promises, whatever it is about."""

from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.db import connection, models, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from accounts.models import Notice, User
from portal.kit.lifecycle import IllegalTransitionError
from vacancies.applications import history
from vacancies.applications.errors import RefusedError as TalkRefusedError
from vacancies.assessment.errors import RefusedError as PlacementRefusedError
from vacancies.enums import StepSide
from vacancies.lifecycles import Process, Side
from vacancies.meetings.errors import RefusedError as MeetingRefusedError
from vacancies.training.errors import RefusedError as TrainingRefusedError

REFUSALS = (
    IllegalTransitionError,
    MeetingRefusedError,
    PermissionDenied,
    PlacementRefusedError,
    TalkRefusedError,
    TrainingRefusedError,
)
PEOPLE = ("person", "school", "stranger", "moderator")
ACTORS = {
    Side.PROFESSIONAL: "person",
    Side.SCHOOL: "school",
    Side.EMPLOYER: "employer",
    Side.CLOCK: "clock",
}
POWERLESS = ("stranger", "old link", "no link")
Try = Callable[[Any, Any], Any]
Who = User | str


class Walk(RuleBasedStateMachine):
    """One example: everything in one transaction that is thrown away."""

    tries: ClassVar[Mapping[str, Try]] = {}
    legal: ClassVar[Mapping[str, tuple[Process, str, Side]]] = {}
    others: ClassVar[tuple[str, ...]] = ()
    """Who acts without an account."""

    def __init__(self) -> None:
        super().__init__()
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.people: dict[str, User] = {}
        self._known: list[Any] | None = None
        self.build()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.transaction.__exit__(None, None, None)

    @abstractmethod
    def build(self) -> None:
        """Make the people, by the names of PEOPLE, and what they are walking through."""

    @abstractmethod
    def rows(self) -> Iterable[models.Model]:
        """Everything here that has a status and steps, as it stands in the database."""

    @abstractmethod
    def row_of(self, process: Process) -> Any:
        """The row that a legal step of this process would be taken on, or None."""

    def known(self) -> list[Any]:
        """The rows with their steps, read once until somebody tries something."""
        if self._known is None:
            self._known = list(self.rows())
            for row in self._known:
                models.prefetch_related_objects([row], "steps")
        return self._known

    def forget(self) -> None:
        """Something may have changed: a rule of its own says so too."""
        self._known = None

    @rule(data=st.data())
    def somebody_goes_on(self, data: st.DataObject) -> None:
        """A step that the tables allow, by who may take it."""
        rows = {process: self.row_of(process) for process, _verb, _side in self.legal.values()}
        ways = [
            (what, ACTORS[side])
            for what, (process, verb, side) in self.legal.items()
            if _is_open(rows[process], process, verb, side)
        ]
        if ways:
            self._try(*data.draw(st.sampled_from(ways)))

    @rule(data=st.data())
    def somebody_tries_anything(self, data: st.DataObject) -> None:
        who = data.draw(st.sampled_from((*PEOPLE, *self.others)))
        self._try(data.draw(st.sampled_from(sorted(self.tries))), who)

    def _try(self, what: str, who: str) -> None:
        before = self._picture()
        self.forget()
        try:
            with transaction.atomic():
                self.tries[what](self, self.people.get(who, who))
        except REFUSALS:
            self.forget()
            assert self._picture() == before
        else:
            self.forget()
            after = self._picture()
            assert who not in POWERLESS or after == before
            assert after["states"] == before["states"] or after["steps"] > before["steps"]

    def _picture(self) -> dict[str, Any]:
        rows = self.known()
        return {
            "states": [row.status for row in rows],
            "steps": sum(len(row.steps.all()) for row in rows),
            "notices": Notice.objects.count(),
        }

    @invariant()
    def history_leads_to_the_state(self) -> None:
        for row in self.known():
            assert history.replayed(row.steps.all()) == row.status

    @invariant()
    def everybody_acted_for_their_own_side(self) -> None:
        allowed = {
            StepSide.PROFESSIONAL: self.people["person"].pk,
            StepSide.SCHOOL: self.people["school"].pk,
            StepSide.MODERATOR: self.people["moderator"].pk,
            StepSide.EMPLOYER: None,
        }
        for row in self.known():
            for step in row.steps.all():
                side = StepSide(step.side)
                assert side == StepSide.CLOCK or step.by_id == allowed[side], step


def _is_open(row: Any, process: Process, verb: str, side: Side) -> bool:
    return row is not None and verb in {one.verb for one in process.open_to(row.status, side)}


def user(by: Who) -> User:
    """Only who has an account comes this far."""
    if isinstance(by, str):
        raise PermissionDenied
    return by


def clock(by: Who) -> bool:
    """Nobody turns the clock."""
    if by != "clock":
        raise PermissionDenied
    return True


def walk(machine: type[Walk], *, examples: int) -> None:
    """Let this many walks of at most 25 steps happen, and a third of them where no two can hold a
    row; other ones in each run. Raises with the shortest that goes wrong."""
    examples = examples if connection.vendor == "postgresql" else examples // 3
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
