from django.db.models import Model, QuerySet

from accounts.models import AuditEvent


def timeline(target: Model) -> QuerySet[AuditEvent]:
    """What happened to a row, the latest first."""
    return AuditEvent.objects.filter(
        target_type=target._meta.label_lower, target_id=target.pk
    ).select_related("actor")
