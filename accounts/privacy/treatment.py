"""How a field of a model that points to a person is treated. Pure: names only."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Erasure(StrEnum):
    """What happens to the row when its person deletes the account."""

    DELETED = "deleted"
    UNLINKED = "unlinked"  # the row is an organisation's; only the link to the person goes


@dataclass(frozen=True)
class Treatment:
    """`exported`: fields in the download. `withheld`: fields that are not, and why not."""

    erasure: Erasure
    exported: str = ""
    withheld: Mapping[str, str] | None = None

    @property
    def fields(self) -> set[str]:
        kept = {name for names in (self.withheld or {}).values() for name in names.split()}
        return set(self.exported.split()) | kept


TECHNICAL: Final = "technical: a number or lock without meaning outside this database"
GUARDED: Final = "secret: would open the account or a school to who finds the file"
DERIVED: Final = "derived from fields that are in the download"
OURS: Final = "belongs to the organisation, not to the person"

DELETED, UNLINKED = Erasure.DELETED, Erasure.UNLINKED
