"""Lighthouse on seven pages, as the site runs for the public, on an old phone.

    .venv/bin/python bench/lighthouse.py [--runs 5] [--only list vacancy] [--throttling devtools]

Asks Lighthouse for its mobile preset: a slow 4G line and a processor four times slower. Each visit
is a first one: nothing is in the cache. Exits 1 where a page is below what is asked.
"""

import argparse
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from served import ROOT, session_of, site

VERSION: Final = "12.8.2"  # the last that runs on Node 20
TOOL: Final = ROOT / "var" / "lighthouse" / VERSION
CHROMIUM: Final = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
FLAGS: Final = "--headless=new --no-sandbox --disable-quic --disable-background-networking"
CATEGORIES: Final = ("performance", "accessibility", "best-practices", "seo")
LEAST: Final = dict(zip(CATEGORIES, (98, 100, 100, 100), strict=True))
MOST_KB: Final = 100  # of the list, all that comes over the wire
CRAWLABLE: Final = "is-crawlable"
PATIENCE_S: Final = 180
HEAD: Final = "page        perf  a11y  best   seo   FCP ms  LCP ms  TBT ms    CLS  server ms     KB"


@dataclass(frozen=True)
class Page:
    """A page to judge; what is behind the sign-in is closed to search engines on purpose."""

    name: str
    path: str
    reader: str = ""
    most_kb: int = 0


@dataclass(frozen=True)
class Visit:
    """What one run of Lighthouse found on a page."""

    scores: dict[str, float]
    first_paint_ms: float
    largest_paint_ms: float
    blocked_ms: float
    shift: float
    server_ms: float
    kb: float
    requests: list[tuple[str, int]]
    faults: list[str]


def main() -> int:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    options.add_argument("--runs", type=int, default=3, help="visits to each; the median counts")
    options.add_argument("--only", nargs="*", default=[], help="names of pages")
    options.add_argument("--throttling", choices=("simulate", "devtools"), default="simulate")
    options.add_argument("--requests", action="store_true", help="what each page fetches")
    options.add_argument("--keep", type=Path, help="a folder for the reports")
    options.add_argument("--state", help="keep the demo in this folder for the next time")
    chosen = options.parse_args()
    program = tool()
    print(f"Lighthouse {VERSION}, {chosen.throttling}, {chosen.runs} visits, load {_load()}")
    failures: list[str] = []
    with (
        tempfile.TemporaryDirectory(prefix="dagdeel-lighthouse-") as folder,
        site(chosen.state or f"{folder}/state") as base,
    ):
        reports = chosen.keep or Path(folder)
        reports.mkdir(parents=True, exist_ok=True)
        print(HEAD)
        for page in pages():
            if not chosen.only or page.name in chosen.only:
                visitor = Visitor(program, base, reports, chosen.throttling)
                visits = [visitor.sees(page, number) for number in range(chosen.runs)]
                failures += told(page, visits, requests=chosen.requests)
    print(f"load {_load()}")
    for failure in failures:
        print("FAILED:", failure)
    return int(bool(failures))


def told(page: Page, visits: Sequence[Visit], *, requests: bool) -> list[str]:
    """One line of the table; answers with what is below what is asked."""

    def middle(name: str) -> float:
        return statistics.median(getattr(one, name) for one in visits)

    scores = {name: statistics.median(one.scores[name] for one in visits) for name in CATEGORIES}
    shift = max(one.shift for one in visits)
    print(
        f"{page.name:10}"
        + "".join(f"{scores[name]:6.0f}" for name in CATEGORIES)
        + f"{middle('first_paint_ms'):9.0f}{middle('largest_paint_ms'):8.0f}"
        + f"{middle('blocked_ms'):8.0f}{shift:7.3f}{middle('server_ms'):11.0f}{middle('kb'):7.1f}"
    )
    lines = [f"{size / 1000:7.1f} KB  {url}" for url, size in visits[-1].requests]
    faults = sorted({fault for one in visits for fault in one.faults})
    for line in (*(lines if requests else ()), *faults):
        print(f"    {line}")
    low = {name: score for name, score in scores.items() if score < LEAST[name]}
    failed = [f"{page.name}: {name} {score:.0f}" for name, score in low.items()]
    if shift > 0:
        failed.append(f"{page.name}: layout shift {shift:.4f}")
    if page.most_kb and middle("kb") > page.most_kb:
        failed.append(f"{page.name}: {middle('kb'):.1f} KB, at most {page.most_kb}")
    return failed


