from celery import shared_task

from vacancies.training import actions


@shared_task(name="vacancies.replan_trajectories")
def replan_trajectories() -> int:
    return actions.replan_moved()
