"""Notices to follow through a run: each carries a number that the mail server can read."""

import os
import signal
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from accounts.enums import Category
from accounts.models import Notice
from accounts.notifications.registry import NoticeItem, NoticeKind

HEALED = Path(os.environ.get("FAULTS_HEALED", "/nonexistent"))
RAISES, KILLS = "raises", "kills"


def mark(number: int) -> str:
    """How a notice is known in the bytes of a mail; `ledger` looks for it."""
    return f"note-{number:07d}-"


class Told(NoticeKind):
    """Mailed at once. Some are poison until the run is healed."""

    key: ClassVar[str] = "fault_told"
    category: ClassVar[Category] = Category.ANSWER

    def words(self, notices: Sequence[Notice]) -> list[NoticeItem]:
        for notice in notices:
            _suffer(notice.facts.get("poison", ""))
        return [
            NoticeItem(notice_id=notice.pk, title=mark(notice.facts["number"]), url="/over/")
            for notice in notices
        ]


class Gathered(Told):
    """Mailed with the digest of the day."""

    key: ClassVar[str] = "fault_gathered"
    category: ClassVar[Category] = Category.MATCH


def _suffer(poison: str) -> None:
    if HEALED.exists():
        return
    if poison == RAISES:
        raise RuntimeError("this notice cannot be worded")
    if poison == KILLS:
        os.kill(os.getpid(), signal.SIGKILL)
