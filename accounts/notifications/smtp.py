"""Django's SMTP backend, with a shorter way for our own mails: bytes in, the server's receipt out.

Where the server allows it (RFC 2920), sender, recipient and DATA of the next mail go in one write
with the end of this one.
"""

from collections.abc import Callable
from contextlib import suppress
from smtplib import SMTP, SMTP_SSL, SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused
from socket import IPPROTO_TCP, TCP_NODELAY
from typing import Any, cast

from django.core.mail.backends import smtp

from accounts.models import Mail
from accounts.notifications import mime

Answer = tuple[int, bytes]
Envelope = tuple[str, str]
"""Sender and recipient."""


class HandsOver:
    """A conversation about one mail in two steps; afterwards the line is ready for the next one."""

    is_within = False
    """Whether a mail is on its way that has no end yet: without an end it is no mail."""
    asked: Envelope | None = None
    """The envelope that went with the end of the mail before, and has no answers yet."""

    @property
    def is_wide(self: Any) -> bool:
        """Whether the server takes eight bits (RFC 6152)."""
        self.ehlo_or_helo_if_needed()
        return bool(self.has_extn("8bitmime"))

    def begin(self: Any, envelope: Envelope, content: bytes) -> None:
        """Sends all of a mail but its end. Raises the errors of smtplib when it is refused before."""
        sender_said, to_said, data_said = self._ask(envelope)
        if max(sender_said[0], to_said[0]) < 300 and data_said[0] == 354:
            self.is_within = True
            self.send(content.replace(b"\r\n.", b"\r\n.."))  # RFC 5321, 4.5.2
            return
        if data_said[0] == 354:
            data_said = self.docmd(".")
        self._leave(sender_said, to_said, data_said)
        if sender_said[0] >= 300:
            raise SMTPSenderRefused(sender_said[0], sender_said[1], envelope[0])
        if to_said[0] >= 300:
            raise SMTPRecipientsRefused({envelope[1]: to_said})
        raise SMTPDataError(*data_said)

    def end(self: Any, *, following: Envelope | None, meanwhile: Callable[[], None]) -> str:
        """The receipt of the server, for which one waits doing something else `meanwhile`."""
        self.asked = following if self.has_extn("pipelining") else None
        self.send(".\r\n" + ("".join(self._commands(self.asked)) if self.asked else ""))
        self.is_within = False
        meanwhile()
        answer = self.getreply()
        if answer[0] >= 300:
            self._leave(answer)
            raise SMTPDataError(*answer)
        return f"{answer[0]} {answer[1].decode('utf-8', 'replace')}"

    def _ask(self: Any, envelope: Envelope) -> list[Answer]:
        """The answers to these commands; without pipelining no more is asked after a refusal."""
        if self.has_extn("pipelining"):
            if self.asked is None:
                self.send("".join(self._commands(envelope)))
            self.asked = None
            return [self.getreply() for _command in range(3)]
        answers: list[Answer] = []
        for command in self._commands(envelope):
            refused = answers and answers[-1][0] >= 400
            answers.append((503, b"") if refused else self.docmd(command.removesuffix("\r\n")))
        return answers

    def _commands(self, envelope: Envelope) -> tuple[str, str, str]:
        sender, to = envelope
        wide = " BODY=8BITMIME" if self.is_wide else ""
        return f"MAIL FROM:<{sender}>{wide}\r\n", f"RCPT TO:<{to}>\r\n", "DATA\r\n"

    def _leave(self: Any, *answers: Answer) -> None:
        """Back to the start, or away where the server says that it goes."""
        if any(code == 421 for code, _words in answers):
            self.close()
        elif self.asked is None:
            self.docmd("RSET")


class PlainLine(HandsOver, SMTP):
    pass


class SafeLine(HandsOver, SMTP_SSL):
    pass


class EmailBackend(smtp.EmailBackend):
    @property
    def connection_class(self) -> type[SMTP]:
        return SafeLine if self.use_ssl else PlainLine

    def open(self) -> bool | None:
        """A line that broke is made anew; on it the end of a mail does not wait for the rest."""
        if self.connection is not None and self.connection.sock is None:
            self.connection = None
        is_new = super().open()
        if is_new and (line := self._line.sock):
            line.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)
        return is_new

    def close(self) -> None:
        """Without a word where nobody listens any more, or where it would be taken for a mail's."""
        if self.connection is not None and (self._line.is_within or self._line.asked):
            self._line.close()
        if self.connection is not None and self.connection.sock is None:
            self.connection = None
        super().close()

    @property
    def _line(self) -> PlainLine | SafeLine:
        return cast(PlainLine | SafeLine, self.connection)

    _ahead: tuple[Mail | None, bytes] = None, b""
    """A mail whose bytes were made before its turn."""

    def begin(self, mail: Mail) -> None:
        """Send all of a mail but its end over the open line."""
        ahead, content = self._ahead
        if ahead is not mail:  # the same row, claimed again, may say something else
            content = mime.bytes_of(mail, wide=self._line.is_wide)
        envelope = _envelope(mail)
        if self._line.asked not in (None, envelope):
            self.close()
            self.open()
        self._line.begin(envelope, content)

    def end(self, *, following: Mail | None = None) -> str:
        """End the mail that was begun; gives the server's receipt.

        While the server thinks, the bytes of the mail that follows are made.
        """
        envelope = None
        with suppress(Exception):  # whatever is wrong with it is said when it is its turn
            envelope = _envelope(following) if following else None
        return self._line.end(following=envelope, meanwhile=lambda: self._prepare(following))

    def _prepare(self, mail: Mail | None) -> None:
        self._ahead = None, b""
        with suppress(Exception):
            wide = self._line.is_wide
            self._ahead = mail, mime.bytes_of(mail, wide=wide) if mail else b""


def _envelope(mail: Mail) -> Envelope:
    return mime.sender(), mime.address(mail)
