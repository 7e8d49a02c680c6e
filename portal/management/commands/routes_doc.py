"""Write docs/routes.md from the table of legal routes."""

from typing import Any

from django.core.management.base import BaseCommand

from vacancies.routes import document


class Command(BaseCommand):
    help = __doc__
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(str(document.write()))
