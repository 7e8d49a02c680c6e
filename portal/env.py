"""Read the configuration from the environment, with a clear word when it is wrong."""

import os
from datetime import date
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off"}


def load_file(path: Path) -> None:
    """Take KEY=VALUE lines from a file; what is in the environment already wins."""
    if not path.is_file():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        key, separator, value = line.partition("=")
        if separator and not key.lstrip().startswith("#"):
            os.environ.setdefault(key.strip(), value.strip().strip("'\""))


def text(name: str, default: str = "") -> str:
    """What is set; nothing after the = sign counts as not set."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, *, default: bool) -> bool:
    """A yes or a no. Raises ImproperlyConfigured on anything else."""
    raw = text(name, str(default)).lower()
    if raw not in TRUE | FALSE:
        raise ImproperlyConfigured(f"{name}={raw!r} is neither yes nor no")
    return raw in TRUE


def number(name: str, default: int) -> int:
    """A whole number. Raises ImproperlyConfigured on anything else."""
    raw = text(name, str(default))
    try:
        return int(raw)
    except ValueError:
        raise ImproperlyConfigured(f"{name}={raw!r} is not a whole number") from None


def day(name: str) -> date | None:
    """A date as YYYY-MM-DD, if one is set. Raises ImproperlyConfigured on anything else."""
    raw = text(name)
    try:
        return date.fromisoformat(raw) if raw else None
    except ValueError:
        raise ImproperlyConfigured(f"{name}={raw!r} is not a date like 2027-03-01") from None


def words(name: str, default: str = "") -> list[str]:
    """Comma-separated words, without empty ones."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]
