"""The promised day: reminders to HR, and an honest word to who waits."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from accounts.models import Notice
from accounts.notifications import delivery
from tests import factories
from vacancies.applications import actions as applications
from vacancies.enums import ApplicationStatus
from vacancies.models import Application, Vacancy
from vacancies.selection import actions, tasks
from vacancies.selection.promises import FIRST, LAST, LATE, stage_of

DAY = date(2026, 6, 15)


@pytest.mark.parametrize(
    ("left", "stage"),
    [(30, ""), (8, ""), (7, FIRST), (3, FIRST), (2, LAST), (0, LAST), (-1, LATE), (-90, LATE)],
)
def test_what_is_due_by_the_days_that_are_left(left, stage):
    assert stage_of(DAY, DAY - timedelta(days=left)) == stage


@pytest.fixture
def promised(vacancy, interest):
    """Anna said yes on the first of June; an answer was promised before the fifteenth."""
    Vacancy.objects.update(answer_by=DAY)
    said = timezone.now().replace(year=2026, month=6, day=1)
    Application.objects.update(created_at=said)
    return interest


def _run(*lefts):
    for left in lefts:
        actions.keep_promises(DAY - timedelta(days=left))


def _stages():
    rows = Notice.objects.filter(kind="answers_due").order_by("pk")
    return [row.facts["stage"] for row in rows]


def test_hr_is_reminded_twice_and_after_the_day(promised, bram):
    _run(*range(20, -20, -1))

    assert _stages() == [FIRST, LAST, LATE]
    assert set(Notice.objects.filter(kind="answers_due").values_list("recipient", flat=True)) == {
        bram.pk
    }


def test_a_missed_run_is_caught_up(promised, bram):
    _run(5)
    assert _stages() == [FIRST]
    _run(1)
    assert _stages() == [FIRST, LAST]


def test_running_twice_tells_once(promised, bram):
    _run(7, 7, -1, -1)

    assert _stages() == [FIRST, LATE]
    assert Notice.objects.filter(kind="answer_late").count() == 1


def test_every_recruiter_is_reminded_and_no_stranger(promised, bram, olga, carla):
    _run(7)

    told = Notice.objects.filter(kind="answers_due").values_list("recipient", flat=True)
    assert set(told) == {bram.pk, olga.pk}


def test_nobody_is_reminded_when_nobody_waits(promised, bram):
    applications.talk(promised, by=bram)

    _run(7, 2, -1)

    assert not Notice.objects.filter(kind__in=["answers_due", "answer_late"]).exists()


def test_another_promised_day_counts_anew(promised, bram):
    _run(2)
    Vacancy.objects.update(answer_by=DAY + timedelta(days=30))
    _run(-24)

    assert _stages() == [LAST, FIRST]


@pytest.mark.parametrize(("left", "told"), [(1, 0), (0, 0), (-1, 1), (-40, 1)])
def test_who_waits_hears_it_on_the_day_after(promised, anna, left, told):
    _run(left)

    assert Notice.objects.filter(kind="answer_late", recipient=anna.user).count() == told


def test_a_yes_after_the_promised_day_was_promised_nothing(promised):
    Application.objects.update(created_at=timezone.now().replace(year=2026, month=6, day=20))

    _run(-10)

    assert not Notice.objects.filter(kind="answer_late").exists()


def test_the_words_say_who_promised_what_and_no_name(promised, anna, bram, mailoutbox):
    _run(7, -1)

    delivery.deliver()

    mails = {mail.to[0]: mail for mail in mailoutbox if mail.to}
    mine, theirs = mails["anna@example.org"], mails["bram@deltion.example"]
    assert "Deltion College gave no answer yet. It promised one before 15" in mine.body
    assert "1 person waits for your answer." in theirs.body
    assert "Anna" not in theirs.subject + theirs.body


def test_what_is_no_longer_true_is_not_told(promised, bram, mailoutbox):
    _run(-1)
    applications.talk(promised, by=bram)

    delivery.deliver()

    assert not [mail for mail in mailoutbox if "No answer yet" in mail.subject]
    assert not [mail for mail in mailoutbox if "promised day" in mail.subject]


def test_the_page_of_the_professional_no_longer_promises(promised, as_anna):
    for page in ("/mijn/sollicitaties/", f"/mijn/sollicitaties/{promised.public_id}/"):
        Vacancy.objects.update(answer_by=timezone.localdate() - timedelta(days=1))
        text = as_anna.get(page).content.decode()
        assert "and gave none yet" in text
        assert "You get an answer before" not in text


@pytest.mark.parametrize("count", [1, 4])
def test_a_run_asks_little_of_the_database(count, school_a, bram, django_assert_max_num_queries):
    vacancy = factories.VacancyFactory(institution=school_a, answer_by=DAY)
    for _ in range(count):
        factories.ApplicationFactory(vacancy=vacancy, status=ApplicationStatus.NEW)

    with django_assert_max_num_queries(12):
        _run(-1)


def test_the_task_runs(promised, bram):
    assert tasks.remind_of_answers() in (0, 1)
