"""What changed since somebody heard of a vacancy: named, and told again only then."""

from datetime import date, timedelta

import pytest
from django.core import mail as outbox
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from accounts.enums import Category, Frequency
from accounts.models import Notice
from accounts.notifications import delivery
from accounts.notifications.actions import set_frequency
from accounts.notifications.registry import kind_of
from tests import factories
from vacancies.matching import actions
from vacancies.matching.since import Change, Terms, changes, packed, unpacked
from vacancies.matching.words.since import changed
from vacancies.models import Match

START = date(2027, 2, 1).toordinal()
TERMS = Terms(START, START + 100, 0b11, 2, (7, 9), "LB")

terms = st.builds(
    Terms,
    starts_on=st.integers(0, 999_999),
    ends_on=st.integers(0, 999_999),
    day_parts=st.integers(0, (1 << 18) - 1),
    needed=st.integers(0, 18),
    places=st.lists(st.integers(1, 9999), unique=True).map(lambda keys: tuple(sorted(keys))),
    scale=st.sampled_from(["", "6", "LB", "LE"]),
)


@given(terms)
def test_packing_loses_nothing(one):
    assert unpacked(packed(one)) == one
    assert changes(packed(one), packed(one)) == ()


def test_what_is_different_is_named_in_order():
    later = TERMS._replace(starts_on=START + 28, scale="LC")

    assert changes(packed(TERMS), packed(later)) == (
        Change("starts_on", START, START + 28),
        Change("scale", "LB", "LC"),
    )
    assert changes("", packed(TERMS)) == ()


@pytest.mark.parametrize(
    ("new", "text"),
    [
        ({"starts_on": START + 28}, "it starts on 1 March 2027"),
        ({"ends_on": START + 59}, "it lasts until 1 April 2027"),
        ({"ends_on": 0}, "it has no last day"),
        ({"day_parts": 0b1}, "asked is now Monday morning"),
        ({"needed": 1}, "1 day-part is needed, that was 2"),
        ({"needed": 3}, "3 day-parts are needed, that was 2"),
        ({"places": (8,)}, "it is in Kampen now"),
        ({"scale": "9"}, "the pay goes up to scale 9, that was LB"),
    ],
)
def test_a_change_in_words(new, text):
    line = changed(packed(TERMS), packed(TERMS._replace(**new)), "Kampen", seen=True)

    assert line.replace("\u00a0", " ") == f"Changed since you last saw it: {text}."


def told(person):
    """The new mails of this person, each as its text."""
    before = len(outbox.outbox)
    delivery.deliver()
    mine = [one for one in outbox.outbox[before:] if one.to == [person.user.email]]
    return [one.body.replace("\u00a0", " ") for one in mine]


def change(vacancy, **values):
    for name, value in values.items():
        setattr(vacancy, name, value)
    vacancy.save()
    actions.refresh_vacancy(vacancy)


@pytest.fixture
def vacancy(school_a):
    return factories.VacancyFactory(institution=school_a, pay_scale_max="LB")


@pytest.fixture
def anna_mailed_at_once(anna, bram):
    set_frequency(anna.user, Category.MATCH, Frequency.AT_ONCE, by=anna.user)
    return anna


def test_what_changes_while_the_mail_waits_is_named_in_it(anna, match, vacancy):
    change(vacancy, pay_scale_max="9")
    set_frequency(anna.user, Category.MATCH, Frequency.AT_ONCE, by=anna.user)

    (text,) = told(anna)

    assert "Changed since we told you: the pay goes up to scale 9, that was LB." in text


def test_who_looked_after_the_change_is_not_bothered_with_it(anna, match, vacancy):
    change(vacancy, pay_scale_max="9")
    actions.mark_seen([Match.objects.get()])
    set_frequency(anna.user, Category.MATCH, Frequency.AT_ONCE, by=anna.user)

    (text,) = told(anna)

    assert "Changed since" not in text


def test_after_a_lapse_a_change_is_told_once_and_named(anna_mailed_at_once, match, vacancy):
    assert len(told(anna_mailed_at_once)) == 1
    change(vacancy, day_parts_needed=4)
    assert told(anna_mailed_at_once) == []

    change(vacancy, day_parts_needed=2, starts_on=vacancy.starts_on + timedelta(days=7))
    actions.refresh_vacancy(vacancy)

    (text,) = told(anna_mailed_at_once)
    assert "Changed since we told you: it starts on" in text
    actions.rebuild_all()
    assert told(anna_mailed_at_once) == []


def test_after_a_lapse_the_same_is_not_told_again(anna_mailed_at_once, match, vacancy):
    assert len(told(anna_mailed_at_once)) == 1

    change(vacancy, day_parts_needed=4)
    change(vacancy, day_parts_needed=2)

    assert told(anna_mailed_at_once) == []


def test_each_state_of_a_vacancy_is_told_once(anna_mailed_at_once, match, vacancy):
    first, later = vacancy.starts_on, vacancy.starts_on + timedelta(days=7)
    counts = [len(told(anna_mailed_at_once))]

    for day in (later, first, later):
        change(vacancy, day_parts_needed=4)
        change(vacancy, day_parts_needed=2, starts_on=day)
        counts.append(len(told(anna_mailed_at_once)))

    assert counts == [1, 1, 1, 0]


def test_a_change_without_a_lapse_is_no_mail_of_its_own(anna_mailed_at_once, match, vacancy):
    told(anna_mailed_at_once)

    change(vacancy, starts_on=vacancy.starts_on + timedelta(days=7))

    assert told(anna_mailed_at_once) == []


def test_a_notice_of_before_terms_were_kept_says_nothing_of_them(match):
    Notice.objects.update(facts={"match": match.pk, "school": 1}, created_at=timezone.now())

    (item,) = kind_of("new_matches").words(list(Notice.objects.filter(kind="new_matches")))

    assert len(item.lines) == 2
