"""A picture of each main page, on a phone and on a desk, from a demo of its own.

    .venv/bin/python bench/screens.py [--out FOLDER] [--state FOLDER] [--dark] [--english]
                                      [--width 390 1280] [--only home vacancy]

Starts the whole site with a new demo on a free port, opens the pages of `screen_pages.py` in the
machine's Chromium, each as the person to whom it belongs, and stops the site again. The pictures
come in `screens/` of STATE_DIR unless --out says otherwise. --state keeps the demo for the next time.
Exits 1 when a page does not answer as it should, or can be scrolled sideways.
"""

import argparse
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from portal import env
from tests import chromium

if TYPE_CHECKING:
    from screen_pages import Screen

HEIGHT: Final = {390: 844, 768: 1024, 1280: 900}
PATIENCE_S: Final = 300
WIDE: Final = "document.documentElement.scrollWidth"


def main() -> int:
    chosen = _options().parse_args()
    with _folder(chosen.state) as state, _site(state) as address:
        import screen_pages

        every = {one.name: one for one in screen_pages.screens()}
        screens = [every[name] for name in chosen.only or every if name in every]
        chosen.out.mkdir(parents=True, exist_ok=True)
        screen_pages.speak("en" if chosen.english else "nl")
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=chromium.path(), args=chromium.QUIET)
            wrong = [
                f"{name}: no page of this name" for name in chosen.only or () if name not in every
            ]
            for width in chosen.width:
                wrong += taken(browser, address, screens, width, chosen)
            browser.close()
    print(f"{len(screens)} pages at {' and '.join(map(str, chosen.width))} px in {chosen.out}")
    for fault in wrong:
        print(f"FAILED: {fault}")
    return 1 if wrong else 0


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    place = ROOT / env.text("STATE_DIR", "var") / "screens"
    options.add_argument("--out", type=Path, default=place)
    options.add_argument("--state", type=Path, help="keep the demo in this folder")
    options.add_argument("--dark", action="store_true")
    options.add_argument("--english", action="store_true")
    options.add_argument("--width", type=int, nargs="+", default=[390, 1280])
    options.add_argument("--only", nargs="+", metavar="NAME")
    return options


def taken(
    browser: Browser,
    address: str,
    screens: Sequence["Screen"],
    width: int,
    chosen: argparse.Namespace,
) -> Iterator[str]:
    """Take the pictures at one width; yields what is wrong with a page."""
    looks = {"nl": "", "en": "-en"}["en" if chosen.english else "nl"] + (
        "-dark" if chosen.dark else ""
    )
    windows: dict[str, BrowserContext] = {}
    for number, screen in enumerate(screens, 1):
        if screen.who not in windows:
            windows[screen.who] = _window(browser, address, screen.who, width, chosen)
        page = windows[screen.who].new_page()
        answer = page.goto(screen.path)
        if not answer or answer.status != screen.status:
            yield f"{screen.name}: {answer and answer.status} at {screen.path}"
        if (wide := page.evaluate(WIDE)) > width:
            yield f"{screen.name}: {wide} px wide at {width}"
        name = f"{screen.name}-{width}{looks}.png"
        page.screenshot(path=chosen.out / f"{number:02}-{name}", full_page=True)
        page.close()


def _window(
    browser: Browser, address: str, who: str, width: int, chosen: argparse.Namespace
) -> BrowserContext:
    """A browser of somebody, signed in; nobody is a visitor."""
    import screen_pages

    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": HEIGHT.get(width, 900)},
        locale="en-GB" if chosen.english else "nl-NL",
        color_scheme="dark" if chosen.dark else "light",
        reduced_motion="reduce",
    )
    cookies = {"language": "en" if chosen.english else "nl"}
    if who:
        cookies["sessionid"] = screen_pages.session_of(who)
    context.add_cookies(
        [{"name": name, "value": value, "url": address} for name, value in cookies.items()]
    )
    return context


@contextmanager
def _folder(kept: Path | None) -> Iterator[Path]:
    if kept:
        kept.mkdir(parents=True, exist_ok=True)
        yield kept.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="dagdeel-screens-") as folder:
        yield Path(folder)


@contextmanager
def _site(state: Path) -> Iterator[str]:
    """`make run` on a free port with all it keeps in this folder; Django here reads the same."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    os.environ.pop("REDIS_URL", None)
    os.environ.update(STATE_DIR=str(state), DATABASE_URL=f"sqlite:///{state}/dagdeel.sqlite3")
    os.environ.update(PORT=str(port), SITE_URL=address, DEMO="1", DEBUG="0", PRODUCTION="0")
    os.environ.update(EMAIL_URL="dummy://", DJANGO_SETTINGS_MODULE="portal.settings")
    log = state / "run.log"
    with log.open("ab") as said:
        site = subprocess.Popen(
            [sys.executable, "-m", "portal.run"],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        _wait(site, address, log)
        import django

        django.setup()
        yield address
    finally:
        site.send_signal(signal.SIGINT)
        site.wait(timeout=30)


def _wait(site: subprocess.Popen[bytes], address: str, log: Path) -> None:
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until and site.poll() is None:
        try:
            urllib.request.urlopen(f"{address}/health/ready", timeout=10).close()
            return
        except OSError:
            time.sleep(0.5)
    raise SystemExit(f"the site does not answer:\n{log.read_text()[-3000:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main())
