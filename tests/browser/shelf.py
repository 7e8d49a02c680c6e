"""Pages that were read before, on an address of their own: a browser opens them without the site
making them a second time. Styles, scripts and pictures are those of the site; axe lies beside them."""

import mimetypes
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Final
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings
from django.contrib.staticfiles import finders

from tests.house.pages import Read

AXE: Final = "/axe.js"
KEPT: Final = {"Cache-Control": "max-age=86400"}  # asked once by a window, as on the site


class Shelf(ThreadingHTTPServer):
    """Answers with what lies on it, with the headers that it was read with."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages: Mapping[str, Read] = {}
        self.url = f"http://127.0.0.1:{self.server_address[1]}"

    def take(self, address: str) -> Read | None:
        path = urlsplit(address).path
        if path == AXE:
            return Read(AXE_SCRIPT.encode(), KEPT | {"Content-Type": "text/javascript"})
        if path.startswith(settings.STATIC_URL):
            return _static(path.removeprefix(settings.STATIC_URL))
        return self.pages.get(address)


def _static(name: str) -> Read | None:
    found = finders.find(name)
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Read(Path(found).read_bytes(), KEPT | {"Content-Type": kind}) if found else None


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Shelf

    def do_GET(self) -> None:
        self._answer(self.server.take(self.path))

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"] or 0))
        self._answer(self.server.pages.get(f"POST {self.path}"))

    def _answer(self, found: Read | None) -> None:
        self.send_response(200 if found else 404)
        page = found or Read(b"", {})
        for name, value in (page.headers | {"Content-Length": str(len(page.content))}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(page.content)

    def log_message(self, *words: object) -> None:
        """Nothing: what a browser could not get, it says itself."""


@pytest.fixture(scope="session")
def shelf() -> Iterator[Shelf]:
    with Shelf() as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()
