"""Everybody who fits hears of a real improvement once, and what it is."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Notice
from accounts.notifications.registry import kind_of
from vacancies.enums import DismissReason
from vacancies.matching import actions, better, queries
from vacancies.matching.events import Reader
from vacancies.matching.ledger import ledger_of
from vacancies.models import Match
from vacancies.posting import actions as posting
from vacancies.posting.better import improvements
from vacancies.posting.snapshots import snapshot_of


@pytest.fixture
def heard(match, vacancy):
    """Anna was told and mailed, some days ago, of a vacancy that a moderator read."""
    Notice.objects.update(state="mailed")
    Match.objects.update(notified_at=timezone.now() - timedelta(days=3))
    vacancy.pay_scale_max = "LB"
    vacancy.approved_snapshot = snapshot_of(vacancy)
    vacancy.save()
    return match


def change(vacancy, mo, **values):
    for name, value in values.items():
        setattr(vacancy, name, value)
    vacancy.review_since = timezone.now()
    vacancy.save()
    actions.refresh_vacancy(vacancy)
    posting.approve(vacancy, by=mo)
    vacancy.refresh_from_db()


def told():
    return [one.facts["better"] for one in Notice.objects.filter(kind=better.KIND).order_by("pk")]


@pytest.mark.parametrize(
    ("before", "after", "codes"),
    [
        ({"pay_scale_max": "LB"}, {"pay_scale_max": "LC"}, ("pay:LC",)),
        ({"pay_scale_max": "9"}, {"pay_scale_max": "LB"}, ("pay:LB",)),
        ({"pay_scale_max": "LC"}, {"pay_scale_max": "LB"}, ()),
        ({"pay_scale_max": ""}, {"pay_scale_max": "LB"}, ()),
        ({"pay_scale_max": "LB"}, {"pay_scale_max": ""}, ()),
        ({"day_parts_needed": 4}, {"day_parts_needed": 3}, ("day_parts:3",)),
        ({"day_parts_needed": 3}, {"day_parts_needed": 4}, ()),
        ({"fixed_mask": 0b111}, {"fixed_mask": 0b101}, ("fixed:2",)),
        ({"fixed_mask": 0b111}, {"fixed_mask": 0}, ("fixed:0",)),
        ({"fixed_mask": 0b001}, {"fixed_mask": 0b010}, ()),
        ({}, {"pay_scale_max": "LC"}, ()),
    ],
)
def test_what_is_better(before, after, codes):
    assert improvements(before, after) == codes


def test_an_improvement_is_told_once_and_named(heard, vacancy, mo):
    change(vacancy, mo, pay_scale_max="LC")
    Notice.objects.update(state="mailed")
    for scale in ("LB", "LC"):
        change(vacancy, mo, pay_scale_max=scale)

    assert told() == [["pay:LC"]]
    kind = kind_of(better.KIND)
    (item,) = kind.words(list(Notice.objects.filter(kind=better.KIND)))
    assert item.lines[0] == "The pay goes up to scale LC now."
    explanation = queries.explain(vacancy, heard.professional)
    story = ledger_of(vacancy, heard.professional, explanation, reader=Reader.PERSON)
    texts = [moment.text for moment in story.moments]
    assert texts.count("You got a message that the vacancy got better.") == 1
    assert kind.intro([item]) == "You knew this vacancy. It got better."


def test_only_what_is_new_of_two_improvements_is_told(heard, vacancy, mo):
    change(vacancy, mo, pay_scale_max="LC")
    Notice.objects.update(state="mailed")
    change(vacancy, mo, pay_scale_max="LB", day_parts_needed=2)
    change(vacancy, mo, pay_scale_max="LC", day_parts_needed=1)

    assert told() == [["pay:LC"], ["day_parts:1"]]


def test_nobody_hears_it_before_a_moderator_read_it(heard, vacancy):
    vacancy.pay_scale_max = "LC"
    vacancy.save()
    actions.refresh_vacancy(vacancy)

    assert told() == []


def test_whose_first_message_still_waits_reads_it_there(heard, vacancy, mo):
    Notice.objects.update(state="waiting")

    change(vacancy, mo, pay_scale_max="LC")

    assert told() == []


def test_who_heard_of_it_after_it_got_better_is_not_told_again(heard, vacancy, mo):
    Match.objects.update(notified_at=timezone.now() + timedelta(minutes=1))

    change(vacancy, mo, pay_scale_max="LC")

    assert told() == []


def test_what_was_put_aside_stays_aside(heard, anna, vacancy, mo):
    actions.dismiss(heard, reason=DismissReason.PAY, by=anna.user)

    change(vacancy, mo, pay_scale_max="LC")

    assert told() == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("pay:LC", "The pay goes up to scale LC now."),
        ("day_parts:1", "1 day-part is enough now."),
        ("day_parts:2", "2 day-parts are enough now."),
        ("fixed:0", "No day-part is fixed any more."),
        ("fixed:2", "Only 2 day-parts are fixed now."),
    ],
)
def test_an_improvement_in_words(code, text):
    assert better.said(code) == text
