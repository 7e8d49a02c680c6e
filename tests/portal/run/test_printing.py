import io
import json
from datetime import datetime

from honcho.printer import Message

from portal.run.supervisor import JsonPrinter

NOON = datetime(2027, 1, 15, 12, 0)  # noqa: DTZ001 - as honcho tells it


def _said(data, name="web"):
    printer = JsonPrinter(io.StringIO())
    printer.write(Message("line", data, NOON, name, None))
    return [json.loads(line) for line in printer.output.getvalue().splitlines()]


def test_event_is_passed_on():
    assert _said(b'{"at": "now", "message": "request"}\n') == [{"at": "now", "message": "request"}]


def test_other_line_becomes_an_event():
    (event,) = _said("web started (pid=7)\n", name="system")

    assert event.pop("at").startswith("2027-01-15T12:00:00")
    assert event == {"level": "info", "logger": "run.system", "message": "web started (pid=7)"}


def test_every_line_is_an_event():
    assert [event["message"] for event in _said("one\ntwo\n")] == ["one", "two"]
