from datetime import timedelta

from django.core import mail as outbox
from django.utils import timezone

from accounts.enums import Category, Frequency
from accounts.models import Notice
from accounts.notifications import actions, tasks
from accounts.notifications.actions import notify


def test_the_sweep_delivers_what_no_poke_did(anna):
    notify("test_answered", to=anna.user, dedupe="answered:1")

    tasks.deliver_mail()

    assert len(outbox.outbox) == 1


def test_the_digests_of_beat_are_made_and_sent(anna):
    notify("test_fits", to=anna.user, dedupe="fits:1")
    Notice.objects.update(created_at=timezone.now() - timedelta(days=2))

    tasks.deliver_mail()
    tasks.deliver_mail()

    assert [message.subject for message in outbox.outbox] == ["Welding teacher 1"]


def test_without_anything_to_tell_no_mail_is_made(anna):
    actions.set_frequency(anna.user, Category.MATCH, Frequency.WEEKLY, by=anna.user)

    tasks.deliver_mail()

    assert outbox.outbox == []
