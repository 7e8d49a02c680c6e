"""Thousands of rows in one statement, where the ORM sends some dozens at a time.

The rows travel as one JSON text, which SQLite and PostgreSQL take apart alike. Text that is put
together here holds names of tables and columns alone; every value is bound.
"""

# ruff: noqa: S608, S611 -- names come from models and from this module, values are bound

import json
from collections.abc import Iterable, Sequence
from typing import Any, Final

from django.db import connection
from django.db.models import AutoField, Field, ForeignKey, IntegerField, JSONField, Model
from django.db.models.expressions import RawSQL

UNPACK: Final = {"sqlite": "json_each", "postgresql": "jsonb_array_elements"}
NUMBERS: Final = (AutoField, IntegerField, ForeignKey)
PART: Final = "given.value"
TEXTS_OF: Final = {
    "sqlite": "SELECT value FROM json_each(%s)",
    "postgresql": "SELECT value FROM jsonb_array_elements_text(%s)",
}
NUMBERS_OF: Final = TEXTS_OF | {
    "postgresql": "SELECT CAST(value AS bigint) FROM jsonb_array_elements_text(%s)"
}


def insert(
    model: type[Model], fields: Sequence[str], rows: Sequence[Sequence[Any]], **same: Any
) -> None:
    """Insert rows with these fields; the others are the `same` for all, or have their default.

    Text, numbers and JSON can differ from row to row. A row whose unique key exists is skipped.
    """
    own = [_field(model, name) for name in fields]
    others = [one for one in model._meta.concrete_fields if one not in (model._meta.pk, *own)]
    columns = ", ".join(f'"{one.column}"' for one in (*own, *others))
    parts = ", ".join([*(_part(one, at) for at, one in enumerate(own)), *["%s"] * len(others)])
    bound = [_bound(one, same.get(one.attname, one.get_default())) for one in others]
    _run(
        f'INSERT INTO "{model._meta.db_table}" ({columns}) SELECT {parts}'
        f" FROM {UNPACK[connection.vendor]}(%s) AS given WHERE true ON CONFLICT DO NOTHING",
        [*bound, json.dumps(rows)],
    )


def change(
    model: type[Model], fields: Sequence[str], rows: Sequence[Sequence[Any]], **same: Any
) -> None:
    """Give each row, named by its id, values of its own for these fields, text or numbers, and all
    of them the `same` for others."""
    table, own = model._meta.db_table, [_field(model, name) for name in fields]
    others = [_field(model, name) for name in same]
    sets = [f'"{one.column}" = {_part(one, at)}' for at, one in enumerate(own, start=1)]
    sets += [f'"{one.column}" = %s' for one in others]
    _run(
        f'UPDATE "{table}" SET {", ".join(sets)} FROM {UNPACK[connection.vendor]}(%s) AS given'
        f' WHERE "{table}".id = CAST({PART} ->> 0 AS bigint)',
        [*(_bound(one, same[one.attname]) for one in others), json.dumps(rows)],
    )


def among(numbers: Iterable[int]) -> RawSQL:
    """Thousands of numbers to look for (`pk__in=among(…)`), bound as one."""
    return RawSQL(NUMBERS_OF[connection.vendor], [json.dumps(list(numbers))])


def among_texts(texts: Iterable[str]) -> RawSQL:
    """Thousands of texts to look for, bound as one."""
    return RawSQL(TEXTS_OF[connection.vendor], [json.dumps(list(texts))])


def _field(model: type[Model], name: str) -> "Field[Any, Any]":
    found = model._meta.get_field(name)
    assert isinstance(found, Field)
    return found


def _part(field: "Field[Any, Any]", at: int) -> str:
    """The value of a field in a row that is a JSON array."""
    if isinstance(field, JSONField):
        return f"{PART} -> {at}"
    return f"CAST({PART} ->> {at} AS bigint)" if isinstance(field, NUMBERS) else f"{PART} ->> {at}"


def _bound(field: "Field[Any, Any]", value: Any) -> Any:
    return field.get_db_prep_save(value, connection)


def _run(statement: str, values: Sequence[Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
