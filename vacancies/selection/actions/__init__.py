from vacancies.selection.actions.declining import decline_each
from vacancies.selection.actions.exporting import export
from vacancies.selection.actions.looking import record_looks
from vacancies.selection.actions.wording import fingerprint, remove_template, save_template
from vacancies.selection.errors import RefusedError

__all__ = [
    "RefusedError",
    "decline_each",
    "export",
    "fingerprint",
    "record_looks",
    "remove_template",
    "save_template",
]
