"""The words of a story: to the person as *you*, to a school and a moderator about somebody."""

from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy, ngettext

from portal.kit.templatetags.ui import day
from portal.kit.templatetags.ui import moment as moment_text
from vacancies.enums import DismissReason
from vacancies.matching.events import Event, Hurdle, Kind, Reader
from vacancies.matching.story import Obstacle
from vacancies.matching.words import mails
from vacancies.matching.words.case import joined, small
from vacancies.matching.words.mails import Words, both
from vacancies.matching.words.table import SCORE_WORDS


@dataclass(frozen=True, slots=True)
class Moment:
    """An event in words; shown by `components/timeline.html`."""

    when: str
    text: str
    state: str = "done"


@dataclass(frozen=True, slots=True)
class Hint:
    """Why not, in a sentence; for the person also where that can change."""

    text: str
    url: str = ""
    action: str = ""


SAID: Final[dict[Kind, tuple[Words, Words]]] = {
    Kind.VACANCY_OPENED: both(gettext_lazy("The vacancy opened.")),
    Kind.VACANCY_CHANGED: both(gettext_lazy("The school changed the vacancy.")),
    Kind.VACANCY_PAUSED: both(gettext_lazy("The school paused the vacancy.")),
    Kind.VACANCY_RESUMED: both(gettext_lazy("The school opened the vacancy again.")),
    Kind.VACANCY_CLOSED: both(gettext_lazy("The vacancy closed.")),
    Kind.VACANCY_TAKEN_DOWN: both(gettext_lazy("A moderator took the vacancy away.")),
    Kind.PROFILE_SHOWN: (
        gettext_lazy("You made your profile visible."),
        gettext_lazy("This person made the profile visible."),
    ),
    Kind.PROFILE_CHANGED: (
        gettext_lazy("You changed your profile or your week."),
        gettext_lazy("This person changed the profile or the week."),
    ),
    Kind.PROFILE_PAUSED: (
        gettext_lazy("You paused your profile."),
        gettext_lazy("This person paused the profile."),
    ),
    Kind.PROFILE_RESUMED: (
        gettext_lazy("You made your profile visible again."),
        gettext_lazy("This person made the profile visible again."),
    ),
    Kind.PROFILE_WITHDRAWN: (
        gettext_lazy("You took back your yes to showing your profile."),
        gettext_lazy("This person took back the yes to showing the profile."),
    ),
    Kind.HIDDEN: (
        gettext_lazy("You hid your profile from this school."),
        gettext_lazy("This person hid the profile from this school."),
    ),
    Kind.SHOWN_AGAIN: (
        gettext_lazy("You showed your profile to this school again."),
        gettext_lazy("This person showed the profile to this school again."),
    ),
    Kind.MATCHED: (
        gettext_lazy("You met every must: it became a match."),
        gettext_lazy("This person met every must: it became a match."),
    ),
    Kind.LAPSED: both(gettext_lazy("It was no match any more.")),
    Kind.FITS_AGAIN: both(gettext_lazy("It fitted again. What was told before is not told again.")),
    Kind.INVITED: (
        gettext_lazy("The school invited you."),
        gettext_lazy("The school invited this person."),
    ),
    Kind.SCHOOL_TOLD: both(gettext_lazy("The school heard how many people fit, without names.")),
    Kind.SCHOOL_MAILED: both(gettext_lazy("The school got that by mail too.")),
    Kind.SEEN: (
        gettext_lazy("You looked at it on the site."),
        gettext_lazy("This person looked at it on the site."),
    ),
    Kind.DISMISSED: (
        gettext_lazy("You put it aside."),
        gettext_lazy("This person put it aside."),
    ),
    Kind.BROUGHT_BACK: (
        gettext_lazy("You brought it back."),
        gettext_lazy("This person brought it back."),
    ),
    Kind.RELEVANT: (
        gettext_lazy("You said that it is relevant."),
        gettext_lazy("This person said that it is relevant."),
    ),
    Kind.RULE_FORGOTTEN: (
        gettext_lazy("You took back what we had learnt from your no. Mail like this comes again."),
        gettext_lazy("This person took back what was learnt from the no."),
    ),
    Kind.SAID_YES: (
        gettext_lazy("You said yes to this vacancy."),
        gettext_lazy("This person said yes."),
    ),
    Kind.TOOK_YES_BACK: (
        gettext_lazy("You took your yes back."),
        gettext_lazy("This person took the yes back."),
    ),
    Kind.ANSWERED: both(gettext_lazy("The school answered.")),
}
NO_LONGER: Final = (
    gettext_lazy("You did not fit any more. What no longer fitted: %(musts)s."),
    gettext_lazy("It did not fit any more. What no longer fitted: %(musts)s."),
)
HURDLES: Final[dict[Hurdle, tuple[Words, Words]]] = {
    Hurdle.VACANCY_PAUSED: both(
        gettext_lazy("The vacancy is paused. Nobody is matched to it now.")
    ),
    Hurdle.VACANCY_NOT_OPEN: both(gettext_lazy("The vacancy is not open.")),
    Hurdle.ACCOUNT_OFF: (
        gettext_lazy("Your account is switched off."),
        gettext_lazy("The account is switched off."),
    ),
    Hurdle.ACCOUNT_UNCONFIRMED: (
        gettext_lazy("Your mail address is not confirmed."),
        gettext_lazy("The mail address is not confirmed."),
    ),
    Hurdle.PROFILE_DRAFT: (
        gettext_lazy("Your profile is not visible yet. Nothing is matched to it."),
        gettext_lazy("The profile is not visible yet."),
    ),
    Hurdle.PROFILE_PAUSED: (
        gettext_lazy("Your profile is paused. Nothing is matched to it."),
        gettext_lazy("The profile is paused."),
    ),
    Hurdle.HIDDEN: (
        gettext_lazy("You hide your profile from this school. The school does not know that."),
        gettext_lazy("The profile is hidden from this school. The school does not know that."),
    ),
    Hurdle.LAPSED: (
        gettext_lazy(
            "You fitted from %(first)s to %(last)s. What no longer fitted then: %(musts)s."
        ),
        gettext_lazy(
            "It fitted from %(first)s to %(last)s. What no longer fitted then: %(musts)s."
        ),
    ),
    Hurdle.DISMISSED: (
        gettext_lazy("You put it aside: %(reason)s."),
        gettext_lazy("This person put it aside: %(reason)s."),
    ),
    Hurdle.MUTED: (
        gettext_lazy(
            "You said no to “%(title)s”: %(reason)s. So we do not tell you of this one either."
        ),
        gettext_lazy(
            "This person said no to “%(title)s”: %(reason)s. So this one is not told either."
        ),
    ),
    Hurdle.NO_ADDRESS: (
        gettext_lazy("Your mail address takes no mail since %(day)s. Messages are on the site."),
        gettext_lazy("The mail address takes no mail since %(day)s."),
    ),
    Hurdle.MAIL_RESTS: (
        gettext_lazy("Your mail rests until %(day)s. Messages are on the site meanwhile."),
        gettext_lazy("The mail to this person rests until %(day)s."),
    ),
    Hurdle.NO_MAIL: (
        gettext_lazy("You get no mail about matches. You chose that; they are on the site."),
        gettext_lazy("This person chose to get no mail about matches."),
    ),
    Hurdle.NOT_MATCHED_YET: both(
        gettext_lazy("Everything fits. The match is made within a few minutes.")
    ),
}
WHERE: Final[dict[Hurdle, tuple[str, Words]]] = {
    Hurdle.PROFILE_DRAFT: ("profile", gettext_lazy("To your profile")),
    Hurdle.PROFILE_PAUSED: ("profile", gettext_lazy("To your profile")),
    Hurdle.HIDDEN: ("profile_hidden", gettext_lazy("See from whom you hide")),
    Hurdle.MUTED: ("notice_preferences", gettext_lazy("Change what we learnt")),
    Hurdle.NO_MAIL: ("notice_preferences", gettext_lazy("Choose what you get")),
    Hurdle.MAIL_RESTS: ("notice_preferences", gettext_lazy("Choose what you get")),
    Hurdle.NO_ADDRESS: ("account_email", gettext_lazy("Change your address")),
}


