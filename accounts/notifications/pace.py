"""No more mails a second than the mail server may get, of all workers together.

A batch reserves a stretch of time on one row by a conditional update. Its slots are moments: one
that has passed is gone, so after a standstill nothing comes in a burst.
"""

import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.utils import timezone

from accounts.models import MailPace

STRETCH_S: Final = 10
"""What one batch reserves at most."""
PATIENCE_S: Final = 30
"""Who would have to wait longer leaves it to the next run; later than this is a clock gone wrong."""


@dataclass
class Slots:
    """The moments at which a batch may send, on this machine's steady clock."""

    begin: float
    gap: float
    left: int

    def wait(self) -> bool:
        """Sleep until the next moment; False when none is left."""
        now = time.monotonic()
        missed = max(0, int((now - self.begin) / self.gap)) if self.gap else 0
        if missed >= self.left:
            return False
        self.begin += missed * self.gap
        if self.begin > now:
            time.sleep(self.begin - now)
        self.begin += self.gap
        self.left -= missed + 1
        return True


def in_a_batch() -> int:
    """How many mails may be claimed together; 0 without a limit."""
    rate = settings.MAIL_PER_SECOND
    return max(1, rate * STRETCH_S) if rate else 0


def reserve(count: int) -> Slots | None:
    """Moments for so many mails; None when others have the line for a while."""
    rate = settings.MAIL_PER_SECOND
    if not rate:
        return Slots(0, 0, count)
    row, _made = MailPace.objects.get_or_create(pk=1, defaults={"free_at": timezone.now()})
    while True:
        now = timezone.now()
        begin = _begin(row.free_at, now)
        if begin is None:
            return None
        end = begin + timedelta(seconds=count / rate)
        if MailPace.objects.filter(pk=1, free_at=row.free_at).update(free_at=end):
            return Slots(time.monotonic() + (begin - now).total_seconds(), 1 / rate, count)
        row.refresh_from_db()


def _begin(free_at: datetime, now: datetime) -> datetime | None:
    ahead = (free_at - now).total_seconds()
    if ahead > PATIENCE_S + STRETCH_S:
        return now
    return None if ahead > PATIENCE_S else max(free_at, now)
