"""The story as the pages tell it, from the rows that the site itself wrote."""

from datetime import timedelta

from django.utils import timezone

from accounts.enums import Category, Frequency
from accounts.models import Mail, Notice
from accounts.notifications import delivery, mailing
from accounts.notifications.actions import set_frequency
from accounts.privacy.queries import download
from accounts.profiles.actions import showing
from portal.kit.templatetags.ui import day
from tests import factories
from vacancies.applications.actions import show_interest
from vacancies.enums import DismissReason
from vacancies.matching import actions, queries
from vacancies.matching.events import Reader
from vacancies.matching.ledger import ledger_of


def ledger(match, reader):
    explanation = queries.explain(match.vacancy, match.professional)
    return ledger_of(match.vacancy, match.professional, explanation, reader=reader)


def texts(match, reader=Reader.PERSON):
    return [moment.text for moment in ledger(match, reader).moments]


def hints(match, reader=Reader.PERSON):
    return [hint.text for hint in ledger(match, reader).hints]


def test_a_match_that_waits_for_the_weekly_mail_says_when(match, anna):
    set_frequency(anna.user, Category.MATCH, Frequency.WEEKLY, by=anna.user)

    told = texts(match)

    assert told[:3] == [
        "The vacancy opened.",
        "You met every must: it became a match.",
        "You got a message on the site.",
    ]
    assert told[-1] == "Your next weekly mail: this vacancy is in it."
    assert ledger(match, Reader.PERSON).moments[-1].when.endswith(", 7:00")


def test_a_mail_that_went_out_is_told_without_an_address(match, anna):
    set_frequency(anna.user, Category.MATCH, Frequency.AT_ONCE, by=anna.user)
    mailing.make_mails()
    delivery.deliver()

    assert "We mailed it to you." in texts(match)
    for_school = texts(match, Reader.SCHOOL)
    assert "We mailed it to this person." in for_school
    assert not [text for text in for_school if "@" in text or "Anna" in text]


def test_a_digest_says_that_it_was_one(match):
    Notice.objects.update(created_at=timezone.now() - timedelta(days=2))
    mailing.make_mails()
    delivery.deliver()

    assert "It was in your daily mail." in texts(match)
    assert "It was in the daily mail to this person." in texts(match, Reader.DESK)
    assert "We mailed it to this person." in texts(match, Reader.SCHOOL)
    assert "The school got that by mail too." in texts(match, Reader.SCHOOL)


def test_who_wants_no_mail_reads_that_and_the_school_does_not(match, anna):
    set_frequency(anna.user, Category.MATCH, Frequency.NEVER, by=anna.user)
    mailing.make_mails()

    assert "You want no mail about this. The message is on the site." in texts(match)
    assert hints(match) == ["You get no mail about matches. You chose that; they are on the site."]
    assert hints(match, Reader.SCHOOL) == []
    assert not [text for text in texts(match, Reader.SCHOOL) if "mail" in text]
    assert not Mail.objects.filter(recipient=anna.user).exists()


def test_a_school_from_which_somebody_hides_is_told_nothing_of_it(match, anna, school_a):
    showing.hide_from(anna, school_a, by=anna.user)

    assert hints(match)[0].startswith("You hide your profile from this school.")
    assert "You hid your profile from this school." in texts(match)
    said = " ".join([*texts(match, Reader.SCHOOL), *hints(match, Reader.SCHOOL)])
    assert "hid" not in said
    assert hints(match, Reader.DESK)


def test_hiding_from_another_school_is_no_part_of_this_story(match, anna, school_b):
    showing.hide_from(anna, school_b, by=anna.user)

    assert not [text for text in texts(match) if "hid" in text]
    assert hints(match) == []


def test_put_aside_and_brought_back_with_the_reason(match, anna):
    actions.dismiss(match, reason=DismissReason.PAY, by=anna.user)
    assert hints(match) == ["You put it aside: the pay is too low."]
    assert not [text for text in texts(match) if "next daily mail" in text]

    actions.undismiss(match, by=anna.user)

    told = texts(match)
    assert told[-3:-1] == ["You put it aside: the pay is too low.", "You brought it back."]
    assert told[-1].startswith("Your next daily mail")
    assert "This person brought it back." not in texts(match, Reader.SCHOOL)


def test_an_invitation_and_a_yes(match, anna, bram, vacancy):
    actions.invite(match, by=bram)
    show_interest(vacancy, anna, by=anna.user)

    told = texts(match, Reader.SCHOOL)

    assert "The school invited this person." in told
    assert "This person got a message about it." in told
    assert told[-1] == "This person said yes."


def test_a_pair_that_never_met(anna, vacancy):
    stranger = factories.ProfessionalFactory(domains=[])
    explanation = queries.explain(vacancy, stranger)

    found = ledger_of(vacancy, stranger, explanation, reader=Reader.PERSON)

    assert [moment.text for moment in found.moments] == ["The vacancy opened."]
    assert found.hints[0].text == "1 must does not fit."


def ask(vacancy, day_parts):
    vacancy.day_parts_needed = day_parts
    vacancy.save()
    actions.refresh_vacancy(vacancy)


def test_a_pair_that_fits_no_more_says_until_when_and_why(match, vacancy):
    today = day(timezone.localdate()).replace("\u00a0", " ")
    ask(vacancy, 4)

    told = hints(match)

    assert told[0] == "1 must does not fit."
    assert told[1].replace("\u00a0", " ") == (
        f"You fitted from {today} to {today}. What no longer fitted then: day-parts."
    )
    assert "You did not fit any more. What no longer fitted: day-parts." in texts(match)
    assert hints(match, Reader.SCHOOL) == ["1 must does not fit."]
    assert not [text for text in texts(match, Reader.SCHOOL) if "any more" in text]


def test_a_pair_that_fits_again_says_so_and_is_no_news(match, vacancy):
    ask(vacancy, 4)
    told = Notice.objects.count()
    ask(vacancy, 1)

    assert "It fitted again. What was told before is not told again." in texts(match)
    assert hints(match) == []
    assert Notice.objects.count() == told


def test_when_a_pair_did_not_fit_is_read_once(match, vacancy, django_assert_num_queries):
    ask(vacancy, 4)
    explanation = queries.explain(vacancy, match.professional)

    with django_assert_num_queries(10) as asked:
        told = ledger_of(vacancy, match.professional, explanation, reader=Reader.PERSON)

    assert told.hints[1].text.startswith("You fitted from")
    assert sum("vacancies_lapse" in query["sql"] for query in asked) == 1


def test_who_pauses_reads_that_it_was_no_match_and_no_must_is_blamed(match, anna):
    showing.pause(anna, by=anna.user)

    assert "It was no match any more." in texts(match)
    assert [text for text in hints(match) if "fitted" in text] == []


def test_the_download_tells_when_a_match_lapsed(match, anna, vacancy):
    ask(vacancy, 4)

    (row,) = download(anna.user)["matches_that_lapsed"]

    assert (row["vacancy"], row["until_at"], row["failed"]) == (str(vacancy), None, ("day_parts",))
