"""Wake a background job after the commit; the row it will find is already safe.

With the broker down the poke is lost and the page succeeds: beat's sweep finds the row.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

from portal.kit import origin
from portal.kit.patience import broker

logger = logging.getLogger(__name__)
_hushed: ContextVar[bool] = ContextVar("hushed", default=False)


@contextmanager
def quiet() -> Iterator[None]:
    """No worker is woken inside: for bulk work that the sweep may pick up."""
    token = _hushed.set(True)
    try:
        yield
    finally:
        _hushed.reset(token)


def poke(task: str, *ids: int) -> None:
    """Ask a worker to run `task` once this transaction has committed. Never raises."""
    if not _hushed.get():
        transaction.on_commit(partial(_send, task, ids), robust=True)


def _send(task: str, ids: tuple[int, ...]) -> None:
    if broker.is_out:
        return
    try:
        with broker.tried():
            current_app.send_task(
                task, args=ids, retry=False, ignore_result=True, headers=origin.header()
            )
    except (OperationalError, RedisError, OSError) as error:
        logger.warning("poke %s not delivered: %s", task, type(error).__name__)
