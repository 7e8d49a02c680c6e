from vacancies.employers.actions.answering import agree, counter, refuse, revoke
from vacancies.employers.actions.asking import Ask, ask, correct, drafted, take_back
from vacancies.employers.actions.changing import Change, change
from vacancies.employers.actions.confirming import confirm
from vacancies.employers.actions.continuing import plan_year
from vacancies.employers.actions.ending import expire_by_clock, follow, remind
from vacancies.employers.actions.lending import Terms, keep_terms
from vacancies.employers.actions.linking import renew_link, turn_away

__all__ = [
    "Ask",
    "Change",
    "Terms",
    "agree",
    "ask",
    "change",
    "confirm",
    "correct",
    "counter",
    "drafted",
    "expire_by_clock",
    "follow",
    "keep_terms",
    "plan_year",
    "refuse",
    "remind",
    "renew_link",
    "revoke",
    "take_back",
    "turn_away",
]
