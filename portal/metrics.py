"""How it goes, for Prometheus at `/metrics`: read from the database and the broker when asked, so
that it is the same whichever process answers.

Without METRICS_TOKEN the address does not exist. Answered before the host check, as health is.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from typing import Final

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector
from redis.exceptions import RedisError

from accounts.enums import Frequency, MailState, MailStop, NoticeState
from accounts.models import Mail, Notice, User
from accounts.notifications import queries as notifications
from portal import pulse, tally
from vacancies.enums import VacancyStatus
from vacancies.models import Match, Vacancy

Row = tuple[dict[str, str], float]

DAY: Final = timedelta(days=1)
UNSENT: Final = (MailState.QUEUED, MailState.SENDING, MailState.PARKED)
SLOW: Final = "metrics:slow"
SLOW_S: Final = 60
"""So long the counts of whole tables are kept."""
UNPLANNED: Final = "unplanned"


class MetricsMiddleware:
    """Answers `/metrics`, passes on all else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path != "/metrics":
            return self.get_response(request)
        response = _answer(request)
        response._has_been_logged = True  # type: ignore[attr-defined]  # asked every few seconds
        return response


def _answer(request: HttpRequest) -> HttpResponse:
    if not settings.METRICS_TOKEN:
        return HttpResponse(status=404, content_type="text/plain")
    scheme, _space, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not constant_time_compare(token, settings.METRICS_TOKEN):
        refusal = HttpResponse(status=401, content_type="text/plain")
        refusal.headers["WWW-Authenticate"] = "Bearer"
        return refusal
    if request.method not in ("GET", "HEAD"):
        return HttpResponse(status=405, content_type="text/plain")
    return HttpResponse(exposition(), content_type=CONTENT_TYPE_LATEST)


def exposition() -> bytes:
    """All metrics in the text form of Prometheus."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(Site())
    return generate_latest(registry)


class Site(Collector):
    """What the database and the broker know; one that is down is told and leaves out its part."""

    def collect(self) -> Iterator[Metric]:
        yield from _part("database", "Whether the database answers", of_database, DatabaseError)
        yield from _part("broker", "Whether the broker answers", of_broker, RedisError)


def _part(
    name: str, help_text: str, read: Callable[[], Iterable[Metric]], down: type[Exception]
) -> list[Metric]:
    try:
        found = list(read())
    except down:
        return [_gauge(f"{name}_up", help_text, [({}, 0)])]
    return [_gauge(f"{name}_up", help_text, [({}, 1)]), *found]


def of_database() -> Iterator[Metric]:
    """Mail, notices, and what they are about."""
    yield _gauge(
        "mail_oldest_unsent_seconds",
        "How late the mail or notice is that should have gone first",
        [({}, notifications.oldest_unsent_s())],
    )
    unsent, last_day = _mails()
    yield _gauge("mails_unsent", "Mails that wait, are being sent or are parked", unsent)
    yield _gauge("mails_last_day", "Mails that left in the last 24 hours", last_day)
    yield _gauge("notices_waiting", "Notices that wait for a mail", _waiting())
    slow = cache.get(SLOW) or _slow()
    cache.set(SLOW, slow, SLOW_S)
    yield _gauge("mails", "All mails by state", slow["mails"])
    yield _gauge("mail_stops", "People whose address takes no mail", slow["stops"])
    yield _gauge("matches", "Pairs that fit today, and pairs that were told", slow["matches"])
    yield _gauge("vacancies_open", "Vacancies that are open", slow["vacancies"])


def _mails() -> tuple[list[Row], list[Row]]:
    """What did not leave, and what left lately, by state and kind."""
    lately = Q(sent_at__gte=timezone.now() - DAY)
    rows = Mail.objects.filter(Q(state__in=UNSENT) | lately).order_by()
    counted = rows.values_list("state", "kind").annotate(number=Count("pk"))
    told = [({"state": state, "kind": kind}, number) for state, kind, number in counted]
    return (
        [row for row in told if row[0]["state"] in UNSENT],
        [row for row in told if row[0]["state"] not in UNSENT],
    )


def _waiting() -> list[Row]:
    waiting = Notice.objects.filter(state=NoticeState.WAITING).order_by()
    rows = dict(waiting.values_list("rhythm").annotate(number=Count("pk")))
    names = {"": UNPLANNED, **{rhythm.value: rhythm.value for rhythm in Frequency}}
    return [({"rhythm": name}, rows.get(rhythm, 0)) for rhythm, name in names.items()]


def _slow() -> dict[str, list[Row]]:
    """Counts of whole tables, or of large parts of them."""
    states = dict(Mail.objects.order_by().values_list("state").annotate(number=Count("pk")))
    stopped = User.objects.filter(mail_stopped_at__isnull=False).order_by()
    stops = dict(stopped.values_list("mail_stop").annotate(number=Count("pk")))
    matches = Match.objects.order_by().aggregate(
        current=Count("pk", filter=Q(is_current=True)), told=Count("notified_at")
    )
    vacancies = Vacancy.objects.filter(status=VacancyStatus.PUBLISHED).count()
    return {
        "mails": [({"state": state}, states.get(state, 0)) for state in MailState.values],
        "stops": [({"reason": reason}, stops.get(reason, 0)) for reason in MailStop.values],
        "matches": [({"state": state}, number) for state, number in matches.items()],
        "vacancies": [({}, vacancies)],
    }


def of_broker() -> Iterator[Metric]:
    """Tasks that wait and what tasks took, by all workers together."""
    waiting, in_hand = tally.depth()
    yield _gauge(
        "tasks_queued",
        "Tasks that wait, or that a worker has in hand",
        [({"state": "waiting"}, waiting), ({"state": "in_hand"}, in_hand)],
    )
    age = pulse.age_s()
    yield _gauge(
        "beat_age_seconds",
        "Seconds since a worker last ran what beat asked for",
        [] if age is None else [({}, age)],
    )
    yield from _tasks(tally.figures())


def _tasks(figures: dict[str, tally.Figures]) -> Iterator[Metric]:
    took = HistogramMetricFamily(
        "dagdeel_task_duration_seconds", "How long tasks took", labels=["task"]
    )
    for task, figure in figures.items():
        edges = [(str(edge), figure.up_to(edge)) for edge in tally.EDGES]
        took.add_metric([task], [*edges, ("+Inf", figure.runs)], figure.total_s)
    yield took
    yield _gauge(
        "task_longest_seconds",
        "The longest run of a task today",
        [({"task": task}, figure.longest_s) for task, figure in figures.items()],
    )
    failed = Metric("dagdeel_task_failures", "Tasks that failed", "counter")
    for task, figure in figures.items():
        failed.add_sample("dagdeel_task_failures_total", {"task": task}, figure.failed)
    yield failed


def _gauge(name: str, help_text: str, rows: Iterable[Row]) -> GaugeMetricFamily:
    family = GaugeMetricFamily(f"dagdeel_{name}", help_text)
    for labels, value in rows:
        family.add_sample(family.name, labels, value)
    return family
