from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db import transaction
from django.utils import timezone

from accounts.audit import actions as audit
from accounts.models import Institution, User
from portal.kit.poke import poke
from vacancies.enums import PayTableStatus, VacancyStatus
from vacancies.models import Course, PayTable, Report, RuleConstant, SubsidyScheme, Vacancy
from vacancies.models.reference import Dated
from vacancies.moderation import constants, dating, queries
from vacancies.moderation.dating import Refusal, Span
from vacancies.posting import actions as posting
from vacancies.posting.errors import PostingError
from vacancies.posting.queries import forget_pay_tables
from vacancies.routes.book import forget_rule_book
from vacancies.routes.rulebook import COUNTED

NEW_NUMBER: Final = "new"  # confirm_code of a number that a person entered


class RefusedError(Exception):
    """The law of dates forbids the change; `refusals` say what and where."""

    def __init__(self, refusals: Sequence[Refusal]) -> None:
        super().__init__(refusals)
        self.refusals = refusals


@dataclass(frozen=True, slots=True)
class Change:
    """The rows of one name, as they were and as they are."""

    name: str
    before: Sequence[Span]
    after: Sequence[Span]

    def counts_on(self, day: date) -> bool:
        """Whether a verdict about this day reads another value."""
        then, now = (dating.counting(rows, day) for rows in (self.before, self.after))
        return self.name in COUNTED and (then and then.value) != (now and now.value)


@dataclass(frozen=True, slots=True)
class NewNumber:
    """What replaces a number from a day on, and where that stands."""

    value: str
    starts_on: date
    source_title: str
    source_url: str = ""


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
    transaction.on_commit(forget_rule_book)


@transaction.atomic
def save_constant(row: RuleConstant, *, by: User, gap_is_meant: bool = False) -> RuleConstant:
    """Store a row that is new or was edited; a number or source that changed is unconfirmed again.

    Raises RefusedError when it would change a verdict about today or before, overlap another row
    or leave a gap; BadValueError when its value is not what the name expects.
    """
    rows = list(queries.constants_named(row.name))
    stored = next((one for one in rows if one.pk == row.pk), None)
    if stored is None or stored.value != row.value:
        row.value = constants.cleaned(row.name, row.value)
    _store(row, stored, rows, by=by, gap_is_meant=gap_is_meant)
    audit.record("constant.edited" if stored else "constant.added", row, by=by, detail=_told(row))
    return row


@transaction.atomic
def replace_constant(row: RuleConstant, new: NewNumber, *, by: User) -> RuleConstant:
    """The number is another from a day on: the old row ends the day before, and is never rewritten.

    The new row is still to be confirmed. Raises RefusedError, and BadValueError.
    """
    rows = list(queries.constants_named(row.name))
    before = [queries.span_of(one) for one in rows]
    old = next(one for one in rows if one.pk == row.pk)
    made = _replacement(old, new)
    refusal = dating.outside(queries.span_of(old), new.starts_on, timezone.localdate())
    if refusal:
        raise RefusedError([refusal])
    old.valid_to = new.starts_on - dating.DAY
    after = [queries.span_of(one) for one in (*rows, made)]
    _require_lawful(before, after)
    _write(old, by=by)
    _write(made, by=by)
    audit.record("constant.replaced", old, by=by, detail=_told(made))
    rules_changed(Change(row.name, before, after))
    return made


@transaction.atomic
def withdraw_constant(row: RuleConstant, *, by: User) -> None:
    """A row that never began is gone; the one before it goes on until where this one would end.

    Raises RefusedError for a row that stands.
    """
    rows = list(queries.constants_named(row.name))
    before = [queries.span_of(one) for one in rows]
    kept = [one for one in rows if one.pk != row.pk]
    previous = next((one for one in kept if one.valid_to == row.valid_from - dating.DAY), None)
    if previous is not None:
        previous.valid_to = row.valid_to
    after = [queries.span_of(one) for one in kept]
    _require_lawful(before, after, gap_is_meant=True)
    audit.record("constant.withdrawn", row, by=by, detail=_told(row))
    row._history_user = by  # type: ignore[attr-defined]
    row.delete()
    if previous is not None:
        _write(previous, by=by)
    rules_changed(Change(row.name, before, after))


def rules_changed(*changes: Change) -> None:
    """After the commit every process reads the rules afresh; what counts today is judged anew."""
    transaction.on_commit(forget_rule_book)
    today = timezone.localdate()
    if any(change.counts_on(today) for change in changes):
        poke("vacancies.check_projections")


def _store(
    row: RuleConstant,
    stored: RuleConstant | None,
    rows: Sequence[RuleConstant],
    *,
    by: User,
    gap_is_meant: bool,
) -> None:
    before = [queries.span_of(one) for one in rows]
    after = [queries.span_of(one) for one in (*(one for one in rows if one.pk != row.pk), row)]
    _require_lawful(before, after, gap_is_meant=gap_is_meant)
    if stored is None or _is_another_claim(stored, row):
        row.confirmed_on = row.confirmed_by = None
        row.confirm_code = row.confirm_code or NEW_NUMBER
    _write(row, by=by)
    rules_changed(Change(row.name, before, after))


def _replacement(old: RuleConstant, new: NewNumber) -> RuleConstant:
    return RuleConstant(
        name=old.name,
        value=constants.cleaned(old.name, new.value),
        unit=old.unit,
        valid_from=new.starts_on,
        valid_to=old.valid_to,
        source_title=new.source_title,
        source_url=new.source_url,
        confirm_code=old.confirm_code or NEW_NUMBER,
    )


def _is_another_claim(stored: RuleConstant, row: RuleConstant) -> bool:
    """Whether somebody has to lay it beside the official text again."""
    fields = ("value", "unit", "valid_from", "source_title", "source_url")
    return any(getattr(stored, name) != getattr(row, name) for name in fields)


def _require_lawful(
    before: Sequence[Span], after: Sequence[Span], *, gap_is_meant: bool = False
) -> None:
    today = timezone.localdate()
    found = dating.refusals(before, after, today=today, gap_is_meant=gap_is_meant)
    if found:
        raise RefusedError(found)


def _write(row: RuleConstant, *, by: User) -> None:
    row._history_user = by  # type: ignore[attr-defined]
    row.save()


def _told(row: RuleConstant) -> dict[str, str | int | bool | list[str] | list[int] | None]:
    return {"name": row.name, "value": row.value, "valid_from": row.valid_from.isoformat()}


@transaction.atomic
def confirm_pay_table(table: PayTable, *, by: User) -> None:
    """A person compared every step with the official table today."""
    table.status = PayTableStatus.CONFIRMED
    _confirm(table, by=by)
    table.save()
    audit.record("pay_table.confirmed", table, by=by)
    transaction.on_commit(forget_pay_tables)


@transaction.atomic
def confirm_course(course: Course, *, by: User) -> None:
    """A person asked the provider, or read its site, today."""
    _confirm(course, by=by)
    course.save()
    audit.record("course.confirmed", course, by=by)


@transaction.atomic
def confirm_grant(scheme: SubsidyScheme, *, by: User) -> None:
    """A person compared the amount and the window with the official text today."""
    _confirm(scheme, by=by)
    scheme.save()
    audit.record("grant.confirmed", scheme, by=by)


def _confirm(row: Dated, *, by: User) -> None:
    row.confirmed_on, row.confirmed_by = timezone.localdate(), by
    row._history_user = by  # type: ignore[attr-defined]
