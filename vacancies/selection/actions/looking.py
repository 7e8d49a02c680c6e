"""A look at a dossier is a look at a profile: its owner sees which school and when."""

from collections.abc import Iterable

from django.db import transaction

from accounts.models import User
from accounts.privacy import actions as privacy
from vacancies.applications import actions as applications
from vacancies.models import Application


@transaction.atomic
def record_looks(rows: Iterable[Application], *, by: User) -> None:
    """Note for each of them that this colleague looked; the professional reads that it is open."""
    for row in rows:
        school = row.vacancy.institution
        privacy.record_view(row.professional, institution=school, viewer=by, with_name=True)
        applications.mark_seen(row, by=by)
