"""The start check: what must be there before the first day, who sees to it, and what is there.

What the law asks comes from the verdict on each block of hours and ticks itself, as the school
records, sees and plans; it blocks the start. All else only warns, and is ticked by who does it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils import timezone

from vacancies.codes import Need
from vacancies.enums import EmployerStatus, ItemOwner
from vacancies.enums import PlacementStatus as Status
from vacancies.models import EmployerRequest, Placement, StartItem
from vacancies.placement import queries
from vacancies.placement.consent import covers
from vacancies.placement.item_words import label_of, needs_telling
from vacancies.placement.offer import LENT, Group
from vacancies.routes.catalogue import RULE_OF
from vacancies.routes.verdict import Verdict
from vacancies.routes.words.sources import needs_of

CONTRACT: Final = "contract"
WELCOME: Final = "welcome"
COACH: Final = "coach"
EMPLOYER: Final = "employer"
HOURS: Final = "hours_elsewhere"
PRACTICAL: Final = (CONTRACT, COACH, WELCOME, EMPLOYER, HOURS)
BY_HAND: Final = frozenset({CONTRACT, WELCOME, COACH, EMPLOYER})
OWNERS: Final = {
    CONTRACT: ItemOwner.SCHOOL,
    WELCOME: ItemOwner.SCHOOL,
    COACH: ItemOwner.SCHOOL,
    EMPLOYER: ItemOwner.PROFESSIONAL,
    HOURS: ItemOwner.PROFESSIONAL,
}
ALWAYS_SHOWN: Final = (
    Need.VOG_OK,
    Need.NOT_EXCLUDED,
    Need.NAMED_TEACHER,
    Need.STATEMENT_BY,
    Need.EXEMPTION_DECISION,
    Need.SPECIFIC_KNOWLEDGE_JUDGED,
    Need.TRAINING_AGREED,
)
OF_PERSON: Final = frozenset({Need.VOG_OK, Need.NOT_EXCLUDED})


@dataclass(frozen=True)
class Item:
    """One thing of the check. `is_by_hand`: its owner ticks it."""

    code: str
    owner: str
    is_law: bool
    is_done: bool
    is_by_hand: bool
    label: str
    done_on: date | None = None
    note: str = ""

    @property
    def mark(self) -> str:
        return "met" if self.is_done else "missing"

    @property
    def explains(self) -> bool:
        """Whether there is more to say about how to get it."""
        return self.is_law and not self.is_done and needs_telling(self.code)


@dataclass(frozen=True)
class Check:
    """All items: what the law asks first, open ones before what is there."""

    items: tuple[Item, ...]

    @property
    def missing_in_law(self) -> list[Item]:
        return [item for item in self.items if item.is_law and not item.is_done]

    @property
    def missing_beside(self) -> list[Item]:
        return [item for item in self.items if not item.is_law and not item.is_done]

    @property
    def done(self) -> int:
        return sum(item.is_done for item in self.items)

    @property
    def is_ready(self) -> bool:
        return self.done == len(self.items)

    def of_owner(self, owner: str) -> list[Item]:
        return [item for item in self.items if item.owner == owner]


def begin(placement: Placement) -> None:
    """The rows of the check, after the yes; those that are there stay as they are."""
    verdicts = [(group, queries.verdict(group)) for group in queries.groups(placement)]
    law = _law_codes(verdicts)
    rows = [(code, owner, True) for code, owner in law.items()]
    rows += [(code, str(OWNERS[code]), False) for code in _practical(placement)]
    StartItem.objects.bulk_create(
        [
            StartItem(placement=placement, code=code, owner=owner, is_law=is_law)
            for code, owner, is_law in rows
        ],
        ignore_conflicts=True,
    )


def of(placement: Placement, on: date | None = None) -> Check:
    """The check as it stands today; after the start as it was kept."""
    rows = list(placement.start_items.all())
    if placement.status != Status.ACCEPTED:
        return _ordered(_item(row, row.done_on is not None) for row in rows)
    verdicts = [(group, queries.verdict(group, on)) for group in queries.groups(placement)]
    missing = _missing(verdicts)
    known = {row.code for row in rows}
    late = [
        StartItem(placement=placement, code=code, owner=owner, is_law=True)
        for code, owner in missing.items()
        if code not in known
    ]
    itself = _known_by_itself(placement)
    return _ordered(
        _item(row, row.code not in missing if row.is_law else _is_there(row, itself))
        for row in (*rows, *late)
    )


def settle(placement: Placement) -> None:
    """On the first day: what ticked itself keeps its day, so that the history stays true."""
    today = timezone.localdate()
    found = {item.code for item in of(placement).items if item.is_done}
    rows = placement.start_items.filter(code__in=found, done_on=None)
    rows.update(done_on=today)


def _law_codes(verdicts: Iterable[tuple[Group, Verdict]]) -> dict[str, str]:
    """What is missing, and what is worth seeing ticked."""
    found: dict[str, str] = {}
    for group, verdict in verdicts:
        asked = needs_of(RULE_OF[group.route])
        for need in ALWAYS_SHOWN:
            if need in asked:
                found[str(need)] = _owner(need)
        found |= _codes(verdict)
    return found


def _missing(verdicts: Iterable[tuple[Group, Verdict]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for _group, verdict in verdicts:
        found |= _codes(verdict)
    return found


def _codes(verdict: Verdict) -> dict[str, str]:
    school = dict.fromkeys([str(one) for one in (*verdict.missing_school, *verdict.board_judges)])
    person = dict.fromkeys([str(one) for one in verdict.missing_person])
    return dict.fromkeys(person, str(ItemOwner.PROFESSIONAL)) | dict.fromkeys(
        school, str(ItemOwner.SCHOOL)
    )


def _owner(need: Need) -> str:
    return str(ItemOwner.PROFESSIONAL if need in OF_PERSON else ItemOwner.SCHOOL)


def _practical(placement: Placement) -> list[str]:
    if placement.has_other_employer or placement.employment_form in LENT:
        return list(PRACTICAL)
    return [CONTRACT, COACH, WELCOME]


def _known_by_itself(placement: Placement) -> set[str]:
    """Practical things that are on record already."""
    found = set()
    given = EmployerRequest.objects.filter(placement=placement, status=EmployerStatus.GIVEN)
    if not placement.has_other_employer or any(covers(one, placement) for one in given):
        found.add(EMPLOYER)
    if not placement.has_other_employer or placement.hours_elsewhere is not None:
        found.add(HOURS)
    if placement.coach:
        found.add(COACH)
    return found


def _is_there(row: StartItem, itself: set[str]) -> bool:
    return row.done_on is not None or row.code in itself


def _item(row: StartItem, is_done: bool) -> Item:
    return Item(
        code=row.code,
        owner=row.owner,
        is_law=row.is_law,
        is_done=is_done,
        is_by_hand=row.code in BY_HAND and (row.done_on is not None or not is_done),
        label=label_of(row.code),
        done_on=row.done_on,
        note=row.note,
    )


def _ordered(items: Iterable[Item]) -> Check:
    return Check(tuple(sorted(items, key=lambda item: (not item.is_law, item.is_done))))
