"""The small questions of the law, each answered True, False, None or the day it becomes true.

What can still be had (a paper, a signature, a decision) answers None where it is not there; a
fact, a lacking qualification, a recorded "no" and a broken limit answer False and close.
"""

from datetime import date
from typing import Final

from vacancies.codes import Decision
from vacancies.routes import calendar
from vacancies.routes.calendar import DAY, DAYS_OF_YEAR
from vacancies.routes.facts import Origin, Paper, PaperKind, Scope
from vacancies.routes.question import Question, Truth
from vacancies.routes.terms import Part

HIGHER: Final = 6  # NLQF: hbo or university bachelor
ASSOCIATE: Final = 5
STILL: Final = date(9000, 1, 1)
VOCATIONAL: Final = 4
INSTRUCTOR_PAPERS: Final = (
    PaperKind.PDG,
    PaperKind.TEACHER_DIPLOMA,
    PaperKind.INSTRUCTOR_DEGREE,
    PaperKind.INSTRUCTOR_DIPLOMA,
)


# on conduct: WEB 4.2.1 lid 2 a and d, 4.2.2 lid 1 a and e, 4.2a.1
def vog_ok(q: Question) -> Truth:
    """Shown to this board in time, and the work there not interrupted since."""
    return any(shown_in_time(q, paper) for paper in q.papers.get(PaperKind.VOG, ())) or None


def shown_in_time(q: Question, vog: Paper) -> bool:
    if vog.issued_on is None or vog.shown_on is None or not vog.issued_on <= vog.shown_on <= q.on:
        return False
    months = q.book.whole("vog_max_age_at_showing", q.on)
    if vog.shown_on > calendar.plus_months(vog.issued_on, months):
        return False
    return not _interrupted_since(q, vog.shown_on)


def _interrupted_since(q: Question, day: date) -> bool:
    work = [
        (one.from_on, one.until_on)
        for one in q.case.board.periods
        if one.until_on >= day and one.from_on <= q.on
    ]
    stretches = calendar.spans(work)
    return bool(stretches) and stretches[0][1] + DAY < q.start


def vog_if_appointed(q: Question) -> Truth:
    """The text of 4.2a.1 says *benoemd* only; of who is lent, schools ask it too."""
    return True if q.block.lent else vog_ok(q)


def not_excluded(q: Question) -> Truth:
    return q.person.declares_no_ban


# on qualifications: WEB 4.2.1 lid 2 b, 4.2.1a, 4.2.4
def teacher_diploma(q: Question) -> Truth:
    return q.fact(PaperKind.TEACHER_DIPLOMA)


def pdg(q: Question) -> Truth:
    return q.fact(PaperKind.PDG)


def eu_recognition(q: Question, scope: Scope) -> Truth:
    return _of_foreign_diploma(q, PaperKind.EU_RECOGNITION, scope, Origin.EEA)


def foreign_equated(q: Question, scope: Scope) -> Truth:
    return _of_foreign_diploma(q, PaperKind.FOREIGN_EQUATED, scope, Origin.ELSEWHERE)


def _of_foreign_diploma(q: Question, kind: str, scope: str = "", origin: str = "") -> Truth:
    """Still to be had by who has a diploma from there for that work; else a fact."""
    held = q.fact(kind, scope=scope)
    diploma = q.first_day(PaperKind.FOREIGN_DIPLOMA, scope, origin)
    if held is True or held is None or diploma is None:
        return held
    return None if diploma <= q.on else min(held or diploma, diploma)


def no_teacher_diploma(q: Question) -> Truth:
    """The statement is only for who has no diploma or recognition (4.2.4 lid 1)."""
    held = (
        q.holds(PaperKind.TEACHER_DIPLOMA)
        or q.holds(PaperKind.EU_RECOGNITION, Scope.TEACHING)
        or q.holds(PaperKind.FOREIGN_EQUATED, Scope.TEACHING)
    )
    if held:
        return False
    return True if q.person.papers_told else None


# on level: WEB 4.2.4 lid 2
def higher_diploma(q: Question) -> Truth:
    """An hbo or university diploma, not of a teacher for secondary education; a pabo counts."""
    level = q.person.level
    if level is not None and level >= HIGHER:
        return True
    held = q.fact(PaperKind.HIGHER_DIPLOMA, PaperKind.PABO)
    return False if held is None and level is not None else held


