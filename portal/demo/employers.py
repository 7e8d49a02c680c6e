"""Own employers of the demo: one who has the question, one who said yes."""

from typing import Final

from accounts.models import User
from vacancies.employers import actions
from vacancies.employers.actions.answering import Conditions
from vacancies.enums import EmployerScope
from vacancies.models import EmployerRequest, Placement

WORKSHOP: Final = ("Metaalbewerking Schutte", "Gerda Schutte", "gerda@schutte.example")
KITCHEN: Final = ("Restaurant De Groene Pan", "Hans Mulder", "hans@groenepan.example")


def ask(placement: Placement, *, by: User, is_kitchen: bool) -> EmployerRequest:
    """By the professional, with a link that the mailbox of the demo shows."""
    employer, name, email = KITCHEN if is_kitchen else WORKSHOP
    question = actions.Ask(
        employer=employer, contact_name=name, contact_email=email, scope=EmployerScope.SIDE_WORK
    )
    return actions.ask(placement, ask=question, by=by)


def agree(row: EmployerRequest) -> None:
    """By the employer, without conditions."""
    actions.agree(row, name=row.contact_name, version=row.version, conditions=Conditions())
