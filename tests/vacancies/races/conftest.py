"""SQLite writes one at a time: nobody can race there."""

from django.db import connection

collect_ignore_glob = ["test_*.py"] if connection.vendor == "sqlite" else []
