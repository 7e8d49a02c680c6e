"""What a mail server took: one short row at once for each mail, settled in their rows by the hundreds.

A mail with a receipt is sent, whatever its row says yet; nobody claims it (`queries.due`).
"""

from typing import Final

from django.db import connection, transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from accounts.enums import MailState
from accounts.models import Mail, MailReceipt
from accounts.notifications import bulk

ANSWER: Final = 300  # MailReceipt.answer
NOTE: Final = (
    "INSERT INTO accounts_mailreceipt (mail_id, sent_at, answer) SELECT id, %s, %s"
    " FROM accounts_mail"
    " WHERE id = %s AND (claim = %s AND state = 'sending' OR claim = '' AND state = 'queued')"
    " {lock} ON CONFLICT DO NOTHING"
    " RETURNING (SELECT other.claim FROM accounts_mail other WHERE other.id = %s)"
)
LOCK: Final = "FOR NO KEY UPDATE"
"""Who claims the mail at this moment waits, and then finds the receipt."""


def note(mail: Mail, answer: str, *, last: Mail) -> bool:
    """Keep the receipt; whether the rest of the claim, up to its `last` mail, is still ours.

    Sent is sent: also a mail that was taken from us and that nobody else has begun.
    """
    lock = LOCK if connection.features.has_select_for_update else ""
    at = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(NOTE.format(lock=lock), (at, answer[:ANSWER], mail.pk, mail.claim, last.pk))
        row = cursor.fetchone()
    return bool(row) and (last.pk == mail.pk or row[0] == mail.claim)


@transaction.atomic
def settle() -> None:
    """Put the receipts in the rows of their mails. Those that another worker settles now are its."""
    held = MailReceipt.objects.select_for_update(skip_locked=True).order_by("pk")
    keys = list(held.values_list("pk", flat=True))
    if not keys:
        return
    own = MailReceipt.objects.filter(pk=OuterRef("pk"))
    unsettled = (MailState.SENDING, MailState.QUEUED)
    Mail.objects.filter(pk__in=bulk.among(keys), state__in=unsettled).update(
        state=MailState.SENT,
        claim="",
        sent_at=Subquery(own.values("sent_at")),
        server_answer=Subquery(own.values("answer")),
    )
    MailReceipt.objects.filter(pk__in=bulk.among(keys)).delete()
