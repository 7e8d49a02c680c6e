"""What a mail of the gallery is about where nothing of its kind was told yet, and letters to people
without an account. All of it is written in a transaction that the caller rolls back."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from accounts.models import Notice
from accounts.notifications.letters import Words
from accounts.notifications.registry import NoticeKind

Facts = dict[str, Any]
CANDIDATES: Final[dict[str, Callable[[], Iterable[Notice]]]] = {}
LETTERS: Final[dict[str, Callable[[str], Words | None]]] = {}


def notices_of(kind: NoticeKind) -> list[Notice]:
    """Notices that could be told, numbered below zero: they are no rows."""
    return []
