"""What a grant and its steps are called, and what happened, for moderators."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vacancies.enums import SubsidyStatus as Status

STEP_LABELS: Final[Mapping[str, str | Promise]] = {
    Status.REQUESTED: _("We asked for it"),
    Status.GRANTED: _("It is granted"),
    Status.REFUSED: _("It is refused"),
    Status.NOT_ASKED: _("We do not ask for it"),
    Status.TO_REQUEST: _("We ask for it after all"),
    Status.ACCOUNTED: _("We accounted for it"),
    Status.REPAID: _("We paid it back"),
}
EVENTS: Final[Mapping[str, str | Promise]] = {
    "subsidy.opened": _("Grant can be asked"),
    "subsidy.ticked": _("Papers for a grant noted"),
    "subsidy.requested": _("Grant asked for"),
    "subsidy.granted": _("Grant given"),
    "subsidy.refused": _("Grant refused"),
    "subsidy.not_asked": _("Grant not asked for"),
    "subsidy.to_request": _("Grant to be asked after all"),
    "subsidy.accounted": _("Grant accounted for"),
    "subsidy.repaid": _("Grant paid back"),
    "trajectory.parts_changed": _("Parts of the course noted"),
}
