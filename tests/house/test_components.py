"""Every component says in its first lines what it takes, and is to be seen in the gallery."""

import re
from pathlib import Path

from django.conf import settings

FOLDER = Path(settings.BASE_DIR) / "templates" / "components"
NAMES = {path.name for path in FOLDER.iterdir()}
HEADER = r"\{{# components/{name} — [^#]*\b(?:[Pp]arameters: |[Rr]eads )[^#]+#\}}"


def test_each_says_what_it_takes():
    silent = {
        path.name
        for path in FOLDER.iterdir()
        if not re.search(
            HEADER.format(name=re.escape(path.name)),
            "".join(path.read_text(encoding="utf-8").splitlines()[:3]),
        )
    }

    assert silent == set()


def test_each_is_shown_in_the_gallery(client, db):
    used = {template.name for template in client.get("/ui/").templates if template.name}

    assert (
        NAMES - {name.rpartition("/")[2] for name in used if name.startswith("components/")}
        == set()
    )
