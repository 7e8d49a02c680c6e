"""What HR reads before a vacancy opens is what then happens."""

from collections import Counter
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.enums import Category, Frequency, MailStop, NoticeState
from accounts.models import MailRhythm, Notice, User
from accounts.notifications import mailing, stops
from accounts.notifications.actions import set_frequency
from accounts.profiles.actions import showing
from tests import factories
from tests.vacancies.posting.pages import edit, text_of
from vacancies.enums import DismissReason
from vacancies.matching import actions as matching
from vacancies.matching import rehearsing
from vacancies.matching.rehearsal import Cell, Way
from vacancies.models import CandidateFacts, Match
from vacancies.posting import actions

TODAY = timezone.localdate


def fitting(frequency=Frequency.DAILY, number=1, **rhythm):
    """So many people whom the whole draft fits."""
    people = []
    for _ in range(number):
        person = factories.ProfessionalFactory(
            day_parts="tuesday_morning friday_afternoon", frequency=""
        )
        set_frequency(person.user, Category.MATCH, frequency, by=person.user)
        if rhythm:
            MailRhythm.objects.update_or_create(user=person.user, defaults=rhythm)
        matching.refresh_professional(person)
        people.append(person)
    return people


@pytest.fixture
def hour():
    """An hour that this test does not pass."""
    return (timezone.localtime().hour + 12) % 24


@pytest.fixture
def crowd(hour, school_b):
    """Some of every sort, and some whom it does not fit."""
    fitting(Frequency.AT_ONCE, 3)
    fitting(Frequency.DAILY, 4, digest_hour=hour)
    fitting(Frequency.WEEKLY, 2, digest_hour=hour, digest_day=4)
    fitting(Frequency.NEVER, 2)
    fitting(Frequency.DAILY, 1, digest_hour=hour, paused_until=TODAY() + timedelta(days=30))
    stops.stop_mail(fitting(Frequency.AT_ONCE)[0].user, MailStop.BOUNCED, mail=None)
    _who_said_no(school_b)
    matching.refresh_professional(factories.ProfessionalFactory(day_parts=""))


def _who_said_no(school):
    person = fitting(Frequency.AT_ONCE)[0]
    refused = factories.VacancyFactory(institution=school, pay_scale_max="LC")
    match = Match.objects.create(vacancy=refused, professional=person, score=50, rule_version=1)
    matching.dismiss(match, reason=DismissReason.PAY, by=person.user)


def planned(vacancy):
    """What really became of it, told in the same groups."""
    mailing.make_mails()
    cells: Counter[Cell] = Counter()
    for match in Match.objects.filter(vacancy=vacancy).select_related("professional__user"):
        notice = Notice.objects.filter(target=f"match:{match.pk}").first()
        cells[_cell(match, notice)] += 1
    return cells


def _cell(match, notice):
    if notice is None:
        return Cell(Way.SAID_NO, reason=match.professional.mutings.get().reason)
    if notice.state in (NoticeState.NOT_WANTED, NoticeState.NO_ADDRESS):
        return Cell(Way.ON_SITE)
    if notice.state == NoticeState.MAILED:
        return Cell(Way.AT_ONCE)
    rhythm = MailRhythm.objects.filter(user=notice.recipient_id).first()
    if rhythm and rhythm.paused_until:
        return Cell(Way.RESTS)
    return Cell(Way(notice.rhythm), timezone.localdate(notice.due_at))


def test_the_promise_is_kept(whole, crowd, bram, mo):
    promised = rehearsing.cells_of(whole)
    assert sum(promised.values()) == 14
    assert {cell.way for cell in promised} == set(Way) - {Way.HEARD}

    opened = actions.approve(actions.submit(whole, by=bram), by=mo)

    assert planned(opened) == promised


def test_a_school_that_filled_its_share_of_the_day_is_promised_the_daily_mail(
    whole, school_a, bram, mo
):
    fitting(Frequency.AT_ONCE, 2)
    for _ in range(3):
        matching.refresh_vacancy(
            factories.VacancyFactory(
                institution=school_a, day_parts_mask=whole.day_parts_mask, fixed_mask=0
            )
        )
        mailing.make_mails()
    promised = rehearsing.cells_of(whole)
    assert [cell.way for cell in promised] == [Way.DAILY]

    opened = actions.approve(actions.submit(whole, by=bram), by=mo)

    assert planned(opened) == promised


def test_who_hides_from_the_school_is_not_counted(whole, school_a):
    person = fitting()[0]
    assert sum(rehearsing.cells_of(whole).values()) == 1

    showing.hide_from(person, school_a, by=person.user)

    assert not rehearsing.cells_of(whole)


def test_who_heard_before_is_not_told_again(published, mo, bram):
    fitting(number=2)
    matching.refresh_vacancy(published)
    returned = actions.return_with_reason(published, reason="Welke groep?", by=mo)

    assert rehearsing.cells_of(returned) == {Cell(Way.HEARD): 2}


def test_rehearsing_stores_nothing(whole, crowd):
    before = [Match.objects.count(), Notice.objects.count(), CandidateFacts.objects.count()]

    rehearsing.rehearsal_of(whole)

    assert before == [Match.objects.count(), Notice.objects.count(), CandidateFacts.objects.count()]


def test_it_asks_as_much_for_many_as_for_one(whole, django_assert_max_num_queries):
    fitting(number=1)
    with django_assert_max_num_queries(30) as one:
        rehearsing.cells_of(whole)
    fitting(number=5)

    with django_assert_max_num_queries(len(one)):
        rehearsing.cells_of(whole)


def test_the_check_page_tells_it_in_sentences(as_bram, whole, hour):
    fitting(Frequency.AT_ONCE, 5)
    fitting(Frequency.NEVER, 6)

    page = text_of(as_bram.get(edit(whole, "controleren")))

    assert "<b>11</b> professionals fit today." in page
    assert '<dt>get a mail at once</dt><dd class="figure">5</dd>' in page
    assert '<dt>get no mail about this and see it on the site</dt><dd class="figure">6</dd>' in page
    assert reverse("vacancy_mail", args=[whole.code]) in page


def test_a_group_of_few_is_not_told_apart(as_bram, whole):
    fitting(Frequency.AT_ONCE, 4)
    fitting(Frequency.NEVER, 2)

    page = text_of(as_bram.get(edit(whole, "controleren")))

    assert "<b>6</b> professionals fit today." in page
    assert '<dt>hear of it at once or on the site alone</dt><dd class="figure">6</dd>' in page


def test_fewer_than_five_are_not_counted_on_the_page(as_bram, whole):
    fitting(number=4)

    page = text_of(as_bram.get(edit(whole, "controleren")))

    assert "Fewer than 5 professionals fit today." in page
    assert "steps-down" not in page


def test_a_draft_that_is_not_whole_is_not_rehearsed(as_bram, draft):
    assert "Who hears of it, and when" not in text_of(as_bram.get(edit(draft, "controleren")))


def test_who_asks_without_end_is_told_to_wait(as_bram, whole, monkeypatch):
    monkeypatch.setattr(rehearsing, "ASKED_AN_HOUR", 1)
    as_bram.get(edit(whole, "controleren"))

    page = text_of(as_bram.get(edit(whole, "controleren")))

    assert "asked this very often" in page


def test_no_name_or_address_is_on_the_page(as_bram, whole, crowd):
    page = text_of(as_bram.get(edit(whole, "controleren")))

    for user in User.objects.filter(professional__isnull=False):
        assert user.name not in page
        assert user.email not in page
