"""The reach panel while eight people write: time in the server, beside a bare view.

    .venv/bin/python bench/panel.py
    .venv/bin/python bench/panel.py --database postgres://user:pass@host/postgres

Prints a table; exits 1 where an answer or the time is wrong. `bench/README.md` explains.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from difflib import unified_diff
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, Final
from unittest import mock

from editors import EDITORS, SEED, Editor, ask_of, offers_of, written
from pages import HOST, _await, _free_port, _overrides
from scratch import ROOT, scratch_database

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vacancies.matching.reach import Row
    from vacancies.matching.sides import Offer
    from vacancies.models import VacancyFacts

MOST_MS: Final = 150.0  # on PostgreSQL
PAUSE: Final = (0.6, 1.4)  # the form waits 0.6 s after the last key; people think
CHECKED: Final = 24
WARM: Final = 6
TOKEN: Final = "k" * 32
PATTERN: Final = "%(m)s %(U)s %(s)s %(D)s"  # %(D)s: microseconds in the worker


def main() -> int:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--people", type=int, default=20_000)
    options.add_argument("--asked", type=int, default=60, help="changes an editor makes, each way")
    options.add_argument("--database", default="", help="a PostgreSQL server; default SQLite")
    chosen = options.parse_args()
    with scratch_database(chosen.database) as vendor:
        editors = written(chosen.people, 2 * chosen.asked + WARM)
        print(f"{vendor}, {chosen.people:,} people, {EDITORS} editors")
        problems = measured(vendor, editors, chosen.asked)
        problems += differences(editors, chosen.people)
    for problem in problems:
        print("FAILED:", problem)
    return 1 if problems else 0


def measured(vendor: str, editors: list[Editor], asked: int) -> list[str]:
    """First as people write, then as fast as the answers come."""
    with tempfile.TemporaryDirectory(prefix="dagdeel-panel-") as folder:
        log, port = Path(folder) / "access", _free_port()
        server = _served(port, log)
        try:
            _await(port)
            _round(port, editors, WARM, (0.0, 0.0))
            problems = _timed(vendor, "with pauses", log, port, editors, asked, PAUSE)
            problems += _timed(vendor, "without pauses", log, port, editors, asked, (0.0, 0.0))
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait(10)
    return problems


def _served(port: int, log: Path) -> subprocess.Popen[bytes]:
    """The web process as the product starts it: gunicorn.conf.py, two workers with threads."""
    return subprocess.Popen(
        [
            *(sys.executable, "-m", "gunicorn", "portal.wsgi", "-c", "gunicorn.conf.py"),
            *("-b", f"{HOST}:{port}", "--access-logfile", str(log)),
            *("--access-logformat", PATTERN, "--log-level", "error"),
        ],
        cwd=ROOT,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "bench.pages_settings",
            "PYTHONPATH": str(ROOT),
        },
        start_new_session=True,
    )


def _timed(
    vendor: str,
    name: str,
    log: Path,
    port: int,
    editors: list[Editor],
    asked: int,
    pause: tuple[float, float],
) -> list[str]:
    before = log.stat().st_size
    for editor in editors:
        editor.waited.clear()
    _round(port, editors, asked, pause)
    lines = log.read_bytes()[before:].decode().splitlines()
    hello = [_ms(line) for line in lines if " /hello/ " in line]
    panel = [_ms(line) for line in lines if line.startswith("POST ")]
    waited = [one for editor in editors for one in editor.waited]
    print(f"{name:15} {'p50':>8} {'p95':>8} {'most':>8} ms")
    for title, times in (("hello", hello), ("panel", panel), ("at the browser", waited)):
        print(f"  {title:14} {median(times):7.1f}  {_p95(times):7.1f}  {max(times):7.1f}")
    if vendor == "postgresql" and pause == PAUSE and _p95(panel) > MOST_MS:
        return [f"{name}: p95 of {_p95(panel):.0f} ms is more than {MOST_MS:.0f}"]
    return []


def _ms(line: str) -> float:
    found = re.fullmatch(r"\S+ \S+ 200 (\d+)", line)
    if not found:
        raise SystemExit(f"the server answered: {line}")
    return int(found[1]) / 1_000


def _p95(times: Sequence[float]) -> float:
    return quantiles(times, n=20)[-1]


def _round(port: int, editors: list[Editor], asked: int, pause: tuple[float, float]) -> None:
    """Everybody at once: a bare view, a change, a pause."""
    threads = [
        threading.Thread(target=_write, args=[port, editor, asked, pause]) for editor in editors
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _write(port: int, editor: Editor, asked: int, pause: tuple[float, float]) -> None:
    rng = random.Random(editor.vacancy.pk)
    for _ in range(asked):
        _send(port, "GET", "/hello/", "", {})
        started = time.perf_counter()
        body = editor.bodies[len(editor.answers)]
        editor.answers.append(_send(port, "POST", editor.address, body, _headers(editor)))
        editor.waited.append((time.perf_counter() - started) * 1_000)
        time.sleep(rng.uniform(*pause))


def _headers(editor: Editor) -> dict[str, str]:
    return {
        "Cookie": f"sessionid={editor.session}; csrftoken={TOKEN}",
        "X-CSRFToken": TOKEN,
        "HX-Request": "true",
        "Content-Type": "application/x-www-form-urlencoded",
        "Accept-Language": "nl",
    }


def _send(port: int, method: str, path: str, body: str, headers: dict[str, str]) -> str:
    connection = http.client.HTTPConnection(HOST, port, timeout=30)
    connection.request(method, path, body, headers)
    answer = connection.getresponse().read().decode()
    connection.close()
    return answer


def differences(editors: list[Editor], count: int) -> list[str]:
    """Some of the answers once more, counted by the pure rules over all people."""
    from django.test import override_settings

    rng = random.Random(SEED)
    number = len(editors[0].answers)
    sample = [(rng.choice(editors), rng.randrange(number)) for _ in range(CHECKED)]
    offers = offers_of(count)
    with override_settings(**_overrides()):
        wrong = sum(not _is_right(one, n, _expected(one, n, offers)) for one, n in sample)
    limited = sum('class="reach-total"' not in text for one in editors for text in one.answers)
    print(f"oracle: {CHECKED} answers, {wrong} differences; {limited} answers without counts")
    failures = [f"{wrong} answers differ from the oracle"] if wrong else []
    return failures + ([f"{limited} answers without counts"] if limited else [])


def _is_right(editor: Editor, number: int, expected: str) -> bool:
    if editor.answers[number] == expected:
        return True
    both = expected.splitlines(), editor.answers[number].splitlines()
    print("\n".join(unified_diff(*both, "oracle", "server", lineterm="", n=0)))
    return False


def _expected(editor: Editor, number: int, offers: list[Offer]) -> str:
    """The panel as it should be: all of the page's own code but the statement."""
    from django.http import QueryDict
    from django.template.loader import render_to_string
    from django.utils import translation

    from vacancies.matching import panel, reach, reaching
    from vacancies.posting.forms import WhenForm

    def counted(facts: VacancyFacts, musts: Sequence[int]) -> list[Row]:
        return reach.rows_of(ask_of(facts, musts), offers)

    with mock.patch.object(reaching, "groups", counted), translation.override("nl"):
        typed = WhenForm(editor.vacancy, QueryDict(editor.bodies[number])).typed()
        shown = {"reach": panel.panel_of(typed), "vacancy": editor.vacancy, "is_live_answer": True}
        return render_to_string("vacancies/posting/_reach.html", shown)


if __name__ == "__main__":
    sys.exit(main())
