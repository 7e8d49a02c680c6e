import logging
import re

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from portal.kit import origin
from portal.kit.requests import RequestIdMiddleware


@pytest.fixture(autouse=True)
def _nobodys_work():
    yield
    origin.forget()


def test_answer_names_the_request(client, db):
    assert re.fullmatch(r"[0-9a-f]{32}", client.get("/").headers["X-Request-ID"])


@pytest.mark.parametrize(
    "given", ["4bf92f3577b34da6a3ce929d0e0e4736", "7D9F2C1E-3B7A-4C55-9E0A-6B1D2F3A4B5C"]
)
def test_id_of_a_proxy_is_kept(client, db, given):
    answer = client.get("/", headers={"x-request-id": given})

    assert answer.headers["X-Request-ID"] == given


@pytest.mark.parametrize(
    "given", ["anna@example.org", "Anna-de-Wit-Kerkstraat", "ab", "a" * 65, ""]
)
def test_id_in_which_something_can_be_written_is_not_kept(client, db, given):
    answer = client.get("/", headers={"x-request-id": given})

    assert answer.headers["X-Request-ID"] != given


def test_line_tells_the_route_and_no_address(client, db, caplog):
    caplog.set_level(logging.INFO, logger="portal.done")

    client.get("/afmelden/some-token/?anna@example.org")
    client.get("/no/such/Anna/")

    told = [record.facts for record in caplog.records if record.name == "portal.done"]
    assert [(fact["method"], fact["route"], fact["status"]) for fact in told] == [
        ("GET", "/afmelden/<str:token>/", 404),
        ("GET", "none", 404),
    ]


def test_method_that_nobody_knows_is_not_told(caplog):
    caplog.set_level(logging.INFO, logger="portal.done")

    RequestIdMiddleware(lambda request: HttpResponse())(RequestFactory().generic("ANNA", "/"))

    assert caplog.records[-1].facts["method"] == "other"
