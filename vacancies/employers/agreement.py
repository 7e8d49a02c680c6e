"""The draft of a lending agreement: the fields of three parties as clauses, each in plain words.

Dutch, whatever language the reader has: it is a paper of Dutch law. Signed outside the portal.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from portal.kit.day_words import day_parts_text
from portal.kit.templatetags.ui import day
from vacancies.employers import queries, words
from vacancies.enums import EmployerStatus, LendingBasis, LendingFee
from vacancies.models import EmployerRequest, LendingTerms, Placement, PlannedBlock
from vacancies.placement import queries as placements
from vacancies.placement.hints import Hint, Terms, hints_of_lending
from vacancies.placement.offer import week_hours_of
from vacancies.routes.words import function_label, route_label
from vacancies.routes.words.voice import clock_hours, day_of, plain

DUTCH: Final = "nl"
Row = tuple[str, str]


@dataclass(frozen=True)
class Clause:
    """One clause: facts (an empty one is a line to write on) and sentences."""

    title: str
    rows: tuple[Row, ...] = ()
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True)
class Agreement:
    """The whole draft."""

    person: str
    school: str
    employer: str
    made_on: str
    clauses: tuple[Clause, ...]
    hints: tuple[Hint, ...]

    @property
    def signers(self) -> tuple[Row, ...]:
        return (
            (_("For the lender"), self.employer),
            (_("For the borrower"), self.school),
            (_("The employee"), self.person),
        )


def agreement_of(placement: Placement, on: date | None = None) -> Agreement:
    """From what is known; the rest stays open."""
    with translation.override(DUTCH):
        request = queries.of_placement(placement)
        terms = queries.lending_of(placement)
        maker = _Maker(placement, request, terms)
        return Agreement(
            person=str(placement.application.professional),
            school=maker.school.name,
            employer=maker.employer,
            made_on=day_of(on or timezone.localdate()),
            clauses=tuple(maker.clauses()),
            hints=maker.hints,
        )


def data_of(agreement: Agreement) -> dict[str, Any]:
    """Everything that the template shows, as plain values for JSON."""
    with translation.override(DUTCH):
        return {
            "person": agreement.person,
            "school": agreement.school,
            "employer": agreement.employer,
            "made_on": agreement.made_on,
            "clauses": [
                {
                    "title": one.title,
                    "rows": [list(row) for row in one.rows],
                    "sentences": list(one.sentences),
                }
                for one in agreement.clauses
            ],
            "hints": [{"title": one.title, "text": one.text} for one in agreement.hints],
            "sources": [_source(one) for one in agreement.hints],
            "signers": [list(row) for row in agreement.signers],
        }


def _source(hint: Hint) -> str:
    parts = (hint.source, hint.url, hint.confirm)
    return ", ".join(part for part in parts if part)


class _Maker:
    """The clauses in order."""

    def __init__(
        self,
        placement: Placement,
        request: EmployerRequest | None,
        terms: LendingTerms | None,
    ) -> None:
        self.placement, self.request, self.terms = placement, request, terms
        self.school = placement.application.vacancy.institution
        self.groups = placements.groups(placement)
        self.week_hours = week_hours_of([row for group in self.groups for row in group.rows])

    @property
    def hints(self) -> tuple[Hint, ...]:
        """VAT and admission, as the employment form asks."""
        return tuple(hints_of_lending(Terms.of(self.placement, self.week_hours)))

    @property
    def employer(self) -> str:
        return self.request.employer if self.request else ""

    def clauses(self) -> Iterator[Clause]:
        yield self._parties()
        yield self._work()
        yield self._term()
        yield self._ground()
        yield self._fee()
        yield self._lead()
        yield from self._usual()
        if self.terms and self.terms.remarks:
            yield Clause(_("Further agreements"), sentences=(self.terms.remarks,))

    def _parties(self) -> Clause:
        return Clause(
            _("Parties"),
            (
                (_("Lender"), self.employer),
                (_("KvK number of the lender"), self.request.kvk if self.request else ""),
                (_("Borrower"), self.school.name),
                (_("BRIN of the borrower"), self.school.brin),
                (_("KvK number of the borrower"), self.school.kvk),
                (_("Employee"), str(self.placement.application.professional)),
            ),
        )

    def _work(self) -> Clause:
        vacancy = self.placement.application.vacancy
        places = ", ".join(str(one) for one in vacancy.locations.all())
        total = sum((row.week_hours * row.weeks for row in self._blocks), Decimal(0))
        rows = [
            (_("Function"), function_label(self.placement.function_kind)),
            (_("Route"), ", ".join(route_label(group.route) for group in self.groups)),
            (_("Location"), places),
            (_("Day-parts"), day_parts_text(self.placement.day_parts_mask)),
            (_("Clock hours a week"), plain(self.week_hours)),
            (_("Clock hours over the whole term"), plain(total)),
            (_("Fte"), plain(self.placement.fte) if self.placement.fte else ""),
        ]
        return Clause(_("The work"), (*rows, *self._room()))

    def _room(self) -> Iterator[Row]:
        """What is left of the budget of a guest teacher, by study year."""
        for row, guard in zip(self._blocks, placements.guards(self._blocks), strict=True):
            if guard.limit is not None:
                label = _("Room left in the study year from %(day)s") % {"day": day(row.starts_on)}
                yield label, clock_hours(guard.limit.left)

    def _term(self) -> Clause:
        months = self.terms.notice_months if self.terms else None
        return Clause(
            _("Term"),
            (
                (_("First day"), day(self.placement.starts_on)),
                (_("Last day"), day(self.placement.ends_on)),
                (_("Months of notice"), str(months) if months is not None else ""),
            ),
            (_("Whoever wants to extend or end it earlier says so within this notice."),),
        )

    def _ground(self) -> Clause:
        basis = LendingBasis(self.terms.basis).label if self.terms else ""
        number = self.terms.admission_number if self.terms else ""
        return Clause(
            _("Ground of the lending"),
            ((_("Ground"), str(basis)), (_("Wtta number, or why none is needed"), number)),
        )

    def _fee(self) -> Clause:
        fee, percent = "", ""
        if self.terms:
            fee = str(LendingFee(self.terms.fee).label)
            if self.terms.fee == LendingFee.WAGE_COST_PLUS:
                percent = f"{plain(self.terms.fee_percent)}%"
        rows = [(_("Fee"), fee)]
        if percent:
            rows.append((_("Percentage above the wage cost"), percent))
        if self.hints:
            return Clause(_("Fee and VAT"), tuple(rows), (_("VAT: see the note at the end."),))
        return Clause(_("Fee and VAT"), (*rows, (_("VAT"), "")))

    def _lead(self) -> Clause:
        teachers = ", ".join(dict.fromkeys(row.named_teacher for row in self._blocks))
        lead = self.terms.supervised_by if self.terms else ""
        return Clause(
            _("Lead and supervision"),
            (
                (_("Leads and supervises at the borrower"), lead),
                (_("Teacher who stays responsible"), teachers),
                (_("VOG shown to the borrower on"), day(queries.vog_shown_on(self.placement))),
            ),
        )

    def _usual(self) -> Iterator[Clause]:
        """What every such agreement settles; words to start from."""
        yield Clause(
            _("Illness, leave, accident and liability"),
            ((_("Liability insurance of the borrower"), ""),),
            (
                _("The employee reports illness and leave to both; the lender keeps paying."),
                _("For damage and accidents at work for the borrower the borrower is insured."),
            ),
        )
        yield Clause(
            _("Training and study time"),
            ((_("Who pays training"), ""), (_("Study time a week"), "")),
        )
        conditions = words.conditions(self.request) if self._is_given and self.request else []
        yield Clause(
            _("Confidentiality, privacy and lesson material"),
            sentences=(
                *conditions,
                _("Lender and borrower keep to themselves what is confidential at the other."),
                _("Lesson material that is made for the borrower, the borrower may keep using."),
            ),
        )
        yield Clause(
            _("Ending early, and going over"),
            sentences=(
                _("Each of the three may end the lending within the notice above."),
                _("The borrower may take the employee into service without a fee to the lender."),
            ),
        )
        yield Clause(
            _("Equal pay"),
            ((_("Scale and terms of employment at the borrower"), ""),),
            (_("The borrower tells the lender what its own people in this work earn."),),
        )

    @property
    def _blocks(self) -> list[PlannedBlock]:
        return [row for group in self.groups for row in group.rows]

    @property
    def _is_given(self) -> bool:
        return self.request is not None and self.request.status == EmployerStatus.GIVEN
