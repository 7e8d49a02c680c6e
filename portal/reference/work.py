"""Pay tables and the wording list."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from portal.reference.files import Row, rows_of
from portal.reference.upsert import Entry, Loaded, upsert
from vacancies.enums import PayScale, PayTableStatus, WordingGround, WordingLevel
from vacancies.models import PayStep, PayTable, WordingException, WordingRule
from vacancies.posting import wording

CAO: Final = "mbo"
STEPS: Final = (
    *("valid_from", "scale", "step", "gross_month"),
    *("source_title", "source_url", "status"),
)


def load_pay(directory: Path) -> tuple[Loaded, Loaded]:
    """Pay tables and their steps; within a scale a step never earns less than the one before."""
    rows = list(rows_of(directory / "pay_steps.csv", STEPS))
    _require_rising(rows)
    tables = upsert(PayTable, _tables(rows), key=["cao", "valid_from"])
    pks = dict(PayTable.objects.filter(cao=CAO).values_list("valid_from", "pk"))
    known = [row for row in rows if row.day("valid_from") in pks]
    steps = upsert(
        PayStep,
        (_step(row, pks[row.day("valid_from")]) for row in known),
        key=["table_id", "scale", "step"],
    )
    return tables, steps


def load_wording(directory: Path) -> Loaded:
    columns = ["code", "level", "ground", "pattern", "neutral_nl", "neutral_en"]
    rows = rows_of(directory / "wording.csv", columns)
    return upsert(WordingRule, (_rule(row) for row in rows), key=["code"])


def load_wording_exceptions(directory: Path) -> Loaded:
    rows = rows_of(directory / "wording_exceptions.csv", ["pattern"])
    entries = (Entry(row, {"pattern": _pattern(row)}) for row in rows)
    return upsert(WordingException, entries, key=["pattern"])


def _require_rising(rows: Iterable[Row]) -> None:
    last: dict[tuple[str, str], tuple[int, int]] = {}
    for row in rows:
        scale = (row.text("valid_from"), row.text("scale"))
        step, amount = row.number_in("step"), row.number_in("gross_month")
        before = last.get(scale, (0, 0))
        if step <= before[0]:
            raise row.wrong("step", f"{step} comes after {before[0]}")
        if amount < before[1]:
            raise row.wrong("gross_month", f"{amount} is less than step {before[0]} earns")
        last[scale] = (step, amount)


def _tables(rows: Iterable[Row]) -> Iterator[Entry]:
    firsts: dict[str, Row] = {}
    for row in rows:
        first = firsts.setdefault(row.text("valid_from"), row)
        for column in ("source_title", "source_url", "status"):
            if row.text(column) != first.text(column):
                raise row.wrong(column, f"differs from row {first.number} of the same table")
    for row in firsts.values():
        values = {
            "cao": CAO,
            "valid_from": row.day("valid_from"),
            **source(row),
            "status": row.choice("status", PayTableStatus),
        }
        yield Entry(row, values)


def _step(row: Row, table_id: int) -> Entry:
    values = {
        "table_id": table_id,
        "scale": row.choice("scale", PayScale),
        "step": row.number_in("step"),
        "gross_month": row.number_in("gross_month"),
    }
    return Entry(row, values)


def _rule(row: Row) -> Entry:
    values = {
        "code": row.needed("code"),
        "level": row.choice("level", WordingLevel),
        "ground": row.choice("ground", WordingGround),
        "pattern": _pattern(row),
        "neutral_nl": row.needed("neutral_nl"),
        "neutral_en": row.needed("neutral_en"),
    }
    return Entry(row, values)


def _pattern(row: Row) -> str:
    pattern = row.needed("pattern")
    if not wording.is_valid(pattern):
        raise row.wrong("pattern", "has an alternative without a letter")
    return pattern


def source(row: Row) -> dict[str, str]:
    return {"source_title": row.needed("source_title"), "source_url": row.text("source_url")}
