"""A statement on which PostgreSQL works while its caller does something else.

Below the cursors of psycopg, which wait for each answer (libpq, "Asynchronous Command Processing").
Nothing else may be asked of the connection before the answer is fetched.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from django.db import DEFAULT_DB_ALIAS, connection, connections
from psycopg import Error, errors, generators, pq


@dataclass(frozen=True, slots=True)
class Asked:
    """A statement on its way over this connection of psycopg."""

    line: Any

    def row(self) -> tuple[str, ...] | None:
        """Waits for the first row that comes back, as text, empty for NULL; None when none does.

        Raises the errors of Django's database, as a cursor does.
        """
        with connection.wrap_database_errors:
            *_others, result = self.line.wait(generators.execute(self.line.pgconn))
            if result.status != pq.ExecStatus.TUPLES_OK:
                raise errors.error_from_result(result)
        if not result.ntuples:
            return None
        values = (result.get_value(0, column) or b"" for column in range(result.nfields))
        return tuple(value.decode() for value in values)


def ask(statement: str, values: Sequence[str]) -> Asked | None:
    """Send a statement, with `$1` and so on for its values, and do not wait for it.

    None where it was not sent: this is no PostgreSQL, or there is no connection to it.
    """
    database = connections[DEFAULT_DB_ALIAS]  # `connection` looks it up anew for each attribute
    line = database.connection
    if database.vendor != "postgresql" or line is None:
        return None
    try:
        name = _planned(line, statement)
        line.pgconn.send_query_prepared(name, [value.encode() for value in values])
    except Error:
        return None
    return Asked(line)


_names: WeakKeyDictionary[Any, dict[str, bytes]] = WeakKeyDictionary()
"""What each connection has planned: half the time of a short statement goes into its plan."""


def _planned(line: Any, statement: str) -> bytes:
    """The name under which this connection planned the statement, once."""
    names = _names.setdefault(line, {})
    if statement not in names:
        name = f"ahead_{zlib.crc32(statement.encode()):08x}".encode()
        result = line.pgconn.prepare(name, statement.encode())
        if result.status != pq.ExecStatus.COMMAND_OK:
            raise errors.error_from_result(result)
        names[statement] = name
    return names[statement]
