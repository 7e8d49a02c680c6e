"""Why a mail came, or none: read from the rows that the site wrote."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from accounts.audit import actions as audit
from accounts.enums import Category, Frequency, MailState, MailStop, NoticeState
from accounts.models import Mail, MailRhythm, Notice
from accounts.notifications import calendar, delivery, mailing, stops
from accounts.notifications.actions import cancel, set_frequency
from portal.kit.templatetags.ui import day
from tests import factories
from tests.vacancies.matching.test_ledger import hints, ledger, texts
from vacancies.enums import DismissReason
from vacancies.matching import actions, queries
from vacancies.matching.events import Reader
from vacancies.matching.ledger import ledger_of
from vacancies.models import Match

ANSWER = "250 2.0.0 Ok: queued as 4BxQ for anna@example.org"


def wants(person, frequency, **rhythm):
    MailRhythm.objects.update_or_create(user=person.user, defaults=rhythm)
    set_frequency(person.user, Category.MATCH, frequency, by=person.user)


def mailed(match, **facts):
    """The mail about this match went, and this is what became of it."""
    wants(match.professional, Frequency.AT_ONCE)
    delivery.deliver()
    mails = Mail.objects.filter(notices__target=f"match:{match.pk}")
    Mail.objects.filter(pk__in=list(mails.values_list("pk", flat=True))).update(**facts)
    return mails.get()


def test_the_weekly_mail_is_named_with_its_day_and_hour(match, anna):
    wants(anna, Frequency.WEEKLY, digest_day=4, digest_hour=7)
    mailing.make_mails()

    last = ledger(match, Reader.PERSON).moments[-1]

    friday = calendar.first_weekly(Notice.objects.get(recipient=anna.user).created_at, 7, 4)
    assert timezone.localtime(friday).weekday() == 4
    assert last.when == f"{day(timezone.localdate(friday))}, 7:00"
    assert last.text == "Your next weekly mail: this vacancy is in it."


@pytest.mark.parametrize("planned", [True, False])
def test_a_plan_that_is_not_made_yet_reads_as_the_one_to_come(match, anna, planned):
    wants(anna, Frequency.DAILY, digest_hour=18)
    mailing.make_mails()
    Notice.objects.filter(recipient=anna.user).update(
        **({} if planned else {"due_at": None, "rhythm": ""})
    )

    last = ledger(match, Reader.PERSON).moments[-1]

    assert last.when.endswith(", 18:00")
    assert last.text == "Your next daily mail: this vacancy is in it."


def test_who_lets_mail_rest_reads_until_when(match, anna):
    until = timezone.localdate() + timedelta(days=40)
    wants(anna, Frequency.AT_ONCE, paused_until=until)
    mailing.make_mails()

    last = ledger(match, Reader.PERSON).moments[-1]

    assert last.when.startswith(day(until))
    assert last.text.startswith("Your mail rests until then.")
    assert hints(match) == [
        f"Your mail rests until {day(until)}. Messages are on the site meanwhile."
    ]
    assert hints(match, Reader.SCHOOL) == []
    assert "rests" not in " ".join(texts(match, Reader.SCHOOL))


def test_the_answer_of_the_server_raw_for_a_moderator_and_in_words_for_the_person(match):
    mailed(match, server_answer=ANSWER)

    assert f"We mailed it to this person. The mail server said: {ANSWER}" in texts(
        match, Reader.DESK
    )
    assert "We mailed it to you. Your mail server took it." in texts(match)
    assert "We mailed it to this person." in texts(match, Reader.SCHOOL)


def test_without_an_answer_nothing_is_said_of_a_server(match):
    mailed(match, server_answer="")

    assert "We mailed it to you." in texts(match)


def test_a_mail_that_came_back_was_sent_first(match):
    mail = mailed(match, state=MailState.RETURNED, server_answer="550 no such user")
    audit.record("mail.returned", mail, by=None)

    assert texts(match)[-2:] == [
        "We mailed it to you.",
        "The mail came back: your mail server could not deliver it after all.",
    ]
    assert texts(match, Reader.DESK)[-1].endswith("The mail server said: 550 no such user")
    assert not [text for text in texts(match, Reader.SCHOOL) if "back" in text]


def test_an_address_that_takes_no_mail_says_since_when(match, anna):
    stops.stop_mail(anna.user, MailStop.BOUNCED, mail=None)

    today = day(timezone.localdate())
    assert "Your address takes no mail. The message is on the site." in texts(match)
    assert hints(match) == [
        f"Your mail address takes no mail since {today}. Messages are on the site."
    ]
    assert hints(match, Reader.SCHOOL) == []


def test_a_mail_that_waits_for_its_server_says_so(match):
    mailed(match, state=MailState.QUEUED, deferrals=2, server_answer="450 greylisted")

    assert texts(match)[-1].startswith("Your mail server asked us to wait.")
    assert texts(match, Reader.DESK)[-1].endswith("said: 450 greylisted")


def test_a_moderator_who_cancels_is_not_taken_for_nothing_left_to_tell(match, mo):
    mail = mailed(match, state=MailState.QUEUED)
    cancel(mail, by=mo)

    assert texts(match)[-1] == "A moderator cancelled the mail."


def test_a_mail_with_nothing_left_to_tell_says_so(match):
    mailed(match, state=MailState.CANCELLED, server_answer="Nothing left to tell")

    assert texts(match)[-1].startswith("When the mail would go there was nothing left to tell.")


def test_a_mail_that_a_stopped_address_kept_from_going_says_so(match):
    mailed(match, state=MailState.CANCELLED, server_answer=stops.NO_ADDRESS)

    assert texts(match)[-1] == "Your address takes no mail. The message is on the site."


def test_what_went_wrong_here_is_not_put_in_the_mouth_of_a_server(match):
    mailed(match, state=MailState.PARKED, server_answer="TypeError")

    assert texts(match, Reader.DESK)[-1].endswith("It is parked. What went wrong: TypeError")
    assert texts(match)[-1] == "The mail could not be delivered. A moderator looks at it."


def test_a_switched_off_account_is_why_no_mail_was_made(match, anna):
    Notice.objects.update(state=NoticeState.NOT_WANTED)
    anna.user.is_active = False
    anna.user.save()

    assert "The account is switched off: no mail was made." in texts(match, Reader.DESK)


def test_a_no_to_another_vacancy_is_why_this_one_was_not_told(match, anna, school_b):
    match.vacancy.pay_scale_max = "LB"
    match.vacancy.save()
    actions.dismiss(match, reason=DismissReason.PAY, by=anna.user)
    other = factories.VacancyFactory(institution=school_b, pay_scale_max="LB", title="Elders")
    actions.refresh_vacancy(other)
    pair = Match.objects.get(vacancy=other, professional=anna)

    told = ledger(pair, Reader.PERSON)

    assert [hint.text for hint in told.hints] == [
        f"You said no to “{match.vacancy.title}”: the pay is too low. "
        "So we do not tell you of this one either."
    ]
    assert told.hints[0].url
    assert not [moment.text for moment in told.moments if "message" in moment.text]
    assert match.vacancy.title in hints(pair, Reader.DESK)[0]
    assert hints(pair, Reader.SCHOOL) == []


def test_a_message_that_was_read_says_so(match, anna):
    Notice.objects.update(read_at=datetime(2027, 1, 1, tzinfo=timezone.get_current_timezone()))

    assert texts(match)[-1] == "You read the message on the site."
    assert "read" not in " ".join(texts(match, Reader.SCHOOL))


@pytest.mark.parametrize("status", ["closed", "paused"])
def test_a_vacancy_that_is_not_open_tells_its_story_to_who_missed_it(as_anna, anna, status):
    closed = {"outcome": "nobody_found", "closed_at": timezone.now()} if status == "closed" else {}
    vacancy = factories.VacancyFactory(status=status, **closed)
    explanation = queries.explain(vacancy, anna)

    page = as_anna.get(f"{vacancy.get_absolute_url()}waarom/")

    found = ledger_of(vacancy, anna, explanation, reader=Reader.PERSON)
    assert page.status_code == 200
    assert found.hints[0].text in page.content.decode()
