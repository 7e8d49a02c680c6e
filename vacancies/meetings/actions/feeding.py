"""The private address of somebody's calendar."""

from django.db import transaction
from django.db.models import F

from accounts.audit import actions as audit
from accounts.models import User
from vacancies.models import CalendarFeed


def make_feed(user: User) -> CalendarFeed:
    """The feed of this person; made when it is asked for the first time."""
    feed, _made = CalendarFeed.objects.get_or_create(user=user)
    return feed


@transaction.atomic
def renew_feed(user: User) -> CalendarFeed:
    """From now on the address is another; the old one opens nothing."""
    feed = make_feed(user)
    CalendarFeed.objects.filter(pk=feed.pk).update(serial=F("serial") + 1)
    feed.refresh_from_db()
    audit.record("calendar.renewed", user, by=user)
    return feed
