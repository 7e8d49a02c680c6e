"""Why an action on a profile refuses. Each says enough for a page to tell it in words."""

from collections.abc import Sequence

from accounts.profiles.checklist import Want


class RoleTakenError(Exception):
    """This account looks for people already, for a school."""


class IncompleteProfileError(Exception):
    """A profile cannot be shown while these are missing."""

    def __init__(self, gaps: Sequence[Want]) -> None:
        super().__init__(", ".join(gap.key for gap in gaps))
        self.gaps = tuple(gaps)


class ConsentMissingError(Exception):
    """Nothing is shown without the person's own, recent yes."""
