"""No more mails a second than the mail server may get, of all workers together.

A batch reserves a stretch of time on one row by a conditional update. Its slots are moments: one
that has passed is gone, so after a standstill nothing comes in a burst.
"""

import time
from collections import deque
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


_answered: deque[float] = deque()
"""When this process had the answers to its last mails: as many as may leave in a second."""


@dataclass
class Slots:
    """The moments at which a batch may send, on this machine's steady clock; at rate 0 any moment.

    A server takes a mail somewhere between its moment and the answer. So that it never counts more
    in a second, a mail also waits for a second after the answer that came `rate` mails ago.
    """

    begin: float
    rate: int
    left: int

    def wait(self) -> bool:
        """Sleep until the next moment; False when none is left. Called when the last mail is answered."""
        if not self.rate:
            return True
        now = time.monotonic()
        full_until = _note_answer(now, self.rate)
        missed = max(0, int((now - self.begin) * self.rate))
        if missed >= self.left:
            return False
        time.sleep(max(0.0, self.begin + missed / self.rate - now, full_until - now))
        self.begin += (missed + 1) / self.rate
        self.left -= missed + 1
        return True


def _note_answer(now: float, rate: int) -> float:
    """Keep the moment; gives until when this second is full."""
    _answered.append(now)
    while len(_answered) > rate:
        _answered.popleft()
    return _answered[0] + 1 if len(_answered) == rate else now


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
        end = begin + timedelta(seconds=(count + 1) / rate)  # the last one may take its time
        if MailPace.objects.filter(pk=1, free_at=row.free_at).update(free_at=end):
            return Slots(time.monotonic() + (begin - now).total_seconds(), rate, count)
        row.refresh_from_db()


def _begin(free_at: datetime, now: datetime) -> datetime | None:
    ahead = (free_at - now).total_seconds()
    if ahead > PATIENCE_S + STRETCH_S:
        return now
    return None if ahead > PATIENCE_S else max(free_at, now)
