"""From the outbox to the mail server: worded by the hundreds, sent one by one, noted at once.

`claims` says which mails are ours, `outcomes` what an answer means, `notes` writes it down.
"""

import gc
import logging
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from typing import Final

from django.core.cache import cache
from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from accounts.models import Mail
from accounts.notifications import claims, mailing, notes, pace, receipts
from accounts.notifications.message import message_of
from accounts.notifications.outcomes import Meaning
from accounts.notifications.smtp import EmailBackend
from accounts.notifications.wording import worded

logger = logging.getLogger(__name__)

HOLD_S: Final = 120
"""No mail is begun so long after its claim: well before the claim is stale for others."""
RUN_S: Final = 240
JUMP_S: Final = 30
"""A clock that is off by so much makes a claim stale for others before its time."""
IN_A_ROW: Final = 10
"""After so many refusals in a row it is the server, not the mails."""
UNREACHABLE: Final = "mail.server.unreachable"
SUSPECT: Final = "mail.server.suspect"
PAUSE_S: Final = 20
SUSPECT_S: Final = 3600


class ServerUnreachableError(Exception):
    """Nobody there, or nobody who takes mail: no fault of any mail, none is counted as tried."""


class LostClaimError(Exception):
    """Others think this worker dead and send its mails."""


def deliver(wire: BaseEmailBackend | None = None, *, now: datetime | None = None) -> int:
    """Queue a mail for what is due, then send what is queued; gives how many mails went out.

    `wire` replaces the mail server of the settings; `now` is another moment to make mails of.
    """
    mailing.make_mails(now)
    if wire is None and cache.get(UNREACHABLE):
        return 0
    run, until = Run(wire or get_connection()), time.monotonic() + RUN_S
    try:
        while time.monotonic() < until and (mails := claims.claim()):
            if not run.send_all(mails):
                break
    except ServerUnreachableError as error:
        cache.set(UNREACHABLE, True, PAUSE_S)
        logger.warning("mail server not reached: %s", error)
    finally:
        run.wire.close()
    return run.sent


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """A batch makes a hundred thousand objects that all live until its end: to look for garbage
    among them again and again takes a tenth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Held:
    """How long a batch is held, by two clocks: who looks at one that jumped takes it over."""

    def __init__(self) -> None:
        self.began, self.began_at = time.monotonic(), timezone.now()

    def is_over(self) -> bool:
        passed = time.monotonic() - self.began
        by_the_clock = (timezone.now() - self.began_at).total_seconds()
        return passed > HOLD_S or abs(by_the_clock - passed) > JUMP_S


class Run:
    """One connection, the mails that went over it, and the refusals since the last one."""

    def __init__(self, wire: BaseEmailBackend) -> None:
        self.wire = wire
        self.sent = 0
        self.noting: Callable[[], bool] | None = None
        self.is_suspect = bool(cache.get(SUSPECT))
        self.refused = IN_A_ROW - 1 if self.is_suspect else 0

    def send_all(self, mails: Sequence[Mail]) -> bool:
        """Send a claimed batch; what is not begun in time, or cannot leave, is handed back.

        Gives whether there is room for more.
        """
        held, left, room = Held(), list(mails), True
        try:
            with _nothing_collected():
                left = worded(mails)
                room = not left or self._send_in_turn(left, held)
        except LostClaimError:
            logger.warning("a claim was taken over: the rest of it is handed back")
            self.wire.close()
        finally:
            notes.steady(receipts.settle)
            notes.steady(lambda: claims.hand_back(left))
        return room

    def _send_in_turn(self, left: list[Mail], held: Held) -> bool:
        """Take the mails from the list as they are sent; False when the line is others' for now."""
        slots, last = pace.reserve(len(left)), left[-1]
        try:
            while left and slots and self._waits(slots, last) and not held.is_over():
                self._open()
                self._send(left, last)
        finally:
            self._keep()
        return slots is not None

    def _waits(self, slots: pace.Slots, last: Mail) -> bool:
        """For the next slot, with nothing left to note; False when none is left."""
        if slots.rate:
            self._keep()
        return slots.wait()

    def _open(self) -> None:
        try:
            self.wire.open()
        except (OSError, SMTPException) as error:
            raise ServerUnreachableError(type(error).__name__) from error

    def _send(self, left: list[Mail], last: Mail) -> None:
        """Send the first that is left. The database notes the receipt of the mail before while this
        one travels, and before it ends: whoever can't note it, or lost the claim, keeps this one."""
        try:
            self._begin(left[0])
        except Exception as error:  # a refused address, a lost connection, a header that is not one
            self._keep()
            self._note_failure(left.pop(0), error)
            return
        self._keep()
        mail = left.pop(0)
        try:
            answer = self._end(mail, left[0] if left else None)
        except Exception as error:
            self._note_failure(mail, error)
            return
        self.noting = notes.sent(mail, answer, last=last)
        self.sent += 1
        self._trust()

    def _begin(self, mail: Mail) -> None:
        if isinstance(self.wire, EmailBackend):
            self.wire.begin(mail)

    def _end(self, mail: Mail, following: Mail | None) -> str:
        if isinstance(self.wire, EmailBackend):
            return self.wire.end(following=following)
        self.wire.send_messages([message_of(mail)])
        return ""

    def _keep(self) -> None:
        """Wait for the receipt that is on its way, if one is. Raises LostClaimError when the rest of
        the claim is others'."""
        noting, self.noting = self.noting, None
        if noting and not noting():
            raise LostClaimError

    def _note_failure(self, mail: Mail, error: Exception) -> None:
        meaning = notes.failed(mail, error).meaning
        if not isinstance(error, SMTPResponseException | SMTPRecipientsRefused):
            self.wire.close()
        if meaning not in (Meaning.OURS, Meaning.NO_ADDRESS):
            self.refused += 1
        if meaning == Meaning.AWAY or self.refused >= IN_A_ROW:
            cache.set(SUSPECT, True, SUSPECT_S)
            raise ServerUnreachableError(type(error).__name__)

    def _trust(self) -> None:
        """A server that takes mail again may refuse some."""
        self.refused = 0
        if self.is_suspect:
            self.is_suspect = False
            cache.delete(SUSPECT)
