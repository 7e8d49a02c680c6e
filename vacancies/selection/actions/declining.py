"""A no for several people, each with a message of their own."""

from collections.abc import Sequence

from accounts.models import User
from portal.kit.lifecycle import IllegalTransitionError
from vacancies.applications import actions as applications
from vacancies.models import Application
from vacancies.selection.bulk import letters


def decline_each(people: Sequence[Application], *, text: str, by: User) -> list[Application]:
    """Tell each of them; gives those who took it back or got an answer meanwhile.

    Each answer stands by itself: one that comes too late keeps no other from being given.
    """
    late = []
    for letter in letters(people, text):
        try:
            applications.decline(letter.application, answer=letter.text, by=by)
        except IllegalTransitionError:
            late.append(letter.application)
    return late
