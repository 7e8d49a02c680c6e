"""What a mail server took: one short row at once for each mail, settled in their rows by the hundreds.

A mail with a receipt is sent, whatever its row says yet; nobody claims it (`queries.due`).
"""

from typing import Final

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from accounts.enums import MailState
from accounts.models import Mail, MailReceipt
from accounts.notifications import ahead, bulk

ANSWER: Final = 300  # MailReceipt.answer
NOTE: Final = (
    "INSERT INTO accounts_mailreceipt (mail_id, sent_at, answer) SELECT id, {}, {}"
    " FROM accounts_mail"
    " WHERE id = {} AND (claim = {} AND state = 'sending' OR claim = '' AND state = 'queued')"
    " {lock} ON CONFLICT DO NOTHING"
    " RETURNING (SELECT other.claim FROM accounts_mail other WHERE other.id = {})"
)
LOCK: Final = "FOR NO KEY UPDATE"
"""Who claims the mail at this moment waits, and then finds the receipt."""
AHEAD: Final = NOTE.format(
    *("$1::timestamptz", "$2::text", "$3::bigint", "$4::text", "$5::bigint"), lock=LOCK
)


class Noting:
    """A receipt on its way into the database, which may work on it while its caller goes on.

    Sent is sent: noted is also a mail that was taken from us and that nobody else has begun.
    """

    def __init__(self, mail: Mail, answer: str, *, last: Mail) -> None:
        self.claim, self.is_last = mail.claim, last.pk == mail.pk
        self.database = connections[DEFAULT_DB_ALIAS]
        at = self.database.ops.adapt_datetimefield_value(timezone.now())
        self.values = (str(at), answer[:ANSWER], mail.pk, mail.claim, last.pk)
        self.asked = ahead.ask(AHEAD, list(map(str, self.values)))

    def is_ours(self) -> bool:
        """Waits for it; whether the rest of the claim, up to its `last` mail, is still ours.

        After an error it can be asked again, and then notes the receipt itself.
        """
        self.asked, asked = None, self.asked
        row = asked.row() if asked else self._note()
        return row is not None and (self.is_last or row[0] == self.claim)

    def _note(self) -> tuple[str, ...] | None:
        lock = LOCK if self.database.features.has_select_for_update else ""
        with self.database.cursor() as cursor:
            cursor.execute(NOTE.format(*["%s"] * 5, lock=lock), self.values)
            row: tuple[str, ...] | None = cursor.fetchone()
        return row


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
