import stat
from pathlib import Path

import pytest
from celery import Celery
from kombu.exceptions import OperationalError

from portal.run import broker


def test_socket_stands_in_the_state_folder(tmp_path):
    assert broker.url_of(Path("/srv/dag deel")) == "unix:///srv/dag%20deel/valkey.sock?db=0"


def test_long_path_gets_a_short_socket():
    deep = Path("/srv") / ("deep/" * 30)

    path = broker.socket_path(deep)

    assert len(str(path)) <= broker.LONGEST_SOCKET_PATH
    assert broker.socket_path(deep) == path


def test_celery_has_its_own_spelling():
    assert (
        broker.url_for_celery("unix:///srv/valkey.sock?db=0")
        == "redis+socket:///srv/valkey.sock?virtual_host=0"
    )
    assert broker.url_for_celery("redis://host:6379/1") == "redis://host:6379/1"


def test_only_the_owner_reaches_the_socket(valkey_url):
    folder = Path(valkey_url.removeprefix("unix://").replace("%20", " ").partition("?")[0])

    assert stat.S_IMODE(folder.stat().st_mode) & 0o077 == 0


def test_folder_of_somebody_else_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("os.getuid", lambda: 12345)

    with pytest.raises(SystemExit, match="belongs to somebody else"):
        broker.command(tmp_path)


def test_celery_queues_through_the_socket(valkey_url):
    app = Celery(broker=broker.url_for_celery(valkey_url), set_as_current=False)

    app.send_task("portal.note_pulse", queue="house", ignore_result=True)

    with app.connection_for_read() as connection:
        message = connection.default_channel.basic_get("house", no_ack=True)
        assert message.headers["task"] == "portal.note_pulse"


def test_celery_says_at_once_that_there_is_no_broker(tmp_path):
    app = Celery(broker=broker.url_for_celery(broker.url_of(tmp_path)), set_as_current=False)

    with pytest.raises(OperationalError):
        app.send_task("portal.note_pulse", retry=False, ignore_result=True)
