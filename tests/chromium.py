"""The browser of the browser tests: the machine's own Chromium. A missing one is said aloud."""

import os
import re
import shutil
from collections import Counter
from typing import Any, Final

import pytest

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
LACKING: Final = re.compile(r"no \w+ on this machine \([^)]*\)")
MISSING: Final = "no Chromium on this machine (Debian: apt install chromium)"
QUIET: Final = (
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-sync",
)
BRISK: Final = ("--always-sparkplug", "--min-semi-space-size=64", "--max-semi-space-size=64")
"""A page lives for a second: its scripts are compiled at once, and little garbage is looked for."""

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # playwright keeps a loop in this thread


def path() -> str | None:
    """Where Chromium is; CHROMIUM in the environment names another one."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return {"executable_path": path(), "args": [*QUIET, f"--js-flags={' '.join(BRISK)}"]}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without a browser its tests are skipped with a word, and under CI that is an error."""
    needing = [item for item in items if item.get_closest_marker("browser")]
    if not needing or path():
        return
    if os.environ.get("CI"):
        raise pytest.UsageError(MISSING)
    for item in needing:
        item.add_marker(pytest.mark.skip(reason=MISSING))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """What this machine lacks, and how many tests did not run for it."""
    skipped = terminalreporter.stats.get("skipped", [])
    lacking = Counter(words[0] for one in skipped if (words := LACKING.search(str(one.longrepr))))
    for words, number in lacking.items():
        terminalreporter.write_line(f"{number} tests did not run: {words}", red=True)
