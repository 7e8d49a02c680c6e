"""When a verdict comes with a warning: worth knowing, never a change of the status."""

from typing import Final

from vacancies.routes.facts import FUNDED, PaperKind
from vacancies.routes.predicates import pdg, shown_in_time, vog_ok
from vacancies.routes.question import Question
from vacancies.routes.verdict import Warning as Caution


def week_over_average(q: Question) -> bool:
    """A week above the average of the law is no problem while the year stays within it."""
    peak = q.block.peak_week_hours
    return peak is not None and peak > q.book.number("guest_avg_clock_hours_week", q.budget_on)


def vog_shown_late(q: Question) -> bool:
    """Every VOG that counts was shown after the first day; school practice asks it before."""
    days = [
        paper.shown_on
        for paper in q.papers.get(PaperKind.VOG, ())
        if paper.shown_on and shown_in_time(q, paper)
    ]
    return bool(days) and min(days) > q.start


def vog_by_practice(q: Question) -> bool:
    return bool(q.block.lent) and vog_ok(q) is not True


def court_ban(q: Question) -> bool:
    """A declared ban, where the law itself says nothing about it."""
    return q.person.declares_no_ban is False


def not_directly_bound(q: Question) -> bool:
    """The law addresses funded schools (WEB 1.1.1); for others see C42."""
    return q.case.board.kind not in FUNDED


def too_few_fte(q: Question) -> bool:
    """Less than providers of the PDG ask, by sector agreement."""
    fte = q.block.fte
    return fte is not None and fte < q.book.number("pdg_min_fte", q.on)


def too_few_lessons(q: Question) -> bool:
    lessons = q.block.lesson_hours_week
    return lessons is not None and lessons < q.book.number("pdg_min_lesson_hours_week", q.on)


def course_is_done(q: Question) -> bool:
    return pdg(q) is True


NOT_BOUND: Final = (Caution.NOT_DIRECTLY_BOUND, not_directly_bound)
VOG_LATE: Final = (Caution.VOG_SHOWN_AFTER_START, vog_shown_late)
BAN: Final = (Caution.COURT_BAN, court_ban)
BY_PRACTICE: Final = (Caution.VOG_BY_PRACTICE, vog_by_practice)
OVER_AVERAGE: Final = (Caution.WEEK_OVER_AVERAGE, week_over_average)
TRAINING: Final = (
    (Caution.PDG_MIN_FTE, too_few_fte),
    (Caution.PDG_MIN_LESSONS, too_few_lessons),
    (Caution.ROUTE_SUPERFLUOUS, course_is_done),
)
CONDUCT: Final = (VOG_LATE, NOT_BOUND)
