from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.audit.queries import timeline
from accounts.enums import InstitutionStatus, Role
from accounts.models import Notice
from portal.kit.lifecycle import IllegalTransitionError
from tests import factories
from tests.vacancies.posting.conftest import with_text
from vacancies.enums import Outcome, VacancyStatus
from vacancies.models import Vacancy
from vacancies.posting import actions, errors, notices, tasks
from vacancies.posting.lifecycle import LIFECYCLE


def told(kind: str) -> list[str]:
    rows = Notice.objects.filter(kind=kind).order_by("pk")
    return [notice.recipient.name for notice in rows]


def item_of(kind: str):
    rows = list(Notice.objects.filter(kind=kind))
    cls = next(cls for cls in notices.KINDS if cls.key == kind)
    return cls().words(rows)


# Sending in and opening


def test_submit_waits_for_a_moderator(whole, bram):
    sent = actions.submit(whole, by=bram)

    assert (sent.status, sent.review_since is None) == (VacancyStatus.SUBMITTED, False)
    assert list(Vacancy.objects.to_moderate()) == [sent]
    assert timeline(sent).first().verb == "vacancy.submitted"


def test_submit_of_half_a_vacancy_is_refused(draft, bram):
    with pytest.raises(errors.NotWholeError):
        actions.submit(draft, by=bram)

    assert Vacancy.objects.get(pk=draft.pk).status == VacancyStatus.DRAFT


def test_submit_with_blocked_words_is_refused(whole, bram, work, rules):
    whole = actions.save_section(whole, with_text(work, "Je moedertaal is Nederlands."), by=bram)

    with pytest.raises(errors.WordingBlockedError):
        actions.submit(whole, by=bram, ground="n.v.t.")


def test_submit_with_a_ground_keeps_it_for_the_moderator(whole, bram, work, rules):
    whole = actions.save_section(whole, with_text(work, "Je moedertaal is Nederlands."), by=bram)

    sent = actions.submit(whole, by=bram, ground="Het vak is Nederlands voor schrijvers.")

    assert sent.wording_ground == "Het vak is Nederlands voor schrijvers."


def test_submit_with_words_that_warn_is_fine(whole, bram, work, rules):
    whole = actions.save_section(whole, with_text(work, "Een vakman gezocht."), by=bram)

    assert actions.submit(whole, by=bram).status == VacancyStatus.SUBMITTED


def test_take_back_makes_it_a_draft(sent, bram):
    back = actions.take_back(sent, by=bram)

    assert (back.status, back.review_since) == (VacancyStatus.DRAFT, None)


def test_approve_opens_and_tells_the_school(sent, bram, olga, mo, fired):
    vacancy = actions.approve(sent, by=mo)

    assert (vacancy.status, vacancy.slug) == (VacancyStatus.PUBLISHED, "gastdocent-lassen-zwolle")
    assert vacancy.published_at is not None
    assert told("vacancy_published") == ["Bram Kok", "Olga Bos"]
    assert fired == [("changed", vacancy.pk)]


def test_approve_keeps_the_address_that_was_published(published, bram, mo, work):
    returned = actions.return_with_reason(published, by=mo, reason="Klopt dit?")
    renamed = actions.save_section(
        returned, with_text(work, "Anders.", title="Docent lassen"), by=bram
    )

    again = actions.approve(actions.submit(renamed, by=bram), by=mo)

    assert (again.slug, again.published_at) == (published.slug, published.published_at)


def test_approve_of_a_school_that_is_not_verified_is_refused(sent, mo):
    sent.institution.status = InstitutionStatus.PENDING
    sent.institution.save()

    with pytest.raises(errors.InstitutionNotVerifiedError):
        actions.approve(sent, by=mo)


def test_approve_of_another_version_than_was_read_is_refused(sent, mo):
    with pytest.raises(errors.StaleError):
        actions.approve(sent, by=mo, version=sent.version - 1)


def test_approve_of_a_draft_is_refused(whole, mo):
    with pytest.raises(IllegalTransitionError):
        actions.approve(whole, by=mo)


