"""What every action on a vacancy asks first, and does last."""

from collections.abc import Sequence

from portal.kit.lifecycle import IllegalTransitionError
from vacancies.models import Vacancy
from vacancies.posting import hooks, queries
from vacancies.posting.errors import (
    NotEditableError,
    NotWholeError,
    StaleError,
    WordingBlockedError,
)
from vacancies.posting.lifecycle import EDITABLE, LIFECYCLE, LIVE
from vacancies.posting.texts import is_ground


def locked_for_edit(vacancy: Vacancy, version: int | None) -> Vacancy:
    """The row as it is now, for its writer. Raises StaleError or NotEditableError."""
    row = queries.locked(vacancy)
    if row.status not in EDITABLE:
        raise NotEditableError(row.status)
    require_version(row, version)
    return row


def require_version(row: Vacancy, version: int | None) -> None:
    """Raises StaleError when the row was saved after `version` was shown."""
    if version is not None and row.version != version:
        raise StaleError(queries.last_edit(row))


def locked_for_step(vacancy: Vacancy, wanted: str) -> Vacancy:
    """The row as it is now, if it may become `wanted`. Raises IllegalTransitionError."""
    row = queries.locked(vacancy)
    LIFECYCLE.require(row.status, wanted)
    return row


def require_whole(row: Vacancy) -> None:
    """Raises NotWholeError while something is missing."""
    missing = queries.missing(row)
    if missing:
        raise NotWholeError(missing)


def require_fair_words(row: Vacancy) -> None:
    """Raises WordingBlockedError for words that shut people out without a ground."""
    blocking = [hit for hit in queries.wording_of(row) if hit.blocks]
    if blocking and not is_ground(row.wording_ground):
        raise WordingBlockedError(blocking)


def tell_listeners(row: Vacancy, *, was: str) -> None:
    """Matching and the index follow a vacancy that is or was open."""
    if was in LIVE or row.status in LIVE:
        hooks.changed.fire(row)


def step(row: Vacancy, wanted: str, *, fields: Sequence[str] = ()) -> Vacancy:
    """Write the new state with these fields, and tell who follows."""
    was, row.status = row.status, wanted
    row.save(update_fields=["status", "updated_at", *fields])
    tell_listeners(row, was=was)
    return row


def not_now(row: Vacancy, wanted: str) -> IllegalTransitionError:
    """The refusal of a step that the state does not allow."""
    return IllegalTransitionError(row.status, wanted)
