"""Which of the people who said yes a colleague wants to see. Pure."""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlencode


class Turn(StrEnum):
    """Who has to do something next."""

    SCHOOL = "school"
    PROFESSIONAL = "vakmens"


@dataclass(frozen=True, slots=True)
class Filters:
    """Nothing chosen is everybody."""

    vacancy: str = ""
    status: str = ""
    turn: str = ""
    only_unread: bool = False

    @property
    def is_plain(self) -> bool:
        return self == Filters()

    @property
    def query(self) -> str:
        """As the end of an address."""
        told = {"vacature": self.vacancy, "staat": self.status, "wacht": self.turn}
        chosen = {name: value for name, value in told.items() if value}
        return urlencode(chosen | ({"ongelezen": "on"} if self.only_unread else {}))
