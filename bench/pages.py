"""Requests per second of the public list and the text search, against a bare view.

    .venv/bin/python bench/pages.py [--vacancies 20000] [--seconds 6] [--database URL]

Fills a scratch database, starts gunicorn (2 sync workers) on it, and asks each page in turn over
kept connections, round after round, so that noise hits all of them alike. Exits 1 when the plain
list takes more than 3 queries or loads full texts, when the list makes less than 0.05 of the
requests of the bare view, or a search by a common or a rare word less than half of the list.
"""

import argparse
import http.client
import io
import os
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time
from typing import Final

from scratch import ROOT, analyse, scratch_database

HOST: Final = "127.0.0.1"
WORKERS, CLIENTS, ROUNDS = 2, 3, 3
LEAST_OF_HELLO, LEAST_OF_LIST, MOST_QUERIES = 0.05, 0.5, 3
COMMON, RARE = "docent", "orgelbouwer"
PATHS: Final = {
    "hello": "/hello/",
    "list": "/vacatures/",
    "common word": f"/vacatures/?q={COMMON}",
    "rare word": f"/vacatures/?q={RARE}",
}


def main() -> int:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    options.add_argument("--vacancies", type=int, default=20_000)
    options.add_argument("--seconds", type=float, default=6, help="per page, over all rounds")
    options.add_argument("--database", default="", help="URL of a PostgreSQL server")
    chosen = options.parse_args()
    with scratch_database(chosen.database) as vendor:
        filled(chosen.vacancies)
        failures = queries_of_the_list()
        rates = measured(chosen.seconds)
    failures += judged(rates)
    print(f"{vendor}, {chosen.vacancies:,} vacancies, {WORKERS} sync workers, {CLIENTS} clients")
    for name, rate in rates.items():
        print(f"  {name:12} {rate:8.1f} requests/s")
    for failure in failures:
        print(f"FAILED: {failure}")
    return 1 if failures else 0


def filled(number: int) -> None:
    from django.core.management import call_command
    from many_vacancies import fill

    from vacancies.models import SearchEntry, SearchWord
    from vacancies.search import actions

    call_command("load_reference", verbosity=0, stdout=io.StringIO())
    started = time.monotonic()
    fill(number)
    actions.heal()
    analyse()
    words, entries = SearchWord.objects.count(), SearchEntry.objects.count()
    print(
        f"filled and indexed in {time.monotonic() - started:.0f} s: {words:,} words, {entries:,} entries"
    )


def queries_of_the_list() -> list[str]:
    """What is wrong with the statements of the plain list, asked once its counts are kept."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext, override_settings

    with override_settings(**_overrides()):
        client = Client(SERVER_NAME=HOST)
        client.get("/vacatures/")
        with CaptureQueriesContext(connection) as asked:
            answer = client.get("/vacatures/")
        statements = [query["sql"] for query in asked.captured_queries]
        found = client.get(PATHS["rare word"]).content
    print(f"plain list: {len(statements)} queries")
    failures = []
    if answer.status_code != 200 or answer.content.count(b'class="row"') != 20:
        failures.append("the plain list does not show 20 rows")
    if not 0 < len(statements) <= MOST_QUERIES:
        failures.append(f"the plain list takes {len(statements)} queries")
    if any(name in sql for sql in statements for name in ('"body"', '"summary"')):
        failures.append("the plain list loads full texts")
    if b'class="row"' not in found:
        failures.append("the rare word is not found")
    return failures


def _overrides() -> dict[str, object]:
    from django.conf import settings

    storages = dict(settings.STORAGES)
    storages["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    cache = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    return {"STORAGES": storages, "CACHES": cache, "ALLOWED_HOSTS": [HOST]}


def measured(seconds: float) -> dict[str, float]:
    """Median requests a second of each page over the rounds."""
    port = _free_port()
    server = subprocess.Popen(
        [
            *(sys.executable, "-m", "gunicorn", "portal.wsgi", "-c", "/dev/null"),
            *("-w", str(WORKERS), "-b", f"{HOST}:{port}", "--log-level", "error"),
        ],
        cwd=ROOT,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "bench.pages_settings",
            "PYTHONPATH": str(ROOT),
        },
        start_new_session=True,
    )
    try:
        _await(port)
        for path in PATHS.values():
            for _ in range(4 * WORKERS):
                _ask(port, path)
        share = seconds / ROUNDS
        rounds = [
            {name: _rate(port, path, share) for name, path in PATHS.items()} for _ in range(ROUNDS)
        ]
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(10)
    return {name: statistics.median(one[name] for one in rounds) for name in PATHS}


def judged(rates: dict[str, float]) -> list[str]:
    of_hello = rates["list"] / rates["hello"]
    print(f"list / hello {of_hello:.3f} (at least {LEAST_OF_HELLO})")
    failures = [] if of_hello >= LEAST_OF_HELLO else ["the list is too slow"]
    for name in ("common word", "rare word"):
        of_list = rates[name] / rates["list"]
        print(f"{name} / list {of_list:.2f} (at least {LEAST_OF_LIST})")
        if of_list < LEAST_OF_LIST:
            failures.append(f"the search by a {name} is too slow")
    return failures


def _rate(port: int, path: str, seconds: float) -> float:
    counts = [0] * CLIENTS
    until = time.monotonic() + seconds

    def work(place: int) -> None:
        connection = http.client.HTTPConnection(HOST, port, timeout=20)
        while time.monotonic() < until:
            connection.request("GET", path)
            answer = connection.getresponse()
            body = answer.read()
            if answer.status != 200 or not body:
                raise SystemExit(f"{path} answered {answer.status}")
            counts[place] += 1

    started = time.monotonic()
    threads = [threading.Thread(target=work, args=[place]) for place in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / (time.monotonic() - started)


def _ask(port: int, path: str) -> int:
    connection = http.client.HTTPConnection(HOST, port, timeout=20)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status


def _await(port: int) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            _ask(port, "/hello/")
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("gunicorn did not answer in 30 s")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main())
