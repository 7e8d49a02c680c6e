"""One person on one vacancy, as the page of the school shows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.functional import cached_property

from accounts.credentials import queries as papers
from accounts.enums import CredentialKind
from accounts.models import Credential, CredentialCheck
from vacancies.assessment import queries
from vacancies.assessment.actions.planning import fingerprint
from vacancies.assessment.kinds import BY_CODE, GROUP_NAMES, Group, Kind, Words, kinds_for
from vacancies.assessment.queries import Subject
from vacancies.assessment.vog import last_day_to_show
from vacancies.assessment.ways import MARKS, TONES, VerdictGroup, way_of
from vacancies.assessment.words import to_school
from vacancies.codes import Decision, Route
from vacancies.models import BoardDecision, PlannedBlock
from vacancies.routes import hours
from vacancies.routes.book import rule_book
from vacancies.routes.facts import Function
from vacancies.routes.verdict import Status, Verdict
from vacancies.routes.words import (
    VerdictWords,
    Voice,
    function_label,
    group_heading,
    route_label,
    told,
)
from vacancies.routes.words.limits import LimitWords, limit_words

RARE = frozenset({Group.EXEMPTION, Group.EXTENSION, Group.EARLIER})
DOCUMENTS_FOR = frozenset({Function.TEACHER, Function.GUEST_TEACHER, Function.CONTRACT_TRAINER})


@dataclass(frozen=True)
class RecordRow:
    """A kind with what the school recorded last."""

    kind: Kind
    newest: BoardDecision | None

    @property
    def mark(self) -> str:
        if self.newest is None:
            return "unknown"
        return "met" if self.newest.is_yes else "missing"


@dataclass(frozen=True)
class PaperRow:
    """A paper with what this school saw of it; `show_until` for a VOG."""

    paper: Credential
    check: CredentialCheck | None
    show_until: date | None

    @property
    def title(self) -> str:
        """The kind, and its field where it tells more; a certificate of the trade by name."""
        field = self.paper.field
        if self.paper.kind == CredentialKind.TRADE_CERTIFICATE:
            return field
        return f"{self.paper.get_kind_display()}, {field}" if field else str(self.paper)

    @property
    def mark(self) -> str:
        if self.check is None:
            return "unknown"
        return "met" if self.check.outcome == "seen" else "missing"


@dataclass(frozen=True)
class PlanRow:
    """Planned hours with what the guard says."""

    plan: PlannedBlock
    work: str
    route: str
    verdict: VerdictWords
    findings: list[Words]
    seen: str

    @property
    def mark(self) -> str:
        return MARKS[self.verdict.status]


@dataclass(frozen=True)
class BudgetRow:
    """The budget of one study year at this school, with everything planned."""

    begins_on: date
    limit: LimitWords


@dataclass(frozen=True)
class HistoryRow:
    """One record, for the list of all."""

    decision: BoardDecision
    label: str
    route: str


class Page:
    """Built once for a request; each part is read when the template asks."""

    def __init__(self, subject: Subject, on: date | None = None) -> None:
        self.subject = subject
        self.on = on or timezone.localdate()
        self.case = queries.case_of(subject, self.on)
        self.verdicts = queries.verdicts_of(subject, self.on)

    @cached_property
    def best(self) -> VerdictWords:
        """The nearest way that the vacancy accepts."""
        accepted = self._accepted or list(self.verdicts)
        return self._told(accepted[0])

    @property
    def only_open(self) -> Route | None:
        """The route to plan under, where there is no choice to make."""
        found = [one.route for one in self._accepted if one.status is Status.OPEN]
        return found[0] if len(found) == 1 else None

    @property
    def best_mark(self) -> str:
        return MARKS[self.best.status]

    @cached_property
    def groups(self) -> list[VerdictGroup]:
        return self._grouped(self._accepted)

    @cached_property
    def others(self) -> list[VerdictGroup]:
        """Routes to the same function that the vacancy does not accept."""
        return self._grouped(one for one in self.verdicts if one not in self._accepted)

    @cached_property
    def paper_kinds(self) -> list[str]:
        """Before the yes: which kinds of papers there are, nothing more."""
        kinds = dict.fromkeys(row.kind for row in papers.papers_of(self.subject.professional))
        return [str(CredentialKind(kind).label) for kind in kinds]

    @cached_property
    def papers(self) -> list[PaperRow]:
        checks = papers.checks_by(self.subject.institution, self.subject.professional)
        return [
            PaperRow(row, checks.get(row.pk), last_day_to_show(row))
            for row in papers.papers_of(self.subject.professional)
        ]

    @property
    def has_vog(self) -> bool:
        return any(row.paper.kind == CredentialKind.VOG for row in self.papers)

    @cached_property
    def decisions(self) -> list[BoardDecision]:
        return queries.decisions_of(self.subject.institution, self.subject.professional)

    @cached_property
    def records(self) -> list[tuple[Words, list[RecordRow], bool]]:
        """What can be recorded for this work, in groups, each with the newest record.

        The last value: seldom needed, so folded until something is recorded in it.
        """
        newest: dict[str, BoardDecision] = {}
        for row in self.decisions:
            newest.setdefault(row.kind, row)
        kinds = kinds_for(self.function)
        grouped = [(group, [one for one in kinds if one.group is group]) for group in Group]
        return [
            (
                GROUP_NAMES[group],
                [RecordRow(one, newest.get(one.code)) for one in found],
                group in RARE and not any(one.code in newest for one in found),
            )
            for group, found in grouped
            if found
        ]

    @cached_property
    def history(self) -> list[HistoryRow]:
        return [
            HistoryRow(
                row, BY_CODE[Decision(row.kind)].label, route_label(row.route) if row.route else ""
            )
            for row in self.decisions
        ]

    @cached_property
    def plans(self) -> list[PlanRow]:
        return [self._plan_row(row) for row in queries.plans_of(self.subject)]

    @cached_property
    def elsewhere_here(self) -> list[PlanRow]:
        """Hours that colleagues planned with this person for other work of the same school."""
        return [self._plan_row(row) for row in queries.other_plans_of(self.subject)]

    @cached_property
    def budgets(self) -> list[BudgetRow]:
        book = rule_book()
        plans = [row.plan for row in (*self.plans, *self.elsewhere_here)]
        return [
            BudgetRow(one.begins_on, limit_words(one.together, (), book=book, on=one.begins_on))
            for one in hours.sheets([queries.booking_of(row) for row in plans if row.counts], book)
        ]

    @property
    def has_documents(self) -> bool:
        return self.subject.has_said_yes and self.function in DOCUMENTS_FOR

    @property
    def function(self) -> str:
        return self.case.block.function

    @property
    def function_name(self) -> str:
        return function_label(self.function)

    @cached_property
    def _accepted(self) -> list[Verdict]:
        wanted = set(self.subject.accepted)
        return [one for one in self.verdicts if one.route in wanted]

    def _grouped(self, verdicts: Iterable[Verdict]) -> list[VerdictGroup]:
        rows = list(verdicts)
        found = [(status, [one for one in rows if one.status is status]) for status in Status]
        return [
            VerdictGroup(
                group_heading(status),
                MARKS[status],
                TONES[status],
                tuple(way_of(self._told(one)) for one in some),
            )
            for status, some in found
            if some
        ]

    def _told(self, verdict: Verdict) -> VerdictWords:
        return told(
            verdict, voice=Voice.SCHOOL, book=rule_book(), on=self.on, block=self.case.block
        )

    def _plan_row(self, row: PlannedBlock) -> PlanRow:
        row.institution, row.professional = self.subject.institution, self.subject.professional
        verdict = queries.verdict_of(row, self.on)
        words = told(verdict, voice=Voice.SCHOOL, book=rule_book(), on=self.on)
        return PlanRow(
            plan=row,
            work=function_label(row.function_kind),
            route=route_label(row.route),
            verdict=words,
            findings=to_school(queries.guard_of(row).findings),
            seen=fingerprint(row),
        )
