"""What is written to the log, one event at a time: moment, level, words, and whose work it is.

Never anything of a person. Our own words name ids, counts and classes only. Other people's packages
put what was typed into their words, so of theirs only the sentence stays, with its numbers. Of an
error its class, its codes and its place in the code remain: a database quotes the row it refuses, a
mail server the address, a form the answer. A test greps the log of a whole journey for all of it.
"""

import json
import logging
import re
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final

from portal.kit import origin

ADDRESS: Final = re.compile(r"[\w.+%'-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+")
OURS: Final = ("portal", "accounts", "vacancies")
HIDDEN: Final = "…"
OF_CELERY: Final = {"id", "name", "hostname", "description", "runtime"}
CODES: Final = ("sqlstate", "sqlite_errorname", "smtp_code", "errno")
FRAMES: Final = 30
CAUSES: Final = 5
HERE: Final = f"{Path(__file__).resolve().parents[2]}/"


def configuration(form: str, level: str, *, whole: bool = False) -> dict[str, Any]:
    """For `logging.config`: the same in the web process, a worker, beat and a command.

    `form` is json or line; with `whole`, while one writes code, errors keep their words.
    """
    style = {"json": JsonLine, "line": PlainLine}[form]
    calm = {"level": "WARNING"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"event": {"()": style, "whole": whole}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "event"}},
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            "django.server": calm,
            "celery": calm,
            "gunicorn.error": {**calm, "handlers": [], "propagate": True},
            "portal.done": {} if form == "json" else calm,
        },
    }


class _Event(logging.Formatter):
    def __init__(self, *, whole: bool = False) -> None:
        super().__init__()
        self._whole = whole

    def facts_of(self, record: logging.LogRecord) -> dict[str, Any]:
        """Everything that is told of an event, under the names of the log."""
        moment = datetime.fromtimestamp(record.created, UTC)
        facts: dict[str, Any] = {
            "at": moment.isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": ADDRESS.sub("<address>", words_of(record)),
            **origin.current(),
            **getattr(record, "facts", {}),
        }
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            facts |= {"error": told(error), "trace": places(error)}
        if error is not None and self._whole:
            facts["trace"] = "".join(traceback.format_exception(error)).splitlines()
        return facts


class JsonLine(_Event):
    """For machines: one JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        return json.dumps(self.facts_of(record), ensure_ascii=False, default=str)


class PlainLine(_Event):
    """For people: an event on a line, the places of an error below it."""

    def format(self, record: logging.LogRecord) -> str:
        facts = self.facts_of(record)
        head = [facts.pop(name) for name in ("at", "level", "logger", "message")]
        trace = facts.pop("trace", [])
        rest = [f"{name}={value}" for name, value in facts.items()]
        return "\n  ".join([" ".join([*head, *rest]), *trace])


def words_of(record: logging.LogRecord) -> str:
    """The sentence of a record, without what somebody typed."""
    if isinstance(record.msg, BaseException):
        return told(record.msg)
    if record.name.split(".", 1)[0] in OURS:
        return record.getMessage()
    if hasattr(record, "status_code"):  # Django's words name the path, or what was wrong with it
        return HTTPStatus(record.status_code).phrase
    try:
        return str(record.msg) % _without_words(record.args) if record.args else str(record.msg)
    except (TypeError, ValueError, KeyError):
        return str(record.msg)


def _without_words(args: Any) -> Any:
    if isinstance(args, Mapping):
        return {
            name: value if name in OF_CELERY else _without_word(value)
            for name, value in args.items()
        }
    return tuple(_without_word(value) for value in args)


def _without_word(value: Any) -> Any:
    if isinstance(value, int | float):
        return value
    return told(value) if isinstance(value, BaseException) else HIDDEN


def told(error: BaseException) -> str:
    """An error, and what led to it, by class and by the code of a database, server or system."""
    led: list[str] = []
    cause: BaseException | None = error
    while cause is not None and len(led) < CAUSES:
        name = _named(cause)
        led += [name] if led[-1:] != [name] else []
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return " < ".join(led)


def _named(error: BaseException) -> str:
    codes = [f"{name}={getattr(error, name)}" for name in CODES if getattr(error, name, None)]
    broken = getattr(getattr(error, "diag", None), "constraint_name", None)
    codes += [f"constraint={broken}"] if broken else []
    name = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    return " ".join([name, *codes])


def places(error: BaseException) -> list[str]:
    """Where it went wrong, the outermost call first: places in the code, no values."""
    frames = traceback.extract_tb(error.__traceback__, limit=-FRAMES)
    return [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]


def _short(path: str) -> str:
    """A file by its place in this site, or in its package."""
    return path.rpartition("site-packages/")[2].removeprefix(HERE)
