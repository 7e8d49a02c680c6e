"""The kinds of events in the story of a pair, and who may hear of which. Pure.

A school hears only what `TO_SCHOOL` lists: what somebody hides, pauses, puts aside or chose about
mail, and when somebody did not fit for a while, is told to that person and to a moderator alone.
The words of a mail server, in which an address may stand, are for a moderator alone.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final


class Reader(StrEnum):
    """Who reads the story."""

    PERSON = "person"
    SCHOOL = "school"
    DESK = "desk"


class Kind(StrEnum):
    """What happened; in this order when it happened at the same moment."""

    VACANCY_OPENED = "vacancy_opened"
    VACANCY_CHANGED = "vacancy_changed"
    VACANCY_PAUSED = "vacancy_paused"
    VACANCY_RESUMED = "vacancy_resumed"
    VACANCY_CLOSED = "vacancy_closed"
    VACANCY_TAKEN_DOWN = "vacancy_taken_down"
    PROFILE_SHOWN = "profile_shown"
    PROFILE_CHANGED = "profile_changed"
    PROFILE_PAUSED = "profile_paused"
    PROFILE_RESUMED = "profile_resumed"
    PROFILE_WITHDRAWN = "profile_withdrawn"
    HIDDEN = "hidden"
    SHOWN_AGAIN = "shown_again"
    MATCHED = "matched"
    LAPSED = "lapsed"
    FITS_AGAIN = "fits_again"
    INVITED = "invited"
    TOLD = "told"
    SCHOOL_TOLD = "school_told"
    SHARE_FULL = "share_full"
    MAIL_NOT_WANTED = "mail_not_wanted"
    MAIL_ACCOUNT_OFF = "mail_account_off"
    MAIL_NO_ADDRESS = "mail_no_address"
    MAIL_WAITS = "mail_waits"
    MAIL_RESTS = "mail_rests"
    MAIL_DROPPED = "mail_dropped"
    MAIL_QUEUED = "mail_queued"
    MAIL_DEFERRED = "mail_deferred"
    MAIL_SENT = "mail_sent"
    MAIL_RETURNED = "mail_returned"
    MAIL_PARKED = "mail_parked"
    MAIL_CANCELLED = "mail_cancelled"
    MAIL_EMPTY = "mail_empty"
    MAIL_NOT_KEPT = "mail_not_kept"
    SCHOOL_MAILED = "school_mailed"
    READ = "read"
    SEEN = "seen"
    DISMISSED = "dismissed"
    BROUGHT_BACK = "brought_back"
    RELEVANT = "relevant"
    RULE_FORGOTTEN = "rule_forgotten"
    SAID_YES = "said_yes"
    TOOK_YES_BACK = "took_yes_back"
    ANSWERED = "answered"


class Hurdle(StrEnum):
    """What keeps the pair apart, or keeps the mail, as of now."""

    VACANCY_PAUSED = "vacancy_paused"
    VACANCY_NOT_OPEN = "vacancy_not_open"
    ACCOUNT_OFF = "account_off"
    ACCOUNT_UNCONFIRMED = "account_unconfirmed"
    PROFILE_DRAFT = "profile_draft"
    PROFILE_PAUSED = "profile_paused"
    HIDDEN = "hidden"
    BELOW_MUSTS = "below_musts"
    LAPSED = "lapsed"
    DISMISSED = "dismissed"
    MUTED = "muted"
    NO_MAIL = "no_mail"
    NO_ADDRESS = "no_address"
    MAIL_RESTS = "mail_rests"
    NOT_MATCHED_YET = "not_matched_yet"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or is due to; `detail` is a code.

    `said`: what the mail server said; `is_taken`: that this was a yes.
    """

    at: datetime
    kind: Kind
    detail: str = ""
    is_due: bool = False
    said: str = ""
    is_taken: bool = False


TO_SCHOOL: Final = frozenset(
    {
        Kind.VACANCY_OPENED,
        Kind.VACANCY_CHANGED,
        Kind.VACANCY_PAUSED,
        Kind.VACANCY_RESUMED,
        Kind.VACANCY_CLOSED,
        Kind.VACANCY_TAKEN_DOWN,
        Kind.MATCHED,
        Kind.INVITED,
        Kind.TOLD,
        Kind.SCHOOL_TOLD,
        Kind.MAIL_WAITS,
        Kind.MAIL_QUEUED,
        Kind.MAIL_SENT,
        Kind.SCHOOL_MAILED,
        Kind.SAID_YES,
        Kind.TOOK_YES_BACK,
        Kind.ANSWERED,
    }
)
HURDLES_TO_SCHOOL: Final = frozenset(
    {Hurdle.VACANCY_PAUSED, Hurdle.VACANCY_NOT_OPEN, Hurdle.BELOW_MUSTS}
)
NOT_TO_PERSON: Final = frozenset({Kind.SCHOOL_MAILED})


def may_hear(reader: Reader, kind: Kind) -> bool:
    """Whether this reader may know of this kind of event."""
    if reader == Reader.SCHOOL:
        return kind in TO_SCHOOL
    return reader == Reader.DESK or kind not in NOT_TO_PERSON
