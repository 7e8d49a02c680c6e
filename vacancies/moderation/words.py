"""What a moderator and a timeline are told."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vacancies.moderation.constants import Expected, Kind
from vacancies.moderation.dating import Breach, Refusal

EVENTS: Final = {
    "application.declined": _("Interest answered with no"),
    "application.file_fetched": _("File of a message fetched by the school"),
    "application.go_on_after_all": _("Goes on after all"),
    "application.lapse": _("Offer lapsed without an answer"),
    "application.made": _("Interest shown"),
    "application.offer": _("Offer made"),
    "application.placed": _("Chosen"),
    "application.refuse_offer": _("Offer not taken"),
    "application.seen": _("Interest read by the school"),
    "application.take_offer_back": _("Offer taken back"),
    "application.talk": _("In conversation"),
    "application.try_out": _("Small first step agreed"),
    "application.undo_placement": _("Placement cancelled"),
    "application.undone": _("A step of an interest undone"),
    "application.withdrawn": _("Interest withdrawn"),
    "application.written": _("Message sent"),
    "constant.added": _("Number added"),
    "constant.confirmed": _("Compared with the official text"),
    "constant.edited": _("Row edited"),
    "constant.replaced": _("Replaced from a day on"),
    "constant.withdrawn": _("Taken back before it began"),
    "course.confirmed": _("Compared with what the provider says"),
    "grant.confirmed": _("Compared with the official text"),
    "match.dismissed": _("Not relevant, says the professional"),
    "match.interested": _("Interested, says the professional"),
    "match.invited": _("Invited by the school"),
    "match.relevant": _("Relevant, says the professional"),
    "match.rule_forgotten": _("A rule about match mail forgotten"),
    "match.undismissed": _("Taken up again"),
    "match.withdrawn": _("Interest withdrawn"),
    "matching.checked": _("Matches checked"),
    "pay_table.confirmed": _("Compared with the official table"),
    "report.handled": _("Report handled"),
    "vacancy.discarded": _("Draft thrown away"),
    "vacancy.reported": _("Reported by a visitor"),
}

REFUSALS: Final[Mapping[Breach, Promise]] = {
    Breach.VALUE_STANDS: _(
        "This row has begun, so its value stays as it is. Replace it from a later day on."
    ),
    Breach.UNIT_STANDS: _(
        "This row has begun, so its unit stays as it is. Replace it from a later day on."
    ),
    Breach.ROW_STANDS: _(
        "The row of %(on)s has begun: answers given by it must stay the same. It cannot go."
    ),
    Breach.ENDS_IN_THE_PAST: _("The last day is %(day)s or later: what has been stays as it was."),
    Breach.ENDS_BEFORE_IT_BEGINS: _("The last day comes before the first."),
    Breach.BEGINS_TOO_EARLY: _(
        "The first day is %(day)s or later: answers given until then must stay the same."
    ),
    Breach.BEGINS_AFTER_THE_END: _(
        "The row that you replace ends on %(day)s. Choose a day until then, or add a row."
    ),
    Breach.BEGINS_BEFORE_THE_FIRST: _(
        "The first row begins on %(day)s and counts for every day before it. Begin later."
    ),
    Breach.OVERLAPS: _(
        "The rows of %(on)s and %(other)s overlap: a row ends the day before the next begins."
    ),
    Breach.LEAVES_A_GAP: _(
        "Between the row of %(on)s and that of %(other)s there are days without a row."
    ),
}
VALUES: Final[Mapping[Kind, Promise]] = {
    Kind.NUMBER: _("Write a number from %(least)s to %(most)s, such as 6 or 0.5."),
    Kind.WHOLE: _("Write a whole number from %(least)s to %(most)s."),
    Kind.DAY: _("Write a date as year, month, day: 2027-01-31."),
    Kind.MONTH_DAY: _("Write a month and a day that every year has: 08-01 is 1 August."),
    Kind.COUNTDOWN: _("Write whole numbers that fall, with dashes between them: 6-3-1."),
    Kind.WORD: _("Write one of these words: %(words)s."),
}
UNKNOWN_NAME: Final = _("No rule of this site reads a number of this name.")


def refused(refusal: Refusal) -> str:
    """Why the law of dates forbids it."""
    days = {"on": refusal.on, "day": refusal.day, "other": refusal.other}
    return str(REFUSALS[refusal.breach]) % {key: _day(day) for key, day in days.items()}


def wanted(expected: Expected | None) -> str:
    """How a value is written; without an expectation, that nothing reads the name."""
    if expected is None:
        return str(UNKNOWN_NAME)
    return str(VALUES[expected.kind]) % {
        "least": expected.least,
        "most": expected.most,
        "words": ", ".join(expected.words),
    }


def _day(day: date | None) -> str:
    return date_format(day, "j F Y") if day else ""
