"""What is worth knowing beside a verdict, and why a closed route is no loss."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext_lazy as _

from vacancies.routes.rulebook import RuleBook
from vacancies.routes.verdict import Reason
from vacancies.routes.verdict import Warning as Caution
from vacancies.routes.words.voice import Said, Voice, spoken


@dataclass(frozen=True, slots=True)
class CautionWords:
    """A remark in the active language."""

    code: Caution
    text: str


CAUTIONS: Final[dict[Caution, Said]] = {
    Caution.WEEK_OVER_AVERAGE: Said(
        _(
            "Your busiest week is over %(guest_avg_clock_hours_week)s."
            " That does not close this route: the average over the year counts."
        ),
        _(
            "The busiest week is over %(guest_avg_clock_hours_week)s."
            " That does not close this route: the average over the year counts."
        ),
    ),
    Caution.VOG_SHOWN_AFTER_START: Said(
        _("You showed your VOG after the first day. Schools want to see it before that day."),
        _("The VOG was shown after the first day. Ask for it before that day."),
    ),
    Caution.VOG_BY_PRACTICE: Said(
        _("Your employer lends you, so the law asks no VOG here. Schools ask it all the same."),
        _("The law asks a VOG of who is appointed. Schools also ask it of who is lent."),
    ),
    Caution.COURT_BAN: Said(
        _("You declared a ban by a court. The law is silent for this route: talk with the school."),
        _("A ban by a court was declared. The law is silent for this route: weigh it yourself."),
    ),
    Caution.NOT_DIRECTLY_BOUND: Said(
        _("The law names ROCs and vocational colleges. These rules hold here at most indirectly."),
        _(
            "The law names ROCs and vocational colleges. For you these rules hold at most indirectly."
        ),
    ),
    Caution.TEXT_NOT_CHECKED_FOR_DATE: Said(
        _("This day is before the text of the law that we read. Ask the school what held then."),
        _("This day is before the text of the law that we read. Look up what held then."),
    ),
    Caution.PDG_MIN_FTE: Said(
        _(
            "Courses for the PDG ask at least %(pdg_min_fte)s of teaching. You plan less."
            " This is an agreement of schools, not law."
        ),
        _(
            "Courses for the PDG ask at least %(pdg_min_fte)s of teaching. This plan has less."
            " It is an agreement of schools, not law."
        ),
    ),
    Caution.PDG_MIN_LESSONS: Said(
        _(
            "Courses for the PDG ask at least %(pdg_min_lesson_hours_week)s a week. You plan less."
            " This is an agreement of schools, not law."
        ),
        _(
            "Courses for the PDG ask at least %(pdg_min_lesson_hours_week)s a week."
            " This plan has less. It is an agreement of schools, not law."
        ),
    ),
    Caution.ROUTE_SUPERFLUOUS: Said(
        _("You already hold the PDG. Look at the route for career switchers with PDG."),
        _("The professional already holds the PDG. Look at the route with PDG."),
    ),
}

REASONS: Final[dict[Reason, Said]] = {
    Reason.NOT_NEEDED: Said(
        _("You do not need this route: you already hold a teacher diploma or recognition."),
        _("This route is not needed: there already is a teacher diploma or recognition."),
    ),
}


def caution_words(code: Caution | str, *, voice: Voice, book: RuleBook, on: date) -> CautionWords:
    """One remark; it never changes a verdict."""
    return CautionWords(Caution(code), spoken(CAUTIONS[Caution(code)].to(voice), book, on))


def reason_words(reason: Reason | str, *, voice: Voice) -> str:
    """Why a closed route is no loss, as one sentence."""
    return str(REASONS[Reason(reason)].to(voice))
