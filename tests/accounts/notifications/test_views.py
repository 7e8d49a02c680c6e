import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse

from accounts.enums import Category, Frequency
from accounts.models import Mail, Notice
from accounts.notifications import actions, delivery, queries, tokens
from accounts.notifications.actions import notify


@pytest.fixture
def notice(anna):
    notify("test_fits", to=anna.user, dedupe="fits:1", target="vacancy:1")
    return Notice.objects.get()


@pytest.fixture
def stop_url(anna):
    return reverse("unsubscribe", args=[tokens.token_for(anna.user.pk, [(Category.MATCH, None)])])


def page_of(response):
    return " ".join(response.content.decode().split())


def test_the_inbox_of_a_newcomer_says_what_will_come(as_anna):
    assert "No messages yet" in page_of(as_anna.get("/mijn/berichten/"))


def test_the_inbox_shows_what_is_new(as_anna, notice):
    page = page_of(as_anna.get("/mijn/berichten/"))

    assert "1 message that you have not opened." in page
    assert "Welding teacher 1" in page
    assert page.count('<p class="eyebrow">New</p>') == 1


def test_the_inbox_asks_the_same_number_of_questions_for_three(
    as_anna, anna, django_assert_num_queries
):
    as_anna.get("/mijn/berichten/")
    for count in (1, 3):
        for number in range(count):
            notify("test_fits", to=anna.user, dedupe=f"fits:{count}:{number}")
        with django_assert_num_queries(6):
            as_anna.get("/mijn/berichten/")


def test_a_notice_about_what_is_gone_leaves_the_inbox(as_anna, anna):
    notify("test_fits", to=anna.user, dedupe="fits:1", facts={"gone": 1})

    page = page_of(as_anna.get("/mijn/berichten/"))

    assert "No messages yet" in page
    assert queries.unread_count(anna.user) == 0


def test_opening_a_notice_reads_it_and_goes_where_it_is_about(as_anna, anna, notice):
    response = as_anna.get(f"/mijn/berichten/{notice.pk}/")

    assert response["Location"] == "/vacatures/1/"
    assert queries.unread_count(anna.user) == 0


def test_opening_a_notice_about_what_is_gone_says_so(as_anna, notice):
    Notice.objects.update(facts={"gone": 1})

    response = as_anna.get(f"/mijn/berichten/{notice.pk}/", follow=True)

    assert "is no longer there" in page_of(response)


def test_a_stranger_cannot_open_a_notice(as_carla, notice):
    assert as_carla.get(f"/mijn/berichten/{notice.pk}/").status_code == 404
    assert queries.unread_count(notice.recipient) == 1


def test_all_can_be_marked_as_read_at_once(as_anna, anna, notice):
    as_anna.post("/mijn/berichten/gelezen/")

    assert queries.unread_count(anna.user) == 0


def test_marking_as_read_needs_a_post(as_anna, notice):
    assert as_anna.get("/mijn/berichten/gelezen/").status_code == 405


def test_looking_at_the_page_to_stop_changes_nothing(anna, stop_url):
    page = page_of(Client().get(stop_url))

    assert "Stop this mail?" in page
    assert queries.frequency_of(anna.user, Category.MATCH) == Frequency.DAILY


def test_one_click_stops_the_mail_without_session_or_form(anna, stop_url):
    mail_program = Client(enforce_csrf_checks=True)

    response = mail_program.post(stop_url, {"List-Unsubscribe": "One-Click"})

    assert response.status_code == 200
    assert queries.frequency_of(anna.user, Category.MATCH) == Frequency.NEVER


def test_stopping_twice_is_no_error_and_says_what_still_comes(anna, stop_url):
    for _time in range(2):
        page = page_of(Client().post(stop_url))

    assert "You do not get this mail any more:" in page
    assert "<li>Interest and answers: At once</li>" in page
    assert anna.user.email not in page


def test_the_mail_can_also_come_less_often(anna, stop_url):
    page = page_of(Client().post(stop_url, {"frequency": "weekly"}))

    assert "this mail comes once a week" in page
    assert queries.frequency_of(anna.user, Category.MATCH) == Frequency.WEEKLY


