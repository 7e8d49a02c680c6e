from vacancies.posting.actions.calendar import close_expired, extend, remind_of_closing
from vacancies.posting.actions.moderating import approve, return_with_reason, take_down
from vacancies.posting.actions.moving import close, pause, resume, submit, take_back
from vacancies.posting.actions.writing import (
    copy,
    create_draft,
    discard,
    save_section,
    set_requirements,
)

__all__ = [
    "approve",
    "close",
    "close_expired",
    "copy",
    "create_draft",
    "discard",
    "extend",
    "pause",
    "remind_of_closing",
    "resume",
    "return_with_reason",
    "save_section",
    "set_requirements",
    "submit",
    "take_back",
    "take_down",
]
