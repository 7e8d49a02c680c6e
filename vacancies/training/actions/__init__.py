from vacancies.training.actions.agreeing import Agreements, agree
from vacancies.training.actions.beginning import begin, take_up_again
from vacancies.training.actions.caring import care_for_all
from vacancies.training.actions.checking_in import Answer, answer_check_in
from vacancies.training.actions.exporting import record_export
from vacancies.training.actions.helping import give_help
from vacancies.training.actions.interrupting import extend, pause, resume, stop
from vacancies.training.actions.marking import mark_done, reopen
from vacancies.training.actions.obtaining import obtain
from vacancies.training.actions.replanning import replan_moved
from vacancies.training.actions.settling import follow_decisions, follow_person
from vacancies.training.actions.stepping import appoint, refuse_statement, sign_agreement, take
from vacancies.training.actions.undoing import undo_last_step

__all__ = [
    "Agreements",
    "Answer",
    "agree",
    "answer_check_in",
    "appoint",
    "begin",
    "care_for_all",
    "extend",
    "follow_decisions",
    "follow_person",
    "give_help",
    "mark_done",
    "obtain",
    "pause",
    "record_export",
    "refuse_statement",
    "reopen",
    "replan_moved",
    "resume",
    "sign_agreement",
    "stop",
    "take",
    "take_up_again",
    "undo_last_step",
]
