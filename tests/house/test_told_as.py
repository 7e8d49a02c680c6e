"""Who is told something as a colleague is told so: the choices for that school count then."""

import ast
from pathlib import Path

from django.conf import settings

TELLING = {"NoticeRow", "notify"}
SCHOOL = {"institution", "institution_id"}
TO_PERSONS = {
    "accounts/credentials/notices.py",
    "accounts/news/actions.py",
    "accounts/notifications/alerts.py",
    "accounts/profiles/renewal.py",
    "portal/pages/mail_examples.py",
    "vacancies/matching/better.py",
    "vacancies/matching/told.py",
    "vacancies/selection/notices.py",
}
"""Here people are told as themselves: of own papers and matches, of news, of the desk's own work, in the gallery."""


def leaves_open_as_whom(path: Path) -> bool:
    """Whether somebody is told something here without a word about a school."""
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
            given = {keyword.arg for keyword in call.keywords}
            if call.func.id in TELLING and given and not given & SCHOOL:
                return True
    return False


def test_every_notice_says_whether_it_is_for_a_colleague():
    files = [
        path
        for app in ("accounts", "vacancies", "portal")
        for path in (settings.BASE_DIR / app).rglob("*.py")
        if "migrations" not in path.parts
    ]

    found = {
        str(path.relative_to(settings.BASE_DIR)) for path in files if leaves_open_as_whom(path)
    }

    assert found <= TO_PERSONS
