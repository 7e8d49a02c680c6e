"""The page on which a moderator sees how mail and background work go."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from redis.exceptions import RedisError

from accounts.enums import MailStop
from accounts.models import User
from accounts.notifications import health, queries
from portal import pulse, tally, task_words
from portal.health import PULSE_LATE_S

TASKS: Final = 8
PEOPLE: Final = 10


@dataclass(frozen=True)
class Broker:
    """What the broker knows: tasks that wait, the last sign of beat and a worker, what tasks took."""

    waiting: int
    in_hand: int
    pulse_s: int | None
    tasks: Sequence[tuple[str, tally.Figures]]

    @property
    def is_alive(self) -> bool:
        """Whether beat and a worker gave a sign lately."""
        return self.pulse_s is not None and self.pulse_s < PULSE_LATE_S


@dataclass(frozen=True)
class MailHealth:
    """All of the page; without `broker` it does not answer."""

    outbox: queries.OutboxHealth
    broker: Broker | None
    line: health.Line
    hours: Sequence[health.Hour]
    trouble: Sequence[health.Trouble]
    waiting: Sequence[health.Waiting]
    stops: Sequence[tuple[MailStop, int]]
    stopped: Sequence[User]

    @property
    def sent_in_a_day(self) -> int:
        return sum(hour.sent for hour in self.hours)

    @property
    def busiest(self) -> int:
        return max((hour.sent for hour in self.hours), default=0)

    @property
    def is_well(self) -> bool:
        """Whether nobody needs to do anything."""
        alive = self.broker is not None and self.broker.is_alive
        return alive and not (
            self.outbox.is_late or self.line.is_paused or self.outbox.mails["parked"]
        )


def now() -> MailHealth:
    """How it is at this moment."""
    return MailHealth(
        outbox=queries.outbox_health(),
        broker=_broker(),
        line=health.line(),
        hours=health.by_hour(),
        trouble=health.trouble(),
        waiting=health.waiting(),
        stops=health.stops(),
        stopped=list(health.stopped()[:PEOPLE]),
    )


def _broker() -> Broker | None:
    try:
        waiting, in_hand = tally.depth()
        figures = tally.figures()
    except RedisError:
        return None
    age = pulse.age_s()
    slowest = sorted(figures.items(), key=lambda pair: -pair[1].longest_s)
    return Broker(
        waiting=waiting,
        in_hand=in_hand,
        pulse_s=None if age is None else round(age),
        tasks=[(task_words.name_of(task), figure) for task, figure in slowest[:TASKS]],
    )
