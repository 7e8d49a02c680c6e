"""Every page, for everybody and in both languages, is whole, says its own title, and is valid HTML."""

import re

import pytest
from django.db import connection

from tests import nu
from tests.house.pages import LANGUAGES, Everyone, Read, everyone, site  # noqa: F401

INLINE = re.compile(r"<style\b|\sstyle=\"|\son[a-z]+=\"|<script(?![^>]*(?:\ssrc=|json))")
TOKEN = re.compile(rb'(csrfmiddlewaretoken" value="|"X-CSRFToken": ")[^"]*')


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_whole_and_valid(everyone: Everyone, language: str) -> None:  # noqa: F811
    wrong, contents = {}, {}
    for person, answers in everyone.items():
        titles: dict[str, str] = {}
        for url, page in ((url, answer) for url, answer in answers.items() if answer.is_page):
            other = titles.setdefault(_title(page), url)
            same = [f"title as {other}: {_title(page)}"] if other != url else []
            if faults := _faults(page, language) + same:
                wrong[f"{person} {url}"] = faults
            contents.setdefault(TOKEN.sub(rb"\1", page.content), f"{person} {url}")

    assert wrong == {}
    if connection.vendor == "sqlite":  # what is valid there is valid on each
        assert nu.errors_of({url: content for content, url in contents.items()}) == {}


def _faults(page: Read, language: str) -> list[str]:
    html = page.content.decode()
    policy = page.headers.get("Content-Security-Policy", "")
    checks = {
        "not one h1": html.count("<h1") == 1,
        "no title": bool(_title(page)),
        f"not in {language}": f'<html lang="{language}"' in html,
        "inline style or script": not INLINE.search(html),
        "no strict policy": "script-src 'self'" in policy and "unsafe" not in policy,
    }
    return [fault for fault, holds in checks.items() if not holds]


def _title(page: Read) -> str:
    found = re.search(r"<title>(.*?)</title>", page.content.decode(), re.DOTALL)
    return " ".join(found[1].split()) if found else ""
