"""What a choice of routes means in law, as the school hears it while it writes."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vacancies.codes import Route, routes_of
from vacancies.models import Vacancy
from vacancies.posting import lawful
from vacancies.routes.book import rule_book
from vacancies.routes.queries import block_of
from vacancies.routes.verdict import Verdict
from vacancies.routes.words import LimitWords, TermWords, Voice, route_label, told
from vacancies.routes.words.voice import day_of, in_running_text, plain

ALWAYS: Final[dict[Route, str | Promise]] = {
    Route.CONTRACT_ACTIVITY: gettext_lazy(
        "Only hours that a third party pays for. Funded lessons need another route."
    ),
    Route.INSTRUCTOR_QUALIFIED: gettext_lazy("The work is under a teacher, who stays responsible."),
    Route.INSTRUCTOR_IN_TRAINING: gettext_lazy(
        "As long as the course lasts, and only work that belongs to it."
    ),
    Route.OTHER_STAFF: gettext_lazy(
        "No teaching and no instructing. The law asks a VOG of who is appointed."
    ),
    Route.WORKPLACE_TRAINER: gettext_lazy("In the company, which SBB has to recognise."),
}
FOR_A_TIME: Final = {
    Route.TEMPORARY_EXEMPTION_TEACHER: "teacher_exemption_term",
    Route.INSTRUCTOR_TEMPORARY_EXEMPTION: "instructor_exemption_term",
}
TRAINS: Final = frozenset({Route.SUITABILITY_IN_TRAINING})


@dataclass(frozen=True, slots=True)
class Consequence:
    """One accepted route: what it asks of the school, its yearly hours, its clocks, its source."""

    route: Route
    name: str
    sentence: str
    limit: LimitWords | None
    term: TermWords | None
    source: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """All that the choice means: what is limited, what is not, and what is worth a look."""

    consequences: tuple[Consequence, ...]
    free: str
    cautions: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.consequences or self.free)


def meaning_of(vacancy: Vacancy, today: date) -> Meaning:
    """The accepted routes of a vacancy, as typed or as saved."""
    verdicts = lawful.verdicts_for_anybody(vacancy, today)
    said = [_consequence(vacancy, one, today) for one in verdicts]
    bound = tuple(one for one in said if one.sentence or one.limit or one.term)
    free = [one.name for one in said if one not in bound]
    return Meaning(bound, _unbound(free), tuple(_cautions(vacancy)))


def names_of(mask: int) -> list[str]:
    """The accepted routes by name, in the order of the law's table."""
    return [route_label(route) for route in routes_of(mask)]


def no_route() -> str:
    return _("Accept at least one route. Without one nobody may start.")


def other_function() -> str:
    return _("One of these routes belongs to another function. Choose from the list.")


def then_you_train() -> str:
    return _(
        "You accept somebody in training. Then the school trains: tick this, or take that route"
        " away."
    )


def name_the_teacher() -> str:
    return _("Name the teacher who stays responsible for the lessons of a guest teacher.")


def too_many_hours(budget: Decimal) -> str:
    return _(
        "A guest teacher from practice gives at most %(hours)s clock hours a study year. Ask for"
        " fewer hours or a shorter period, or do not accept that route."
    ) % {"hours": plain(budget)}


def too_long(route: Route, until: date) -> str:
    return _(
        "“%(route)s” lasts until %(day)s at most, extension included. Choose an earlier last day,"
        " or do not accept that route."
    ) % {"route": route_label(route), "day": day_of(until)}


def reset_after_function() -> str:
    return _(
        "The function changed, so all its routes are accepted again. Look whether that is right."
    )


def _consequence(vacancy: Vacancy, verdict: Verdict, today: date) -> Consequence:
    book = rule_book()
    words = told(verdict, voice=Voice.SCHOOL, book=book, on=today, block=block_of(vacancy))
    return Consequence(
        Route(verdict.route),
        words.route.name,
        _sentence(vacancy, Route(verdict.route), today),
        words.limit if vacancy.hours_max and vacancy.starts_on else None,
        words.term if vacancy.starts_on else None,
        verdict.article,
    )


def _sentence(vacancy: Vacancy, route: Route, today: date) -> str:
    """What the school takes upon itself, without the days: those stand with the clocks."""
    if route in ALWAYS:
        return str(ALWAYS[route])
    if route in FOR_A_TIME:
        return _for_a_time(FOR_A_TIME[route], vacancy.starts_on or today)
    if route == Route.GUEST_TEACHER_SIX_HOURS:
        return _(
            "You ask a guest teacher: at most %(hours)s clock hours a study year, and you name the"
            " teacher who stays responsible."
        ) % {"hours": plain(lawful.guest_budget(vacancy, today))}
    return _in_training(vacancy.starts_on or today) if route in TRAINS else ""


def _in_training(day: date) -> str:
    book = rule_book()
    return _(
        "You train: your board signs a suitability statement and a training plan, and agrees with"
        " a hogeschool. At most %(years)s study years; the PDG within %(pdg)s years."
    ) % {
        "years": plain(book.number("suitability_term", day)),
        "pdg": plain(book.number("reach_level_within", day)),
    }


def _for_a_time(constant: str, day: date) -> str:
    years = plain(rule_book().number(constant, day))
    return _("Your board decides, for at most %(years)s years.") % {"years": years}


def _unbound(names: list[str]) -> str:
    if not names:
        return ""
    listed = get_text_list([in_running_text(name) for name in names], _("or"))
    return _("No limit in hours or time: %(routes)s.") % {"routes": listed}


def _cautions(vacancy: Vacancy) -> list[str]:
    """What is allowed, and yet worth saying."""
    accepted = vacancy.routes_mask & lawful.opened(vacancy.function_kind)
    if vacancy.will_train and accepted and not accepted & lawful.TRAINING:
        return [
            _("You train, and accept no route in which somebody trains. That is allowed: is it so?")
        ]
    return []
