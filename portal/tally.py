"""What tasks took: counted in the broker by every worker, told in the log, read by the metrics.

A broker that is away loses a count and nothing else.
"""

import logging
import time
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from functools import lru_cache
from typing import Any, Final

from celery.signals import task_postrun, task_prerun
from django.conf import settings
from django.utils import timezone
from redis import Redis
from redis.exceptions import RedisError

from portal.kit import origin
from portal.kit.patience import broker

log = logging.getLogger("portal.done")

EDGES: Final = (0.1, 0.5, 1.0, 5.0, 30.0, 120.0, 600.0)
"""Upper edges of the buckets in seconds; what took longer is in `inf`."""
COUNTS: Final = "dagdeel:tasks"
LONGEST: Final = "dagdeel:tasks:longest"
KEPT: Final = timedelta(days=2)
QUEUES: Final = ("celery", "unacked")
"""Where Celery keeps what waits, and what a worker has in hand."""

_began: dict[str, float] = {}


@dataclass
class Figures:
    """What one task took, in seconds, since the broker began to count; `longest` is of today."""

    buckets: dict[float, int] = field(default_factory=dict)
    total_s: float = 0.0
    failed: int = 0
    longest_s: float = 0.0

    @property
    def runs(self) -> int:
        return sum(self.buckets.values())

    @property
    def mean_s(self) -> float:
        return self.total_s / self.runs if self.runs else 0.0

    def up_to(self, edge: float) -> int:
        """How many runs took at most so long."""
        return sum(runs for bucket, runs in self.buckets.items() if bucket <= edge)


@lru_cache(maxsize=4)
def line_to(url: str) -> Redis:
    """A line to the broker that does not wait long."""
    return Redis.from_url(url, socket_connect_timeout=1, socket_timeout=1, decode_responses=True)


def note(task: str, seconds: float, *, failed: bool) -> None:
    """Count a run. Never raises."""
    if broker.is_out:
        return
    bucket = next((edge for edge in EDGES if seconds <= edge), float("inf"))
    today = f"{LONGEST}:{timezone.localdate()}"
    try:
        with broker.tried(), line_to(settings.REDIS_URL).pipeline(transaction=False) as steps:
            steps.hincrby(COUNTS, f"{task}|{bucket}", 1)
            steps.hincrbyfloat(COUNTS, f"{task}|total", seconds)
            steps.hincrby(COUNTS, f"{task}|failed", int(failed))
            steps.zadd(today, {task: seconds}, gt=True)
            steps.expire(today, KEPT)
            steps.execute()
    except RedisError as error:
        log.warning("run of %s not counted: %s", task, type(error).__name__)


def figures() -> dict[str, Figures]:
    """What every task took, by its name. Raises RedisError."""
    line: Any = line_to(settings.REDIS_URL)
    found: dict[str, Figures] = defaultdict(Figures)
    for key, value in line.hgetall(COUNTS).items():
        task, _bar, what = key.rpartition("|")
        _note(found[task], what, value)
    longest = line.zrange(f"{LONGEST}:{timezone.localdate()}", 0, -1, withscores=True)
    for task, seconds in longest:
        found[task].longest_s = seconds
    return dict(sorted(found.items()))


def _note(figure: Figures, what: str, value: str) -> None:
    match what:
        case "total":
            figure.total_s = float(value)
        case "failed":
            figure.failed = int(value)
        case _:
            figure.buckets[float(what)] = int(value)


def depth() -> tuple[int, int]:
    """How many tasks wait, and how many a worker has in hand. Raises RedisError."""
    waiting, in_hand = QUEUES
    line: Any = line_to(settings.REDIS_URL)
    return int(line.llen(waiting)), int(line.hlen(in_hand))


def listen() -> None:
    """Count what this process runs."""
    task_prerun.connect(_begin)
    task_postrun.connect(_end)


def _begin(task_id: str, task: Any, **_signal: Any) -> None:
    _began[task_id] = time.monotonic()
    headers = getattr(task.request, "headers", None) or {}
    origin.request_id.set(origin.safe(str(headers.get("request_id", ""))))
    origin.task_id.set(task_id)
    origin.task_name.set(task.name)


def _end(task_id: str, task: Any, state: str | None = None, **_signal: Any) -> None:
    seconds = time.monotonic() - _began.pop(task_id, time.monotonic())
    failed = state == "FAILURE"
    facts = {"state": (state or "").lower(), "ms": round(seconds * 1000)}
    log.info("task", extra={"facts": facts})
    note(task.name, seconds, failed=failed)
    origin.forget()
