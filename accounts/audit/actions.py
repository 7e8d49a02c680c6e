from django.db.models import Model

from accounts.models import AuditEvent, User

Detail = dict[str, str | int | bool | list[str] | list[int] | None]


def record(
    verb: str, target: Model, *, by: User | None, detail: Detail | None = None
) -> AuditEvent:
    """Note that `by` (None: the system) did `verb` to `target`. No personal text in `detail`."""
    return AuditEvent.objects.create(
        verb=verb,
        target_type=target._meta.label_lower,
        target_id=target.pk,
        actor=by if by is not None and by.pk else None,
        detail=detail or {},
    )
