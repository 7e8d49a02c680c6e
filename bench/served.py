"""The site as the public gets it, on the demo, for as long as a benchmark looks at it."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
HOST: Final = "127.0.0.1"
QUIET: Final[dict[str, Any]] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
WARM: Final = ("/", "/vacatures/", "/mag-ik-voor-de-klas/", "/account/login/code/")


@contextmanager
def site(folder: str) -> Iterator[str]:
    """The web process of `make run` and its broker, seeded where it is new; answers with the address.

    No debug, files with hashed names and compressed ahead. One thing is not as in public: it
    speaks HTTP, as it does behind its proxy. Django is set up in this process afterwards.
    """
    state = _environment(folder)
    sys.path.insert(0, str(ROOT))
    from portal.run.__main__ import commands

    known = commands(state)
    running = [subprocess.Popen(known["broker"], cwd=ROOT, **QUIET)]
    try:
        prepare = [sys.executable, "manage.py", "prepare"]
        subprocess.run(prepare, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        web = {**os.environ, "DEMO": "0"}  # only its sign-ins and its banner
        running.append(subprocess.Popen(known["web"], cwd=ROOT, env=web))
        import django

        django.setup()
        base = f"http://{HOST}:{os.environ['PORT']}"
        _warm(base)
        yield base
    finally:
        for process in reversed(running):
            process.terminate()
            process.wait(10)


def session_of(email: str) -> str:
    """The key of a session in which this person is signed in."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from accounts.models import User

    user = User.objects.get(email=email)
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return str(session.session_key)


def _environment(folder: str) -> Path:
    state = Path(folder).resolve()
    state.mkdir(mode=0o700, parents=True, exist_ok=True)
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = str(probe.getsockname()[1])
    for name in ("DATABASE_URL", "REDIS_URL", "SITE_URL", "ALLOWED_HOSTS", "HOST"):
        os.environ.pop(name, None)
    os.environ.update(STATE_DIR=str(state), PORT=port, PRODUCTION="0", DEBUG="0", DEMO="1")
    os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings"
    return state


def _warm(base: str) -> None:
    """Until it answers, and each worker has read its templates."""
    until = time.monotonic() + 30
    for path in ("/health/live", *(WARM * 8)):
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(base + path, timeout=10).read()
            except urllib.error.URLError:
                time.sleep(0.2)
            else:
                break