@dataclass(frozen=True)
class Visitor:
    """Lighthouse, with somebody's cookie where a page asks for one."""

    program: Path
    base: str
    reports: Path
    throttling: str

    def sees(self, page: Page, number: int) -> Visit:
        """One first visit; a page that led elsewhere was not the page."""
        report = self.reports / f"{page.name}-{number}.json".replace(" ", "-")
        cookie = f"language=nl; sessionid={session_of(page.reader)}" if page.reader else ""
        headers = report.with_suffix(".headers")
        headers.write_text(json.dumps({"Cookie": cookie or "language=nl"}))
        command = [
            *("node", str(self.program), self.base + page.path, "--quiet", "--output=json"),
            *(f"--output-path={report}", f"--extra-headers={headers}", f"--chrome-flags={FLAGS}"),
            *(f"--throttling-method={self.throttling}", "--no-enable-error-reporting"),
            f"--only-categories={','.join(CATEGORIES)}",
        ]
        _again(command)
        headers.unlink()
        found = json.loads(report.read_text())
        led_to, error = found["finalDisplayedUrl"], found.get("runtimeError")
        if led_to != self.base + page.path or error:
            raise SystemExit(f"{page.name} led to {led_to}: {error}")
        return read(found, passed_by={CRAWLABLE} if page.reader else set())


def _again(command: Sequence[str]) -> None:
    """Lighthouse loses its trace now and then; that is no fault of the page, so it asks thrice."""
    for _attempt in range(3):
        process = subprocess.Popen(command, env={**os.environ, "CHROME_PATH": CHROMIUM})
        try:
            if process.wait(PATIENCE_S) == 0:
                return
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGINT)  # takes its browser along
            process.wait(10)
        print("    Lighthouse gave up")
    raise SystemExit("Lighthouse gave up three times on one page")


def read(found: dict[str, Any], passed_by: set[str]) -> Visit:
    """The figures of a report."""
    audits, categories = found["audits"], found["categories"]
    came = audits["network-requests"]["details"]["items"]
    return Visit(
        scores={name: _score(categories[name], audits, passed_by) for name in CATEGORIES},
        first_paint_ms=audits["first-contentful-paint"]["numericValue"],
        largest_paint_ms=audits["largest-contentful-paint"]["numericValue"],
        blocked_ms=audits["total-blocking-time"]["numericValue"],
        shift=audits["cumulative-layout-shift"]["numericValue"],
        server_ms=audits["server-response-time"]["numericValue"],
        kb=sum(one["transferSize"] for one in came) / 1000,
        requests=[(one["url"], one["transferSize"]) for one in came],
        faults=[
            line for name in CATEGORIES[1:] for line in _faults(categories[name], audits, passed_by)
        ],
    )


def _score(category: dict[str, Any], audits: dict[str, Any], passed_by: set[str]) -> float:
    """Of a hundred; a category with an audit that is passed by is weighed anew without it."""
    weights = {ref["id"]: ref["weight"] for ref in category["auditRefs"]}
    if not passed_by & set(weights):
        return float(round(category["score"] * 100))
    counted = {
        name: weight
        for name, weight in weights.items()
        if weight and name not in passed_by and audits[name]["score"] is not None
    }
    reached = sum(weight * audits[name]["score"] for name, weight in counted.items())
    return float(round(100 * reached / sum(counted.values())))


def _faults(category: dict[str, Any], audits: dict[str, Any], passed_by: set[str]) -> Iterator[str]:
    """What costs points, with the first places."""
    for ref in category["auditRefs"]:
        audit = audits[ref["id"]]
        if ref["id"] in passed_by or not ref["weight"] or audit["score"] in (None, 1):
            continue
        places = (audit.get("details") or {}).get("items", [])[:3]
        shown = [str((place.get("node") or {}).get("snippet") or place)[:160] for place in places]
        yield f"{ref['id']}: {audit['title']} {' | '.join(shown)}"


def pages() -> list[Page]:
    """The seven, with addresses out of the demo."""
    from django.urls import reverse

    from portal.demo.accounts import ANNA, BRAM
    from vacancies.models import Vacancy

    shown = Vacancy.objects.open().order_by("pk")
    first = shown.first()
    ours = shown.filter(institution__memberships__user__email=BRAM.email).first()
    if first is None or ours is None:
        raise SystemExit("the demo has no vacancy to show")
    form = reverse("vacancy_edit", args=[ours.code, "wanneer"])
    return [
        Page("home", reverse("home")),
        Page("list", reverse("vacancies"), most_kb=MOST_KB),
        Page("vacancy", first.get_absolute_url()),
        Page("route", reverse("route_check")),
        Page("sign-up", reverse("account_request_login_code")),
        Page("dashboard", reverse("dashboard"), reader=ANNA.email),
        Page("HR form", form, reader=BRAM.email),
    ]


def tool() -> Path:
    """Lighthouse, installed once outside of git."""
    program = TOOL / "node_modules" / "lighthouse" / "cli" / "index.js"
    if not program.exists():
        TOOL.mkdir(parents=True, exist_ok=True)
        quiet = ("--no-audit", "--no-fund", "--ignore-scripts", "--silent")
        subprocess.run(
            ["npm", "install", "--prefix", str(TOOL), *quiet, f"lighthouse@{VERSION}"],
            check=True,
            env={**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "1"},
        )
    return program


def _load() -> str:
    return " ".join(f"{one:.1f}" for one in os.getloadavg())


if __name__ == "__main__":
    sys.exit(main())
