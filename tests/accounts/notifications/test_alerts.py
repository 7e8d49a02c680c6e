"""Mail about matches that nobody touched for a year: asked once, stopped a month later."""

from datetime import timedelta

import pytest
from django.core import mail as outbox
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.enums import Category, Frequency, Visibility
from accounts.models import AuditEvent, MailRhythm, Notice, NoticePreference, User
from accounts.notifications import alerts, delivery, queries
from accounts.notifications.actions import set_frequency
from accounts.notifications.alert_notices import keep_path
from accounts.notifications.touches import touch
from tests import factories

DAY = timedelta(days=1)


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def silent(anna, now):
    """Anna gave no sign for a year and a day."""
    long_ago = now - 366 * DAY
    User.objects.filter(pk=anna.user_id).update(joined_at=long_ago, last_login=long_ago)
    NoticePreference.objects.update(chosen_at=long_ago)
    anna.user.refresh_from_db()
    return anna


@pytest.fixture
def asked(silent, now):
    """And was asked today."""
    assert alerts.ask_and_stop(now) == (1, 0)
    return silent


def kinds_told(person):
    return list(
        Notice.objects.filter(recipient=person.user).order_by("pk").values_list("kind", flat=True)
    )


def wants(person):
    return queries.frequency_of(person.user, Category.MATCH)


def test_a_year_of_silence_is_asked_about_once(asked, now):
    for later in (timedelta(), DAY, 29 * DAY):
        assert alerts.ask_and_stop(now + later) == (0, 0)

    assert kinds_told(asked) == ["alert_ask"]
    assert wants(asked) == Frequency.DAILY


def test_the_question_goes_by_mail_with_one_button(asked):
    delivery.deliver()

    (message,) = outbox.outbox
    assert message.subject == "Do you want to keep getting mail about matches?"
    assert keep_path(asked.user_id) in message.body


def test_without_an_answer_it_stops_a_month_later_and_says_so(asked, now):
    assert alerts.ask_and_stop(now + 31 * DAY) == (0, 1)
    assert alerts.ask_and_stop(now + 32 * DAY) == (0, 0)

    assert wants(asked) == Frequency.NEVER
    assert kinds_told(asked) == ["alert_ask", "alert_stopped"]
    event = AuditEvent.objects.get(verb="notices.frequency_set")
    assert event.actor is None


def test_days_that_were_missed_are_made_up_for_one_step_at_a_time(silent, now):
    assert alerts.ask_and_stop(now + 200 * DAY) == (1, 0)
    assert alerts.ask_and_stop(now + 400 * DAY) == (0, 1)


@pytest.mark.parametrize("sign", ["login", "touch", "choice", "yes"])
def test_any_sign_of_life_counts(asked, now, sign):
    user = asked.user
    later = now + DAY
    if sign == "login":
        User.objects.filter(pk=user.pk).update(last_login=later)
    elif sign == "choice":
        set_frequency(user, Category.MATCH, Frequency.WEEKLY, by=user)
        NoticePreference.objects.update(chosen_at=later)
    else:
        alerts.keep(user) if sign == "yes" else touch(user)
        MailRhythm.objects.update(touched_at=later)

    assert alerts.ask_and_stop(now + 40 * DAY) == (0, 0)
    assert alerts.ask_and_stop(later + 366 * DAY) == (1, 0)


def test_who_answered_before_the_mail_went_is_not_asked(asked, now):
    alerts.keep(asked.user)
    MailRhythm.objects.update(touched_at=now + DAY)

    delivery.deliver()

    assert outbox.outbox == []


@pytest.mark.parametrize("why", ["never", "hidden", "off", "bounced", "recent"])
def test_who_gets_no_match_mail_is_not_asked(silent, now, why):
    user = silent.user
    if why == "never":
        set_frequency(user, Category.MATCH, Frequency.NEVER, by=user)
        NoticePreference.objects.update(chosen_at=now - 366 * DAY)
    elif why == "hidden":
        silent.visibility = Visibility.PAUSED
        silent.save()
    else:
        changes = {
            "off": {"is_active": False},
            "bounced": {"mail_stop": "bounced", "mail_stopped_at": now},
            "recent": {"last_login": now},
        }[why]
        User.objects.filter(pk=user.pk).update(**changes)

    assert alerts.ask_and_stop(now) == (0, 0)


def test_a_colleague_of_a_school_is_not_asked(bram, now):
    User.objects.update(joined_at=now - 400 * DAY, last_login=None)

    assert alerts.ask_and_stop(now) == (0, 0)


def test_many_are_asked_with_few_statements(db, now, django_assert_max_num_queries):
    factories.ProfessionalFactory.create_batch(5)
    User.objects.update(joined_at=now - 400 * DAY, last_login=None)
    NoticePreference.objects.update(chosen_at=now - 400 * DAY)

    with django_assert_max_num_queries(8):
        assert alerts.ask_and_stop(now) == (5, 0)


def test_a_touch_is_written_once_a_day(anna, django_assert_num_queries):
    touch(anna.user)
    before = MailRhythm.objects.get().touched_at

    with django_assert_num_queries(1):
        touch(anna.user)

    assert MailRhythm.objects.get().touched_at == before


def test_the_page_asks_and_only_a_press_counts(asked):
    anyone, path = Client(enforce_csrf_checks=True), keep_path(asked.user_id)

    page = anyone.get(path)
    assert f'data-hx-post="{path}" data-hx-trigger="load"' in page.content.decode()
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert MailRhythm.objects.get().touched_at is None

    pages = [anyone.post(path).content.decode() for _twice in range(2)]
    assert ["We keep mailing you" in one for one in pages] == [True, True]
    assert MailRhythm.objects.get().touched_at is not None


def test_yes_after_the_stop_starts_it_again(asked, now):
    alerts.ask_and_stop(now + 31 * DAY)

    Client().post(keep_path(asked.user_id))

    assert wants(asked) == Frequency.DAILY


def test_yes_does_not_undo_what_the_person_chose(asked):
    set_frequency(asked.user, Category.MATCH, Frequency.NEVER, by=asked.user)

    Client().post(keep_path(asked.user_id))

    assert wants(asked) == Frequency.NEVER


def test_another_account_answers_for_nobody(asked, as_bram):
    path = keep_path(asked.user_id)

    assert "not yours" in as_bram.get(path).content.decode()
    assert "not yours" in as_bram.post(path).content.decode()
    assert MailRhythm.objects.get().touched_at is None


def test_a_token_that_is_not_ours_is_no_address(asked):
    path = keep_path(asked.user_id)
    other = path.replace(f"/{asked.user_id}.", f"/{asked.user_id + 1}.")

    assert [Client().post(one).status_code for one in (other, "/blijf-mailen/x/")] == [404, 404]


def test_saving_the_choices_is_a_sign_of_life(as_anna, anna):
    page = as_anna.get(reverse("notice_preferences"))
    form = page.context["form"]

    as_anna.post(reverse("notice_preferences"), {**form.initial, **_values(form)})

    assert MailRhythm.objects.get(user=anna.user).touched_at is not None


def _values(form):
    initial = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    return {name: value for name, value in initial.items() if value is not None}
