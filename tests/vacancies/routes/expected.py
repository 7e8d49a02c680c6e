"""What a verdict should be, whole: status, every code, every clock."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tests.vacancies.routes.cases import S7, verdicts_of
from vacancies.codes import Need, Route
from vacancies.routes.facts import Case
from vacancies.routes.verdict import Limit, Status

R, N = Route, Need


@dataclass(frozen=True)
class Expected:
    status: str
    codes: frozenset = frozenset()
    ends_on: date | None = None
    extendable_to: date | None = None
    pdg_due_on: date | None = None
    opens_on: date | None = None
    reason: str | None = None
    warnings: tuple = ()
    limit: Limit | None = None


def opened(**more):
    return Expected(Status.OPEN, **more)


def open_if(*codes, **more):
    return Expected(Status.OPEN_IF, frozenset(codes), **more)


def closed(*codes, **more):
    return Expected(Status.CLOSED, frozenset(codes), **more)


def limit(budget, used):
    return Limit(Decimal(budget), Decimal(used), Decimal(budget) - Decimal(used))


TRAINING_CLOCKS = {
    "ends_on": date(2028, 7, 31),
    "extendable_to": date(2030, 7, 31),
    "pdg_due_on": date(2029, 1, 3),
}
TE_CLOCKS = {"ends_on": date(2029, 1, 3), "extendable_to": date(2031, 1, 3)}
IE_CLOCKS = {"ends_on": date(2029, 1, 3), "extendable_to": date(2030, 1, 3)}
NT = {
    R.QUALIFIED_TEACHER: closed(N.TEACHER_DIPLOMA),
    R.RECOGNISED_FOREIGN_TEACHER: closed(N.EU_RECOGNITION),
    R.SUITABILITY_WITH_PDG: closed(N.PDG),
}
TE = {R.TEMPORARY_EXEMPTION_TEACHER: open_if(N.EXEMPTION_DECISION, **TE_CLOCKS)}
NI = {
    R.INSTRUCTOR_QUALIFIED: closed(N.INSTR_CERTIFICATE),
    R.INSTRUCTOR_IN_TRAINING: closed(N.COURSE_STUDENT),
}
IE = {R.INSTRUCTOR_TEMPORARY_EXEMPTION: open_if(N.EXEMPTION_DECISION, **IE_CLOCKS)}
IT_LEVEL = {R.SUITABILITY_IN_TRAINING: open_if(*S7, N.LEVEL_JUDGED, **TRAINING_CLOCKS)}


def assert_verdicts(case: Case, expected: dict):
    found = {
        route: Expected(
            v.status,
            v.codes,
            v.ends_on,
            v.extendable_to,
            v.pdg_due_on,
            v.opens_on,
            v.reason,
            v.warnings,
            v.limit,
        )
        for route, v in verdicts_of(case).items()
    }
    assert found == expected
