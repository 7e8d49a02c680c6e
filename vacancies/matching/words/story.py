"""The words of a story: to the person as *you*, to a school and a moderator about somebody."""

from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy, ngettext

from accounts.enums import Frequency
from portal.kit.templatetags.ui import day
from portal.kit.templatetags.ui import moment as moment_text
from vacancies.enums import DismissReason
from vacancies.matching.events import Hurdle, Kind, Reader
from vacancies.matching.story import Event, Obstacle
from vacancies.matching.words.case import joined, small
from vacancies.matching.words.table import SCORE_WORDS

Words = str | Promise


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


def _both(text: Words) -> tuple[Words, Words]:
    return text, text


SAID: Final[dict[Kind, tuple[Words, Words]]] = {
    Kind.VACANCY_OPENED: _both(gettext_lazy("The vacancy opened.")),
    Kind.VACANCY_CHANGED: _both(gettext_lazy("The school changed the vacancy.")),
    Kind.VACANCY_PAUSED: _both(gettext_lazy("The school paused the vacancy.")),
    Kind.VACANCY_RESUMED: _both(gettext_lazy("The school opened the vacancy again.")),
    Kind.VACANCY_CLOSED: _both(gettext_lazy("The vacancy closed.")),
    Kind.VACANCY_TAKEN_DOWN: _both(gettext_lazy("A moderator took the vacancy away.")),
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
    Kind.LAPSED: _both(gettext_lazy("It was no match any more.")),
    Kind.FITS_AGAIN: _both(
        gettext_lazy("It fitted again. What was told before is not told again.")
    ),
    Kind.INVITED: (
        gettext_lazy("The school invited you."),
        gettext_lazy("The school invited this person."),
    ),
    Kind.TOLD: (
        gettext_lazy("You got a message on the site."),
        gettext_lazy("This person got a message on the site."),
    ),
    Kind.SCHOOL_TOLD: _both(gettext_lazy("The school heard how many people fit, without names.")),
    Kind.SHARE_FULL: _both(
        gettext_lazy(
            "Enough came at once of this school that day. This one goes with the daily mail."
        )
    ),
    Kind.MAIL_NOT_WANTED: (
        gettext_lazy("You want no mail about this. The message is on the site."),
        gettext_lazy("This person wants no mail about this. The message is on the site."),
    ),
    Kind.MAIL_WAITS: (
        gettext_lazy("The mail is made within a few minutes."),
        gettext_lazy("It goes with the next mail to this person."),
    ),
    Kind.MAIL_DROPPED: _both(
        gettext_lazy("It fitted no longer when the mail was made. So it was not in it.")
    ),
    Kind.MAIL_QUEUED: _both(gettext_lazy("The mail is ready and goes out within a few minutes.")),
    Kind.MAIL_SENT: (
        gettext_lazy("We mailed it to you."),
        gettext_lazy("We mailed it to this person."),
    ),
    Kind.MAIL_PARKED: _both(gettext_lazy("The mail could not be delivered, after five attempts.")),
    Kind.MAIL_CANCELLED: _both(gettext_lazy("A moderator cancelled the mail.")),
    Kind.MAIL_NOT_KEPT: _both(gettext_lazy("It was in a mail that is no longer kept.")),
    Kind.SCHOOL_MAILED: _both(gettext_lazy("The school got that by mail too.")),
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
    Kind.SAID_YES: (
        gettext_lazy("You said yes to this vacancy."),
        gettext_lazy("This person said yes."),
    ),
    Kind.TOOK_YES_BACK: (
        gettext_lazy("You took your yes back."),
        gettext_lazy("This person took the yes back."),
    ),
    Kind.ANSWERED: _both(gettext_lazy("The school answered.")),
}
TOLD_OF: Final[dict[str, tuple[Words, Words]]] = {
    "invitation": (
        gettext_lazy("You got a message about it."),
        gettext_lazy("This person got a message about it."),
    ),
    "better_terms": (
        gettext_lazy("You got a message that the vacancy got better."),
        gettext_lazy("This person got a message that the vacancy got better."),
    ),
}
NO_LONGER: Final = (
    gettext_lazy("You did not fit any more. What no longer fitted: %(musts)s."),
    gettext_lazy("It did not fit any more. What no longer fitted: %(musts)s."),
)
IN_DIGEST: Final[dict[str, tuple[Words, Words]]] = {
    "digest_daily": (
        gettext_lazy("It was in your daily mail."),
        gettext_lazy("It was in the daily mail to this person."),
    ),
    "digest_weekly": (
        gettext_lazy("It was in your weekly mail."),
        gettext_lazy("It was in the weekly mail to this person."),
    ),
}
DUE: Final[dict[str, tuple[Words, Words]]] = {
    Frequency.DAILY: (
        gettext_lazy("Your next daily mail: this vacancy is in it."),
        gettext_lazy("The next daily mail to this person: this vacancy is in it."),
    ),
    Frequency.WEEKLY: (
        gettext_lazy("Your next weekly mail: this vacancy is in it."),
        gettext_lazy("The next weekly mail to this person: this vacancy is in it."),
    ),
}
HURDLES: Final[dict[Hurdle, tuple[Words, Words]]] = {
    Hurdle.VACANCY_PAUSED: _both(
        gettext_lazy("The vacancy is paused. Nobody is matched to it now.")
    ),
    Hurdle.VACANCY_NOT_OPEN: _both(gettext_lazy("The vacancy is not open.")),
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
    Hurdle.NO_MAIL: (
        gettext_lazy("You get no mail about matches. You chose that; they are on the site."),
        gettext_lazy("This person chose to get no mail about matches."),
    ),
    Hurdle.NOT_MATCHED_YET: _both(
        gettext_lazy("Everything fits. The match is made within a few minutes.")
    ),
}
WHERE: Final[dict[Hurdle, tuple[str, Words]]] = {
    Hurdle.PROFILE_DRAFT: ("profile", gettext_lazy("To your profile")),
    Hurdle.PROFILE_PAUSED: ("profile", gettext_lazy("To your profile")),
    Hurdle.HIDDEN: ("profile_hidden", gettext_lazy("See from whom you hide")),
    Hurdle.NO_MAIL: ("notice_preferences", gettext_lazy("Choose what you get")),
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
    side = 0 if reader == Reader.PERSON else 1
    if event.kind == Kind.TOLD and event.detail in TOLD_OF:
        return str(TOLD_OF[event.detail][side])
    detailed = _detailed(event, side) if reader != Reader.SCHOOL else ""
    return detailed or str(SAID[event.kind][side])


def _detailed(event: Event, side: int) -> str:
    """What a school does not hear: which musts, which mail, and the reason of a no."""
    if event.kind == Kind.LAPSED and event.detail:
        return str(NO_LONGER[side]) % {"musts": _musts(event.detail)}
    if event.kind == Kind.MAIL_SENT and event.detail in IN_DIGEST:
        return str(IN_DIGEST[event.detail][side])
    if event.is_due and event.detail in DUE:
        return str(DUE[event.detail][side])
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
    if obstacle.kind == Hurdle.DISMISSED:
        return said % {"reason": small(DismissReason(obstacle.detail).label)}
    return said


def _musts(keys: str) -> str:
    """The demands behind a list of keys, as running text."""
    return joined(small(SCORE_WORDS[key][0]) for key in keys.split(","))
