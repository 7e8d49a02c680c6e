"""What limits a route, how long it lasts, and the names of the numbers behind both."""

from datetime import date
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vacancies.codes import Route
from vacancies.routes.rulebook import RuleBook
from vacancies.routes.words.voice import Text, spoken

LIMITS: Final[dict[Route, Text]] = {
    Route.RECOGNISED_FOREIGN_TEACHER: gettext_lazy(
        "The recognition can name the work, conditions and limits. Those count."
    ),
    Route.GUEST_TEACHER_SIX_HOURS: gettext_lazy(
        "On average at most %(guest_avg_clock_hours_week)s a week over a study year at one school,"
        " all lessons together. We count with %(guest_teaching_weeks)s."
    ),
    Route.CONTRACT_ACTIVITY: gettext_lazy(
        "Only for those hours. For funded lessons you need another route. The law asks no VOG"
        " here; a school can still ask for one."
    ),
    Route.INSTRUCTOR_QUALIFIED: gettext_lazy("You work under a teacher, who stays responsible."),
    Route.INSTRUCTOR_IN_TRAINING: gettext_lazy(
        "Only the work that belongs to your course, and until the course ends."
    ),
    Route.OTHER_STAFF: gettext_lazy(
        "No teaching and no instructing. The law asks the VOG of who is appointed."
    ),
    Route.WORKPLACE_TRAINER: gettext_lazy(
        "In the company, not at the school. SBB looks at the company again at least every"
        " %(sbb_reassess_within)s."
    ),
    Route.SUITABILITY_IN_TRAINING: gettext_lazy(
        "Courses for the PDG ask at least %(pdg_min_fte)s of teaching and"
        " %(pdg_min_lesson_hours_week)s a week. That is an agreement of schools, not law."
    ),
}
TERMS: Final[dict[Route, Text]] = {
    Route.SUITABILITY_IN_TRAINING: gettext_lazy(
        "At most %(suitability_term)s in a row. After that at most"
        " %(suitability_extension_max)s more, with a reason."
    ),
    Route.TEMPORARY_EXEMPTION_TEACHER: gettext_lazy(
        "At most %(teacher_exemption_term)s. After that at most"
        " %(teacher_exemption_extension_max)s more, with a new decision."
    ),
    Route.INSTRUCTOR_TEMPORARY_EXEMPTION: gettext_lazy(
        "At most %(instructor_exemption_term)s. In special circumstances at most"
        " %(instructor_exemption_extension_ratio)s of that is added, with a new decision."
    ),
    Route.INSTRUCTOR_IN_TRAINING: gettext_lazy("Until the course ends."),
}
NAMES: Final[dict[str, Text]] = {
    "guest_avg_clock_hours_week": gettext_lazy("Guest teacher: hours a week, on average"),
    "guest_teaching_weeks": gettext_lazy("Guest teacher: weeks of teaching in a year"),
    "vog_max_age_at_showing": gettext_lazy("VOG: oldest age when you show it"),
    "vog_fee_online": gettext_lazy("VOG: price online"),
    "vog_fee_municipality": gettext_lazy("VOG: price at the town hall"),
    "suitability_term": gettext_lazy("Career switcher in training: longest first period"),
    "suitability_extension_max": gettext_lazy("Career switcher in training: longest extension"),
    "teacher_exemption_term": gettext_lazy("Exemption for a teacher: longest first period"),
    "teacher_exemption_extension_max": gettext_lazy("Exemption for a teacher: longest extension"),
    "instructor_exemption_term": gettext_lazy("Exemption for an instructor: longest first period"),
    "instructor_exemption_extension_ratio": gettext_lazy(
        "Exemption for an instructor: extension, as a part of the first period"
    ),
    "study_year_count": gettext_lazy("How study years count"),
    "study_year_start": gettext_lazy("First day of a study year"),
    "practice_years_min": gettext_lazy("Practice in the occupation, without a diploma of hbo"),
    "instructor_transition_date": gettext_lazy("Instructor before the rules changed: last day"),
    "reach_level_within": gettext_lazy("PDG: time to reach the level"),
    "pdg_min_fte": gettext_lazy("PDG: least teaching, agreed by schools"),
    "pdg_min_lesson_hours_week": gettext_lazy("PDG: least lessons a week, agreed by schools"),
    "pdg_ec": gettext_lazy("PDG: size of the course"),
    "pdg_hours": gettext_lazy("PDG: hours of study in all"),
    "switch_subsidy_max": gettext_lazy("Subsidy for a school, for each career switcher"),
    "sbb_reassess_within": gettext_lazy("SBB: longest time until it looks at a company again"),
}


def limit_of(route: Route, *, book: RuleBook, on: date) -> str:
    """What bounds the work under a route; empty when nothing does."""
    return spoken(LIMITS.get(route, ""), book, on)


def duration_of(route: Route, *, book: RuleBook, on: date) -> str:
    """How long a route lasts."""
    return spoken(TERMS[route], book, on) if route in TERMS else _("This route has no end.")


def constant_label(name: str) -> str:
    """What a number is about."""
    return str(NAMES.get(name, name))
