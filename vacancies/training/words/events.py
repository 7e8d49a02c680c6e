"""The verbs of the history of a trajectory, for moderators."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vacancies.routes.words.voice import Voice
from vacancies.training.words.care import CARE_EVENTS
from vacancies.training.words.steps import HAPPENED

EVENTS: Final[Mapping[str, str | Promise]] = {
    "trajectory.begun": _("Trajectory proposed"),
    "trajectory.agreed": _("What is agreed was changed"),
    "trajectory.replanned": _("Days of milestones moved"),
    "trajectory.milestone_done": _("Milestone done"),
    "trajectory.milestone_reopened": _("Milestone open again"),
    "trajectory.opened_by_moderator": _("Trajectory read by a moderator"),
    "trajectory.undone": _("A moderator took the last step back"),
    **CARE_EVENTS,
    **{
        f"trajectory.{verb}": said.to(Voice.SCHOOL)
        for verb, said in HAPPENED.items()
        if verb != "begin"
    },
}
