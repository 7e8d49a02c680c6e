"""Everything is configured from the environment, and a public site refuses what is insecure."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
READS = re.compile(
    r"""(?:env\.(?:text|flag|number|words|day)|os\.environ\.get)\(\s*["']([A-Z_]+)["']"""
)
PUBLIC = {
    "PRODUCTION": "1",
    "SECRET_KEY": "k3y" * 20 + "AbCdEfGh",
    "SITE_URL": "https://dagdeel.example",
    "ALLOWED_HOSTS": "dagdeel.example",
    "EMAIL_URL": "submission://user:password@mail.example:587",
}


def _check(**environment):
    """`manage.py check --deploy` in an environment of its own."""
    kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    return subprocess.run(
        [sys.executable, "-W", "error", "manage.py", "check", "--deploy", "--fail-level=WARNING"],
        cwd=ROOT,
        env={**kept, "STATE_DIR": str(settings.STATE_DIR), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_example_names_every_setting():
    sources = [*(ROOT / "portal").rglob("*.py"), ROOT / "gunicorn.conf.py"]
    read = {name for path in sources for name in READS.findall(path.read_text(encoding="utf-8"))}
    example = (ROOT / ".env.example").read_text(encoding="utf-8")

    assert read == set(re.findall(r"^#?([A-Z_]+)=", example, re.MULTILINE))


def test_public_site_has_no_warning():
    outcome = _check(**PUBLIC)

    assert (outcome.returncode, outcome.stderr) == (0, "")


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("SECRET_KEY", "short", "SECRET_KEY"),
        ("SECRET_KEY", "", "SECRET_KEY"),
        ("ALLOWED_HOSTS", "*", "ALLOWED_HOSTS"),
        ("ALLOWED_HOSTS", "", "ALLOWED_HOSTS"),
        ("SITE_URL", "http://dagdeel.example", "SITE_URL"),
        ("EMAIL_URL", "", "EMAIL_URL"),
        ("EMAIL_URL", "dummy://", "EMAIL_URL"),
        ("EMAIL_URL", "post://mail.example", "EMAIL_URL"),
        ("DEMO", "1", "DEMO"),
        ("DEBUG", "1", "DEBUG"),
        ("STAFF_SECOND_FACTOR", "0", "STAFF_SECOND_FACTOR"),
        ("PRODUCTION", "maybe", "PRODUCTION"),
        ("LOG_FORMAT", "xml", "LOG_FORMAT"),
        ("ANYMAIL_PROVIDER", "postmark", "ANYMAIL_WEBHOOK_SECRET"),
    ],
)
def test_public_site_refuses(name, value, word):
    outcome = _check(**{**PUBLIC, name: value})

    assert outcome.returncode != 0
    assert f"ImproperlyConfigured: {word}" in outcome.stderr
