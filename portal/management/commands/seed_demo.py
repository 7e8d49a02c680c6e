"""Fill the site with the demo: people, schools and vacancies, made through the real actions.

Once: where the demo is, nothing changes. Never in production. Load the reference data first.
"""

import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from accounts.models import Competence
from portal.demo import seeding
from portal.management.commands.demo_accounts import table

FEWEST = 20


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--people", type=int, default=300, help="how many professionals")
        parser.add_argument(
            "--if-empty", action="store_true", help="leave a site alone that has people already"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError("The demo has sign-ins that everybody knows: not in production.")
        if options["people"] < FEWEST:
            raise CommandError(f"The demo needs at least {FEWEST} people.")
        if not Competence.objects.exists():
            raise CommandError("Load the reference data first: manage.py load_reference.")
        if seeding.is_there():
            self.stdout.write("The demo is there already.")
        elif options["if_empty"] and seeding.has_people():
            self.stdout.write("This site has people already: no demo added.")
        else:
            self._seed(options["people"])

    def _seed(self, people: int) -> None:
        began = time.monotonic()
        done = seeding.seed(people)
        seconds = time.monotonic() - began
        self.stdout.write(
            f"The demo: {done.professionals} professionals, {done.vacancies} vacancies, "
            f"{done.matches} matches, {done.mails} mails, in {seconds:.0f} s."
        )
        self.stdout.write(table())
