"""A scratch database with the benchmark's people and vacancies in it."""

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

ROOT = Path(__file__).resolve().parent.parent


@contextmanager
def scratch_database(url: str) -> Iterator[str]:
    """Django, migrated, on an empty database of its own that is gone afterwards.

    Without `url` an SQLite file; with the URL of a PostgreSQL server a new database on it.
    """
    with tempfile.TemporaryDirectory(prefix="dagdeel-bench-") as folder:
        target = _created(url) if url else f"sqlite:///{folder}/bench.sqlite3"
        try:
            yield _ready(target, folder)
        finally:
            if url:
                _dropped(url, target)


def _ready(target: str, folder: str) -> str:
    os.environ.update(DATABASE_URL=target, DEMO="1", DEBUG="0", PRODUCTION="0")
    os.environ.update(STATE_DIR=folder, DJANGO_SETTINGS_MODULE="portal.settings")
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0, skip_checks=True)
    return connection.vendor


def _name() -> str:
    return f"dagdeel_bench_{os.getpid()}"


def _created(url: str) -> str:
    _on_server(url, f"CREATE DATABASE {_name()}")
    return urlunsplit(urlsplit(url)._replace(path=f"/{_name()}"))


def _dropped(url: str, target: str) -> None:
    _on_server(url, f"DROP DATABASE IF EXISTS {urlsplit(target).path[1:]} WITH (FORCE)")


def _on_server(url: str, statement: str) -> None:
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement.encode())


def load(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Rows into a table, the fastest way each database has."""
    from django.db import connection

    names = ", ".join(columns)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            marks = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(rows))


def analyse() -> None:
    """Fresh statistics, and on PostgreSQL no dead rows."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
