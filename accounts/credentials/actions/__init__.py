from accounts.credentials.actions.checking import mark_seen, note_read, reject, unmark
from accounts.credentials.actions.keeping import add, attach, change, detach, forget_files, remove
from accounts.credentials.actions.obtaining import record_obtained
from accounts.credentials.actions.reminding import remind
from accounts.credentials.actions.telling import Answers, answer

__all__ = [
    "Answers",
    "add",
    "answer",
    "attach",
    "change",
    "detach",
    "forget_files",
    "mark_seen",
    "note_read",
    "record_obtained",
    "reject",
    "remind",
    "remove",
    "unmark",
]
