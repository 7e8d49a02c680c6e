"""A placement and its history in the words of each side."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.kit.templatetags.ui import day
from vacancies.enums import PlacementStatus as Status
from vacancies.enums import StepSide
from vacancies.lifecycles import Side
from vacancies.models import Placement, PlacementStep
from vacancies.routes.words.voice import clock_hours

Words = str | Promise

EVENTS: Final[Mapping[str, Words]] = {
    "placement.offered": gettext_lazy("An offer was made"),
    "placement.accepted": gettext_lazy("An offer was accepted"),
    "placement.refused": gettext_lazy("An offer was not accepted"),
    "placement.cancelled": gettext_lazy("An offer or placement was taken back"),
    "placement.started": gettext_lazy("A placement began"),
    "placement.ended": gettext_lazy("A placement ended"),
    "placement.undone": gettext_lazy("A step of a placement was undone"),
    "placement.ticked": gettext_lazy("An item of a start check changed"),
}
NOW: Final[Mapping[tuple[Side, str], Words]] = {
    (Side.SCHOOL, Status.OFFERED): gettext_lazy("The offer waits for an answer."),
    (Side.SCHOOL, Status.ACCEPTED): gettext_lazy("Accepted. Now see that everything is there."),
    (Side.SCHOOL, Status.STARTED): gettext_lazy("In class."),
    (Side.SCHOOL, Status.ENDED): gettext_lazy("This placement is over."),
    (Side.SCHOOL, Status.REFUSED): gettext_lazy("The offer was not accepted. You can still talk."),
    (Side.SCHOOL, Status.CANCELLED): gettext_lazy("This does not go on. You can still talk."),
    (Side.PROFESSIONAL, Status.OFFERED): gettext_lazy("The school waits for your answer."),
    (Side.PROFESSIONAL, Status.ACCEPTED): gettext_lazy("You said yes. See what is still needed."),
    (Side.PROFESSIONAL, Status.STARTED): gettext_lazy("You teach here."),
    (Side.PROFESSIONAL, Status.ENDED): gettext_lazy("This placement is over."),
    (Side.PROFESSIONAL, Status.REFUSED): gettext_lazy("You did not take this offer."),
    (Side.PROFESSIONAL, Status.CANCELLED): gettext_lazy("This does not go on."),
}
STEPS: Final[Mapping[str, Words]] = {
    "offer": gettext_lazy("Offer made"),
    "accept": gettext_lazy("Offer accepted"),
    "refuse": gettext_lazy("Offer not accepted"),
    "take_back": gettext_lazy("Offer taken back"),
    "lapse": gettext_lazy("Offer lapsed, no answer came"),
    "start": gettext_lazy("Started"),
    "cancel": gettext_lazy("Called off"),
    "end": gettext_lazy("Ended"),
}
BY: Final[Mapping[str, Words]] = {
    StepSide.PROFESSIONAL: gettext_lazy("by the professional"),
    StepSide.SCHOOL: gettext_lazy("by the school"),
    StepSide.MODERATOR: gettext_lazy("by a moderator"),
}
BY_OWN_SIDE: Final[Mapping[Side, Words]] = {
    Side.PROFESSIONAL: gettext_lazy("by you"),
    Side.SCHOOL: gettext_lazy("by your school"),
}


def now(placement: Placement, side: Side) -> str:
    """Where it stands, in one sentence."""
    return str(NOW[side, Status(placement.status)])


def step(row: PlacementStep, reader: Side | None = None) -> str:
    """One line of the history to this side, or to nobody in particular, with the reason."""
    words = str(STEPS[row.verb])
    if row.is_undo:
        words = _("Undone: %(step)s") % {"step": words}
    is_own = reader is not None and row.side == StepSide(reader)
    who = str(BY_OWN_SIDE[reader] if reader and is_own else BY.get(row.side, ""))
    text = f"{words}, {who}." if who else f"{words}."
    return f"{text} {row.reason}".strip()


def hours(week_hours: Decimal) -> str:
    """How much, a week."""
    return _("%(hours)s a week") % {"hours": clock_hours(week_hours)}


def term(placement: Placement) -> str:
    """From when until when."""
    first = day(placement.starts_on)
    if placement.ends_on is None:
        return _("from %(first)s, without a last day") % {"first": first}
    return _("%(first)s until %(last)s") % {"first": first, "last": day(placement.ends_on)}
