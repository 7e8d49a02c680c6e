"""What both sides write, and that they read it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.audit import actions as audit
from accounts.credentials import files
from accounts.credentials.files import AcceptedFile
from accounts.models import User
from vacancies.applications import notices, queries
from vacancies.applications.errors import RefusedError
from vacancies.enums import ApplicationStatus, StepSide
from vacancies.lifecycles import Side
from vacancies.models import Application, Message
from vacancies.models.conversation import file_address

LONGEST = 4000


def write(
    application: Application,
    *,
    side: Side,
    text: str,
    file: AcceptedFile | None = None,
    by: User,
) -> Message:
    """Send a message with at most one file; the other side is told that there is one. The same
    words twice within a minute are once.

    Raises RefusedError when there is nothing in it, when it is too long or when the yes was taken
    back, PermissionDenied to who does not stand on this side.
    """
    words = text.strip()
    if not words and file is None:
        raise RefusedError(_("Write something, or choose a file."))
    if len(words) > LONGEST:
        raise RefusedError(_("Your message is too long. At most 4,000 characters."))
    with files.stored(file, file_address(None, "")) as columns, transaction.atomic():
        row = queries.locked(application)
        if not queries.may_act(row, side, by):
            raise PermissionDenied
        if row.status == ApplicationStatus.WITHDRAWN:
            raise RefusedError(_("The interest was taken back, so nobody reads this any more."))
        if file is None and (same := queries.just_written(row, side, words)):
            return same
        message = Message.objects.create(
            application=row, side=StepSide(side), by=by, text=words, **columns
        )
        detail: audit.Detail = {"message": message.pk, "file": message.file_type}
        audit.record("application.written", row, by=by, detail=detail)
        notices.written(message)
    return message


def mark_seen(application: Application, *, by: User) -> None:
    """The school opened it: the professional can see that."""
    if application.seen_at is None:
        application.seen_at = timezone.now()
        application.save(update_fields=["seen_at"])
        audit.record("application.seen", application, by=by)


def mark_read(application: Application, *, side: Side) -> int:
    """This side has all messages of the other on screen. How many that was news for."""
    unread = queries.unread_by(application, side)
    return unread.update(read_at=timezone.now())


def note_fetched(message: Message, *, by: User) -> None:
    """Record that a colleague of the school fetched a file."""
    audit.record("application.file_fetched", message.application, by=by)


def forget_files(user: User) -> None:
    """Before an account is deleted: the files of its conversations go, once that has committed."""
    for address in queries.addresses_of(user):
        files.forget(address)
