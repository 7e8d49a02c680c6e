from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from accounts.audit import actions as audit
from accounts.models import Institution, User
from vacancies.enums import PayTableStatus, VacancyStatus
from vacancies.models import PayTable, Report, RuleConstant, Vacancy
from vacancies.moderation import queries
from vacancies.posting import actions as posting
from vacancies.posting.errors import PostingError
from vacancies.posting.queries import forget_pay_tables


def approve_without_hits(vacancies: Iterable[Vacancy], *, by: User) -> tuple[int, int]:
    """Approve those of verified schools in which no word stands out; how many were, were not."""
    rows = queries.rows_of(list(vacancies))
    approved = sum(_approve_unread(row, by=by) for row in rows)
    return approved, len(rows) - approved


def _approve_unread(row: queries.QueueRow, *, by: User) -> bool:
    waits = row.vacancy.status == VacancyStatus.SUBMITTED or row.vacancy.review_since
    if not (waits and row.can_be_approved_unread):
        return False
    try:
        posting.approve(row.vacancy, by=by, version=row.vacancy.version)
    except PostingError:
        return False
    return True


@transaction.atomic
def pause_open_vacancies(institution: Institution) -> None:
    """What a suspended school has open is found by nobody; it may resume once verified again."""
    for vacancy in Vacancy.objects.open().filter(institution=institution).order_by("pk"):
        posting.pause(vacancy, by=None)


@transaction.atomic
def handle_report(report: Report, *, by: User) -> Report:
    """Somebody read the report and did what was needed; twice is once."""
    row = Report.objects.select_for_update().get(pk=report.pk)
    if row.handled_at is None:
        row.handled_at, row.handled_by = timezone.now(), by
        row.save(update_fields=["handled_at", "handled_by"])
        audit.record("report.handled", row, by=by)
    return row


@transaction.atomic
def confirm_constant(constant: RuleConstant, *, by: User) -> None:
    """A person compared the number with the official text today."""
    _confirm(constant, by=by)
    constant.save()
    audit.record("constant.confirmed", constant, by=by)


@transaction.atomic
def confirm_pay_table(table: PayTable, *, by: User) -> None:
    """A person compared every step with the official table today."""
    table.status = PayTableStatus.CONFIRMED
    _confirm(table, by=by)
    table.save()
    audit.record("pay_table.confirmed", table, by=by)
    transaction.on_commit(forget_pay_tables)


def _confirm(row: RuleConstant | PayTable, *, by: User) -> None:
    row.confirmed_on, row.confirmed_by = timezone.localdate(), by
    row._history_user = by  # type: ignore[union-attr]
