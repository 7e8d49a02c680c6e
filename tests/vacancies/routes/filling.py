"""How each missing thing is filled: the papers, decisions and answers that it asks for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tests.vacancies.routes.cases import BOOK
from vacancies.codes import Decision, Need, Route
from vacancies.routes.calendar import DAY
from vacancies.routes.catalogue import RULE_OF
from vacancies.routes.facts import Case, Paper, Record
from vacancies.routes.terms import start_of, term_of
from vacancies.routes.verdict import Verdict

Fill = Callable[[Case, Route], Case]
SCOPE = {Route.RECOGNISED_FOREIGN_TEACHER: "teaching", Route.INSTRUCTOR_QUALIFIED: "support"}


def _told(**facts: object) -> Fill:
    return lambda case, route: replace(case, person=replace(case.person, **facts))


def _planned(**facts: object) -> Fill:
    return lambda case, route: replace(case, block=replace(case.block, **facts))


def _with_paper(case: Case, paper: Paper) -> Case:
    return replace(case, person=replace(case.person, papers=(*case.person.papers, paper)))


def _paper(kind: str) -> Fill:
    return lambda case, route: _with_paper(case, Paper(kind, SCOPE.get(route, "other")))


def _vog(case: Case, route: Route) -> Case:
    return _with_paper(case, Paper("vog", issued_on=case.on, shown_on=case.on))


def _with_records(case: Case, *more: Record) -> Case:
    return replace(case, board=replace(case.board, records=(*case.board.records, *more)))


def _record(kind: Decision) -> Fill:
    return lambda case, route: _with_records(case, Record(kind, case.on, route=route))


def _exemption(case: Case, route: Route) -> Case:
    """A decision for what lies in the first term, and one for what lies in the extension."""
    term = term_of(RULE_OF[route].term, route, case, BOOK)
    start, kind = start_of(case), Decision.EXEMPTION_DECISION

    def decided(first: date, last: date) -> tuple[Record, ...]:
        return (Record(kind, case.on, True, route, first, last),) if first <= last else ()

    return _with_records(
        case,
        *decided(start, min(term.ends_on, term.first_end)),
        *decided(max(start, term.first_end + DAY), term.ends_on),
    )


FILLS: dict[Need, Fill] = {
    Need.VOG_OK: _vog,
    Need.NOT_EXCLUDED: _told(declares_no_ban=True),
    Need.TEACHER_DIPLOMA: _paper("teacher_diploma"),
    Need.EU_RECOGNITION: _paper("eu_recognition"),
    Need.FOREIGN_EQUATED: _paper("foreign_equated"),
    Need.FOREIGN_LEVEL_EQUAL: _paper("foreign_rating"),
    Need.PDG: _paper("pdg"),
    Need.LEVEL_BASIS: _paper("higher_diploma"),
    Need.INSTR_CERTIFICATE: _paper("instructor_diploma"),
    Need.PROOF_UNDER_BBO: _paper("bbo_proof"),
    Need.TRAINER_COURSE: _paper("trainer_course"),
    Need.TRAINER_LEVEL: _told(level=4),
    Need.PRACTICE_YEARS: _told(practice_years=40),
    Need.INSTR_SINCE: _told(instructor_since=date(2018, 1, 1)),
    Need.COURSE_STUDENT: _told(course_kind="bbl", course_until=None),
    Need.NO_TEACHER_DIPLOMA: _told(papers_told=True),
    Need.ONLY_SPECIFIC_PARTS: _planned(only_specific_parts=True),
    Need.CONTRACT_ONLY: _planned(contract_only=True),
    Need.NO_TEACHING_WORK: _planned(no_teaching_work=True),
    Need.NAMED_TEACHER: _planned(named_teacher=True),
    Need.AVG_HOURS: _planned(clock_hours_year=0),
    Need.EXEMPTION_DECISION: _exemption,
} | {
    Need(kind): _record(kind)
    for kind in Decision
    if str(kind) in set(Need)
    and kind
    not in (
        Decision.EXEMPTION_DECISION,
        Decision.NAMED_TEACHER,
        Decision.FOREIGN_LEVEL_EQUAL,
        Decision.LEVEL_BASIS,
    )
}


def fills_of(verdict: Verdict) -> list[Fill]:
    """One for each thing missing; that all papers are told comes last, as it is about the rest."""
    fills = []
    for needs, effort in (
        (verdict.missing_person, Decision.EFFORT_BY_PERSON),
        (verdict.missing_school, Decision.EFFORT_BY_BOARD),
        (verdict.board_judges, None),
    ):
        for need in needs:
            by_board = Decision.LEVEL_BASIS if need is Need.LEVEL_BASIS else effort
            judged = effort is None and need is Need.LEVEL_BASIS
            fill = _record(by_board) if judged or need is Need.EFFORT_STATEMENT else FILLS[need]
            fills.append((need is Need.NO_TEACHER_DIPLOMA, fill))
    return [fill for _last, fill in sorted(fills, key=lambda pair: pair[0])]


def filled(case: Case, route: Route, fills: list[Fill]) -> Case:
    for fill in fills:
        case = fill(case, route)
    return case
