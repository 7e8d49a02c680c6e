"""Compile the translations; with --merge first gather all pages into the one catalogue."""

from typing import Any

import polib
from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from portal.kit import catalogue, extraction


class Command(BaseCommand):
    help = __doc__
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--missing", action="store_true", help="print texts without Dutch")
        parser.add_argument("--merge", action="store_true", help="write locale/nl and drop pages")

    def handle(self, *args: Any, missing: bool, merge: bool, **options: Any) -> None:
        locale_dir = settings.BASE_DIR / "locale"
        if missing:
            for entry in self._missing():
                self.stdout.write(str(entry))
        if merge:
            self._merge()
        catalogue.compile_all(locale_dir)

    def _missing(self) -> list[polib.POEntry]:
        return [
            polib.POEntry(msgctxt=context, msgid=text, comment=place)
            for (context, text), place in extraction.untranslated(settings.BASE_DIR).items()
        ]

    def _merge(self) -> None:
        """One catalogue, sorted by text; its pages are gone afterwards."""
        locale_dir = settings.BASE_DIR / "locale"
        main = locale_dir / "nl" / "LC_MESSAGES" / "django.po"
        gathered, pages = catalogue.merged(locale_dir), catalogue.pages(locale_dir)
        gathered.save(str(main))
        for page in pages:
            if page != main:
                page.unlink()
