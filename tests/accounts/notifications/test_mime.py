"""The bytes that travel, read by the email package and compared with a message of Django's."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from html import unescape
from typing import Any

import pytest
from django.core.mail import BadHeaderError
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import Mail, MailWords
from accounts.notifications import mime
from accounts.notifications.message import message_of

CALENDAR = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Kennis·maken\r\nEND:VCALENDAR\r\n"
LONG = "<p>" + "x" * 5000 + "</p>"


def mail_of(**fields: Any) -> Mail:
    given = {
        "to_address": "zoe@example.org",
        "subject": "Gastdocent lassen, Deltion College",
        "text": "Hallo Zoë,\n\n✓ Past bij jou: € 716 – € 1.060.\n-- \nDagdeel\n",
        "html": '<!DOCTYPE html>\n<p style="color:#0e5c48">Hallo Zoë ✓</p>\n',
        "language": "nl",
        "message_id": "0123456789abcdef0123456789abcdef@dagdeel.example",
        "unsubscribe_url": "https://dagdeel.example/afmelden/WzE0LFsibWF0Y2giXV0:abc-_/",
    }
    given |= fields
    words = {name: given.pop(name) for name in ("text", "html", "calendars") if name in given}
    return MailWords(mail=Mail(**given), **words).mail


def read(content: bytes) -> EmailMessage:
    message = message_from_bytes(content, policy=default)
    assert [part.defects for part in message.walk()] == [[] for _part in message.walk()]
    return message


def parts_of(message: EmailMessage) -> list[tuple[str, str]]:
    """HTML by what it says: a character may be there by its number."""
    parts = []
    for part in message.walk():
        if not part.is_multipart():
            content = part.get_content().replace("\r\n", "\n").rstrip("\n")
            is_html = part.get_content_subtype() == "html"
            parts.append((part.get_content_type(), unescape(content) if is_html else content))
    return parts


def headers_of(message: EmailMessage) -> dict[str, str]:
    """All but those of the body; that of the date is of now. Django's fold leaves a space."""
    free = {"date", "content-type", "content-transfer-encoding"}
    return {
        key: str(value).strip() for key, value in message.items() if key.lower() not in free
    } | {"Date": str("Date" in message)}


MAILS = {
    "usual": {},
    "long subject in ASCII": {"subject": "A vacancy " * 19},
    "subject in Dutch": {"subject": "Één docent “lassen” – Coöperatie Zoë, en nog 2 " * 4},
    "no subject": {"subject": ""},
    "long lines": {"html": LONG, "text": "y" * 3000 + "\n"},
    "lines of dots and spaces": {"text": ".\n..\n.a\n \n\t\nend \n=\n=3D\n"},
    "text alone": {"html": "", "unsubscribe_url": ""},
    "with an appointment": {"calendars": [CALENDAR]},
    "with appointments, text alone": {"calendars": [CALENDAR, CALENDAR], "html": ""},
    "another script": {"subject": "日本語 🌷 " * 12, "text": "日本語 🌷\n"},
    "domain in another script": {"to_address": "zoe@exämple.org"},
}


@pytest.mark.parametrize("wide", [True, False], ids=["eight bits", "seven bits"])
@pytest.mark.parametrize("name", MAILS)
def test_the_bytes_say_what_a_message_of_django_says(name, wide):
    mail = mail_of(**MAILS[name])

    ours = read(mime.bytes_of(mail, wide=wide))

    theirs = read(message_of(mail).message().as_bytes(linesep="\r\n"))
    assert headers_of(ours) == headers_of(theirs)
    assert parts_of(ours) == parts_of(theirs)
    assert [part.get_content_type() for part in ours.walk()] == [
        part.get_content_type() for part in theirs.walk()
    ]
    assert ours.get_content_type() == theirs.get_content_type()


@pytest.mark.parametrize("wide", [True, False], ids=["eight bits", "seven bits"])
@pytest.mark.parametrize("name", MAILS)
def test_every_line_is_short_and_as_wide_as_may_be(name, wide):
    content = mime.bytes_of(mail_of(**MAILS[name]), wide=wide)

    assert wide or content.isascii()
    assert content.endswith(b"\r\n")
    lines = content.split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(len(line) for line in lines) <= 998
    head = lines[: lines.index(b"")]
    assert max(len(line) for line in head if not line.startswith(b"List-")) <= 78


def test_an_appointment_keeps_its_method_and_its_name():
    message = read(mime.bytes_of(mail_of(calendars=[CALENDAR], language="en")))

    part = next(one for one in message.walk() if one.get_content_type() == "text/calendar")
    assert part["Content-Type"].params["method"] == "REQUEST"
    assert part.get_filename() == "appointment-1.ics"


def test_a_subject_that_looks_encoded_is_taken_by_its_letters():
    message = read(mime.bytes_of(mail_of(subject="=?utf-8?b?eA==?=")))

    assert message["Subject"] == "=?utf-8?b?eA==?="


@pytest.mark.parametrize(
    "fields",
    [
        {"subject": "One\nBcc: all@example.org"},
        {"subject": "One\rtwo"},
        {"unsubscribe_url": "https://x.example/\r\nBcc: all@example.org"},
        {"message_id": "a@b>\r\nBcc: all@example.org"},
    ],
)
def test_a_header_of_two_lines_is_refused(fields):
    with pytest.raises(BadHeaderError):
        mime.bytes_of(mail_of(**fields))


@pytest.mark.parametrize(
    "address", ["a@example.org\r\nRCPT TO:<b@example.org>", "a@example.org>\nBcc: b@example.org"]
)
def test_an_address_of_two_lines_is_refused(address):
    with pytest.raises(ValueError):  # noqa: PT011
        mime.bytes_of(mail_of(to_address=address))


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200))
def test_any_subject_comes_back(subject):
    message = read(mime.bytes_of(mail_of(subject=subject)))

    assert str(message["Subject"]) == subject or subject != subject.strip()


@given(
    st.text(
        st.characters(
            exclude_categories=("Cs",), exclude_characters="\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
        )
    )
)
def test_any_text_comes_back(text):
    message = read(mime.bytes_of(mail_of(text=text, html="")))

    assert message.get_payload(decode=True).decode().replace("\r\n", "\n").rstrip("\n") == (
        text.rstrip("\n")
    )
