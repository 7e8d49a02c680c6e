"""Two workers at once, on a real database with real commits."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from accounts.models import Mail
from accounts.notifications import claims, mailing
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
