"""Show every visitor that somebody works on the site (`on`), or open it again (`off`)."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from portal import maintenance


class Command(BaseCommand):
    help = __doc__
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("state", choices=["on", "off"])

    def handle(self, *args: Any, **options: Any) -> None:
        maintenance.switch(on=options["state"] == "on")
        told = "Every page now says that we work on the site." if maintenance.is_on() else "Open."
        self.stdout.write(told)
