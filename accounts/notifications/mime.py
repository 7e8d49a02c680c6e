"""A mail as the bytes that travel: RFC 5322 lines, in seven bits, or in eight where the server takes
them (RFC 2045, 2047, 6152).

Put together by hand, for the email package takes longer over it than the mail server does. A test
reads these bytes with that package and compares them with a message of Django's.
"""

from base64 import b64encode
from binascii import b2a_qp
from collections.abc import Iterator
from email.policy import SMTP
from email.utils import formatdate, parseaddr
from functools import lru_cache
from time import time
from typing import Final

from django.conf import settings
from django.core.mail import BadHeaderError
from django.core.mail.message import sanitize_address

from accounts.models import Mail
from accounts.notifications.message import appointments_of, headers_of

WORD: Final = 39
"""Bytes in an encoded word: wrapped, and behind the name of its header, it is below 76 characters."""

LONGEST: Final = 998  # RFC 5322, 2.1.1


def bytes_of(mail: Mail, *, wide: bool = False) -> bytes:
    """The whole mail, lines ended by CRLF; its text is `wide` in eight bits, else in seven.

    Raises BadHeaderError for a header of two lines.
    """
    body = _body(mail, wide=wide)
    appointments = appointments_of(mail)
    if appointments:
        files = [part.as_bytes(policy=SMTP) for part in appointments]
        body = _multipart("mixed", mail, [body, *files], wide=wide)
    whole = "".join(_headers(mail)).encode("ascii") + b"MIME-Version: 1.0\r\n" + body
    return whole if whole.endswith(b"\r\n") else whole + b"\r\n"


def sender() -> str:
    """The address that bounces go to."""
    return _address_of(settings.DEFAULT_FROM_EMAIL)


def address(mail: Mail) -> str:
    """Where the mail goes, in ASCII. Raises what Django raises for what is no address."""
    to = mail.to_address
    if to.isascii() and "\n" not in to and "\r" not in to and "<" not in to and " " not in to:
        return to
    return sanitize_address(to, "utf-8")


def _headers(mail: Mail) -> Iterator[str]:
    yield f"Subject: {_subject(mail.subject)}\r\n"
    yield f"From: {_from(settings.DEFAULT_FROM_EMAIL)}\r\n"
    yield f"To: {address(mail)}\r\n"
    yield f"Date: {_date(int(time()))}\r\n"
    for name, value in headers_of(mail).items():
        if "\n" in value or "\r" in value:
            raise BadHeaderError(f"Header {name} is of two lines")
        yield f"{name}: {value}\r\n"


@lru_cache(maxsize=8)
def _from(address: str) -> str:
    return sanitize_address(address, "utf-8")


@lru_cache(maxsize=8)
def _address_of(sender: str) -> str:
    return parseaddr(_from(sender))[1]


@lru_cache(maxsize=1)
def _date(second: int) -> str:
    return formatdate(second)


def _subject(subject: str) -> str:
    """As it is where it is short ASCII, else in encoded words (RFC 2047)."""
    if "\n" in subject or "\r" in subject:
        raise BadHeaderError("Header values can't contain newlines")
    if subject.isascii() and subject.isprintable() and len(subject) <= 60 and "=?" not in subject:
        return subject
    return "\r\n ".join(
        f"=?utf-8?b?{b64encode(word.encode()).decode()}?=" for word in _words(subject)
    )


def _words(text: str) -> Iterator[str]:
    """Parts of so many bytes that no character is cut in two."""
    word, size = "", 0
    for character in text:
        width = len(character.encode())
        if size + width > WORD:
            yield word
            word, size = "", 0
        word, size = word + character, size + width
    yield word


def _body(mail: Mail, *, wide: bool) -> bytes:
    name = _name(mail).encode("ascii")
    text = _part("plain", _as_it_is(mail.words.text, name) if wide else _quoted(mail.words.text))
    if not mail.words.html:
        return text
    html = _part("html", _referred(mail.words.html, name))
    return _multipart("alternative", mail, [text, html], wide=wide)


def _part(subtype: str, encoded: tuple[str, bytes]) -> bytes:
    encoding, content = encoded
    head = (
        f'Content-Type: text/{subtype}; charset="utf-8"\r\n'
        f"Content-Transfer-Encoding: {encoding}\r\n\r\n"
    )
    return head.encode("ascii") + content


def _quoted(text: str) -> tuple[str, bytes]:
    """Quoted-printable, which hides no word from who looks at it and has no long lines."""
    quoted = b2a_qp(_lines(text).encode(), istext=True)
    return "quoted-printable", quoted.replace(b"\n", b"\r\n")


def _as_it_is(text: str, name: bytes) -> tuple[str, bytes]:
    """Long lines, and one like our own, are quoted."""
    content = _lines(text).encode()
    if name in content or b"\0" in content or _is_long(content):
        return _quoted(text)
    return "8bit", content.replace(b"\n", b"\r\n")


def _referred(html: str, name: bytes) -> tuple[str, bytes]:
    """HTML can say every character in ASCII; long lines, and one like our own, are quoted."""
    content = _lines(html).encode("ascii", "xmlcharrefreplace")
    if name in content or _is_long(content):
        return _quoted(html)
    return "7bit", content.replace(b"\n", b"\r\n")


def _is_long(content: bytes) -> bool:
    """Whether a line is longer than may be: from each beginning the last end within reach."""
    begin = 0
    while len(content) - begin > LONGEST:
        begin = content.rfind(b"\n", begin, begin + LONGEST + 1) + 1
        if not begin:
            return True
    return False


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _multipart(subtype: str, mail: Mail, parts: list[bytes], *, wide: bool) -> bytes:
    """Parts between lines that no part holds: quoted-printable has no "=_" (RFC 2045, 6.7)."""
    line = f"=_{subtype}_{_name(mail)}".encode("ascii")
    encoding = "Content-Transfer-Encoding: 8bit\r\n" if wide else ""
    head = f'{encoding}Content-Type: multipart/{subtype};\r\n boundary="{line.decode()}"\r\n\r\n'
    body = b"".join(b"--" + line + b"\r\n" + part + b"\r\n" for part in parts)
    return head.encode("ascii") + body + b"--" + line + b"--\r\n"


def _name(mail: Mail) -> str:
    """What is this mail's alone: the first half of its Message-ID."""
    return mail.message_id.partition("@")[0]
