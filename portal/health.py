"""Is the process up (`/health/live`), and can it do its work (`/health/ready`)?

Answered before the host check, so that a load balancer may ask by address.
"""

from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from redis import Redis
from redis.exceptions import RedisError

from accounts.notifications import queries as notifications
from portal import pulse

PULSE_LATE_S: Final = 180
MAIL_LATE_S: Final = 900


class HealthMiddleware:
    """Answers the two health addresses, passes on all else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path == "/health/live":
            return HttpResponse("ok", content_type="text/plain")
        if request.path == "/health/ready":
            return ready()
        return self.get_response(request)


def ready() -> JsonResponse:
    """503 when the database or the broker does not answer, or mail or beat is late."""
    checks = {"database": _database(), "broker": _broker()}
    report: dict[str, object] = dict(checks)
    if checks["database"]:
        late_s = notifications.oldest_unsent_s()
        report["oldest_unsent_mail_s"] = late_s
        checks["mail"] = late_s < MAIL_LATE_S
    if checks["broker"]:
        age = pulse.age_s()
        report["last_beat_s"] = None if age is None else round(age)
        checks["beat"] = age is not None and age < PULSE_LATE_S
    response = JsonResponse(report, status=200 if all(checks.values()) else 503)
    response._has_been_logged = True  # type: ignore[attr-defined]  # who asks is told; no error
    return response


def _database() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def _broker() -> bool:
    try:
        with Redis.from_url(
            settings.REDIS_URL, socket_connect_timeout=1, socket_timeout=1
        ) as broker:
            return bool(broker.ping())
    except RedisError:
        return False
