"""An application in the words of its reader: where it stands, and what happened."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vacancies.enums import OPEN_APPLICATION, StepSide
from vacancies.enums import ApplicationStatus as Status
from vacancies.lifecycles import Side
from vacancies.models import Application, ApplicationStep

Words = str | Promise
PRO, SCHOOL = Side.PROFESSIONAL, Side.SCHOOL

TRACK: Final[tuple[tuple[Status, Words], ...]] = (
    (Status.NEW, gettext_lazy("Yes said")),
    (Status.TALKING, gettext_lazy("In conversation")),
    (Status.TRIAL, gettext_lazy("First time along")),
    (Status.OFFERED, gettext_lazy("Offer")),
    (Status.PLACED, gettext_lazy("Placed")),
)

STANDS: Final[Mapping[tuple[Side, str], tuple[Words, Words]]] = {
    (PRO, Status.NEW): (
        gettext_lazy("The school has your yes"),
        gettext_lazy("You need not do anything now. Is there more to tell? Write to the school."),
    ),
    (PRO, Status.TALKING): (
        gettext_lazy("You are in conversation"),
        gettext_lazy("Ask what you want to know, and agree on a small first step together."),
    ),
    (PRO, Status.TRIAL): (
        gettext_lazy("You try it out together"),
        gettext_lazy("Look around, ask everything. After that you both decide."),
    ),
    (PRO, Status.OFFERED): (
        gettext_lazy("There is an offer for you"),
        gettext_lazy("Read it at your ease. You decide."),
    ),
    (PRO, Status.PLACED): (
        gettext_lazy("You are going to work here"),
        gettext_lazy("You took the offer. Here you keep talking with the school."),
    ),
    (PRO, Status.DECLINED): (
        gettext_lazy("Not further with this vacancy"),
        gettext_lazy("That says something about this vacancy, not about you. See what also fits."),
    ),
    (PRO, Status.WITHDRAWN): (
        gettext_lazy("You took your yes back"),
        gettext_lazy("The school no longer sees your name, your contact and this conversation."),
    ),
    (SCHOOL, Status.NEW): (
        gettext_lazy("%(name)s waits for your answer"),
        gettext_lazy("Start a conversation, or say that you go no further. Both are an answer."),
    ),
    (SCHOOL, Status.TALKING): (
        gettext_lazy("You are in conversation"),
        gettext_lazy("A small first step says more than a letter: a talk, a day along, a lesson."),
    ),
    (SCHOOL, Status.TRIAL): (
        gettext_lazy("You try it out together"),
        gettext_lazy("Tell afterwards how it goes on. Waiting without word is hardest."),
    ),
    (SCHOOL, Status.OFFERED): (
        gettext_lazy("%(name)s has your offer"),
        gettext_lazy("The next step is theirs. You can still take the offer back."),
    ),
    (SCHOOL, Status.PLACED): (
        gettext_lazy("%(name)s is going to work with you"),
        gettext_lazy("The offer was taken. Here you keep talking with each other."),
    ),
    (SCHOOL, Status.DECLINED): (
        gettext_lazy("Not further with %(name)s"),
        gettext_lazy("Did things turn out differently? You can still come back on it."),
    ),
}

STEPS: Final[Mapping[tuple[Side, str], Words]] = {
    (PRO, "say_yes"): gettext_lazy("You said yes. The school now sees your name and contact."),
    (PRO, "say_yes_again"): gettext_lazy("You said yes again."),
    (PRO, "withdraw"): gettext_lazy("You took your yes back."),
    (PRO, "talk"): gettext_lazy("%(school)s wants to talk with you."),
    (PRO, "try_out"): gettext_lazy("You agreed on a small first step."),
    (PRO, "offer"): gettext_lazy("%(school)s made you an offer."),
    (PRO, "accept"): gettext_lazy("You took the offer."),
    (PRO, "refuse_offer"): gettext_lazy("You did not take the offer. The talk goes on."),
    (PRO, "take_offer_back"): gettext_lazy("%(school)s took the offer back. The talk goes on."),
    (PRO, "lapse"): gettext_lazy("The offer lapsed: no answer came in time. The talk goes on."),
    (PRO, "undo_placement"): gettext_lazy("The placement was cancelled. The talk goes on."),
    (PRO, "decline"): gettext_lazy("%(school)s goes no further with you for this vacancy."),
    (PRO, "go_on_after_all"): gettext_lazy("%(school)s goes on with you after all."),
    (SCHOOL, "say_yes"): gettext_lazy("%(name)s said yes."),
    (SCHOOL, "say_yes_again"): gettext_lazy("%(name)s said yes again."),
    (SCHOOL, "withdraw"): gettext_lazy("%(name)s took the yes back."),
    (SCHOOL, "talk"): gettext_lazy("You started the conversation."),
    (SCHOOL, "try_out"): gettext_lazy("You agreed on a small first step."),
    (SCHOOL, "offer"): gettext_lazy("You made an offer."),
    (SCHOOL, "accept"): gettext_lazy("%(name)s took the offer."),
    (SCHOOL, "refuse_offer"): gettext_lazy("%(name)s did not take the offer. The talk goes on."),
    (SCHOOL, "take_offer_back"): gettext_lazy("You took the offer back. The talk goes on."),
    (SCHOOL, "lapse"): gettext_lazy("Your offer lapsed: no answer came in time. The talk goes on."),
    (SCHOOL, "undo_placement"): gettext_lazy("The placement was cancelled. The talk goes on."),
    (SCHOOL, "decline"): gettext_lazy("You go no further with %(name)s."),
    (SCHOOL, "go_on_after_all"): gettext_lazy("You go on with %(name)s after all."),
}


@dataclass(frozen=True)
class Stop:
    """A stop on the way; `state` as in `components/timeline.html`."""

    label: str
    state: str


@dataclass(frozen=True)
class Stand:
    """Where an application stands, for one reader."""

    title: str
    text: str
    track: tuple[Stop, ...]


def stand_of(application: Application, reader: Side) -> Stand:
    """Where it stands, with the way behind and ahead while it is open."""
    title, text = STANDS[reader, application.status]
    return Stand(_said(title, application), str(text), tuple(_track(application.status)))


def step_text(step: ApplicationStep, reader: Side) -> str:
    """A step as its reader tells it."""
    if step.is_undo:
        undone = _said(STEPS[reader, step.verb], step.application)
        return _("A moderator took this step back: “%(step)s”") % {"step": undone}
    if step.verb == "decline" and step.side == StepSide.CLOCK and reader == SCHOOL:
        return _("The vacancy ended. The site told %(name)s that you go no further.") % _names(
            step.application
        )
    if step.verb == "decline" and step.side == StepSide.CLOCK:
        return _("The vacancy ended before the school answered.")
    return _said(STEPS[reader, step.verb], step.application)


def _track(status: str) -> list[Stop]:
    if status not in (*OPEN_APPLICATION, Status.PLACED):
        return []
    here = [state for state, _label in TRACK].index(Status(status))
    states = ["done"] * here + ["now"] + [""] * (len(TRACK) - here - 1)
    if status == Status.PLACED:
        states[-1] = "done"
    return [Stop(str(label), state) for (_state, label), state in zip(TRACK, states, strict=True)]


def _said(words: Words, application: Application) -> str:
    return str(words) % _names(application)


def _names(application: Application) -> dict[str, str]:
    return {
        "name": str(application.professional),
        "school": application.vacancy.institution.name,
    }
