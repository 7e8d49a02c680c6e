"""Several people at once: who can still get a no, who cannot, and what each would read."""

from collections.abc import Sequence
from dataclasses import dataclass

from vacancies.models import Application
from vacancies.selection.texts import filled, values_of


@dataclass(frozen=True)
class Letter:
    """What one person would read."""

    application: Application
    text: str


@dataclass(frozen=True)
class Selection:
    """The chosen ones; `gone` were chosen but took their yes back, so nobody sees their names."""

    open: list[Application]
    answered: list[Application]
    gone: int

    @property
    def chosen(self) -> list[Application]:
        return [*self.open, *self.answered]


def selection_of(found: Sequence[Application], asked: int) -> Selection:
    """Split what was found of so many that were chosen."""
    return Selection(
        open=[one for one in found if one.is_open],
        answered=[one for one in found if not one.is_open],
        gone=asked - len(found),
    )


def letters(applications: Sequence[Application], text: str) -> list[Letter]:
    """The text, filled in for each of them."""
    return [Letter(one, text_for(one, text)) for one in applications]


def text_for(application: Application, text: str) -> str:
    """A text of the school with this person's name and vacancy in it."""
    vacancy = application.vacancy
    values = values_of(
        name=application.professional.user.name,
        vacancy=vacancy.title,
        school=vacancy.institution.name,
    )
    return filled(text, values)
