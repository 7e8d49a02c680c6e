"""One school stands in three mails at once a day; what comes after goes with the daily mail."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.enums import Category, Frequency, NoticeState
from accounts.models import Mail, Notice
from accounts.notifications import calendar, composing, mailing, queries, share
from accounts.notifications.actions import set_frequency
from tests import factories
from vacancies.matching import actions
from vacancies.matching import queries as matching
from vacancies.matching.events import Reader
from vacancies.matching.fair import AT_ONCE_A_DAY
from vacancies.matching.ledger import ledger_of
from vacancies.models import Match


@pytest.fixture
def eager(anna):
    """Anna, who wants matches at once."""
    set_frequency(anna.user, Category.MATCH, Frequency.AT_ONCE, by=anna.user)
    actions.refresh_professional(anna)
    return anna


def publish(school, number=1):
    """So many vacancies, each with the mails that are due after it."""
    for _ in range(number):
        actions.refresh_vacancy(factories.VacancyFactory(institution=school))
        mailing.make_mails()


def told(user, **facts):
    rows = Notice.objects.filter(recipient=user, kind="new_matches", **facts).order_by("pk")
    return list(rows.values_list("state", flat=True))


MAILED, WAITING = NoticeState.MAILED, NoticeState.WAITING


def test_the_fourth_mail_of_a_day_about_a_school_waits(eager, school_a):
    publish(school_a, 5)

    assert told(eager.user) == [MAILED] * AT_ONCE_A_DAY + [WAITING] * 2
    assert Mail.objects.filter(recipient=eager.user).count() == AT_ONCE_A_DAY


def test_another_school_has_its_own_share(eager, school_a, school_b):
    publish(school_a, 4)
    publish(school_b, 1)

    assert told(eager.user) == [MAILED] * 3 + [WAITING, MAILED]


def test_many_in_one_mail_are_one_mail(eager, school_a):
    for _ in range(5):
        actions.refresh_vacancy(factories.VacancyFactory(institution=school_a))
    mailing.make_mails()

    assert told(eager.user) == [MAILED] * 5


def test_what_was_too_much_goes_with_the_daily_mail_and_not_before(eager, school_a):
    publish(school_a, 5)
    tomorrow = calendar.start_of(calendar.daily_period(timezone.now())) + timedelta(days=1, hours=1)

    assert mailing.make_mails() == 0
    made = mailing.make_mails(tomorrow)

    mail = Mail.objects.get(recipient=eager.user, kind="digest_daily")
    assert made == 1
    assert told(eager.user) == [MAILED] * 5
    assert mail.notices.count() == 2
    assert "may not fill a day" in next(iter(composing.letters_for([mail])[0].values())).why


def test_midnight_does_not_send_it_after_all(eager, school_a):
    publish(school_a, 4)
    yesterday = timezone.now() - timedelta(days=1)
    Notice.objects.update(created_at=yesterday)
    Mail.objects.update(created_at=yesterday)

    mailing.make_mails()
    assert told(eager.user)[-1] == WAITING

    publish(school_a, 1)
    assert told(eager.user)[-2:] == [WAITING, MAILED]


def test_the_share_of_one_person_is_not_that_of_another(eager, school_a):
    publish(school_a, 3)
    other = factories.ProfessionalFactory()
    set_frequency(other.user, Category.MATCH, Frequency.AT_ONCE, by=other.user)
    actions.refresh_professional(other)
    mailing.make_mails()

    assert told(other.user) == [MAILED] * 3
    publish(school_a, 1)
    assert (told(eager.user)[-1], told(other.user)[-1]) == (WAITING, MAILED)


def test_who_wants_a_digest_is_not_concerned(anna, school_a):
    actions.refresh_professional(anna)
    publish(school_a, 4)

    assert told(anna.user) == [WAITING] * 4
    assert not share.is_beyond(Notice.objects.filter(kind="new_matches").last())


def test_what_waits_for_the_daily_mail_is_not_late(eager, school_a):
    publish(school_a, 4)
    Notice.objects.filter(kind="new_candidates").delete()
    Mail.objects.update(state="sent", sent_at=timezone.now())

    assert queries.oldest_unsent_s() == 0


def test_the_story_says_why_it_was_not_at_once(eager, school_a):
    publish(school_a, 4)
    last = Match.objects.order_by("pk").last()
    explanation = matching.explain(last.vacancy, eager)

    def moments(reader):
        ledger = ledger_of(last.vacancy, eager, explanation, reader=reader)
        return [moment.text for moment in ledger.moments]

    full = "Enough came at once of this school that day. This one goes with the daily mail."
    assert moments(Reader.PERSON)[-2:] == [full, "Your next daily mail: this vacancy is in it."]
    assert full not in moments(Reader.SCHOOL)
    notice = Notice.objects.filter(kind="new_matches").order_by("pk").last()
    assert "enough came at once" in queries.why_of(notice)


def test_the_rule_is_published(client, db):
    client.cookies["language"] = "en"
    page = client.get("/zo-werkt-matchen/").content.decode()

    assert f"at most {AT_ONCE_A_DAY} of those mails a day" in page
