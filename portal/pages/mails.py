"""Each kind of mail as it would leave, for the gallery: worded by the real path, sent to nobody.

A notice is worded anew from what the demo holds. Its rows are really written, in a transaction that
is always rolled back; the links of what comes out lead nowhere.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.enums import Category, NoticeState
from accounts.identity import letters
from accounts.models import Mail, Notice, User
from accounts.notifications import composing, kind_words, registry
from accounts.notifications.letters import Words, words_of
from portal.pages import mail_examples, mail_letters

LINK: Final = re.compile(r'(\shref=")[^"]*(")')
ACCOUNT: Final = {
    prefix.rpartition("/")[2]: prefix
    for prefix in (*letters.CODES, *letters.OTHERS, *letters.CHANGES)
}
LOOKED_AT: Final = 50
CODE: Final = "K7WX-4MQT"
NAME: Final = "Anna de Wit"


@dataclass(frozen=True)
class Entry:
    """A kind of mail by the name under which moderators know it."""

    key: str
    name: str


@dataclass(frozen=True)
class Group:
    """Kinds about the same; `title` as on the page where people choose what they get."""

    title: str
    entries: tuple[Entry, ...]


def groups() -> list[Group]:
    """All kinds there are, by what they are about; what belongs to no choice comes last."""
    found = [Group(str(label), _entries(_keys_of(value))) for value, label in Category.choices]
    found.append(Group(_("Without an account"), _entries(mail_letters.POSTED)))
    found.append(Group(_("Signing in"), _entries(ACCOUNT)))
    return [group for group in found if group.entries]


def is_known(key: str) -> bool:
    return registry.is_known(key) or key in ACCOUNT or key in mail_letters.POSTED


def preview(key: str, language: str) -> Words | None:
    """A mail of this kind in this language; None where nothing in the database calls for one."""
    with translation.override(language):
        words = _words(key, language)
    return words and Words(words.subject, words.text, LINK.sub(r"\1#\2", words.html))


def _keys_of(category: str) -> list[str]:
    kinds = [kind for kind in registry.all_kinds() if kind.category == category]
    return [kind.key for kind in kinds if not kind.key.startswith("test_")]


def _entries(keys: Iterable[str]) -> tuple[Entry, ...]:
    named = (Entry(key, kind_words.name_of(key)) for key in keys)
    return tuple(sorted(named, key=lambda entry: entry.name.casefold()))


def _words(key: str, language: str) -> Words | None:
    if key in ACCOUNT:
        return words_of(letters.letter_for(ACCOUNT[key], _account_context(key)))
    with transaction.atomic():
        post = mail_letters.POSTED.get(key)
        words = _posted(key, language, post) if post else _told(key, language)
        transaction.set_rollback(True)
    return words


def _posted(key: str, language: str, post: Callable[[str], None]) -> Words | None:
    """A letter to an address, as it lies in the outbox right after it was posted."""
    Mail.objects.filter(kind=key).delete()
    post(language)
    mail = Mail.objects.filter(kind=key).select_related("words").first()
    return Words(mail.subject, mail.words.text, mail.words.html) if mail else None


def _account_context(key: str) -> dict[str, object]:
    urls = dict.fromkeys(("signup_url", "activate_url", "password_reset_url"), settings.SITE_URL)
    code = {} if ACCOUNT[key] in letters.OTHERS else {"code": CODE}
    return {"user": User(name=NAME), **urls, **code}


def _told(key: str, language: str) -> Words | None:
    """The mail with the newest notice of this kind that is true, or with one brought about."""
    words = _newest(key, language)
    if words is None:
        mail_examples.bring_about(key)
        words = _newest(key, language)
    return words


def _newest(key: str, language: str) -> Words | None:
    """Each notice in a mail of its own; the first of which something is left to tell."""
    told = Notice.objects.filter(kind=key).select_related("recipient")
    notices = list(told.order_by("-created_at", "-pk")[:LOOKED_AT])
    mails = Mail.objects.bulk_create(_mail_for(notice, language) for notice in notices)
    Notice.objects.bulk_create(map(_copied, notices, mails))
    letters, _gone = composing.letters_for(mails)
    return next((words_of(letters[mail.pk]) for mail in mails if mail.pk in letters), None)


def _mail_for(notice: Notice, language: str) -> Mail:
    nonce = uuid4().hex
    return Mail(
        key=f"gallery:{nonce}",
        recipient=notice.recipient,
        to_address=notice.recipient.email,
        kind=notice.kind,
        language=language,
        message_id=nonce,
    )


def _copied(notice: Notice, mail: Mail) -> Notice:
    notice.pk, notice.mail, notice.state = None, mail, NoticeState.MAILED
    notice.dedupe_key = mail.key
    return notice
