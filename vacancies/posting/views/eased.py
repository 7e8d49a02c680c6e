"""The last tap on the panel of an open vacancy, in the session of who made it: to take it back."""

from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any, Final, Self

from django.http import HttpRequest
from django.utils import timezone

from vacancies.models import Vacancy
from vacancies.posting import snapshots
from vacancies.posting.snapshots import Change, Snapshot

KEY: Final = "eased_vacancy"
TO_TAKE_BACK: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Eased:
    """What the vacancy and its form held before the tap, and the version after it."""

    code: str
    version: int
    sent: str
    snapshot: Snapshot
    at: float

    @classmethod
    def of(cls, request: HttpRequest, vacancy: Vacancy) -> Self | None:
        """The last tap of this person, while nobody changed the vacancy after it."""
        kept = request.session.get(KEY)
        eased = cls(**kept) if kept else None
        if eased is None or (eased.code, eased.version) != (vacancy.code, vacancy.version):
            return None
        return eased if eased.at > _now() - TO_TAKE_BACK.total_seconds() else None

    def changes(self, vacancy: Vacancy) -> list[Change]:
        """Field by field, and of the demands only the lines that differ."""
        found = snapshots.differences(self.snapshot, snapshots.snapshot_of(vacancy))
        return [snapshots.only_what_differs(change) for change in found]


def remember(request: HttpRequest, vacancy: Vacancy, *, sent: str, snapshot: Snapshot) -> None:
    eased = Eased(vacancy.code, vacancy.version, sent, snapshot, _now())
    request.session[KEY] = asdict(eased)


def forget(request: HttpRequest) -> None:
    request.session.pop(KEY, None)


def eased_of(request: HttpRequest, vacancy: Vacancy) -> dict[str, Any]:
    """What the page says about the last tap."""
    eased = Eased.of(request, vacancy)
    return {"eased": eased.changes(vacancy)} if eased else {}


def _now() -> float:
    return timezone.now().timestamp()
