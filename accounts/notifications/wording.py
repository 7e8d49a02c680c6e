"""The words of claimed mails, made by the hundreds and kept before any of them leaves."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from django.db import InterfaceError, OperationalError, connection, transaction
from django.utils import timezone, translation

from accounts.enums import MailState
from accounts.models import Mail, MailWords
from accounts.notifications import actions, bulk, composing, notes, registry, stops
from accounts.notifications.letters import Letter, words_of

SECRET_TERM: Final = timedelta(minutes=15)
LAPSED: Final = "The code had lapsed"
NOTHING_LEFT: Final = "Nothing left to tell"
KEEP: Final = (
    "INSERT INTO accounts_mailwords (mail_id, text, html, calendars) VALUES (%s, %s, %s, %s)"
    " ON CONFLICT (mail_id) DO UPDATE"
    " SET text = excluded.text, html = excluded.html, calendars = excluded.calendars"
)
OF_MAIL: Final = ("to_address", "language", "subject", "unsubscribe_url")


def worded(mails: Sequence[Mail]) -> list[Mail]:
    """The mails that have something to say, in their order; one that cannot be worded fails alone."""
    now = timezone.now()
    left = [mail for mail in mails if not _is_closed(mail, now)]
    ready = _letters([mail for mail in left if not mail.unsubscribe_url])
    ready |= {mail.pk for mail in _compose([mail for mail in left if mail.pk not in ready])}
    return [mail for mail in left if mail.pk in ready]


def _is_closed(mail: Mail, now: datetime) -> bool:
    """Whether this mail is not to be sent any more; then that is noted."""
    if mail.is_secret and mail.created_at < now - registry.link_term(mail.kind, SECRET_TERM):
        notes.close(mail, MailState.CANCELLED, server_answer=LAPSED)
        return True
    if stops.takes_no_mail(mail):
        notes.close(mail, MailState.CANCELLED, server_answer=stops.NO_ADDRESS)
        return True
    return False


def _letters(mails: Sequence[Mail]) -> set[int]:
    """The mails that are letters, with their words: a letter has them from the start. What is made
    of notices says what is true at each attempt."""
    keys = {mail.pk: mail for mail in mails}
    found = list(MailWords.objects.filter(pk__in=bulk.among(keys)))
    for words in found:
        words.mail = keys[words.pk]
    return {words.pk for words in found}


def _compose(mails: Sequence[Mail]) -> list[Mail]:
    """Halved until what cannot be worded stands alone."""
    if not mails:
        return []
    try:
        return _composed(mails)
    except (OperationalError, InterfaceError):  # the database, no fault of any mail
        raise
    except Exception as error:  # whatever a kind of notice raises must not stop the others
        if len(mails) == 1:
            notes.failed(mails[0], error, unsaid=True)
            return []
    middle = len(mails) // 2
    return _compose(mails[:middle]) + _compose(mails[middle:])


def _composed(mails: Sequence[Mail]) -> list[Mail]:
    for mail in mails:
        if mail.recipient:
            mail.language, mail.to_address = mail.recipient.language, mail.recipient.email
    letters, gone = composing.letters_for(mails)
    ready = [mail for mail in mails if mail.pk in letters]
    for language in {mail.language for mail in ready}:
        with translation.override(language):
            for mail in ready:
                if mail.language == language:
                    _word(mail, letters[mail.pk])
    _keep(ready)
    actions.withdraw(gone)
    for mail in mails:
        if mail.pk not in letters:
            notes.close(mail, MailState.CANCELLED, server_answer=NOTHING_LEFT)
    return ready


def _word(mail: Mail, letter: Letter) -> None:
    """Words for a mail, in its language, which is active."""
    words = words_of(letter)
    mail.subject, mail.unsubscribe_url = words.subject, letter.footer[0].href
    MailWords(mail=mail, text=words.text, html=words.html, calendars=list(letter.calendars))


@transaction.atomic
def _keep(mails: Sequence[Mail]) -> None:
    field = MailWords._meta.get_field("calendars")
    none = field.get_db_prep_save([], connection)
    rows = [
        (
            *(mail.pk, mail.words.text, mail.words.html),
            field.get_db_prep_save(own, connection) if (own := mail.words.calendars) else none,
        )
        for mail in mails
    ]
    with connection.cursor() as cursor:
        cursor.executemany(KEEP, rows)
    bulk.change(
        Mail, OF_MAIL, [(mail.pk, *[getattr(mail, name) for name in OF_MAIL]) for mail in mails]
    )
