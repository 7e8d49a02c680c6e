"""The items of a start check in words. What the law asks has the words of `routes`."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vacancies.codes import Need
from vacancies.routes.words import need_label

Words = str | Promise

LABELS: Final[dict[str, Words]] = {
    "contract": _("Contract or agreement signed"),
    "coach": _("Coach named"),
    "welcome": _("First day told: time, place, who waits at the door"),
    "employer": _("Own employer knows and agrees"),
    "hours_elsewhere": _("Hours at other employers told"),
}


def label_of(code: str) -> str:
    """The name of an item."""
    return str(LABELS[code]) if code in LABELS else need_label(Need(code))


def needs_telling(code: str) -> bool:
    """Whether `routes` has more to say about it."""
    return code not in LABELS
