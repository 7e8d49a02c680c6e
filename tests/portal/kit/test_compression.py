import gzip

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from portal.kit.compression import TextGZipMiddleware

LONG = b"<p>dinsdagmiddag</p>" * 100


def through(content_type):
    request = RequestFactory().get("/", headers={"accept-encoding": "gzip"})
    answer = HttpResponse(LONG, content_type=content_type)
    return TextGZipMiddleware(lambda _request: answer)(request)


@pytest.mark.parametrize("content_type", ["text/html; charset=utf-8", "application/json"])
def test_text_travels_compressed(content_type):
    answer = through(content_type)

    assert answer["Content-Encoding"] == "gzip"
    assert len(answer.content) < len(LONG) / 4
    assert gzip.decompress(answer.content) == LONG


@pytest.mark.parametrize("content_type", ["image/png", "application/pdf"])
def test_what_is_compressed_already_is_left_alone(content_type):
    answer = through(content_type)

    assert "Content-Encoding" not in answer
    assert answer.content == LONG


def test_a_reader_that_knows_no_gzip_gets_the_page_as_it_is(client, db):
    assert "Content-Encoding" not in client.get("/vacatures/")


def test_a_page_says_that_it_differs_by_encoding(client, db):
    answer = client.get("/vacatures/", headers={"accept-encoding": "gzip"})

    assert answer["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer["Vary"]
