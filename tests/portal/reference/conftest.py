import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings

Rewrite = Callable[[str, str, str], None]


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A copy of the real files, with fewer places."""
    for app in ("accounts", "vacancies"):
        folder = tmp_path / app / "reference"
        folder.mkdir(parents=True)
        for path in (settings.BASE_DIR / app / "reference").glob("*.csv"):
            shutil.copy(path, folder / path.name)
    places = tmp_path / "accounts" / "reference" / "places.csv"
    wanted = ("code,", "zwolle,", "groningen,")
    lines = [x for x in places.read_text("utf-8").splitlines() if x.startswith(wanted)]
    places.write_text("\n".join(lines) + "\n", "utf-8")
    schools = tmp_path / "accounts" / "reference" / "institutions.csv"
    wanted = ("code,", "deltion-college,", "alfa-college,")
    lines = [x for x in schools.read_text("utf-8").splitlines() if x.startswith(wanted)]
    schools.write_text("\n".join(lines) + "\n", "utf-8")
    _keep_places(tmp_path / "vacancies" / "reference", "windesheim-", "zij-instroom", "pdc")
    return tmp_path


def _keep_places(folder: Path, *wanted: str) -> None:
    """Only what is in Zwolle, or nowhere."""
    for path in folder.glob("course*.csv"):
        head, *lines = path.read_text("utf-8").splitlines()
        lines = [x for x in lines if x.startswith(wanted)]
        path.write_text("\n".join([head, *lines]) + "\n", "utf-8")


@pytest.fixture
def rewrite(files: Path) -> Rewrite:
    """Replace words in a file, which must be there."""

    def change(name: str, before: str, after: str) -> None:
        path = files / name
        text = path.read_text("utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), "utf-8")

    return change
