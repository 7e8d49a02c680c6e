"""The certificate is there: paper, routes and matches follow in the same moment."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.credentials import actions as papers
from accounts.credentials.errors import RefusedError as PaperRefusedError
from accounts.credentials.kinds import Facts
from accounts.enums import CredentialKind
from accounts.models import User
from vacancies.lifecycles import Side
from vacancies.models import Trajectory
from vacancies.training.actions.holding import held, move
from vacancies.training.actions.settling import settle
from vacancies.training.errors import RefusedError
from vacancies.training.milestones import Code


@transaction.atomic
def obtain(
    trajectory: Trajectory, *, issued_on: date, issuer: str, by: User, seen: int
) -> Trajectory:
    """The PDG is obtained: it stands among the papers of the professional, seen by this school.

    Raises RefusedError for a day that cannot be right, else as every action.
    """
    row = held(trajectory, side=Side.SCHOOL, by=by, seen=seen)
    if row.appointed_on and issued_on < row.appointed_on:
        raise RefusedError(_("This is before the first day of work."), "issued_on")
    move(row, "obtain", side=Side.SCHOOL, by=by)
    try:
        paper = papers.record_obtained(
            row.professional,
            CredentialKind.PDG,
            Facts(issuer=" ".join(issuer.split())[:120], issued_on=issued_on),
            institution=row.institution,
            shown_on=timezone.localdate(),
            by=by,
        )
    except PaperRefusedError as error:
        raise RefusedError(str(error), error.field) from error
    row.milestones.filter(code=Code.CERTIFICATE).update(credential=paper, done_on=issued_on)
    settle(row)
    return row
