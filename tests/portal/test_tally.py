import json
import logging

import pytest
from celery import shared_task
from celery.signals import task_postrun, task_prerun

from portal import tally
from portal.kit import origin
from portal.kit.logs import JsonLine


@shared_task(name="tests.look_around", bind=True)
def look_around(self):
    """Tells whose work it is."""
    return origin.current()


@pytest.fixture
def with_broker(settings, valkey_url):
    settings.REDIS_URL = valkey_url
    tally.line_to(valkey_url).flushdb()


def test_process_that_runs_tasks_counts_them():
    assert task_prerun.has_listeners(look_around)
    assert task_postrun.has_listeners(look_around)


def test_run_is_counted_and_told(with_broker, caplog):
    caplog.set_level(logging.INFO, logger="portal.done")

    look_around.apply()

    figures = tally.figures()["tests.look_around"]
    told = json.loads(JsonLine().format(caplog.records[-1]))
    assert (figures.runs, figures.failed) == (1, 0)
    assert (told["message"], told["state"]) == ("task", "success")


def test_task_knows_whose_work_it_is():
    number = "4bf92f3577b34da6a3ce929d0e0e4736"

    found = look_around.apply(task_id="t-1", headers={"request_id": number}).result

    assert found == {"request_id": number, "task_id": "t-1", "task": "tests.look_around"}
    assert origin.current() == {}


def test_count_is_lost_while_the_broker_is_down():
    tally.note("accounts.deliver_mail", 1.0, failed=False)


def test_mean_is_of_all_runs():
    figures = tally.Figures(buckets={0.1: 3, 5.0: 1}, total_s=2.0)

    assert (figures.runs, figures.mean_s, figures.up_to(0.5)) == (4, 0.5, 3)


def test_task_that_never_ran_has_no_mean():
    assert tally.Figures().mean_s == 0
