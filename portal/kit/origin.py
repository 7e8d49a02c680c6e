"""Where a line of the log comes from: the request and the task that are being worked on."""

import re
from contextvars import ContextVar
from typing import Final
from uuid import uuid4

SAFE: Final = re.compile(r"[0-9a-fA-F](?:-?[0-9a-fA-F]){15,63}")
"""A form in which nobody can write a name: a UUID, or hexadecimal digits as proxies make them."""

request_id: ContextVar[str] = ContextVar("request_id", default="")
task_id: ContextVar[str] = ContextVar("task_id", default="")
task_name: ContextVar[str] = ContextVar("task_name", default="")


def safe(told: str) -> str:
    """An id that came from outside, if nobody can have written a word in it; else nothing."""
    return told if SAFE.fullmatch(told) else ""


def new() -> str:
    """An id of our own."""
    return uuid4().hex


def current() -> dict[str, str]:
    """What is known of this moment, under the names of the log; without what is not known."""
    known = {"request_id": request_id.get(), "task_id": task_id.get(), "task": task_name.get()}
    return {name: value for name, value in known.items() if value}


def header() -> dict[str, str]:
    """Goes along with a task, so that its lines name the request that asked for it."""
    return {"request_id": request_id.get()} if request_id.get() else {}


def forget() -> None:
    """The work is done: what is told from here on belongs to nothing."""
    for known in (request_id, task_id, task_name):
        known.set("")
