"""The link to one question, as long as it can be answered."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from vacancies.models import Opinion

TERM: Final = timedelta(days=14)


class Closed(StrEnum):
    """Why a link no longer asks anything."""

    ANSWERED = "answered"
    OVER = "over"
    EXPIRED = "expired"


def why_closed(opinion: Opinion, now: datetime) -> Closed | None:
    """What an answer said already, that there is nothing to answer any more, or that it is late."""
    if opinion.answered_at:
        return Closed.ANSWERED
    if not opinion.application.is_open:
        return Closed.OVER
    return Closed.EXPIRED if now >= opinion.expires_at else None
