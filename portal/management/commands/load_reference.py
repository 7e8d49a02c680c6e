"""Load places, competences, institutions, pay tables, the wording list and the rule constants.

Idempotent. New rows are added and changed files are followed, but a row that a person changed or
deleted in the admin stays as that person left it. A rule constant that would change an answer of
before is refused, and told. Nothing is deleted.
"""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from portal.reference.files import BadFileError
from portal.reference.loading import load_all


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with translation.override("en"):
                loaded = load_all(settings.BASE_DIR)
        except BadFileError as error:
            raise CommandError(str(error)) from error
        told = [table for table in loaded if table.changed or table.kept or table.refused]
        for table in told:
            self.stdout.write(str(table))
        if not told:
            self.stdout.write("Reference data is up to date.")