def associate_degree(q: Question) -> Truth:
    """Whether an Associate degree is such a diploma is for the board (to be confirmed: C5)."""
    first = q.first_day(PaperKind.ASSOCIATE_DEGREE)
    if q.person.level == ASSOCIATE or (first and first <= q.on):
        return q.judged(Decision.LEVEL_BASIS)
    return first or False


def foreign_level_equal(q: Question) -> Truth:
    """A rating says so, or the board."""
    judged = q.judged(Decision.FOREIGN_LEVEL_EQUAL)
    return judged or _of_foreign_diploma(q, PaperKind.FOREIGN_RATING)


def practice_years(q: Question) -> Truth:
    """Three years in the occupation, counted on the day; part-time counts whole, periods add up."""
    years = q.book.whole("practice_years_min", q.on)
    if not q.person.practice:
        told = q.person.practice_years
        return None if told is None else told >= years
    worked = calendar.spans(
        (one.from_on, one.until_on or STILL) for one in q.person.practice if one.from_on <= q.on
    )
    full = _full_on(worked, years)
    if full is None:
        return False
    return True if full <= q.on else full


def _full_on(worked: list[tuple[date, date]], years: int) -> date | None:
    """First day after so many years: an anniversary, or over a gap 365 days for each."""
    if len(worked) == 1:
        full = calendar.plus_years(worked[0][0], years)
        return full if full <= worked[0][1] + DAY else None
    last = calendar.nth_day(worked, DAYS_OF_YEAR * years)
    return last + DAY if last else None


# on lid 6
def only_specific_parts(q: Question) -> Truth:
    return q.block.only_specific_parts


def named_teacher(q: Question) -> Truth:
    return q.block.named_teacher or q.signed(Decision.NAMED_TEACHER)


def avg_hours(q: Question) -> Truth:
    """Without a plan it is not known, unless what is booked already passes the budget."""
    if q.limit is None:
        return False if q.booked > q.budget else None
    return q.limit.left >= 0


def contract_only(q: Question) -> Truth:
    return q.block.contract_only


# on support work: WEB 4.2.2
def instr_certificate(q: Question) -> Truth:
    return q.fact(*INSTRUCTOR_PAPERS)


def proof_under_bbo(q: Question) -> Truth:
    return q.fact(PaperKind.BBO_PROOF)


def instr_since(q: Question) -> Truth:
    since = q.person.instructor_since
    if since is None:
        return False if q.person.papers_told else None
    if since > q.book.day("instructor_transition_date", q.on):
        return False
    return True if since <= q.on else since


def course_student(q: Question) -> Truth:
    """The work is part of a course that still runs on the first day."""
    if not q.person.course_kind:
        return False if q.person.papers_told else None
    return q.person.course_until is None or q.person.course_until >= q.start


def no_teaching_work(q: Question) -> Truth:
    return q.block.no_teaching_work


# on terms: WEB 4.2.1 lid 3 and 5, 4.2.2 lid 4
def term_left(q: Question) -> Truth:
    return q.term is None or q.term.part is not Part.BEYOND


def exemption_decision(q: Question) -> Truth:
    """Decisions that cover the asked period, an extension its own; no later one took them back."""
    decisions = q.records(Decision.EXEMPTION_DECISION)
    if q.term is None or not decisions or not decisions[-1].yes:
        return None
    first_end = q.term.first_end
    covered = calendar.spans(
        (one.from_on, one.until_on if one.from_on > first_end else min(one.until_on, first_end))
        for one in decisions
        if one.yes and one.from_on and one.until_on
    )
    return any(first <= q.start and q.term.ends_on <= last for first, last in covered) or None


def _in_extension(q: Question) -> bool:
    return q.term is not None and q.term.part is Part.EXTENSION


def extension_reason(q: Question) -> Truth:
    return not _in_extension(q) or q.signed_for_route(Decision.EXTENSION_REASON)


def effort_by_board(q: Question) -> Truth:
    return not _in_extension(q) or q.signed_for_route(Decision.EFFORT_BY_BOARD)


def effort_by_person(q: Question) -> Truth:
    return not _in_extension(q) or q.signed_for_route(Decision.EFFORT_BY_PERSON)


# on training in the company: WEB 1.5.3, 7.2.8
def trainer_level(q: Question) -> Truth:
    level = q.person.level
    return True if level is not None and level >= VOCATIONAL else None


def trainer_course(q: Question) -> Truth:
    return q.holds(PaperKind.TRAINER_COURSE) or None
