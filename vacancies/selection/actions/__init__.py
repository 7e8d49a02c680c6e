from vacancies.selection.actions.asking import answer, ask, look_by_link, take_back
from vacancies.selection.actions.declining import decline_each
from vacancies.selection.actions.exporting import export
from vacancies.selection.actions.keeping import keep_promises
from vacancies.selection.actions.looking import record_looks
from vacancies.selection.actions.wording import fingerprint, remove_template, save_template
from vacancies.selection.errors import RefusedError

__all__ = [
    "RefusedError",
    "answer",
    "ask",
    "decline_each",
    "export",
    "fingerprint",
    "keep_promises",
    "look_by_link",
    "record_looks",
    "remove_template",
    "save_template",
    "take_back",
]
