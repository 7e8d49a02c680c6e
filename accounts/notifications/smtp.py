"""Django's SMTP backend, with a shorter way for our own mails: bytes in, the server's receipt out.

Sender, recipient and DATA go in one write where the server allows it (RFC 2920).
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


class HandsOver:
    """A conversation about one mail in two steps; afterwards the line is ready for the next one."""

    is_within = False
    """Whether a mail is on its way that has no end yet: without an end it is no mail."""

    def begin(self: Any, sender: str, to: str, content: bytes) -> None:
        """Sends all of a mail but its end. Raises the errors of smtplib when it is refused before."""
        self.ehlo_or_helo_if_needed()
        commands = (f"MAIL FROM:<{sender}>", f"RCPT TO:<{to}>", "DATA")
        sender_said, to_said, data_said = self._ask(commands)
        if max(sender_said[0], to_said[0]) < 300 and data_said[0] == 354:
            self.is_within = True
            self.send(content.replace(b"\r\n.", b"\r\n.."))  # RFC 5321, 4.5.2
            return
        if data_said[0] == 354:
            data_said = self.docmd(".")
        self._leave(sender_said, to_said, data_said)
        if sender_said[0] >= 300:
            raise SMTPSenderRefused(sender_said[0], sender_said[1], sender)
        if to_said[0] >= 300:
            raise SMTPRecipientsRefused({to: to_said})
        raise SMTPDataError(*data_said)

    def end(self: Any, *, meanwhile: Callable[[], None]) -> str:
        """The receipt of the server, for which one waits doing something else `meanwhile`."""
        self.send(b".\r\n")
        self.is_within = False
        meanwhile()
        code, words = self.getreply()
        if code >= 300:
            self._leave((code, words))
            raise SMTPDataError(code, words)
        return f"{code} {words.decode('utf-8', 'replace')}"

    def _ask(self: Any, commands: tuple[str, ...]) -> list[Answer]:
        """The answers to these commands; without pipelining no more is asked after a refusal."""
        if self.has_extn("pipelining"):
            self.send("".join(f"{command}\r\n" for command in commands))
            return [self.getreply() for _command in commands]
        answers: list[Answer] = []
        for command in commands:
            refused = answers and answers[-1][0] >= 400
            answers.append((503, b"") if refused else self.docmd(command))
        return answers

    def _leave(self: Any, *answers: Answer) -> None:
        """Back to the start, or away where the server says that it goes."""
        if any(code == 421 for code, _words in answers):
            self.close()
        else:
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
        if self.connection is not None and self._line.is_within:
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
            content = mime.bytes_of(mail)
        self._line.begin(mime.sender(), mime.address(mail), content)

    def end(self, *, following: Mail | None = None) -> str:
        """End the mail that was begun; gives the server's receipt.

        While the server thinks, the bytes of the mail that follows are made.
        """
        return self._line.end(meanwhile=lambda: self._prepare(following))

    def _prepare(self, mail: Mail | None) -> None:
        self._ahead = None, b""
        with suppress(Exception):  # whatever is wrong with it is said when it is its turn
            self._ahead = mail, mime.bytes_of(mail) if mail else b""
