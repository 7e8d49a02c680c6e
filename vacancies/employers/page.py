"""How a request and the agreement stand, for professional and school."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from portal.kit.templatetags.ui import moment
from vacancies.employers import queries, words
from vacancies.employers.asked import Asked, Total, asked_of, total_of
from vacancies.employers.facts import facts_of
from vacancies.employers.parts import digest
from vacancies.enums import EmployerScope
from vacancies.enums import EmployerStatus as Status
from vacancies.lifecycles import EMPLOYER_REQUEST, Side
from vacancies.models import EmployerRequest, Placement
from vacancies.models.placement import STANDING
from vacancies.placement.consent import covers
from vacancies.placement.offer import LENT
from vacancies.placement.page import Moment


@dataclass(frozen=True)
class Reason:
    """Why the employer said no, as the professional reads it."""

    label: str
    note: str
    is_in_law: bool


class Page:
    """Built once for a request; each part is read when the template asks."""

    def __init__(self, placement: Placement, side: Side) -> None:
        self.placement, self.side = placement, side

    @cached_property
    def row(self) -> EmployerRequest | None:
        return queries.of_placement(self.placement)

    @property
    def is_standing(self) -> bool:
        return self.placement.status in STANDING

    @property
    def now(self) -> str:
        return words.now(self.row, self.side) if self.row else ""

    @cached_property
    def asked(self) -> Asked | None:
        return asked_of(self.row) if self.row else None

    @cached_property
    def is_outdated(self) -> bool:
        """What the employer was asked is not what is agreed now."""
        return (
            self.row is not None
            and self.row.status in queries.LIVE
            and self.is_standing
            and not covers(self.row, self.placement)
        )

    @property
    def conditions(self) -> list[str]:
        is_given = self.row is not None and self.row.status == Status.GIVEN
        return words.conditions(self.row) if self.row and is_given else []

    @property
    def proposed(self) -> int:
        """Day-parts of a counter-proposal that waits."""
        is_countered = self.row is not None and self.row.status == Status.COUNTERED
        return self.row.counter_mask if self.row and is_countered else 0

    @property
    def reason(self) -> Reason | None:
        """For the professional alone."""
        row = self.row
        if row is None or row.status != Status.REFUSED or self.side is not Side.PROFESSIONAL:
            return None
        is_in_law = row.scope == EmployerScope.LENDING or words.is_ground_in_law(row.refusal_ground)
        return Reason(row.get_refusal_ground_display(), row.answer_note, is_in_law)

    @cached_property
    def can(self) -> set[str]:
        """The steps that this side may take now; asking only while the work goes on."""
        if not self.is_standing:
            return set()
        if self.row is None:
            return {"ask"} if self.side is Side.PROFESSIONAL else set()
        return {step.verb for step in EMPLOYER_REQUEST.open_to(self.row.status, self.side)}

    @property
    def may_correct(self) -> bool:
        open_to_it = (Status.ASKED, Status.COUNTERED, Status.GIVEN, Status.REFUSED)
        return self.is_standing and self.row is not None and self.row.status in open_to_it

    @cached_property
    def must_confirm(self) -> bool:
        return queries.must_confirm(self.placement, self.side, self.row)

    @property
    def waits_for_other(self) -> bool:
        """Whether the other side still has to agree to what was changed."""
        other = Side.SCHOOL if self.side is Side.PROFESSIONAL else Side.PROFESSIONAL
        return queries.must_confirm(self.placement, other, self.row)

    @property
    def digest(self) -> str:
        return digest(facts_of(self.placement, self.row), self.side)

    @property
    def is_lent(self) -> bool:
        """Whether an agreement about lending belongs to it."""
        asked = self.row is not None and self.row.scope == EmployerScope.LENDING
        return asked or self.placement.employment_form in LENT

    @cached_property
    def moments(self) -> list[Moment]:
        steps = self.row.steps.all() if self.row else ()
        return [Moment(moment(one.at), words.step(one, self.side)) for one in steps]

    def total(self, school: EmployerRequest, on: date) -> Total | None:
        """With the hours elsewhere, once the professional told them."""
        told = self.placement.hours_elsewhere
        return total_of(told, school.hours_week, on) if told is not None else None
