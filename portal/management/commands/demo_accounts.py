"""Print who can be signed in as in the demo."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import translation

from portal.demo.accounts import ACCOUNTS, PASSWORD


def table() -> str:
    """The accounts as lines of text, columns aligned."""
    with translation.override("en"):
        rows = [(row.name, row.email, str(row.role)) for row in ACCOUNTS]
    name, email = (max(len(row[column]) for row in rows) for column in (0, 1))
    lines = [f"  {row[0]:<{name}}  {row[1]:<{email}}  {row[2]}" for row in rows]
    return "\n".join(["Sign in as (password for all: " + PASSWORD + "):", *lines])


class Command(BaseCommand):
    help = __doc__
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(table())
