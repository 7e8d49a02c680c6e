"""The suite as if it ran years from now: `pytest -p tests.later --years 2` (`make tomorrow`).

Dates in tests that lean on today show themselves; so do rules that no dated row covers any more.
"""

from datetime import UTC, datetime

import pytest
import time_machine


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--years", type=int, default=0, help="run as if this many years later")


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Before any file of ours is read, for some take the day when they are."""
    now = datetime.now(UTC)
    year = now.year + early_config.known_args_namespace.years
    day = 28 if (now.month, now.day) == (2, 29) else now.day
    clock = time_machine.travel(now.replace(year=year, day=day), tick=True)
    clock.start()
    early_config.add_cleanup(clock.stop)


def pytest_report_header(config: pytest.Config) -> str:
    return f"the clock says {datetime.now(UTC):%d-%m-%Y}"
