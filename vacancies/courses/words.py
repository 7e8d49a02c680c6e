"""What the catalogue says: days, length, price, and whether it fits."""

from collections.abc import Iterable
from typing import Final

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from portal.kit import dayparts
from portal.kit.day_words import DAYS, day_part_name
from portal.kit.templatetags.ui import day, money
from vacancies.courses.fitting import ONE_DAY, Fit, Fitting, days_of
from vacancies.enums import TrainingKind
from vacancies.models import Course, CourseStart

NBSP: Final = "\u00a0"
YEAR: Final = 12
HALF: Final = 6
SCHOOL_DAY: Final = 0b011  # morning and afternoon
MARKS: Final = {Fit.FITS: "met", Fit.UNKNOWN: "unknown", Fit.NOT: "missing"}
OPENS: Final[dict[str, Promise]] = {
    TrainingKind.PDG: gettext_lazy(
        "The PDG is the certificate with which a career switcher stays in front of the class. "
        "The school has to give you a suitability statement first."
    ),
    TrainingKind.INSTRUCTOR: gettext_lazy(
        "It prepares for work as an instructor: you support lessons, under a teacher."
    ),
    TrainingKind.HYBRID: gettext_lazy(
        "It prepares for guest lessons beside your own work. It is no legal proof."
    ),
    TrainingKind.TRAINER: gettext_lazy(
        "It prepares for guiding students in a training company, as a workplace trainer."
    ),
    TrainingKind.SHORT: gettext_lazy(
        "It prepares for your first guest lessons. It is no legal proof."
    ),
}


def days_text(mask: int, *, either: bool = False) -> str:
    """Days as people say them: "dinsdag" for a morning with its afternoon, else the day-part."""
    last = _("or") if either else _("and")
    return str(get_text_list([name for part in days_of(mask) for name in _of_day(part)], last))


def _of_day(mask: int) -> Iterable[str]:
    number = (mask & -mask).bit_length() - 1
    first = number - number % len(dayparts.PARTS)
    if mask >> first & ONE_DAY == SCHOOL_DAY:
        return [str(DAYS[first // len(dayparts.PARTS)][1])]
    return [day_part_name(bit) for bit in dayparts.bits_of(mask)]


def when_text(course: Course) -> str:
    """On which days, and how often: "op dinsdag, om de 2 weken"; empty when nothing is known."""
    days = days_text(course.day_parts_mask, either=course.is_one_of_days)
    if course.every_weeks == 1:
        return _("on %(days)s") % {"days": days} if days else ""
    words = {"days": days, "weeks": course.every_weeks}
    return (
        _("on %(days)s, once in %(weeks)s weeks") if days else _("once in %(weeks)s weeks")
    ) % words


def duration_text(months: int | None) -> str:
    """18 months are one and a half years; an odd number stays in months."""
    if not months:
        return ""
    if months < YEAR or months % HALF:
        return ngettext("%(n)d month", "%(n)d months", months) % {"n": months}
    years = number_format(months / YEAR, decimal_pos=0 if months % YEAR == 0 else 1)
    return ngettext("%(n)s year", "%(n)s years", -(-months // YEAR)) % {"n": years}


def price_text(course: Course) -> str:
    """The price with its year; else what is known about it."""
    if course.price is None:
        return course.price_note
    amount = _("%(amount)s (price of %(year)d)") % {
        "amount": money(course.price),
        "year": course.price_year,
    }
    return f"{amount}, {course.price_note}" if course.price_note else amount


def start_text(start: CourseStart | None) -> str:
    """The next first day and until when one can apply."""
    if start is None:
        return ""
    begins = {"day": day(start.starts_on), "last": day(start.apply_by)}
    if start.apply_by:
        return _("Starts on %(day)s; apply before %(last)s.") % begins
    return _("Starts on %(day)s.") % begins


def fit_text(found: Fitting, *, is_own_week: bool) -> str:
    """Whether the days fit, said to the reader; empty when no day is known."""
    if found.fit is Fit.UNKNOWN:
        return ""
    words = {"days": days_text(found.day_parts)}
    if found.fit is Fit.NOT:
        return _("You are not free on %(days)s") % words
    if is_own_week:
        return _("Fits your free %(days)s") % words
    return _("Fits on %(days)s") % words
