"""Make the site ready to start: catalogues, tables, reference data, static files, the demo."""

import hashlib
from typing import Any, Final

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand

from portal.kit import catalogue
from portal.kit.poke import quiet
from portal.management.commands import demo_accounts
from vacancies.matching import actions as matching

# htmx comes in versions and with parts that no page of ours loads; compressing them takes seconds.
UNUSED: Final = ["htmx-4*", "htmax-*", "ext"]


class Command(BaseCommand):
    help = __doc__
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        settings.STATE_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
        catalogue.compile_all(settings.BASE_DIR / "locale")
        call_command("migrate", verbosity=0, interactive=False)
        call_command("load_reference", stdout=self.stdout)
        self._rebuild_facts()
        self._collect_static()
        self._welcome()

    def _rebuild_facts(self) -> None:
        """Once after an upgrade that asks something new; the law is loaded by then."""
        with quiet():
            rebuilt = matching.rebuild_outdated()
        if rebuilt:
            self.stdout.write(f"Matching made anew: {rebuilt.facts_changed} rows of facts")

    def _collect_static(self) -> None:
        """Hashing and compressing take seconds: only when a file changed."""
        stamp, now = settings.STATE_DIR / "static.stamp", fingerprint()
        if not stamp.exists() or stamp.read_text(encoding="ascii") != now:
            self.stdout.write("Collecting static files")
            call_command(
                "collectstatic",
                *(f"--ignore={name}" for name in UNUSED),
                verbosity=0,
                interactive=False,
                clear=True,
            )
            stamp.write_text(now, encoding="ascii")

    def _welcome(self) -> None:
        """Seed the demo, and leave its sign-ins where `make run` reads them."""
        welcome = settings.STATE_DIR / "welcome.txt"
        welcome.unlink(missing_ok=True)
        if settings.DEMO:
            call_command("seed_demo", if_empty=True, stdout=self.stdout)
            welcome.write_text(demo_accounts.table() + "\n", encoding="utf-8")


def fingerprint() -> str:
    """Of all static files that the site and its packages have, by name, size and moment."""
    found = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list(ignore_patterns=[]):
            moment = storage.get_modified_time(name).timestamp()
            found.update(f"{name} {storage.size(name)} {moment}\n".encode())
    return found.hexdigest()
