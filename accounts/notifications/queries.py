from django.utils import timezone

from accounts.enums import MailState
from accounts.models import Mail


def oldest_unsent_s() -> int:
    """Age in seconds of the oldest mail that should have left by now; 0 when there is none."""
    now = timezone.now()
    waiting = Mail.objects.filter(
        state__in=[MailState.QUEUED, MailState.SENDING], next_attempt_at__lte=now
    )
    oldest = waiting.order_by("next_attempt_at").values_list("next_attempt_at", flat=True).first()
    return 0 if oldest is None else int((now - oldest).total_seconds())
