"""What features above keep about a person; they register in `vacancies.apps`.

A section answers rows for the download; an eraser runs before the account's own rows go, and
deletes or detaches what would hold them back.
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
erasers: Hook[User] = Hook("account erased")
