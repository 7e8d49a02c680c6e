from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from django.core.cache import cache
from django.db.models import Max, Min
from django.utils import timezone

from vacancies.enums import PayTableStatus
from vacancies.models import PayStep, PayTable, Vacancy
from vacancies.posting import pay

PAY_KEY: Final = "pay-tables"
PAY_KEEP_S: Final = 60


def pay_of(vacancy: Vacancy) -> pay.PayRange | None:
    """Gross pay for these hours by the table of the first day; None while something is unknown."""
    return pay_of_many([vacancy]).get(vacancy.pk)


def pay_of_many(vacancies: Iterable[Vacancy]) -> dict[int, pay.PayRange]:
    """The pay of vacancies by pk; at most two SQL queries. Select their institution along."""
    tables = pay_tables()
    found = (
        (
            vacancy.pk,
            pay_for(
                vacancy.pay_scale_min,
                vacancy.pay_scale_max,
                vacancy.hours_min,
                vacancy.hours_max,
                vacancy.starts_on,
                vacancy.institution.prep_factor,
                tables,
            ),
        )
        for vacancy in vacancies
    )
    return {pk: pay_range for pk, pay_range in found if pay_range is not None}


def pay_for(
    scale_min: str,
    scale_max: str,
    hours_min: Decimal | None,
    hours_max: Decimal | None,
    starts_on: date | None,
    prep_factor: Decimal | None,
    tables: Sequence[pay.Table] | None = None,
) -> pay.PayRange | None:
    """Pay of terms that are perhaps not saved yet; without a first day by today's table."""
    if not (scale_min and scale_max and hours_min and hours_max):
        return None
    known = pay_tables() if tables is None else tables
    table = pay.table_on(known, starts_on or timezone.localdate())
    terms = pay.Terms(scale_min, scale_max, Decimal(hours_min), Decimal(hours_max), prep_factor)
    return pay.pay_range(terms, table) if table else None


def pay_tables() -> list[pay.Table]:
    """The tables of the cao mbo, kept for a minute."""
    tables: list[pay.Table] | None = cache.get(PAY_KEY)
    if tables is None:
        tables = _read_pay_tables()
        cache.set(PAY_KEY, tables, PAY_KEEP_S)
    return tables


def forget_pay_tables() -> None:
    """Read the tables afresh: after a change in the admin or a load of reference data."""
    cache.delete(PAY_KEY)


def _read_pay_tables() -> list[pay.Table]:
    ends: dict[int, dict[str, tuple[int, int]]] = {}
    rows = PayStep.objects.order_by().values("table_id", "scale")
    for row in rows.annotate(low=Min("gross_month"), high=Max("gross_month")):
        ends.setdefault(row["table_id"], {})[row["scale"]] = (row["low"], row["high"])
    return [
        pay.Table(
            valid_from=table.valid_from,
            valid_to=table.valid_to,
            source_title=table.source_title,
            source_url=table.source_url,
            is_confirmed=table.status == PayTableStatus.CONFIRMED,
            scales=ends.get(table.pk, {}),
        )
        for table in PayTable.objects.filter(cao="mbo")
    ]