def test_the_page_to_stop_speaks_the_language_of_the_mail(anna, stop_url):
    anna.user.language = "nl"
    anna.user.save()

    assert '<html lang="nl">' in page_of(Client().get(stop_url, headers={"accept-language": "en"}))


@pytest.mark.parametrize("token", ["nonsense", "WzEsWyJtYXRjaCJdXQ:wrong"])
def test_a_forged_token_is_not_found(db, token):
    assert Client().post(f"/afmelden/{token}/").status_code == 404


def test_the_token_of_a_deleted_account_still_answers(anna, stop_url):
    anna.user.delete()

    assert Client().post(stop_url).status_code == 200


def test_the_address_in_the_mail_is_the_address_that_stops_it(anna):
    notify("test_answered", to=anna.user, dedupe="answered:1")
    delivery.deliver()
    path = Mail.objects.get().unsubscribe_url.removeprefix("http://testserver")

    Client(enforce_csrf_checks=True).post(path, {"List-Unsubscribe": "One-Click"})

    assert queries.frequency_of(anna.user, Category.ANSWER) == Frequency.NEVER


def test_a_mail_to_a_colleague_stops_for_that_school_alone(bram, school_a):
    notify("test_answered", to=bram, dedupe="answered:1", institution=school_a)
    delivery.deliver()
    path = Mail.objects.get().unsubscribe_url.removeprefix("http://testserver")

    for _time in range(2):
        page = page_of(Client().post(path))

    about = "Interest and answers, as a colleague of Deltion College"
    assert f"<li>{about}</li>" in page
    assert f"{about}: " not in page
    assert "New matches, as a colleague of Deltion College: Once a day" in page
    assert queries.frequency_of(bram, Category.ANSWER, school_a.pk) == Frequency.NEVER
    assert queries.frequency_of(bram, Category.ANSWER) == Frequency.AT_ONCE


def test_the_token_of_a_school_that_is_gone_still_answers(bram, school_b):
    token = tokens.token_for(bram.pk, [(Category.ANSWER, school_b.pk), (Category.MATCH, None)])
    school_b.delete()

    page = page_of(Client().post(reverse("unsubscribe", args=[token])))

    assert "You do not get this mail any more:" in page
    assert queries.frequency_of(bram, Category.MATCH) == Frequency.NEVER


def test_a_token_says_what_it_stops_and_nobody_can_write_one():
    abouts = [(Category.ANSWER, 7), (Category.MATCH, None)]
    token = tokens.token_for(12, abouts)

    assert tokens.read(token) == (12, abouts)
    for forged in (token.replace("12", "13", 1), token[:-1], "", "12-match"):
        with pytest.raises(signing.BadSignature):
            tokens.read(forged)


def test_outside_the_demo_there_is_no_mailbox(as_mo):
    assert as_mo.get("/demo/postvak/").status_code == 404


@pytest.mark.urls("tests.accounts.notifications.demo_urls")
def test_the_demo_shows_a_mail_as_text_and_as_a_mail_program_would(anna, settings):
    settings.DEMO = True
    actions.set_frequency(anna.user, Category.MATCH, Frequency.AT_ONCE, by=anna.user)
    notify("test_fits", to=anna.user, dedupe="fits:1")
    delivery.deliver()

    page = page_of(Client().get("/demo/postvak/"))
    shown = Client().get(reverse("demo_mail", args=[Mail.objects.get().pk]))

    assert "anna@example.org" in page
    assert "Welding teacher 1" in page
    policy = shown["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "sandbox" in policy
    assert "script-src" not in policy


@pytest.mark.urls("tests.accounts.notifications.demo_urls")
def test_the_demo_mailbox_without_mail_says_how_to_get_some(db, settings):
    settings.DEMO = True

    assert "No mail yet" in page_of(
        Client().get("/demo/postvak/", headers={"accept-language": "en"})
    )


def test_a_notice_that_is_true_again_is_shown_again(as_anna, notice):
    Notice.objects.update(facts={"gone": 1})
    as_anna.get("/mijn/berichten/")

    Notice.objects.update(facts={})

    assert "Welding teacher 1" in page_of(as_anna.get("/mijn/berichten/"))
