"""Why an action refuses. Each says enough for a page to tell it in words."""

from collections.abc import Sequence
from datetime import datetime

from vacancies.posting.completeness import Missing
from vacancies.posting.queries import Edit
from vacancies.posting.texts import FieldHit


class PostingError(Exception):
    """A vacancy cannot be changed like this."""


class StaleError(PostingError):
    """Somebody else saved in the meantime: `by` (a name, may be empty) at `at`."""

    def __init__(self, edit: Edit) -> None:
        super().__init__("the vacancy was saved by somebody else")
        self.edit = edit
        self.by: str = edit.by
        self.at: datetime = edit.at


class NotEditableError(PostingError):
    """In this state the text cannot be changed."""

    def __init__(self, status: str) -> None:
        super().__init__(f"a vacancy that is {status} cannot be edited")
        self.status = status


class NotWholeError(PostingError):
    """Something is missing or wrong that an open vacancy needs."""

    def __init__(self, missing: Sequence[Missing]) -> None:
        super().__init__(", ".join(item.field for item in missing))
        self.missing = missing


class WordingBlockedError(PostingError):
    """Words that shut people out, and no ground for them."""

    def __init__(self, hits: Sequence[FieldHit]) -> None:
        super().__init__(", ".join(hit.code for hit in hits))
        self.hits = hits


class InstitutionNotVerifiedError(PostingError):
    """The school is still to be verified, or is suspended."""


class ClosingDateError(PostingError):
    """The closing date is past, or more than 90 days ahead."""
