from vacancies.assessment.actions.deciding import Facts, record_decision, record_statement
from vacancies.assessment.actions.planning import Hours, cancel_plan, change_plan, plan

__all__ = [
    "Facts",
    "Hours",
    "cancel_plan",
    "change_plan",
    "plan",
    "record_decision",
    "record_statement",
]
