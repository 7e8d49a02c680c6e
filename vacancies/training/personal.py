"""What is kept of the way of somebody to the certificate, for the download of `accounts.privacy`."""

from collections.abc import Callable
from typing import Final

from accounts.models import User
from accounts.privacy.queries import rows_of
from accounts.privacy.registry import Row
from vacancies.models import CheckIn, HelpTask, Milestone, Pause, Trajectory, TrajectoryStep


def trajectories(user: User) -> list[Row]:
    related = ("institution", "application__vacancy", "placement", "course_start__course")
    rows = Trajectory.objects.filter(professional__user=user)
    return rows_of(rows.select_related(*related))


def steps(user: User) -> list[Row]:
    rows = TrajectoryStep.objects.filter(trajectory__professional__user=user)
    return rows_of(rows.select_related("trajectory__institution"))


def milestones(user: User) -> list[Row]:
    rows = Milestone.objects.filter(trajectory__professional__user=user)
    return rows_of(rows.select_related("trajectory__institution", "credential"))


def pauses(user: User) -> list[Row]:
    rows = Pause.objects.filter(trajectory__professional__user=user)
    return rows_of(rows.select_related("trajectory__institution"))


def check_ins(user: User) -> list[Row]:
    rows = CheckIn.objects.filter(trajectory__professional__user=user)
    return rows_of(rows.select_related("trajectory__institution"))


def help_tasks(user: User) -> list[Row]:
    rows = HelpTask.objects.filter(trajectory__professional__user=user)
    return rows_of(rows.select_related("trajectory__institution"))


SECTIONS: Final[dict[str, Callable[[User], list[Row]]]] = {
    "trajectories": trajectories,
    "trajectory_steps": steps,
    "milestones": milestones,
    "pauses": pauses,
    "check_ins": check_ins,
    "help_tasks": help_tasks,
}
