from datetime import timedelta
from importlib import import_module

import pytest

from bench.faults.apps import WAITS, _hurry, _shorter


@pytest.mark.parametrize(
    ("wait", "shorter"),
    [
        (240, 2),
        (10, 1),
        (timedelta(minutes=5), timedelta(seconds=3)),
        (
            (timedelta(minutes=1), timedelta(hours=1)),
            (timedelta(seconds=0.6), timedelta(seconds=36)),
        ),
    ],
)
def test_waits_are_shortened_but_never_to_nothing(wait, shorter):
    assert _shorter(wait, 100) == shorter


def test_a_wait_that_is_gone_is_told():
    with pytest.raises(AttributeError):
        _hurry(timedelta, "no_such_wait", 100)


def test_every_wait_that_is_shortened_exists():
    missing = [
        (module, name)
        for module, names in WAITS.items()
        for name in names
        if not hasattr(import_module(module), name)
    ]

    assert missing == []
