"""A professional's own papers and their files."""

from dataclasses import asdict, fields

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.audit import actions as audit
from accounts.credentials import files, hooks, kinds, queries
from accounts.credentials.errors import RefusedError, RefusedFileError
from accounts.credentials.files import AcceptedFile
from accounts.credentials.kinds import Facts
from accounts.models import Credential, Professional, User

MOST_PAPERS = 60


def add(
    professional: Professional,
    kind: str,
    facts: Facts,
    *,
    by: User,
    file: AcceptedFile | None = None,
) -> Credential:
    """Keep a paper, with its file if there is one: both or nothing.

    Raises RefusedError with the field that cannot be right, PermissionDenied to a stranger.
    """
    queries.require_owner(professional, by)
    _require_right(kind, facts)
    _require_file_allowed(kind, file)
    with files.stored(file) as columns, transaction.atomic():
        owner = Professional.objects.select_for_update(of=("self",)).get(pk=professional.pk)
        if owner.credentials.count() >= MOST_PAPERS:
            raise RefusedError(_("You have 60 papers here, the most we keep. Remove one first."))
        row = Credential.objects.create(professional=owner, kind=kind, **asdict(facts), **columns)
        detail: audit.Detail = {"kind": kind, "file": row.file_type}
        audit.record("credential.added", row, by=by, detail=detail)
        hooks.changed.fire(owner)
    return row


@transaction.atomic
def change(credential: Credential, facts: Facts, *, by: User) -> Credential:
    """Keep what the paper says now; schools that saw it as it was have to look again.

    The same again changes nothing. Raises as `add`.
    """
    row = queries.locked(credential)
    queries.require_owner(row.professional, by)
    _require_right(row.kind, facts)
    changed = [one.name for one in fields(facts) if _differs(row, facts, one.name)]
    if not changed:
        return row
    for name in changed:
        setattr(row, name, getattr(facts, name))
    row.save(update_fields=[*changed, "updated_at"])
    detail: audit.Detail = {"changed": changed, "seen_before": _unsee(row)}
    audit.record("credential.changed", row, by=by, detail=detail)
    hooks.changed.fire(row.professional)
    return row


def attach(credential: Credential, file: AcceptedFile, *, by: User) -> Credential:
    """Keep this file with the paper; one that was there before goes, and who saw it looks again.

    Raises RefusedFileError for a VOG, PermissionDenied to a stranger.
    """
    queries.require_owner(credential.professional, by)
    _require_file_allowed(credential.kind, file)
    with files.stored(file) as columns, transaction.atomic():
        row = queries.locked(credential)
        seen_before = _unsee(row) if row.file else []
        _set_file(row, columns)
        detail: audit.Detail = {"file": row.file_type, "seen_before": seen_before}
        audit.record("credential.file_attached", row, by=by, detail=detail)
        hooks.changed.fire(row.professional)
    return row


@transaction.atomic
def detach(credential: Credential, *, by: User) -> Credential:
    """Delete the file; the paper itself stays, with who saw it. Without a file nothing changes."""
    row = queries.locked(credential)
    queries.require_owner(row.professional, by)
    if row.file:
        _set_file(row, {"file": "", "file_name": "", "file_type": ""})
        audit.record("credential.file_removed", row, by=by)
        hooks.changed.fire(row.professional)
    return row


@transaction.atomic
def remove(credential: Credential, *, by: User) -> None:
    """Delete a paper with its file and with what schools noted about it."""
    row = queries.locked(credential)
    queries.require_owner(row.professional, by)
    audit.record("credential.removed", row, by=by, detail={"kind": row.kind})
    files.forget(row.file.name or "")
    row.delete()
    hooks.changed.fire(row.professional)


def forget_files(user: User) -> None:
    """Before an account is deleted: its files go with it, once that has committed."""
    for address in queries.addresses_of(user):
        files.forget(address)


def _set_file(row: Credential, columns: dict[str, str]) -> None:
    files.forget(row.file.name or "")
    for name, value in columns.items():
        setattr(row, name, value)
    row.save(update_fields=[*columns, "updated_at"])


def _unsee(row: Credential) -> list[int]:
    """Schools saw another paper than this is now: their notes go, and who they were is recorded."""
    schools = list(row.checks.order_by("institution").values_list("institution", flat=True))
    row.checks.all().delete()
    return schools


def _differs(row: Credential, facts: Facts, name: str) -> bool:
    return bool(getattr(row, name) != getattr(facts, name))


def _require_right(kind: str, facts: Facts) -> None:
    for field, message in kinds.faults(kind, facts, timezone.localdate()).items():
        raise RefusedError(message, field)


def _require_file_allowed(kind: str, file: AcceptedFile | None) -> None:
    if file is not None and not kinds.RULES[kind].takes_file:
        raise RefusedFileError(_("We keep no file of a VOG, only its date."))
