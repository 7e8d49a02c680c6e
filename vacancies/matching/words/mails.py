"""The words of what became of a message: told, waiting, mailed, taken, come back."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from accounts.enums import Frequency
from vacancies.matching.events import Event, Kind, Reader

Words = str | Promise
Both = tuple[Words, Words]
"""To the person, and to others about somebody."""

TAKEN: Final = gettext_lazy("Your mail server took it.")
SAYS: Final = gettext_lazy("The mail server said: %(said)s")
NOTED: Final = gettext_lazy("What went wrong: %(said)s")


def both(text: Words) -> Both:
    return text, text


SAID: Final[dict[Kind, Both]] = {
    Kind.TOLD: (
        gettext_lazy("You got a message on the site."),
        gettext_lazy("This person got a message on the site."),
    ),
    Kind.SHARE_FULL: both(
        gettext_lazy(
            "Enough came at once of this school that day. This one goes with the daily mail."
        )
    ),
    Kind.MAIL_NOT_WANTED: (
        gettext_lazy("You want no mail about this. The message is on the site."),
        gettext_lazy("This person wants no mail about this. The message is on the site."),
    ),
    Kind.MAIL_ACCOUNT_OFF: (
        gettext_lazy("Your account is switched off: no mail was made."),
        gettext_lazy("The account is switched off: no mail was made."),
    ),
    Kind.MAIL_NO_ADDRESS: (
        gettext_lazy("Your address takes no mail. The message is on the site."),
        gettext_lazy("The address takes no mail. The message is on the site."),
    ),
    Kind.MAIL_WAITS: (
        gettext_lazy("The mail is made within a few minutes."),
        gettext_lazy("It goes with the next mail to this person."),
    ),
    Kind.MAIL_RESTS: (
        gettext_lazy("Your mail rests until then. This vacancy is in the first mail after that."),
        gettext_lazy(
            "The mail to this person rests until then. This vacancy is in the first mail after that."
        ),
    ),
    Kind.MAIL_DROPPED: both(
        gettext_lazy("It fitted no longer when the mail was made. So it was not in it.")
    ),
    Kind.MAIL_QUEUED: both(gettext_lazy("The mail is ready and goes out within a few minutes.")),
    Kind.MAIL_DEFERRED: (
        gettext_lazy("Your mail server asked us to wait. We try again, for three days at most."),
        gettext_lazy("The mail server asked us to wait. We try again, for three days at most."),
    ),
    Kind.MAIL_SENT: (
        gettext_lazy("We mailed it to you."),
        gettext_lazy("We mailed it to this person."),
    ),
    Kind.MAIL_RETURNED: (
        gettext_lazy("The mail came back: your mail server could not deliver it after all."),
        gettext_lazy("The mail came back: it could not be delivered after all."),
    ),
    Kind.MAIL_PARKED: (
        gettext_lazy("The mail could not be delivered. A moderator looks at it."),
        gettext_lazy("The mail could not be delivered. It is parked."),
    ),
    Kind.MAIL_CANCELLED: both(gettext_lazy("A moderator cancelled the mail.")),
    Kind.MAIL_EMPTY: both(
        gettext_lazy("When the mail would go there was nothing left to tell. So it did not go.")
    ),
    Kind.MAIL_NOT_KEPT: both(gettext_lazy("It was in a mail that is no longer kept.")),
    Kind.READ: (
        gettext_lazy("You read the message on the site."),
        gettext_lazy("This person read the message on the site."),
    ),
}
TOLD_OF: Final[dict[str, Both]] = {
    "invitation": (
        gettext_lazy("You got a message about it."),
        gettext_lazy("This person got a message about it."),
    ),
    "better_terms": (
        gettext_lazy("You got a message that the vacancy got better."),
        gettext_lazy("This person got a message that the vacancy got better."),
    ),
}
IN_DIGEST: Final[dict[str, Both]] = {
    "digest_daily": (
        gettext_lazy("It was in your daily mail."),
        gettext_lazy("It was in the daily mail to this person."),
    ),
    "digest_weekly": (
        gettext_lazy("It was in your weekly mail."),
        gettext_lazy("It was in the weekly mail to this person."),
    ),
}
DUE: Final[dict[str, Both]] = {
    Frequency.AT_ONCE: (
        gettext_lazy("The mail goes: this vacancy is in it."),
        gettext_lazy("The mail to this person goes: this vacancy is in it."),
    ),
    Frequency.DAILY: (
        gettext_lazy("Your next daily mail: this vacancy is in it."),
        gettext_lazy("The next daily mail to this person: this vacancy is in it."),
    ),
    Frequency.WEEKLY: (
        gettext_lazy("Your next weekly mail: this vacancy is in it."),
        gettext_lazy("The next weekly mail to this person: this vacancy is in it."),
    ),
}


def said(event: Event, reader: Reader) -> str:
    """What became of a message, as this reader hears it.

    A school hears neither which mail it was nor when the next one goes. That a mail server took
    it the person reads as a sentence, a moderator in the server's own words, which begin with a code.
    """
    side = 0 if reader == Reader.PERSON else 1
    text = str(_words(event, reader)[side])
    if reader == Reader.PERSON and event.is_taken:
        return f"{text} {TAKEN}"
    if reader == Reader.DESK and event.said:
        words = SAYS if event.said[:1].isdigit() else NOTED
        return f"{text} {str(words) % {'said': event.said}}"
    return text


def _words(event: Event, reader: Reader) -> Both:
    if event.kind == Kind.TOLD and event.detail in TOLD_OF:
        return TOLD_OF[event.detail]
    if reader == Reader.SCHOOL:
        return SAID[event.kind]
    if event.kind == Kind.MAIL_SENT and event.detail in IN_DIGEST:
        return IN_DIGEST[event.detail]
    if event.kind == Kind.MAIL_WAITS and event.is_due and event.detail in DUE:
        return DUE[event.detail]
    return SAID[event.kind]
