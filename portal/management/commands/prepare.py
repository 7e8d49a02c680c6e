"""Make the site ready to start: catalogues, tables, reference data, static files, the demo."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from portal.kit import catalogue


class Command(BaseCommand):
    help = __doc__
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        settings.STATE_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
        catalogue.compile_all(settings.BASE_DIR / "locale")
        call_command("migrate", verbosity=0, interactive=False)
        call_command("load_reference")
        call_command("collectstatic", verbosity=0, interactive=False)
        if settings.DEMO:
            call_command("seed_demo")