def moment(event: Event, reader: Reader) -> Moment:
    """An event as this reader hears it."""
    state = "" if event.is_due else "done"
    return Moment(moment_text(event.at), _said(event, reader), state)


def hint(obstacle: Obstacle, reader: Reader) -> Hint:
    """A hurdle as this reader hears it."""
    named, label = WHERE.get(obstacle.kind, ("", ""))
    if reader != Reader.PERSON or not named:
        return Hint(_hurdle(obstacle, reader))
    return Hint(_hurdle(obstacle, reader), reverse(named), str(label))


def _said(event: Event, reader: Reader) -> str:
    if event.kind in mails.SAID:
        return mails.said(event, reader)
    side = 0 if reader == Reader.PERSON else 1
    detailed = _detailed(event, side) if reader != Reader.SCHOOL else ""
    return detailed or str(SAID[event.kind][side])


def _detailed(event: Event, side: int) -> str:
    """What a school does not hear: which musts, and the reason of a no."""
    if event.kind == Kind.LAPSED and event.detail:
        return str(NO_LONGER[side]) % {"musts": _musts(event.detail)}
    if event.kind == Kind.DISMISSED and event.detail in DismissReason:
        reason = {"reason": small(DismissReason(event.detail).label)}
        return str(HURDLES[Hurdle.DISMISSED][side]) % reason
    return ""


def _hurdle(obstacle: Obstacle, reader: Reader) -> str:
    if obstacle.kind == Hurdle.BELOW_MUSTS:
        many = obstacle.number
        return ngettext("%(n)d must does not fit.", "%(n)d musts do not fit.", many) % {"n": many}
    said = str(HURDLES[obstacle.kind][0 if reader == Reader.PERSON else 1])
    if obstacle.between:
        first, last = (day(localdate(moment)) for moment in obstacle.between)
        return said % {"first": first, "last": last, "musts": _musts(obstacle.detail)}
    if obstacle.kind in (Hurdle.DISMISSED, Hurdle.MUTED):
        reason = small(DismissReason(obstacle.detail).label)
        return said % {"reason": reason, "title": obstacle.title}
    return said % {"day": day(obstacle.day)} if obstacle.day else said


def _musts(keys: str) -> str:
    """The demands behind a list of keys, as running text."""
    return joined(small(SCORE_WORDS[key][0]) for key in keys.split(","))
