"""Steps that a moderator takes for several mails at once: each by its own rules, with its own audit."""

from collections.abc import Callable, Iterable

from accounts.models import Mail, User
from accounts.notifications import actions


def retry_many(mails: Iterable[Mail], *, by: User) -> tuple[int, int]:
    """Queue mails afresh; gives how many, and how many could not be."""
    return _each(actions.retry, mails, by)


def cancel_many(mails: Iterable[Mail], *, by: User) -> tuple[int, int]:
    """Do not send mails; gives how many, and how many could not be held back."""
    return _each(actions.cancel, mails, by)


def _each(step: Callable[..., None], mails: Iterable[Mail], by: User) -> tuple[int, int]:
    done = left = 0
    for mail in mails:
        try:
            step(mail, by=by)
        except actions.RefusedError:
            left += 1
        else:
            done += 1
    return done, left
