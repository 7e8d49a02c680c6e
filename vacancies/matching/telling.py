"""What became of each notice about a pair: waiting, in a mail, or why in none. Pure.

States are the codes of `accounts.enums.NoticeState` and `MailState`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from vacancies.matching.events import Event, Kind, Reader

OF_NOTICE: Final = {
    "no_address": Kind.MAIL_NO_ADDRESS,
    "withdrawn": Kind.MAIL_DROPPED,
}
OF_MAIL: Final = {
    "queued": Kind.MAIL_QUEUED,
    "sending": Kind.MAIL_QUEUED,
    "parked": Kind.MAIL_PARKED,
}
TAKEN: Final = "2"  # answers that begin so are a yes (RFC 5321, 4.2.1)
SAME_LOOK: Final = timedelta(minutes=1)  # to open the message and the match is one look


@dataclass(frozen=True, slots=True)
class Posted:
    """The mail of a notice. `said`: the last answer of the mail server in its own words, or what
    went wrong here."""

    state: str
    kind: str
    at: datetime
    sent_at: datetime | None = None
    returned_at: datetime | None = None
    said: str = ""
    deferrals: int = 0
    is_by_hand: bool = False  # a moderator cancelled it
    is_stopped: bool = False  # the address was found to take no mail before it went


@dataclass(frozen=True, slots=True)
class Told:
    """A notice to the professional; while it waits, when it is due and how it goes."""

    about: str
    at: datetime
    state: str
    rhythm: str = ""
    due_at: datetime | None = None
    rests: bool = False  # it would go sooner if mail did not rest
    is_beyond_share: bool = False  # enough came at once of this school that day
    is_moot: bool = False  # put aside or gone meanwhile: the next mail leaves it out
    is_account_off: bool = False
    read_at: datetime | None = None
    mail: Posted | None = None


def tellings(told: Iterable[Told], reader: Reader) -> Iterator[Event]:
    """Each notice twice: that it was told, and what became of its mail."""
    for one in told:
        yield Event(one.at, Kind.TOLD, one.about)
        if one.is_beyond_share:
            yield Event(one.at, Kind.SHARE_FULL)
        yield from _fate(one, reader)


def read_of(told: Iterable[Told], *, seen_at: datetime | None) -> Iterator[Event]:
    """The first message that was opened, unless that was to look at the match itself."""
    moments = [one.read_at for one in told if one.read_at]
    if not moments:
        return
    first = min(moments)
    if seen_at is None or abs(seen_at - first) > SAME_LOOK:
        yield Event(first, Kind.READ)


def _fate(one: Told, reader: Reader) -> Iterator[Event]:
    if one.state == "waiting":
        yield from _waits(one, reader)
    elif one.state == "not_wanted":
        kind = Kind.MAIL_ACCOUNT_OFF if one.is_account_off else Kind.MAIL_NOT_WANTED
        yield Event(one.at, kind)
    elif one.state in OF_NOTICE:
        yield Event(one.at, OF_NOTICE[one.state])
    elif one.mail is None:
        yield Event(one.at, Kind.MAIL_NOT_KEPT)
    else:
        yield from _posted(one.mail)


def _waits(one: Told, reader: Reader) -> Iterator[Event]:
    """When a mail is due says how often somebody wants mail: that is not for a school."""
    if one.is_moot:
        return
    due_at = one.due_at if reader != Reader.SCHOOL else None
    kind = Kind.MAIL_RESTS if one.rests and due_at else Kind.MAIL_WAITS
    yield Event(due_at or one.at, kind, one.rhythm, is_due=due_at is not None)


def _posted(mail: Posted) -> Iterator[Event]:
    if mail.state in ("sent", "returned"):
        yield from _sent(mail)
    elif mail.state == "cancelled":
        yield Event(mail.at, _why_cancelled(mail))
    else:
        waits = mail.deferrals and mail.state != "parked"
        yield Event(mail.at, Kind.MAIL_DEFERRED if waits else OF_MAIL[mail.state], said=mail.said)


def _why_cancelled(mail: Posted) -> Kind:
    if mail.is_by_hand:
        return Kind.MAIL_CANCELLED
    return Kind.MAIL_NO_ADDRESS if mail.is_stopped else Kind.MAIL_EMPTY


def _sent(mail: Posted) -> Iterator[Event]:
    """Of a mail that came back the answer is that of the return; it was taken before."""
    sent_at = mail.sent_at or mail.at
    if mail.state == "returned":
        yield Event(sent_at, Kind.MAIL_SENT, mail.kind)
        yield Event(mail.returned_at or sent_at, Kind.MAIL_RETURNED, said=mail.said)
    else:
        is_taken = mail.said.startswith(TAKEN)
        yield Event(sent_at, Kind.MAIL_SENT, mail.kind, said=mail.said, is_taken=is_taken)
