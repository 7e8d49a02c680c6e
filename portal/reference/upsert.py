"""Adding and renewing rows in bulk, with their history, and leaving alone what a person changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db.models import Model
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from accounts.models import AuditEvent
from portal.reference.files import Row

BATCH: Final = 500
SOURCE: Final = "reference files"

Key = tuple[Any, ...]


@dataclass(frozen=True)
class Entry:
    """What a line says: `values` always hold, `at_first` only for a row that is new."""

    row: Row
    values: dict[str, Any]
    at_first: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Loaded:
    """What loading did to one table; `kept` rows differ from the file because a person says so.

    `refused` are rows of the file that would change what was answered before, and why.
    """

    name: str
    added: int = 0
    updated: int = 0
    kept: int = 0
    refused: tuple[str, ...] = ()

    def __str__(self) -> str:
        kept = f", {self.kept} kept as a person changed them" if self.kept else ""
        refused = "".join(f"\n  refused: {line}" for line in self.refused)
        return f"{self.name}: {self.added} added, {self.updated} renewed{kept}{refused}"

    @property
    def changed(self) -> bool:
        return bool(self.added or self.updated)


def upsert(
    model: type[Model], entries: Iterable[Entry], *, key: Sequence[str], has_history: bool = True
) -> Loaded:
    """Bring the table in line with the file. Raises BadFileError for a value that cannot be."""
    rows = {_key_of(row, key): row for row in model._default_manager.all()}
    touched, gone = touched_rows(model, has_history), _gone(model, key, has_history)
    added, updated, kept = [], [], 0
    for entry in _once_each(entries, key):
        place = tuple(entry.values[name] for name in key)
        row = rows.get(place)
        if row is None and place in gone:
            kept += 1
        elif row is None:
            added.append(_checked(entry, model(**entry.values, **entry.at_first)))
        elif _differs(row, entry.values) and row.pk in touched:
            kept += 1
        elif _differs(row, entry.values):
            updated.append(_checked(entry, _renewed(row, entry.values)))
    _write(model, added, updated, has_history)
    return Loaded(str(model._meta.verbose_name_plural), len(added), len(updated), kept)


def _once_each(entries: Iterable[Entry], key: Sequence[str]) -> Iterable[Entry]:
    seen: set[Key] = set()
    for entry in entries:
        place = tuple(entry.values[name] for name in key)
        if place in seen:
            raise entry.row.wrong(", ".join(key), "is in the file twice")
        seen.add(place)
        yield entry


def touched_rows(model: type[Model], has_history: bool = True) -> set[int]:
    """Rows that a person changed, by the history or, where there is none, by the audit."""
    if has_history:
        records = model.history.filter(history_user__isnull=False)  # type: ignore[attr-defined]
        return set(records.values_list(model._meta.pk.attname, flat=True))
    events = AuditEvent.objects.filter(
        target_type=model._meta.label_lower, actor__isnull=False
    ).order_by()
    return set(events.values_list("target_id", flat=True))


def _gone(model: type[Model], key: Sequence[str], has_history: bool) -> set[Key]:
    """Rows that a person deleted: they stay away."""
    if not has_history:
        return set()
    records = model.history.filter(  # type: ignore[attr-defined]
        history_type="-", history_user__isnull=False
    )
    return set(records.values_list(*key))


def _checked(entry: Entry, row: Model) -> Model:
    """The row, if its fields can be stored."""
    try:
        row.clean_fields()
    except ValidationError as error:
        column, messages = next(iter(error.message_dict.items()))
        raise entry.row.wrong(column, " ".join(messages)) from None
    return row


def _renewed(row: Model, values: dict[str, Any]) -> Model:
    for name, value in values.items():
        setattr(row, name, value)
    return row


def _differs(row: Model, values: dict[str, Any]) -> bool:
    return any(getattr(row, name) != value for name, value in values.items())


def _key_of(row: Model, key: Sequence[str]) -> Key:
    return tuple(getattr(row, name) for name in key)


def _write(model: type[Model], added: list[Model], updated: list[Model], has_history: bool) -> None:
    fields = [f.name for f in model._meta.concrete_fields if not f.primary_key]
    if not has_history:
        model._default_manager.bulk_create(added, batch_size=BATCH)
        model._default_manager.bulk_update(updated, fields, batch_size=BATCH)
        return
    note: dict[str, Any] = {"batch_size": BATCH, "default_change_reason": SOURCE}
    if updated:  # first: a row that ends makes room for the next
        bulk_update_with_history(updated, model, fields, **note)
    if added:
        bulk_create_with_history(added, model, **note)
