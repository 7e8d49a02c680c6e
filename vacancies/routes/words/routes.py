"""The names of routes and functions, what each route is, and the small next step in it."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext_lazy as _

from accounts.enums import FunctionKind
from vacancies.codes import Route
from vacancies.routes.rulebook import RuleBook
from vacancies.routes.words.voice import Said, Text, Voice, spoken


@dataclass(frozen=True, slots=True)
class RouteText:
    """Texts of one route, with the names of constants as placeholders."""

    name: Text
    what: Said
    step: Said


@dataclass(frozen=True, slots=True)
class RouteWords:
    """A route in the active language."""

    route: Route
    name: str
    what: str
    next_step: str


ROUTES: Final[dict[Route, RouteText]] = {
    Route.QUALIFIED_TEACHER: RouteText(
        _("Teacher with a teacher diploma"),
        Said(
            _("You teach on the strength of your own teacher diploma."),
            _("Somebody teaches on the strength of their own teacher diploma."),
        ),
        Said(
            _("Add your diploma to your papers and show it to the school."),
            _("Look at the diploma and at the VOG, and note the day on which you saw them."),
        ),
    ),
    Route.RECOGNISED_FOREIGN_TEACHER: RouteText(
        _("Teacher with a recognised diploma from abroad"),
        Said(
            _("You teach on a diploma from abroad that DUO recognised."),
            _("Somebody teaches on a diploma from abroad that DUO recognised."),
        ),
        Said(
            _("Ask DUO what your diploma counts for in the Netherlands."),
            _("Read the decision of DUO: for which work does it count, and on what conditions?"),
        ),
    ),
    Route.SUITABILITY_WITH_PDG: RouteText(
        _("Career switcher with PDG"),
        Said(
            _(
                "You come from a trade, hold the PDG certificate, and the school finds you suitable."
            ),
            _("Somebody from a trade holds the PDG certificate, and you find them suitable."),
        ),
        Said(
            _("Ask this school for its own suitability statement."),
            _("Plan a suitability check and let the board sign the statement."),
        ),
    ),
    Route.SUITABILITY_IN_TRAINING: RouteText(
        _("Career switcher in training"),
        Said(
            _("You already teach, and get your PDG certificate within %(reach_level_within)s."),
            _("Somebody already teaches, and gets the PDG within %(reach_level_within)s."),
        ),
        Said(
            _("Ask the school for a first talk about a suitability check."),
            _("Invite the professional for a suitability check, and ask a hogeschool to join."),
        ),
    ),
    Route.TEMPORARY_EXEMPTION_TEACHER: RouteText(
        _("Teacher with a temporary exemption"),
        Said(
            _(
                "The school lets you teach for at most %(teacher_exemption_term)s without a diploma."
            ),
            _("You let somebody teach for at most %(teacher_exemption_term)s without a diploma."),
        ),
        Said(
            _("Ask the school whether it wants to decide on this, and until when."),
            _("Let the board decide on a period, and agree what comes after it."),
        ),
    ),
    Route.GUEST_TEACHER_SIX_HOURS: RouteText(
        _("Guest teacher from practice"),
        Said(
            _("You teach your own trade only. A teacher of the school stays responsible."),
            _("Somebody teaches their own trade only. Your own teacher stays responsible."),
        ),
        Said(
            _("Give one guest lesson, and see whether it suits you."),
            _("Invite the professional for one guest lesson beside a teacher."),
        ),
    ),
    Route.CONTRACT_ACTIVITY: RouteText(
        _("Teacher or instructor in contract education"),
        Said(
            _("You teach paid courses that a company or other party ordered from the school."),
            _("Somebody teaches paid courses that a third party ordered from you."),
        ),
        Said(
            _("Ask the school which company courses it gives in your trade."),
            _("Check that no hour belongs to a funded course."),
        ),
    ),
    Route.INSTRUCTOR_QUALIFIED: RouteText(
        _("Instructor with a certificate"),
        Said(
            _("You teach practical lessons under a teacher, with a certificate that counts."),
            _(
                "Somebody teaches practical lessons under a teacher, with a certificate that counts."
            ),
        ),
        Said(
            _("Add your certificate, or look for a course for instructors."),
            _("Ask which certificate the professional has, and since when they instruct."),
        ),
    ),
    Route.INSTRUCTOR_IN_TRAINING: RouteText(
        _("Instructor in training"),
        Said(
            _("You follow a work-based course, and instructing is part of it."),
            _("Somebody follows a work-based course, and instructing with you is part of it."),
        ),
        Said(
            _(
                "Ask your course whether instructing belongs to it, and until when you are enrolled."
            ),
            _("Ask for the proof of enrolment, and put the instructing in the work agreement."),
        ),
    ),
    Route.INSTRUCTOR_TEMPORARY_EXEMPTION: RouteText(
        _("Instructor with a temporary exemption"),
        Said(
            _(
                "The school lets you instruct for at most %(instructor_exemption_term)s"
                " without a certificate."
            ),
            _(
                "You let somebody instruct for at most %(instructor_exemption_term)s"
                " without a certificate."
            ),
        ),
        Said(
            _("Ask the school for this decision, and start a course for instructors."),
            _("Let the board decide on a period, and plan the course for instructors in it."),
        ),
    ),
    Route.OTHER_STAFF: RouteText(
        _("Other education staff"),
        Said(
            _("You help students and teachers, without teaching or instructing yourself."),
            _("Somebody helps students and teachers, without teaching or instructing."),
        ),
        Said(
            _("Come along for a day-part and see how students work."),
            _("Write down which tasks belong to this work, and which do not."),
        ),
    ),
    Route.WORKPLACE_TRAINER: RouteText(
        _("Workplace trainer in the company"),
        Said(
            _("You train students in your own company, outside the school."),
            _("Somebody trains your students in their own company, outside the school."),
        ),
        Said(
            _("Check whether your company is recognised by SBB for this course."),
            _("Check whether SBB recognises the company for this course."),
        ),
    ),
}


def route_label(route: Route | str) -> str:
    """The name of a route, for forms, lists and the admin."""
    return str(ROUTES[Route(route)].name)


def function_label(function: str) -> str:
    """The name of a teaching function, by the value of `Function` or `FunctionKind`."""
    return str(FunctionKind(function).label)


def route_choices() -> list[tuple[str, str]]:
    """Values and names in the order of the table, for a form."""
    return [(route.value, route_label(route)) for route in Route]


def route_words(route: Route | str, *, voice: Voice, book: RuleBook, on: date) -> RouteWords:
    """What a route is, said to one of the two, with the numbers of this day."""
    text = ROUTES[Route(route)]
    return RouteWords(
        Route(route),
        str(text.name),
        spoken(text.what.to(voice), book, on),
        spoken(text.step.to(voice), book, on),
    )
