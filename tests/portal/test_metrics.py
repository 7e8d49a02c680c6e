from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families

from accounts.enums import Frequency, MailState, MailStop
from accounts.models import Notice
from portal import metrics, pulse, tally
from tests import factories
from vacancies.models import Match

TOKEN = "a-token-of-the-monitor"


@pytest.fixture
def with_token(settings):
    settings.METRICS_TOKEN = TOKEN


@pytest.fixture
def with_broker(settings, valkey_url):
    settings.REDIS_URL = valkey_url
    tally.line_to(valkey_url).flushdb()


@pytest.fixture
def samples(client, with_token):
    """What a scrape gives: the values by name and labels, after a parser of Prometheus read it."""

    def scrape():
        cache.delete(metrics.SLOW)
        answer = client.get(
            "/metrics", headers={"authorization": f"Bearer {TOKEN}", "host": "10.0.0.7"}
        )
        assert answer.status_code == 200
        families = text_string_to_metric_families(answer.content.decode())
        return {
            (sample.name, *sorted(sample.labels.values())): sample.value
            for family in families
            for sample in family.samples
        }

    return scrape


def _sent(kind, **values):
    now = timezone.now()
    return factories.MailFactory(kind=kind, **{"state": "sent", "sent_at": now} | values)


def _waiting(number, rhythm):
    Notice.objects.create(
        recipient=factories.UserFactory(),
        kind="new_matches",
        category="match",
        dedupe_key=f"m:{number}",
        rhythm=rhythm,
        due_at=timezone.now() + timedelta(days=1),
    )


def test_without_a_token_there_are_no_metrics(client):
    assert client.get("/metrics").status_code == 404


@pytest.mark.parametrize(
    "given", ["", "Bearer", "Bearer wrong", f"Basic {TOKEN}", f"Bearer {TOKEN}é", TOKEN]
)
def test_who_does_not_have_the_token_gets_nothing(client, with_token, given):
    answer = client.get("/metrics", headers={"authorization": given})

    assert (answer.status_code, answer.content) == (401, b"")
    assert answer.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.django_db
def test_scrape_leaves_no_trace(client, with_token, caplog):
    caplog.set_level("INFO")

    answer = client.get("/metrics", headers={"authorization": f"Bearer {TOKEN}"})
    client.get("/metrics")

    assert not answer.cookies
    assert [record.name for record in caplog.records if record.name == "portal.done"] == []
    assert "django.request" not in caplog.text


def test_metrics_are_read_only(client, with_token):
    assert client.post("/metrics", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 405


@pytest.mark.django_db
def test_mail_is_counted_by_state_and_kind(samples):
    _sent("new_matches")
    _sent("new_matches", sent_at=timezone.now() - timedelta(days=2))
    _sent("invitation", state=MailState.RETURNED)
    factories.MailFactory(next_attempt_at=timezone.now() - timedelta(seconds=90))

    told = samples()

    assert told["dagdeel_mails_last_day", "new_matches", "sent"] == 1
    assert told["dagdeel_mails_last_day", "invitation", "returned"] == 1
    assert told["dagdeel_mails_unsent", "invitation", "queued"] == 1
    assert told["dagdeel_mails", "sent"] == 2
    assert 90 <= told["dagdeel_mail_oldest_unsent_seconds",] <= 95


@pytest.mark.django_db
def test_notices_people_and_matches_are_counted(samples):
    _waiting(1, Frequency.DAILY)
    _waiting(2, "")
    factories.UserFactory(mail_stop=MailStop.BOUNCED, mail_stopped_at=timezone.now())
    vacancy = factories.VacancyFactory()
    Match.objects.create(
        vacancy=vacancy, professional=factories.ProfessionalFactory(), score=80, rule_version=1
    )

    told = samples()

    assert told["dagdeel_notices_waiting", "daily"] == 1
    assert told["dagdeel_notices_waiting", "unplanned"] == 1
    assert told["dagdeel_mail_stops", "bounced"] == 1
    assert told["dagdeel_matches", "current"] == 1
    assert told["dagdeel_matches", "told"] == 0
    assert told["dagdeel_vacancies_open",] == 1


@pytest.mark.django_db
def test_tasks_are_counted_by_all_workers_together(samples, with_broker):
    for seconds in (0.05, 2.0):
        tally.note("accounts.deliver_mail", seconds, failed=False)
    tally.note("accounts.deliver_mail", 700.0, failed=True)
    pulse.note_pulse()

    told = samples()

    bucket = "dagdeel_task_duration_seconds_bucket"
    counts = [told[bucket, edge, "accounts.deliver_mail"] for edge in ("0.1", "5.0", "600.0")]
    assert counts == [1, 2, 2]
    assert told[bucket, "+Inf", "accounts.deliver_mail"] == 3
    assert told["dagdeel_task_duration_seconds_sum", "accounts.deliver_mail"] == 702.05
    assert told["dagdeel_task_longest_seconds", "accounts.deliver_mail"] == 700
    assert told["dagdeel_task_failures_total", "accounts.deliver_mail"] == 1
    assert told["dagdeel_tasks_queued", "waiting"] == 0
    assert told["dagdeel_beat_age_seconds",] < 5


@pytest.mark.django_db
def test_metrics_answer_while_the_broker_is_down(samples):
    told = samples()

    assert (told["dagdeel_broker_up",], told["dagdeel_database_up",]) == (0, 1)


@pytest.mark.django_db(transaction=True)
def test_metrics_answer_while_the_database_is_down(samples, with_broker, monkeypatch):
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "NAME", "/nowhere/at/all.sqlite3")
    monkeypatch.setitem(connection.settings_dict, "HOST", "127.0.0.1")
    monkeypatch.setitem(connection.settings_dict, "PORT", "1")

    told = samples()
    connection.close()

    assert (told["dagdeel_broker_up",], told["dagdeel_database_up",]) == (1, 0)


@pytest.mark.django_db
def test_a_scrape_costs_few_queries(samples, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        samples()


@pytest.mark.django_db
def test_counts_of_whole_tables_are_kept_for_a_minute(samples, django_assert_max_num_queries):
    samples()

    with django_assert_max_num_queries(5):
        metrics.exposition()
