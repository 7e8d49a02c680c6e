"""What a mail service tells of one mail, from anymail's event to what it means for us."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from anymail.signals import AnymailTrackingEvent, EventType, RejectReason


class Verdict(StrEnum):
    """What became of the mail, as far as we do something about it."""

    RETURNED = "returned"  # it did not arrive; the address may be fine
    GONE = "gone"  # it did not arrive, and nothing else will
    COMPLAINED = "complained"
    DEFERRED = "deferred"


@dataclass(frozen=True)
class Report:
    """The verdict on a mail, named by a Message-ID that may be the service's own."""

    verdict: Verdict
    message_id: str
    recipient: str
    at: datetime | None
    answer: str


GONE_FOR: Final = {None, "", RejectReason.BOUNCED, RejectReason.INVALID}
SOFT_WORDS: Final = {"softbounce", "softbounced", "transient"}
SOFT_CLASSES: Final = {"20", "21", "22", "23", "24", "70"}  # SparkPost's bounce_class
NO_SUCH: Final = re.compile(r"\b5\.1\.(1|2|3|6|10)\b")  # RFC 3463: the address is not one
CODE: Final = re.compile(r"\b([45])(?:\d\d\b|\.\d{1,3}\.\d{1,3}\b)")


def report_of(event: AnymailTrackingEvent) -> Report | None:
    """The event for us; None for one that changes nothing: delivered, opened, queued and the like."""
    verdict = _verdict(event)
    if verdict is None:
        return None
    return Report(
        verdict=verdict,
        message_id=str(event.message_id or "").strip("<> "),
        recipient=str(event.recipient or "").strip(),
        at=event.timestamp,
        answer=_said(event),
    )


def _verdict(event: AnymailTrackingEvent) -> Verdict | None:
    match event.event_type:
        case EventType.COMPLAINED:
            return Verdict.COMPLAINED
        case EventType.DEFERRED:
            return Verdict.DEFERRED
        case EventType.FAILED:
            return Verdict.RETURNED
        case EventType.REJECTED:
            gone = event.reject_reason in (RejectReason.BOUNCED, RejectReason.INVALID)
            return Verdict.GONE if gone else Verdict.RETURNED
        case EventType.BOUNCED:
            gone = bool(NO_SUCH.search(_said(event))) or (
                event.reject_reason in GONE_FOR and not _is_soft(event)
            )
            return Verdict.GONE if gone else Verdict.RETURNED
    return None


def _said(event: AnymailTrackingEvent) -> str:
    return " ".join(str(event.mta_response or event.description or "").split())


def _is_soft(event: AnymailTrackingEvent) -> bool:
    """Whether a later mail may arrive: a full mailbox, a server that was away."""
    code = CODE.search(_said(event))
    return bool(code and code[1] == "4") or any(
        _says_soft(name, value) for name, value in _leaves(event.esp_event)
    )


def _says_soft(name: str, value: Any) -> bool:
    """Services say it each in their own way; anymail calls all of it a bounce."""
    if name == "bounce_class":
        return str(value) in SOFT_CLASSES
    if name == "hard_bounce":
        return value is False
    return re.sub(r"[^a-z]", "", str(value).lower().rpartition(".")[2]) in SOFT_WORDS


def _leaves(told: Any) -> Iterator[tuple[str, Any]]:
    if not isinstance(told, Mapping):
        return
    for name, value in told.items():
        if isinstance(value, Mapping):
            yield from _leaves(value)
        else:
            yield str(name), value
