from vacancies.applications.actions.conversing import (
    forget_files,
    mark_read,
    mark_seen,
    note_fetched,
    write,
)
from vacancies.applications.actions.keeping import forget_vacancy, save_vacancy
from vacancies.applications.actions.moving import (
    accept,
    answer_all,
    decline,
    go_on_after_all,
    lapse,
    offer,
    refuse_offer,
    show_interest,
    take_offer_back,
    talk,
    try_out,
    undo_placement,
    withdraw,
)
from vacancies.applications.actions.undoing import undo_last_step
from vacancies.applications.errors import RefusedError

__all__ = [
    "RefusedError",
    "accept",
    "answer_all",
    "decline",
    "forget_files",
    "forget_vacancy",
    "go_on_after_all",
    "lapse",
    "mark_read",
    "mark_seen",
    "note_fetched",
    "offer",
    "refuse_offer",
    "save_vacancy",
    "show_interest",
    "take_offer_back",
    "talk",
    "try_out",
    "undo_last_step",
    "undo_placement",
    "withdraw",
    "write",
]
