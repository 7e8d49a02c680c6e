import json
import logging
import sys

import pytest
from django.db import IntegrityError, transaction

from accounts.models import User
from portal.kit import origin
from portal.kit.logs import JsonLine, PlainLine, configuration
from tests import factories


@pytest.fixture(autouse=True)
def _nobodys_work():
    origin.forget()
    yield
    origin.forget()


def _record(message, *args, name="portal.kit", error=None, **extra):
    record = logging.LogRecord(name, logging.WARNING, __file__, 1, message, args or None, error)
    record.__dict__.update(extra)
    return record


def _told(message, *args, **how):
    return json.loads(JsonLine().format(_record(message, *args, **how)))


def _raised(raises):
    try:
        raises()
    except Exception:
        return sys.exc_info()
    raise AssertionError("nothing was raised")


def _refused(digits="0612345678"):
    raise ValueError(f"{digits} is not a phone number")


def test_event_is_one_object():
    origin.request_id.set("4bf92f3577b34da6a3ce929d0e0e4736")

    told = _told("poke %s not delivered", "accounts.deliver_mail", facts={"ms": 12})

    assert told.pop("at").endswith("+00:00")
    assert told == {
        "level": "warning",
        "logger": "portal.kit",
        "message": "poke accounts.deliver_mail not delivered",
        "request_id": "4bf92f3577b34da6a3ce929d0e0e4736",
        "ms": 12,
    }


def test_event_is_one_line_for_people():
    origin.task_name.set("accounts.deliver_mail")

    line = PlainLine().format(_record("mail %s failed", 7))

    assert line.endswith(" warning portal.kit mail 7 failed task=accounts.deliver_mail")


def test_address_is_blotted_out_of_our_own_words():
    assert _told("mail to %s failed", "anna.de-wit+school@mail.example.org")["message"] == (
        "mail to <address> failed"
    )


@pytest.mark.parametrize(
    ("message", "args", "told"),
    [
        (
            "Invalid address: %s after %d tries",
            ("Kerkstraat 1", 3),
            "Invalid address: … after 3 tries",
        ),
        ("Could not: %s", (ValueError("Anna"),), "Could not: ValueError"),
        (
            "Task %(name)s[%(id)s] raised: %(exc)s",
            ({"name": "accounts.x", "id": "1", "exc": "Anna"},),
            "Task accounts.x[1] raised: …",
        ),
        ("%d things", ("Anna",), "%d things"),
        (ValueError("Anna"), (), "ValueError"),
        ("100 % sure", (), "100 % sure"),
    ],
)
def test_of_the_words_of_packages_only_the_sentence_stays(message, args, told):
    assert _told(message, *args, name="package.inside")["message"] == told


def test_address_that_is_not_found_is_not_told():
    told = _told("%s: %s", "Not Found", "/x/Anna/", name="django.request", status_code=404)

    assert told["message"] == "Not Found"


@pytest.mark.parametrize("form", [JsonLine, PlainLine])
def test_error_keeps_its_class_and_place_only(form):
    line = form().format(_record("oops", error=_raised(_refused)))

    assert "0612345678" not in line
    assert "ValueError" in line
    assert "tests/portal/kit/test_logs.py:" in line


def test_error_under_an_error_is_told_alike():
    def refuse():
        try:
            _refused()
        except ValueError as error:
            raise LookupError("Anna") from error

    assert _told("oops", error=_raised(refuse))["error"] == "LookupError < ValueError"


def test_error_that_came_up_through_many_pages_is_told_once():
    def refuse(depth):
        try:
            if not depth:
                _refused()
            refuse(depth - 1)
        except ValueError as error:
            raise ValueError("again") from error

    assert _told("oops", error=_raised(lambda: refuse(20)))["error"] == "ValueError"


@pytest.mark.django_db
def test_row_that_a_database_refuses_is_not_quoted():
    factories.UserFactory(email="anna@example.org")

    def twice():
        with transaction.atomic():
            User.objects.create(email="anna@example.org", name="Anna de Wit")

    told = _told("oops", error=_raised(twice))

    assert told["error"].startswith(f"django.db.utils.{IntegrityError.__name__}")
    assert "anna" not in json.dumps(told).lower()


def test_while_one_writes_code_errors_keep_their_words():
    line = PlainLine(whole=True).format(_record("oops", error=_raised(_refused)))

    assert "0612345678 is not a phone number" in line


def test_work_that_is_done_is_told_to_machines():
    assert configuration("json", "INFO")["loggers"]["portal.done"] == {}
    assert configuration("line", "INFO")["loggers"]["portal.done"] == {"level": "WARNING"}
