"""The constants of the law. The files are held to the same law of dates as a moderator.

A file that is wrong by itself (a value, an overlap) is not loaded. Rows that would change an
answer already given are refused by name and told, and the rest is loaded: a site that is updated
late still starts.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Final

from django.utils import timezone

from portal.reference.files import Row, rows_of
from portal.reference.upsert import Entry, Loaded, touched_rows, upsert
from portal.reference.work import source
from vacancies.models import RuleConstant
from vacancies.moderation import dating, words
from vacancies.moderation.actions import Change, rules_changed
from vacancies.moderation.constants import BadValueError, cleaned
from vacancies.moderation.dating import Span
from vacancies.moderation.queries import span_of

COLUMNS: Final = (
    *("name", "value", "unit", "valid_from", "valid_to"),
    *("source_title", "source_url", "confirm"),
)


def load_constants(directory: Path) -> Loaded:
    """Bring the table in line with the file, as far as no answer of before changes."""
    entries = [_entry(row) for row in rows_of(directory / "rule_constants.csv", COLUMNS)]
    _require_order(entries)
    stored, touched = _stored(), touched_rows(RuleConstant)
    allowed, refused, changes = [], [], []
    for name, group in _by_name(entries):
        before = [span_of(row) for row in stored.get(name, [])]
        after = _after(stored.get(name, []), group, touched)
        if why := _refusals(name, before, after):
            refused += why
            continue
        allowed += group
        if before != after:
            changes.append(Change(name, before, after))
    loaded = upsert(RuleConstant, allowed, key=["name", "valid_from"])
    if stored and changes:
        rules_changed(*changes)
    return replace(loaded, refused=tuple(refused))


def _entry(row: Row) -> Entry:
    values = {
        "name": row.needed("name"),
        "value": _value(row),
        "unit": row.text("unit"),
        "valid_from": row.day("valid_from"),
        "valid_to": row.day_or_none("valid_to"),
        **source(row),
        "confirm_code": row.text("confirm"),
    }
    return Entry(row, values)


def _value(row: Row) -> str:
    try:
        return cleaned(row.needed("name"), row.needed("value"))
    except BadValueError as error:
        column = "value" if error.expected else "name"
        raise row.wrong(column, words.wanted(error.expected)) from None


def _require_order(entries: Sequence[Entry]) -> None:
    """Within the file rows of one name neither overlap nor leave a gap."""
    for _name, group in _by_name(entries):
        after = [_span(entry) for entry in group]
        for refusal in dating.refusals((), after, today=timezone.localdate()):
            wrong = next(one for one in group if one.values["valid_from"] == refusal.on)
            raise wrong.row.wrong(refusal.field, words.refused(refusal))


def _by_name(entries: Sequence[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    def name_of(entry: Entry) -> str:
        return str(entry.values["name"])

    for name, group in groupby(sorted(entries, key=name_of), name_of):
        yield name, list(group)


def _stored() -> dict[str, list[RuleConstant]]:
    rows: dict[str, list[RuleConstant]] = {}
    for row in RuleConstant.objects.select_for_update().order_by("name", "valid_from"):
        rows.setdefault(row.name, []).append(row)
    return rows


def _after(stored: Iterable[RuleConstant], group: Iterable[Entry], touched: set[int]) -> list[Span]:
    """The rows of a name when the file is followed; what a person changed stays."""
    spans = {entry.values["valid_from"]: _span(entry) for entry in group}
    for row in stored:
        if row.pk in touched or row.valid_from not in spans:
            spans[row.valid_from] = span_of(row)
    return sorted(spans.values(), key=_first)


def _refusals(name: str, before: Sequence[Span], after: Sequence[Span]) -> list[str]:
    if not before:
        return []
    found = dating.refusals(before, after, today=timezone.localdate())
    return [f"{name}, {one.on.isoformat()}, {one.field}: {words.refused(one)}" for one in found]


def _span(entry: Entry) -> Span:
    values = entry.values
    return Span(values["valid_from"], values["valid_to"], values["value"], values["unit"])


def _first(span: Span) -> date:
    return span.valid_from
