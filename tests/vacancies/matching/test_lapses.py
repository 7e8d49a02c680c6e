"""A pair that stops fitting, and fits again: kept once, with its reason, and told once."""

from datetime import timedelta

import pytest
from django.core import mail as outbox
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.enums import Category, Frequency, NoticeState, Visibility
from accounts.models import Notice
from accounts.notifications import delivery
from accounts.notifications.actions import set_frequency
from tests import factories
from vacancies.matching import actions
from vacancies.matching.criteria import BITS
from vacancies.matching.pairs import Refreshed
from vacancies.models import Lapse, Match, VacancyFacts


def ask(vacancy, day_parts):
    vacancy.day_parts_needed = day_parts
    vacancy.save()
    return actions.refresh_vacancy(vacancy)


@pytest.fixture
def apart(match, vacancy):
    """The pair of which Anna was told; the school asks more than her week holds."""
    ask(vacancy, 4)
    match.refresh_from_db()
    return match


def test_a_pair_that_stops_fitting_keeps_when_and_why(apart):
    lapse = Lapse.objects.get()

    assert (lapse.match, apart.is_current) == (apart, False)
    assert (lapse.failed_mask, lapse.until_at) == (BITS["day_parts"], None)
    assert timezone.now() - lapse.from_at < timedelta(minutes=1)


def test_only_musts_are_the_reason(match, vacancy):
    factories.RequirementFactory(vacancy=vacancy, kind="language", strength="wish", value=6)

    ask(vacancy, 4)

    assert Lapse.objects.get().failed_mask == BITS["day_parts"]


def test_a_rerun_and_the_other_side_keep_one_lapse(apart, anna, vacancy):
    before = Lapse.objects.values().get()

    again = [
        actions.refresh_vacancy(vacancy),
        actions.refresh_professional(anna),
        actions.rebuild_all().pairs,
    ]

    assert again == [Refreshed(), Refreshed(), Refreshed()]
    assert Lapse.objects.values().get() == before


def test_a_pair_that_fits_again_ends_its_lapse_and_is_no_news(apart, vacancy):
    told = Notice.objects.count()

    back = ask(vacancy, 1)

    lapse = Lapse.objects.get()
    apart.refresh_from_db()
    assert (back, apart.is_current) == (Refreshed(updated=1), True)
    assert lapse.until_at is not None
    assert lapse.until_at >= lapse.from_at
    assert Notice.objects.count() == told


def test_each_time_apart_is_a_row(apart, anna, vacancy):
    ask(vacancy, 1)
    anna.availability.day_parts_mask = 0
    anna.availability.save()
    actions.refresh_professional(anna)

    first, second = Lapse.objects.all()

    assert first.until_at is not None
    assert (second.until_at, bool(second.failed_mask & BITS["day_parts"])) == (None, True)


def test_a_side_that_is_gone_is_no_failed_must(match, anna):
    anna.visibility = Visibility.PAUSED
    anna.save()

    assert actions.refresh_professional(anna) == Refreshed(dropped=1)
    assert Lapse.objects.get().failed_mask == 0

    anna.visibility = Visibility.VISIBLE
    anna.save()
    actions.refresh_professional(anna)

    assert Lapse.objects.get().until_at is not None


def test_hiding_from_the_school_is_no_failed_must(match, anna, school_a):
    anna.hidden_from.add(school_a)

    actions.refresh_professional(anna)

    assert Lapse.objects.get().failed_mask == 0


def test_facts_that_are_missing_are_no_failed_must(match, anna):
    VacancyFacts.objects.all().delete()

    actions.refresh_professional(anna)

    assert Lapse.objects.get().failed_mask == 0


def test_a_pair_that_nobody_was_told_of_leaves_nothing(match, vacancy):
    Match.objects.update(state="new", notified_at=None)

    ask(vacancy, 4)

    assert not Match.objects.exists()
    assert not Lapse.objects.exists()


def test_the_database_holds_one_open_lapse_that_ends_after_it_began(apart):
    now = timezone.now()
    for wrong in (
        Lapse(match=apart, from_at=now, failed_mask=1),
        Lapse(match=apart, from_at=now, until_at=now - timedelta(days=1), failed_mask=1),
    ):
        with transaction.atomic(), pytest.raises(IntegrityError):
            wrong.save()


def mail(person):
    """Make the mails at once and send them; what is no longer true is taken back."""
    set_frequency(person.user, Category.MATCH, Frequency.AT_ONCE, by=person.user)
    delivery.deliver()
    return Notice.objects.get(kind="new_matches", recipient=person.user).state


def test_who_never_heard_of_it_hears_once_it_fits_again(apart, anna, vacancy):
    assert mail(anna) == NoticeState.WITHDRAWN

    ask(vacancy, 1)

    assert mail(anna) == NoticeState.MAILED
    assert [message.to for message in outbox.outbox] == [[anna.user.email]]


def test_who_was_mailed_does_not_hear_twice(match, anna, vacancy):
    assert mail(anna) == NoticeState.MAILED

    ask(vacancy, 4)
    ask(vacancy, 2)

    assert mail(anna) == NoticeState.MAILED
    assert len([message for message in outbox.outbox if message.to == [anna.user.email]]) == 1


def test_who_read_it_on_the_site_does_not_hear_twice(apart, anna, vacancy):
    assert mail(anna) == NoticeState.WITHDRAWN
    Notice.objects.update(read_at=timezone.now())

    ask(vacancy, 2)

    assert mail(anna) == NoticeState.WITHDRAWN
