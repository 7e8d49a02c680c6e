"""A mail as a message of Django's, for any mail server that Django knows."""

import re
from email.mime.text import MIMEText
from typing import Final

from django.core.mail import EmailMultiAlternatives
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import Mail

METHOD: Final = re.compile(r"^METHOD:([A-Z]+)", re.MULTILINE)


def message_of(mail: Mail) -> EmailMultiAlternatives:
    """Text, HTML if there is any, and a file for each appointment."""
    message = EmailMultiAlternatives(
        mail.subject, mail.words.text, to=[mail.to_address], headers=headers_of(mail)
    )
    if mail.words.html:
        message.attach_alternative(mail.words.html, "text/html")
    for part in appointments_of(mail):
        message.attach(part)
    return message


def headers_of(mail: Mail) -> dict[str, str]:
    """What our mails have beside the usual; one click stops what is made of notices (RFC 8058)."""
    headers = {
        "Message-ID": f"<{mail.message_id}>",
        "Auto-Submitted": "auto-generated",
        "Content-Language": mail.language,
    }
    if mail.unsubscribe_url:
        headers["List-Unsubscribe"] = f"<{mail.unsubscribe_url}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return headers


def appointments_of(mail: Mail) -> list[MIMEText]:
    """The files that calendars read; their media type repeats the METHOD (RFC 6047, 2.4)."""
    if not mail.words.calendars:
        return []
    with translation.override(mail.language):
        name = _("appointment")
    return [
        _appointment(text, f"{name}-{number}.ics")
        for number, text in enumerate(mail.words.calendars, start=1)
    ]


def _appointment(text: str, name: str) -> MIMEText:
    part = MIMEText(text, "calendar", "utf-8")
    if found := METHOD.search(text):
        part.set_param("method", found[1])
    part.add_header("Content-Disposition", "attachment", filename=name)
    return part