def test_approve_after_the_closing_date_is_refused(sent, mo):
    Vacancy.objects.update(closes_on=timezone.localdate() - timedelta(days=1))

    with pytest.raises(errors.NotWholeError):
        actions.approve(sent, by=mo)


def test_approve_of_a_change_leaves_it_open(published, bram, mo, work):
    changed = actions.save_section(published, with_text(work, "Anders."), by=bram)

    seen = actions.approve(changed, by=mo)

    assert (seen.status, seen.review_since) == (VacancyStatus.PUBLISHED, None)
    assert not Vacancy.objects.to_moderate().exists()


def test_return_reaches_hr_with_the_reason(sent, bram, mo):
    returned = actions.return_with_reason(sent, by=mo, reason=" Welke bus gaat er? ")

    (item,) = item_of("vacancy_returned")
    assert (returned.status, told("vacancy_returned")) == (VacancyStatus.RETURNED, ["Bram Kok"])
    assert item.lines[0] == "Welke bus gaat er?"
    assert item.url == f"/school/vacatures/{sent.code}/"


def test_returned_vacancy_can_be_sent_in_again(sent, bram, mo):
    returned = actions.return_with_reason(sent, by=mo, reason="Vraag")

    assert actions.submit(returned, by=bram).status == VacancyStatus.SUBMITTED


def test_return_of_an_open_vacancy_hides_it(published, mo, fired):
    actions.return_with_reason(published, by=mo, reason="Klopt dit?")

    assert fired == [("changed", published.pk)]
    assert not Vacancy.objects.open().exists()


def test_take_down_ends_it_and_tells_why(published, bram, mo, fired):
    down = actions.take_down(published, by=mo, reason="Deze vacature is niet echt.")

    (item,) = item_of("vacancy_taken_down")
    assert (down.status, down.closed_at is None) == (VacancyStatus.TAKEN_DOWN, False)
    assert item.lines == ("Deze vacature is niet echt.",)
    assert fired == [("changed", down.pk), ("closed", down.pk)]


# Pausing, extending, closing


def test_pause_and_resume(published, bram, fired):
    paused = actions.pause(published, by=bram)
    assert paused.status == VacancyStatus.PAUSED

    assert actions.resume(paused, by=bram).status == VacancyStatus.PUBLISHED
    assert fired == [("changed", published.pk)] * 2


def test_resume_of_what_waits_for_a_moderator_is_refused(sent, bram):
    with pytest.raises(IllegalTransitionError):
        actions.resume(sent, by=bram)


def test_resume_after_the_closing_date_is_refused(published, bram):
    paused = actions.pause(published, by=bram)
    Vacancy.objects.update(closes_on=timezone.localdate() - timedelta(days=1))

    with pytest.raises(errors.ClosingDateError):
        actions.resume(paused, by=bram)


def test_extend_moves_the_answer_along(published, bram):
    later = published.closes_on + timedelta(days=10)

    extended = actions.extend(published, by=bram, closes_on=later)

    assert extended.closes_on == later
    assert extended.answer_by == published.answer_by + timedelta(days=10)
    assert extended.review_since is None


@pytest.mark.parametrize("days", [-1, 91])
def test_extend_outside_ninety_days_is_refused(published, bram, days):
    with pytest.raises(errors.ClosingDateError):
        actions.extend(published, by=bram, closes_on=timezone.localdate() + timedelta(days=days))


def test_extend_of_a_draft_is_refused(whole, bram):
    with pytest.raises(IllegalTransitionError):
        actions.extend(whole, by=bram, closes_on=timezone.localdate())


def test_close_has_an_outcome(published, bram, fired):
    closed = actions.close(published, by=bram, outcome=Outcome.FILLED_HERE)

    assert (closed.status, closed.outcome) == (VacancyStatus.CLOSED, Outcome.FILLED_HERE)
    assert fired == [("changed", closed.pk), ("closed", closed.pk)]


def test_close_twice_is_refused(published, bram):
    closed = actions.close(published, by=bram, outcome=Outcome.NOT_NEEDED)

    with pytest.raises(IllegalTransitionError):
        actions.close(closed, by=bram, outcome=Outcome.NOT_NEEDED)


