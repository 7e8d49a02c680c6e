"""Taking the list along."""

from accounts.audit import actions as audit
from accounts.models import Institution, User
from vacancies.selection import queries, sheet
from vacancies.selection.filters import Filters
from vacancies.selection.listing import rows_of


def export(institution: Institution, filters: Filters, *, by: User) -> str:
    """Everybody of a choice as the text of a file; that it was taken is recorded."""
    work = queries.work_of(institution, filters)
    audit.record("application.exported", institution, by=by, detail={"people": len(work.keys)})
    return sheet.csv_of(rows_of(work.keys, work))
