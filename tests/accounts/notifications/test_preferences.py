"""The page on which somebody chooses mail."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from accounts.enums import Category, Frequency
from accounts.models import MailRhythm, NoticePreference
from accounts.notifications import hooks, queries
from accounts.notifications.hooks import Panel
from tests import factories
from tests.accounts.notifications.test_views import page_of

URL = "/mijn/meldingen/"
WORK = {"match": "weekly", "answer": "never", "papers": "daily"}
GENERAL = {"account": "at_once", "news": "never"}
RHYTHM = {"hour": "9", "day": "4", "paused_until": ""}
ALL = WORK | GENERAL | RHYTHM


def of_school(school, **choices):
    first = {"match": "daily", "answer": "at_once", "vacancy": "daily", "account": "weekly"}
    return {f"{name}_of_{school.pk}": often for name, often in (first | choices).items()}


def checked(page):
    return dict(re.findall(r'name="(\w+)" value="(\w+)"[^>]* checked', page))


def test_choices_are_saved_and_shown(as_anna, anna):
    page = page_of(as_anna.post(URL, ALL, follow=True))

    assert "This is how you hear from us" in page
    assert checked(page) == WORK | GENERAL
    assert '<option value="9" selected>9:00</option>' in page
    assert '<option value="4" selected>Friday</option>' in page
    assert queries.frequency_of(anna.user, Category.MATCH) == Frequency.WEEKLY


def test_what_is_no_choice_is_refused_and_the_rest_kept(as_anna, anna):
    before = list(NoticePreference.objects.all())
    typed = ALL | {"match": "hourly", "hour": "5", "paused_until": "2001-01-01"}

    page = page_of(as_anna.post(URL, typed))

    assert "hourly is not one of the available choices" in page
    assert "5 is not one of the available choices" in page
    assert "This day is past. Choose a day after today." in page
    assert checked(page) == {
        name: often for name, often in (WORK | GENERAL).items() if name != "match"
    }
    assert 'value="2001-01-01"' in page
    assert list(NoticePreference.objects.all()) == before
    assert not MailRhythm.objects.exists()


@pytest.mark.parametrize(
    ("days", "words"),
    [(-1, "This day is past"), (0, "This day is past"), (1, ""), (366, ""), (367, "within a year")],
)
def test_mail_rests_from_tomorrow_until_within_a_year(as_anna, anna, days, words):
    until = timezone.localdate() + timedelta(days=days)

    page = page_of(as_anna.post(URL, ALL | {"paused_until": until.isoformat()}, follow=True))

    if words:
        error = re.search(r'id="id_paused_until_error">.*?</p>', page)
        assert error
        assert words in error[0]
        assert f'value="{until.isoformat()}"' in page
    else:
        assert MailRhythm.objects.get().paused_until == until
        assert "Mail rests until" in page


@pytest.mark.parametrize("typed", ["31-13-2026", "soon"])
def test_what_is_no_date_is_refused_and_kept(as_anna, typed):
    page = page_of(as_anna.post(URL, ALL | {"paused_until": typed}))

    assert "This is not a date." in page
    assert f'value="{typed}"' in page


def test_a_rest_ends_with_one_button_that_keeps_what_was_typed(as_anna, anna):
    until = timezone.localdate() + timedelta(days=9)
    as_anna.post(URL, ALL | {"paused_until": until.isoformat()})
    assert "End the pause now" in page_of(as_anna.get(URL))

    typed = ALL | {"match": "at_once", "paused_until": until.isoformat(), "resume": "1"}
    page = page_of(as_anna.post(URL, typed, follow=True))

    assert MailRhythm.objects.get().paused_until is None
    assert "End the pause now" not in page
    assert queries.frequency_of(anna.user, Category.MATCH) == Frequency.AT_ONCE


def test_a_rest_that_is_over_is_not_shown(as_anna, anna):
    MailRhythm.objects.create(user=anna.user, paused_until=date(2020, 1, 1))

    page = page_of(as_anna.get(URL))

    assert "Mail rests until" not in page
    assert "2020-01-01" not in page


def test_a_colleague_chooses_about_the_school_and_not_about_own_papers(as_bram, bram, school_a):
    page = page_of(as_bram.get(URL))
    assert "As a colleague of Deltion College" in page
    assert 'name="papers"' not in page

    as_bram.post(URL, of_school(school_a, match="never") | GENERAL | RHYTHM)

    assert queries.frequency_of(bram, Category.MATCH, school_a.pk) == Frequency.NEVER
    assert queries.frequency_of(bram, Category.VACANCY, school_a.pk) == Frequency.DAILY
    assert queries.frequency_of(bram, Category.MATCH) == Frequency.DAILY


def test_who_is_both_chooses_for_both(as_anna, anna, school_a):
    factories.MembershipFactory(user=anna.user, institution=school_a)

    page = page_of(as_anna.get(URL))
    as_anna.post(URL, ALL | of_school(school_a, match="at_once"))

    assert page.index("As a professional") < page.index("As a colleague of Deltion College")
    assert queries.frequency_of(anna.user, Category.MATCH) == Frequency.WEEKLY
    assert queries.frequency_of(anna.user, Category.MATCH, school_a.pk) == Frequency.AT_ONCE


def test_a_stranger_chooses_for_the_own_school_alone(as_carla, school_a, school_b):
    as_carla.post(URL, of_school(school_a) | of_school(school_b) | GENERAL | RHYTHM)

    schools = set(NoticePreference.objects.values_list("institution", flat=True))
    assert schools == {school_b.pk, None}


def test_the_page_says_what_always_comes(as_anna):
    assert "Codes to sign in" in page_of(as_anna.get(URL))


def test_features_above_add_panels_in_order(rf):
    panels = hooks.Panels()
    panels.register(lambda request: Panel(2, "second.html", {"path": request.path}))
    panels.register(lambda request: Panel(1, "first.html", {}))
    panels.register(lambda request: None)

    assert [panel.template for panel in panels.of(rf.get(URL))] == ["first.html", "second.html"]


def test_the_page_asks_as_much_for_many_choices(as_anna, anna, django_assert_max_num_queries):
    as_anna.post(URL, ALL)

    with django_assert_max_num_queries(14):
        as_anna.get(URL)
