import re

import pytest
from django.core import mail as django_mail
from django.core import signing

from accounts.audit.queries import timeline
from accounts.enums import Category, Frequency, MailState, NoticeState
from accounts.models import Mail, Notice, NoticePreference
from accounts.notifications import actions, delivery, queries, tokens
from accounts.notifications.actions import NoticeRow, RefusedError, notify, notify_many
from accounts.notifications.letters import Letter
from accounts.notifications.registry import NoticeKind, kind_of, register
from tests import factories


def test_notify_writes_one_row_that_knows_its_category(anna, school_a):
    notify("test_fits", to=anna.user, dedupe="fits:1", target="vacancy:1", institution=school_a)

    notice = Notice.objects.get()
    assert (notice.recipient, notice.category) == (anna.user, Category.MATCH)
    assert (notice.target, notice.institution) == ("vacancy:1", school_a)
    assert notice.state == NoticeState.WAITING


def test_notify_twice_under_one_key_tells_once(anna):
    notify("test_fits", to=anna.user, dedupe="fits:1", facts={"number": 1})
    notify("test_fits", to=anna.user, dedupe="fits:1", facts={"number": 2})

    assert Notice.objects.get().facts == {"number": 1}


def test_notify_refuses_a_kind_that_nobody_registered(anna):
    with pytest.raises(LookupError):
        notify("no_such_kind", to=anna.user, dedupe="x")

    assert not Notice.objects.exists()


def test_two_kinds_cannot_have_one_key():
    class Impostor(NoticeKind):
        key = "test_fits"
        category = Category.ANSWER

        def words(self, notices):
            return []

    with pytest.raises(ValueError, match="test_fits"):
        register(Impostor())

    assert kind_of("test_fits").category == Category.MATCH


def test_notify_many_takes_few_statements_for_a_thousand(anna, django_assert_max_num_queries):
    rows = [NoticeRow(anna.user.pk, f"fits:{number}") for number in range(1000)]

    with django_assert_max_num_queries(18):  # SQLite takes a hundred rows a statement
        notify_many("test_fits", rows)

    assert Notice.objects.count() == 1000


def test_notify_many_adds_only_what_is_new(anna):
    notify("test_fits", to=anna.user, dedupe="fits:1")

    notify_many("test_fits", [NoticeRow(anna.user.pk, f"fits:{n}") for n in (1, 2)])

    assert Notice.objects.count() == 2


def test_broker_down_leaves_the_row_for_the_sweep(anna, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):  # the suite has no broker at all
        notify("test_answered", to=anna.user, dedupe="answered:1")

    delivery.deliver()

    assert [message.subject for message in django_mail.outbox] == ["An answer for Anna de Wit"]


def test_post_twice_under_one_key_is_one_mail(db):
    letter = Letter(subject="Come and join\nus", paragraphs=("Olga invites you.",))

    for _time in range(2):
        actions.post(letter, kind="invitation", key="invitation:1", to="x@y.example", language="nl")

    mail = Mail.objects.get()
    assert (mail.subject, mail.to_address) == ("Come and join us", "x@y.example")
    assert "Olga invites you." in mail.words.text
    assert re.fullmatch(r"[0-9a-f]{32}@dagdeel\.example", mail.message_id)


def test_mark_read_by_target_leaves_other_notices_and_other_people(anna, bram):
    for user, target in ((anna.user, "vacancy:1"), (anna.user, "vacancy:2"), (bram, "vacancy:1")):
        notify("test_fits", to=user, dedupe=f"{target}:{user.pk}", target=target)

    actions.mark_read(anna.user, target="vacancy:1")

    assert queries.unread_count(anna.user) == 1
    assert queries.unread_count(bram) == 1


def test_mark_read_of_somebody_elses_notice_does_nothing(anna, carla):
    notify("test_fits", to=anna.user, dedupe="fits:1")

    actions.mark_read(carla, notices=[Notice.objects.get().pk])

    assert queries.unread_count(anna.user) == 1


