"""What features above keep about a person; they register in `vacancies.apps`.

A section answers rows for the download. Before an account goes, a holder holds the rows on which
somebody else may take a step just now, in the order of every step; then an eraser deletes or
detaches what would hold the account's own rows back.
"""

from collections.abc import Callable

from accounts.models import User
from portal.kit.hooks import Hook

Row = dict[str, object]
Section = Callable[[User], list[Row]]


class Sections:
    """The parts of a download by their key, in the order in which they were registered."""

    def __init__(self) -> None:
        self._sections: dict[str, Section] = {}

    def register(self, key: str, section: Section) -> None:
        self._sections[key] = section

    def of(self, user: User) -> dict[str, list[Row]]:
        return {key: section(user) for key, section in self._sections.items()}


sections = Sections()
holders: Hook[User] = Hook("account held")
erasers: Hook[User] = Hook("account erased")
