"""A colleague leaves: what was still to be told goes to the owners."""

from datetime import timedelta

import pytest
from django.core import mail as outbox
from django.utils import timezone

from accounts.enums import Category, Frequency, MailStop, NoticeState
from accounts.models import Mail, Membership, Notice
from accounts.notifications import actions, delivery, mailing, stops
from accounts.notifications.actions import notify
from accounts.organisations import actions as organisations
from accounts.privacy.actions import delete_account


def tell(user, school, number=1, kind="test_fits"):
    notify(
        kind,
        to=user,
        dedupe=f"{kind}:{number}:{user.pk}",
        target=f"vacancy:{number}",
        facts={"number": number},
        institution=school,
    )


def leave(user, olga):
    organisations.end_member(Membership.objects.get(user=user), by=olga)


def heard_by(user):
    rows = Notice.objects.filter(recipient=user).exclude(state=NoticeState.WITHDRAWN)
    return sorted(rows.values_list("target", flat=True))


def test_what_waits_for_who_leaves_goes_to_the_owners(bram, olga, school_a):
    tell(bram, school_a)

    leave(bram, olga)
    mailing.make_mails(timezone.now() + timedelta(days=1))

    assert heard_by(bram) == []
    assert heard_by(olga) == ["vacancy:1"]
    assert [mail.recipient for mail in Mail.objects.all()] == [olga]
    assert Notice.objects.get(recipient=olga).institution == school_a


def test_an_owner_who_heard_it_already_hears_it_once(bram, olga, school_a):
    for user in (bram, olga):
        tell(user, school_a)
    tell(bram, school_a, 2)

    leave(bram, olga)

    assert heard_by(olga) == ["vacancy:1", "vacancy:2"]


def test_what_a_mail_told_already_is_not_told_again(bram, olga, school_a):
    tell(bram, school_a, kind="test_answered")
    delivery.deliver()

    leave(bram, olga)

    assert heard_by(olga) == []
    assert heard_by(bram) == ["vacancy:1"]


def test_a_mail_that_waits_for_its_words_does_not_go_to_who_left(bram, olga, school_a):
    tell(bram, school_a, kind="test_answered")
    mailing.make_mails()

    leave(bram, olga)
    delivery.deliver()

    assert [message.to for message in outbox.outbox] == [[olga.email]]


def test_what_came_back_because_the_address_is_gone_goes_to_the_owners(bram, olga, school_a):
    stops.stop_mail(bram, MailStop.BOUNCED, mail=None)
    tell(bram, school_a)
    mailing.make_mails()

    leave(bram, olga)

    assert heard_by(olga) == ["vacancy:1"]


def test_what_somebody_is_told_as_a_person_stays(bram, olga, school_a, school_b):
    notify("test_fits", to=bram, dedupe="own", target="own")
    notify(
        "colleague_welcome", to=bram, dedupe="welcome", target="membership", institution=school_a
    )
    tell(bram, school_b, 3)

    leave(bram, olga)

    assert heard_by(olga) == []
    assert heard_by(bram) == ["own", "vacancy:3"]


def test_an_account_that_goes_leaves_it_to_the_owners(bram, olga, school_a):
    tell(bram, school_a)

    delete_account(bram, by=bram)

    assert heard_by(olga) == ["vacancy:1"]


def test_the_owners_get_it_as_often_as_they_chose(bram, olga, school_a):
    actions.set_frequency(
        olga, Category.MATCH, Frequency.WEEKLY, by=olga, institution_id=school_a.pk
    )
    tell(bram, school_a)

    leave(bram, olga)
    mailing.make_mails()

    assert Notice.objects.get(recipient=olga).rhythm == Frequency.WEEKLY


@pytest.mark.parametrize("times", [1, 2])
def test_leaving_after_coming_back_tells_nothing_twice(bram, olga, school_a, times):
    tell(bram, school_a)

    for _time in range(times):
        leave(bram, olga)
        Membership.objects.filter(user=bram).update(status="active")

    assert heard_by(olga) == ["vacancy:1"]
