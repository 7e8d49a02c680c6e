"""A request to an employer and its history, in the words of each reader."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.kit.day_words import day_parts_text
from vacancies.enums import EmployerStatus as Status
from vacancies.enums import RefusalGround
from vacancies.lifecycles import Side
from vacancies.models import Confirmation, EmployerRequest, EmployerStep

Words = str | Promise

EVENTS: Final[Mapping[str, Words]] = {
    "employer.ask": gettext_lazy("The own employer was asked"),
    "employer.ask_again": gettext_lazy("The own employer was asked anew"),
    "employer.agree": gettext_lazy("The employer agreed"),
    "employer.refuse": gettext_lazy("The employer refused"),
    "employer.counter": gettext_lazy("The employer proposed other day-parts"),
    "employer.revoke": gettext_lazy("The employer took its yes back"),
    "employer.expire": gettext_lazy("A request to an employer expired"),
    "employer.turn_away": gettext_lazy("A request to an employer reached somebody else"),
    "employer.take_back": gettext_lazy("A request to an employer was taken back"),
    "employer.corrected": gettext_lazy("Name or address of an employer was corrected"),
    "employer.link_renewed": gettext_lazy("The employer got a new link"),
    "placement.changed": gettext_lazy("What was agreed was changed"),
    "placement.year_planned": gettext_lazy("The hours of a next study year were planned"),
    "placement.confirmed": gettext_lazy("A party agreed to what was changed"),
    "placement.lending_kept": gettext_lazy("The terms of lending were filled in"),
}
NOW: Final[Mapping[tuple[Side, str], Words]] = {
    (Side.PROFESSIONAL, Status.ASKED): gettext_lazy("Your employer has your question."),
    (Side.PROFESSIONAL, Status.COUNTERED): gettext_lazy("Your employer proposes other day-parts."),
    (Side.PROFESSIONAL, Status.GIVEN): gettext_lazy("Your employer agrees."),
    (Side.PROFESSIONAL, Status.REFUSED): gettext_lazy("Your employer does not agree."),
    (Side.PROFESSIONAL, Status.EXPIRED): gettext_lazy("No answer came in time."),
    (Side.PROFESSIONAL, Status.WITHDRAWN): gettext_lazy("You took the question back."),
    (Side.SCHOOL, Status.ASKED): gettext_lazy("Asked, no answer yet."),
    (Side.SCHOOL, Status.COUNTERED): gettext_lazy("The employer proposes other day-parts."),
    (Side.SCHOOL, Status.GIVEN): gettext_lazy("The employer agrees."),
    (Side.SCHOOL, Status.REFUSED): gettext_lazy("The employer does not agree."),
    (Side.SCHOOL, Status.EXPIRED): gettext_lazy("No answer came in time."),
    (Side.SCHOOL, Status.WITHDRAWN): gettext_lazy("The professional took the question back."),
}
STEPS: Final[Mapping[str, tuple[Words, Words]]] = {  # to the professional, to the school
    "ask": (
        gettext_lazy("You asked your employer."),
        gettext_lazy("The professional asked the own employer."),
    ),
    "ask_again": (
        gettext_lazy("You asked your employer anew."),
        gettext_lazy("The professional asked the own employer anew."),
    ),
    "agree": (gettext_lazy("Your employer agreed."), gettext_lazy("The employer agreed.")),
    "refuse": (
        gettext_lazy("Your employer did not agree."),
        gettext_lazy("The employer did not agree."),
    ),
    "counter": (
        gettext_lazy("Your employer proposed other day-parts."),
        gettext_lazy("The employer proposed other day-parts."),
    ),
    "revoke": (
        gettext_lazy("Your employer took its yes back."),
        gettext_lazy("The employer took its yes back."),
    ),
    "expire": (
        gettext_lazy("The link to your employer no longer works."),
        gettext_lazy("The link to the employer no longer works."),
    ),
    "turn_away": (
        gettext_lazy("Your mail reached somebody else."),
        gettext_lazy("The mail to the employer reached somebody else."),
    ),
    "take_back": (
        gettext_lazy("You took the question to your employer back."),
        gettext_lazy("The professional took the question to the employer back."),
    ),
}
WRONG_PERSON: Final = gettext_lazy("Your mail reached somebody else. Ask again at the right one.")
ANEW: Final[Mapping[str, tuple[Words, Words]]] = {
    Side.PROFESSIONAL: (
        gettext_lazy("You agreed to what was changed."),
        gettext_lazy("The professional agreed to what was changed."),
    ),
    Side.SCHOOL: (
        gettext_lazy("The school agreed to what was changed."),
        gettext_lazy("Your school agreed to what was changed."),
    ),
}
IN_LAW: Final = frozenset(set(RefusalGround) - {RefusalGround.PLANNING})


def now(row: EmployerRequest, side: Side) -> str:
    """Where it stands, in one sentence."""
    if row.status == Status.EXPIRED and not row.contact_email and side is Side.PROFESSIONAL:
        return str(WRONG_PERSON)
    return str(NOW[side, Status(row.status)])


def step(row: EmployerStep, side: Side) -> str:
    """One line of the history."""
    return str(STEPS[row.verb][side is Side.SCHOOL])


def agreed_anew(row: Confirmation, side: Side) -> str:
    """A confirmation after the first, as a line of the history."""
    return str(ANEW[row.party][side is Side.SCHOOL])


def conditions(row: EmployerRequest) -> list[str]:
    """What the employer asks with its yes."""
    told = [
        (row.asks_confidentiality, _("What is confidential at work stays at work.")),
        (row.asks_no_recruiting, _("The school does not recruit other people of the company.")),
        (row.may_call_back, _("In need the employer may call back to the own work.")),
        (bool(row.conditions), row.conditions),
    ]
    return [text for holds, text in told if holds]


def proposed(row: EmployerRequest) -> str:
    """The day-parts of a counter-proposal."""
    return day_parts_text(row.counter_mask)


def is_ground_in_law(ground: str) -> bool:
    """Whether it is one of the objective reasons of the law."""
    return ground in IN_LAW


def who_is_asked(parties: frozenset[Side]) -> str:
    """After a change: whose part it touches, and what comes next."""
    if Side.EMPLOYER in parties and Side.PROFESSIONAL in parties:
        return _("Kept. The professional agrees first; then the employer, if it was asked.")
    if Side.PROFESSIONAL in parties:
        return _("Kept. The professional agrees to it; nobody else is asked anew.")
    return _("Kept. Nobody is asked anew.")
