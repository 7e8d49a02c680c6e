"""What the answer of a mail server means, and how long to wait before asking again. No database."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from smtplib import (
    SMTPConnectError,
    SMTPException,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPServerDisconnected,
)
from typing import Final

OWN_DELAYS: Final = tuple(timedelta(minutes=minutes) for minutes in (1, 10, 60, 360))
SOFT_DELAYS: Final = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 20, 60, 180, 360))
SOFT_TERM: Final = timedelta(days=3)
"""So long a server may ask to wait with one mail (RFC 5321, 4.5.4.1, says four to five days)."""

NO_SUCH_ADDRESS: Final = re.compile(r"5\.(1\.\d|2\.[01])")
ENHANCED: Final = re.compile(r"\b[245]\.\d{1,3}\.\d{1,3}\b")  # RFC 3463
ABOUT_ADDRESSES: Final = {550, 551, 553}


class Meaning(Enum):
    AWAY = "there is no server to talk to"
    LATER = "the server asks to wait with this mail"
    REFUSED = "the server never takes this mail"
    NO_ADDRESS = "the server never takes mail to this address"
    OURS = "our own fault"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What went wrong with a mail, and the words of whoever says so."""

    meaning: Meaning
    answer: str


def outcome_of(error: Exception) -> Outcome:
    """What an error while a mail was handed over says of it."""
    if isinstance(error, SMTPRecipientsRefused):
        code, words = next(iter(error.recipients.values()))
        return _answered(code, words, of_address=True)
    if isinstance(error, SMTPConnectError):
        return Outcome(Meaning.AWAY, _line(error.smtp_code, error.smtp_error))
    if isinstance(error, SMTPResponseException):
        return _answered(error.smtp_code, error.smtp_error, of_address=False)
    is_of_line = isinstance(error, OSError) and not isinstance(error, SMTPException)
    if is_of_line or isinstance(error, SMTPServerDisconnected):
        return Outcome(Meaning.LATER, _named(error))
    return own_fault(error)


def own_fault(error: Exception) -> Outcome:
    """What any error says that was raised before there was a server to answer."""
    return Outcome(Meaning.OURS, _named(error))


def own_delay(attempts: int) -> timedelta | None:
    """How long to wait after so many failures of our own; None: not again."""
    return OWN_DELAYS[attempts - 1] if attempts <= len(OWN_DELAYS) else None


def soft_delay(deferrals: int, since: datetime, now: datetime) -> timedelta | None:
    """How long to wait after the server asked so often to; None: three days are over."""
    if now - since >= SOFT_TERM:
        return None
    return SOFT_DELAYS[min(deferrals, len(SOFT_DELAYS)) - 1]


def _answered(code: int, words: bytes | str, *, of_address: bool) -> Outcome:
    line = _line(code, words)
    if code == 421:
        return Outcome(Meaning.AWAY, line)
    if not 500 <= code < 600:
        return Outcome(Meaning.LATER, line)
    gone = of_address and _is_no_address(code, line)
    return Outcome(Meaning.NO_ADDRESS if gone else Meaning.REFUSED, line)


def _is_no_address(code: int, line: str) -> bool:
    """A server that is more precise is believed: 5.7 is its policy, not the address."""
    if ENHANCED.search(line):
        return NO_SUCH_ADDRESS.search(line) is not None
    return code in ABOUT_ADDRESSES


def _line(code: int, words: bytes | str) -> str:
    return f"{code} {words.decode('utf-8', 'replace') if isinstance(words, bytes) else words}"


def _named(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
