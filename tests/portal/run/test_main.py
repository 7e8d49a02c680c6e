import socket

import pytest

from portal.run import __main__ as run


def test_second_start_says_where_the_first_is(tmp_path):
    with (
        run._only_one(tmp_path, "http://127.0.0.1:8000/"),
        pytest.raises(SystemExit, match=r"Already running: http://127\.0\.0\.1:8000/"),
    ):
        run._only_one(tmp_path, "http://127.0.0.1:8000/")

    run._only_one(tmp_path, "http://127.0.0.1:8000/").close()


def test_taken_port_is_named_with_a_way_out():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        with pytest.raises(SystemExit, match=f"PORT={port + 1} make run"):
            run._check_port("127.0.0.1", port)


def test_address_of_another_machine_is_refused():
    with pytest.raises(SystemExit, match=r"Cannot listen on 192\.0\.2\.1:8000"):
        run._check_port("192.0.2.1", 8000)


def test_own_broker_unless_another_is_named(tmp_path, monkeypatch):
    monkeypatch.delenv("REDIS_URL")

    assert list(run.commands(tmp_path)) == ["broker", "web", "worker", "beat"]

    monkeypatch.setenv("REDIS_URL", "redis://elsewhere:6379/0")
    assert list(run.commands(tmp_path)) == ["web", "worker", "beat"]
