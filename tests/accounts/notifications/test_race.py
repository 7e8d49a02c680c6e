"""Two workers at once, on a real database with real commits."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.db.models import Count
from django.utils import timezone

from accounts.enums import Category, Frequency, NoticeState
from accounts.models import Mail, Notice
from accounts.notifications import actions, claims, mailing
from accounts.notifications.actions import NoticeRow, notify_many
from tests import factories

WORKERS = 4


def at_once(work):
    """What `work` gives in each of some threads that start together."""
    barrier = Barrier(WORKERS)

    def run(_number):
        barrier.wait()
        try:
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(WORKERS) as pool:
        return list(pool.map(run, range(WORKERS)))


@pytest.mark.django_db(transaction=True)
def test_sweeps_at_once_never_hold_the_same_mail():
    factories.MailFactory.create_batch(120)

    claimed = at_once(claims.claim)

    held = [mail.pk for mails in claimed for mail in mails]
    assert len(held) == len(set(held))
    assert held


@pytest.mark.django_db(transaction=True)
def test_sweeps_at_once_bundle_each_notice_once():
    users = factories.UserFactory.create_batch(60)
    notify_many("test_answered", [NoticeRow(user.pk, f"a:{user.pk}") for user in users])

    made = at_once(mailing.make_mails)

    assert sum(made) + mailing.make_mails() == 60
    assert Mail.objects.count() == 60


@pytest.mark.django_db(transaction=True)
def test_sweeps_at_once_make_one_digest_of_everything_for_each():
    users = factories.UserFactory.create_batch(60)
    rows = [NoticeRow(user.pk, f"f:{number}:{user.pk}") for number in range(5) for user in users]
    notify_many("test_fits", rows)
    tomorrow = timezone.now() + timedelta(days=1)

    made = at_once(lambda: mailing.make_mails(tomorrow))

    assert sum(made) == 60
    assert set(Mail.objects.annotate(n=Count("notices")).values_list("n", flat=True)) == {5}


@pytest.mark.django_db(transaction=True)
def test_a_choice_made_during_a_sweep_comes_before_or_after_it():
    users = factories.UserFactory.create_batch(WORKERS)
    rows = [NoticeRow(user.pk, f"f:{number}:{user.pk}") for number in range(20) for user in users]
    notify_many("test_fits", rows)
    tomorrow, left = timezone.now() + timedelta(days=1), list(users)

    def work():
        user = left.pop()
        actions.set_frequency(user, Category.MATCH, Frequency.NEVER, by=user)
        return mailing.make_mails(tomorrow)

    at_once(work)

    together = Notice.objects.order_by().values_list("recipient", "state").distinct()
    assert len(together) == WORKERS
    assert not Notice.objects.filter(state=NoticeState.WAITING).exists()
