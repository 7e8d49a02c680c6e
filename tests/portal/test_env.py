import os
from datetime import date

import pytest
from django.core.exceptions import ImproperlyConfigured

from portal import env


@pytest.mark.parametrize(
    ("written", "meant"), [("1", True), ("Yes", True), ("off", False), ("0", False)]
)
def test_flag_reads_words_for_yes_and_no(monkeypatch, written, meant):
    monkeypatch.setenv("LAMP", written)

    assert env.flag("LAMP", default=not meant) is meant


@pytest.mark.parametrize(
    "read",
    [
        lambda: env.flag("LAMP", default=True),
        lambda: env.number("LAMP", 1),
        lambda: env.day("LAMP"),
    ],
)
def test_nonsense_is_refused_with_the_name(monkeypatch, read):
    monkeypatch.setenv("LAMP", "perhaps")

    with pytest.raises(ImproperlyConfigured, match="LAMP='perhaps'"):
        read()


def test_nothing_after_the_sign_is_not_set(monkeypatch):
    monkeypatch.setenv("LAMP", " ")

    assert (env.text("LAMP", "oil"), env.number("LAMP", 3)) == ("oil", 3)
    assert env.flag("LAMP", default=True) is True


def test_words_leaves_out_empty_ones(monkeypatch):
    monkeypatch.setenv("HOSTS", "a.nl, ,b.nl,")

    assert env.words("HOSTS") == ["a.nl", "b.nl"]


def test_file_does_not_overrule_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("LAMP", "oil")
    monkeypatch.setenv("WICK", "")
    monkeypatch.delenv("WICK")
    page = tmp_path / ".env"
    page.write_text("# a comment=no\nLAMP=gas\nWICK = 'cotton'\nnothing here\n")

    env.load_file(page)

    assert (os.environ["LAMP"], os.environ["WICK"]) == ("oil", "cotton")


def test_file_that_is_not_there_changes_nothing(tmp_path):
    before = dict(os.environ)

    env.load_file(tmp_path / ".env")

    assert dict(os.environ) == before


def test_day_is_a_date_or_nothing(monkeypatch):
    monkeypatch.setenv("LAMP", "2027-03-01")

    assert (env.day("LAMP"), env.day("WICK")) == (date(2027, 3, 1), None)
