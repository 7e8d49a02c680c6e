from celery import shared_task

from vacancies.training import actions


@shared_task(name="vacancies.replan_trajectories")
def replan_trajectories(course: int | None = None) -> int:
    """Every night all of them; at once those of a course whose days were changed."""
    return actions.replan_moved(course=course)


@shared_task(name="vacancies.care_for_trajectories")
def care_for_trajectories() -> int:
    """Ask, notice what slips, remind: twice or late tells nothing twice."""
    return actions.care_for_all()