def test_set_frequency_is_remembered_and_recorded(anna):
    actions.set_frequency(anna.user, Category.MATCH, Frequency.WEEKLY, by=anna.user)
    actions.set_frequency(anna.user, Category.MATCH, Frequency.WEEKLY, by=anna.user)

    assert queries.frequency_of(anna.user, Category.MATCH) == Frequency.WEEKLY
    assert [event.verb for event in timeline(anna.user)] == ["notices.frequency_set"]


def test_frequencies_start_with_the_defaults(anna):
    assert queries.frequencies_of(anna.user) == {
        Category.MATCH: Frequency.DAILY,
        Category.ANSWER: Frequency.AT_ONCE,
        Category.VACANCY: Frequency.AT_ONCE,
        Category.PAPERS: Frequency.AT_ONCE,
        Category.ACCOUNT: Frequency.AT_ONCE,
        Category.NEWS: Frequency.NEVER,
    }


def test_unsubscribe_stops_only_the_categories_of_the_token(anna):
    token = tokens.token_for(anna.user.pk, [(Category.MATCH, None)])

    actions.unsubscribe(token)
    actions.unsubscribe(token)

    row = NoticePreference.objects.get()
    assert (row.user, row.category, row.frequency) == (anna.user, "match", "never")


def test_unsubscribe_refuses_a_token_that_is_not_ours(anna):
    token = signing.Signer(salt="other").sign_object([anna.user.pk, ["match"]])

    with pytest.raises(signing.BadSignature):
        actions.unsubscribe(token)


def test_unsubscribe_of_a_deleted_account_is_no_error(anna):
    token = tokens.token_for(anna.user.pk, [(Category.MATCH, None)])
    anna.user.delete()

    assert actions.unsubscribe(token) is None


def test_retry_queues_a_parked_mail_afresh(mo):
    mail = factories.MailFactory(state=MailState.PARKED, attempts=5)

    actions.retry(mail, by=mo)

    assert (mail.state, mail.attempts) == (MailState.QUEUED, 0)
    assert [event.verb for event in timeline(mail)] == ["mail.retry"]


@pytest.mark.parametrize("state", [MailState.QUEUED, MailState.SENDING])
def test_retry_refuses_what_is_under_way(mo, state):
    mail = factories.MailFactory(state=state)

    with pytest.raises(RefusedError, match="state"):
        actions.retry(mail, by=mo)


def test_retry_refuses_a_code(mo):
    mail = factories.MailFactory(state=MailState.PARKED, is_secret=True)

    with pytest.raises(RefusedError, match="code"):
        actions.retry(mail, by=mo)


def test_cancel_keeps_a_queued_mail_from_leaving(mo):
    mail = factories.MailFactory()

    actions.cancel(mail, by=mo)
    delivery.deliver()

    assert mail.state == MailState.CANCELLED
    assert django_mail.outbox == []


def test_cancel_refuses_what_left_already(mo):
    mail = factories.MailFactory()
    delivery.deliver()

    with pytest.raises(RefusedError):
        actions.cancel(mail, by=mo)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (NoticeState.WITHDRAWN, "no longer true"),
        (NoticeState.NOT_WANTED, "wants no mail"),
        (NoticeState.MAILED, "went out in the mail"),
        (NoticeState.NO_ADDRESS, "takes no mail since"),
        (NoticeState.WAITING, "told just now"),
    ],
)
def test_a_moderator_reads_why_there_is_a_mail_or_none(anna, state, words):
    notify("test_fits", to=anna.user, dedupe="fits:1")
    Notice.objects.update(state=state)

    assert words in queries.why_of(Notice.objects.get())


def test_a_moderator_reads_that_an_account_is_off(anna):
    notify("test_fits", to=anna.user, dedupe="fits:1")
    anna.user.is_active = False
    anna.user.save()

    assert "switched off" in queries.why_of(Notice.objects.get())