def test_close_with_an_unknown_outcome_is_refused(published, bram):
    with pytest.raises(ValueError, match="lost"):
        actions.close(published, by=bram, outcome="lost")


@pytest.mark.parametrize("status", [VacancyStatus.CLOSED, VacancyStatus.TAKEN_DOWN])
def test_ended_is_the_end(status):
    assert not any(LIFECYCLE.allows(status, wanted) for wanted in VacancyStatus.values)


# By the clock


def test_close_expired_closes_open_and_paused_once(published, bram, fired):
    yesterday = timezone.localdate() - timedelta(days=1)
    paused = factories.VacancyFactory(
        institution=published.institution, status=VacancyStatus.PAUSED, closes_on=yesterday
    )
    today = factories.VacancyFactory(institution=published.institution)
    Vacancy.objects.filter(pk=published.pk).update(closes_on=yesterday)

    assert tasks.close_expired() == 2
    assert tasks.close_expired() == 0

    expired = Vacancy.objects.filter(outcome=Outcome.EXPIRED)
    assert set(expired) == {published, paused}
    assert Vacancy.objects.get(pk=today.pk).is_open
    assert told("vacancy_expired") == ["Bram Kok", "Bram Kok"]


def test_vacancy_is_open_on_its_closing_date(published):
    Vacancy.objects.update(closes_on=timezone.localdate())

    assert actions.close_expired() == 0


def test_remind_tells_once_for_each_closing_date(published, bram):
    Vacancy.objects.update(closes_on=timezone.localdate() + timedelta(days=7))
    tasks.remind_of_closing()
    tasks.remind_of_closing()
    assert told("vacancy_closing_soon") == ["Bram Kok"]

    Vacancy.objects.update(closes_on=timezone.localdate() + timedelta(days=6))
    tasks.remind_of_closing()
    assert told("vacancy_closing_soon") == ["Bram Kok", "Bram Kok"]


def test_remind_says_nothing_eight_days_ahead(published):
    Vacancy.objects.update(closes_on=timezone.localdate() + timedelta(days=8))

    assert actions.remind_of_closing() == 0


# Notices


def test_author_is_told_first_and_viewers_are_not(school_a, olga, bram, sent, mo):
    factories.MembershipFactory(institution=school_a, role=Role.VIEWER)

    actions.approve(sent, by=mo)

    assert told("vacancy_published") == ["Bram Kok", "Olga Bos"]


def test_notice_that_is_no_longer_true_says_nothing(sent, bram, mo):
    returned = actions.return_with_reason(sent, by=mo, reason="Vraag")
    actions.submit(returned, by=bram)

    assert item_of("vacancy_returned") == []


@pytest.mark.parametrize("kind", notices.KINDS)
def test_every_notice_has_words_in_constant_queries(
    kind, published, bram, olga, django_assert_num_queries
):
    second = factories.VacancyFactory(institution=published.institution)
    Notice.objects.all().delete()
    state = next(iter(kind.states))
    closed = {"outcome": "expired", "closed_at": timezone.now()}
    Vacancy.objects.update(status=state, **(closed if state == VacancyStatus.CLOSED else {}))
    for vacancy in (published, second):
        notices.tell(kind, vacancy, once="x")
    rows = list(Notice.objects.filter(kind=kind.key))

    with django_assert_num_queries(1):
        items = kind().words(rows)

    assert len(items) == 4
    assert all(item.title and item.url and item.action for item in items)


def test_suspended_school_sends_nothing_in_and_opens_nothing(whole, published_of_school, bram):
    whole.institution.status = InstitutionStatus.SUSPENDED
    whole.institution.save()

    with pytest.raises(errors.InstitutionNotVerifiedError):
        actions.submit(whole, by=bram)
    with pytest.raises(errors.InstitutionNotVerifiedError):
        actions.resume(published_of_school, by=bram)


@pytest.fixture
def published_of_school(school_a):
    return factories.VacancyFactory(institution=school_a, status=VacancyStatus.PAUSED)
