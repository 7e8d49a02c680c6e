"""Django's SMTP backend, which also remembers what the server said when it took a mail."""

from smtplib import SMTP, SMTP_SSL
from typing import Any

from django.core.mail.backends import smtp


class RemembersAnswer:
    """Keeps the answer to DATA: the server's receipt."""

    answer = ""

    def data(self, msg: Any) -> tuple[int, bytes]:
        code, text = super().data(msg)  # type: ignore[misc]
        self.answer = f"{code} {text.decode('utf-8', 'replace')}"
        return code, text


class PlainLine(RemembersAnswer, SMTP):
    pass


class SafeLine(RemembersAnswer, SMTP_SSL):
    pass


class EmailBackend(smtp.EmailBackend):
    @property
    def connection_class(self) -> type[SMTP]:
        return SafeLine if self.use_ssl else PlainLine

    @property
    def answer(self) -> str:
        """What the server said to the last mail on this connection."""
        return getattr(self.connection, "answer", "")
