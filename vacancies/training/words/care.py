"""What slips, said so that whoever helps and whoever is helped read the same."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.kit.day_words import day_parts_text
from vacancies.lifecycles import Side
from vacancies.routes.words.voice import Voice, day_of, plain
from vacancies.training.signals import Kind, Signal
from vacancies.training.words.milestones import milestone_name

FEELINGS: Final = (
    gettext_lazy("Badly"),
    gettext_lazy("Not so well"),
    gettext_lazy("It goes"),
    gettext_lazy("Well"),
    gettext_lazy("Very well"),
)
CARE_EVENTS: Final[Mapping[str, str | Promise]] = {
    "trajectory.check_in_answered": gettext_lazy("Questions of a week answered"),
    "trajectory.file_exported": gettext_lazy("Competence file downloaded"),
    "trajectory.help_asked": gettext_lazy("A colleague was asked to help"),
    "trajectory.help_given": gettext_lazy("A colleague helped"),
    "trajectory.help_not_needed": gettext_lazy("It went well without help"),
}


def feeling_text(number: int) -> str:
    """1 is badly, 5 is very well."""
    return str(FEELINGS[number - 1])


def slips(text: str, voice: Voice, *, agreed_hours: Decimal) -> str:
    """One sentence. Only the name of a milestone is in the reader's own words."""
    signal = Signal.parse(text)
    match signal.kind:
        case Kind.MILESTONE_LATE if signal.day:
            return _("“%(what)s” was planned before %(day)s. What is in the way?") % {
                "what": milestone_name(signal.code, voice),
                "day": day_of(signal.day),
            }
        case Kind.NO_ANSWER if signal.side == Side.SCHOOL:
            return _("The school has not answered the questions of week %(n)d.") % {
                "n": signal.week
            }
        case Kind.NO_ANSWER:
            return _("The trainee has not answered the questions of week %(n)d.") % {
                "n": signal.week
            }
        case Kind.LITTLE_COACHING:
            return _("In week %(n)d there was less coaching than the %(hours)s hours agreed.") % {
                "n": signal.week,
                "hours": plain(agreed_hours),
            }
        case Kind.STUDY_DAY_LOST:
            return _("Around week %(n)d the study day was not kept.") % {"n": signal.week}
    return _("Lessons are planned on the study day: %(parts)s.") % {
        "parts": day_parts_text(signal.mask)
    }
