"""Only the professional asks; a typo asks nobody anew."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import Notice
from tests import factories
from tests.vacancies.employers.conftest import JAN, NONE, TODAY, an_ask, in_days, letters, page_of
from vacancies.assessment.errors import RefusedError, StaleError
from vacancies.employers import actions, links, tasks
from vacancies.employers.actions.asking import MOST_A_DAY
from vacancies.lifecycles import EMPLOYER_REQUEST, Side
from vacancies.models import EmployerRequest, EmployerStep, Placement
from vacancies.placement import actions as placements
from vacancies.placement import checks
from vacancies.routes.book import rule_book


def verbs(row: EmployerRequest) -> list[str]:
    return list(EmployerStep.objects.filter(request=row).values_list("verb", flat=True))


def test_a_question_goes_out_with_a_link_and_without_the_name(asked, anna):
    [mail] = letters()

    assert (asked.status, verbs(asked)) == ("asked", ["ask"])
    assert (asked.hours_week, asked.day_parts_mask) == (5, asked.placement.day_parts_mask)
    assert (asked.expires_on - TODAY).days == rule_book().whole("consent_link_days", TODAY)
    assert mail.to_address == JAN
    assert page_of(asked) in mail.words.text
    assert "Anna" not in mail.words.text + mail.subject
    assert "jan" not in page_of(asked).lower()
    assert links.token_of(asked) not in asked.token_digest


@pytest.mark.parametrize("who", ["bram", "carla", "dirk", "mo"])
def test_nobody_else_asks(accepted, who, bram, carla, mo):
    people = {"bram": bram, "carla": carla, "mo": mo}
    by = people.get(who) or factories.ProfessionalFactory().user

    with pytest.raises(PermissionDenied):
        actions.ask(accepted, ask=an_ask(), by=by)

    assert not EmployerRequest.objects.exists()
    assert letters() == []


def test_one_does_not_ask_oneself(accepted, anna):
    with pytest.raises(RefusedError) as refused:
        actions.ask(accepted, ask=an_ask(contact_email="Anna@Example.org"), by=anna.user)

    assert refused.value.field == "contact_email"


def test_nothing_is_asked_about_what_does_not_go_on(offered, anna):
    placements.refuse(offered, by=anna.user)

    with pytest.raises(RefusedError):
        actions.ask(offered, ask=an_ask(), by=anna.user)


def test_a_page_of_before_asks_nothing(asked, anna):
    with pytest.raises(StaleError):
        actions.ask(asked.placement, ask=an_ask(), by=anna.user, version=0)


def test_asked_anew_the_old_answer_no_longer_counts(given, anna):
    row = actions.ask(given.placement, ask=an_ask(), by=anna.user, version=given.version)

    assert (row.status, row.answered_by, row.answered_at) == ("asked", "", None)
    assert verbs(row) == ["ask", "agree", "ask_again"]
    assert len(letters()) == 2


def test_patience_after_many_questions(accepted, anna):
    for _ in range(MOST_A_DAY):
        actions.ask(accepted, ask=an_ask(), by=anna.user)

    with pytest.raises(RefusedError):
        actions.ask(accepted, ask=an_ask(), by=anna.user)

    assert len(letters()) == MOST_A_DAY


def test_a_typo_in_a_name_keeps_the_answer_and_sends_nothing(given, anna):
    before, token = len(letters()), given.token_digest

    row = actions.correct(
        given, ask=an_ask(employer="Kuiper Las"), by=anna.user, version=given.version
    )

    assert (row.status, row.employer, row.token_digest) == ("given", "Kuiper Las", token)
    assert len(letters()) == before


def test_another_address_gets_its_own_link(asked, anna, visitor):
    old = page_of(asked)

    row = actions.correct(
        asked, ask=an_ask(contact_email="piet@las.example"), by=anna.user, version=asked.version
    )

    assert letters()[-1].to_address == "piet@las.example"
    assert visitor.get(old).status_code == 410
    assert visitor.get(page_of(row)).status_code == 200
    assert verbs(row) == ["ask"]


def test_another_address_after_the_yes_asks_nothing(given, anna):
    row = actions.correct(
        given, ask=an_ask(contact_email="piet@las.example"), by=anna.user, version=given.version
    )

    assert row.status == "given"
    assert "Je nieuwe link" in letters()[-1].subject or "new link" in letters()[-1].subject


def test_a_stranger_mends_nothing(asked, bram):
    with pytest.raises(PermissionDenied):
        actions.correct(asked, ask=an_ask(), by=bram, version=asked.version)


def test_taken_back_the_employer_hears_it_and_can_be_asked_again(asked, anna, bram):
    row = actions.take_back(asked, by=anna.user)
    assert actions.take_back(row, by=anna.user).status == "withdrawn"
    assert Notice.objects.filter(kind="employer_moved", recipient=bram).count() == 1
    assert len(letters()) == 2

    again = actions.ask(row.placement, ask=an_ask(), by=anna.user)
    assert again.status == "asked"


def test_the_clock_ends_what_nobody_answered_once(asked, anna):
    late = in_days(400)
    assert actions.expire_by_clock(asked.expires_on) == 0
    assert actions.expire_by_clock(late) == 1
    assert actions.expire_by_clock(late) == 0

    asked.refresh_from_db()
    assert asked.status == "expired"
    assert Notice.objects.filter(kind="employer_moved", recipient=anna.user).count() == 1
    assert tasks.expire_employer_requests() == 0


def test_one_reminder_a_question(asked):
    EmployerRequest.objects.update(asked_at=timezone.now() - timedelta(days=23))
    day = asked.expires_on - timedelta(days=7)
    assert actions.remind(day - timedelta(days=1)) == 0

    for late in range(3):
        actions.remind(day + timedelta(days=late))

    asked.refresh_from_db()
    assert len(letters()) == 2
    assert page_of(asked) in letters()[-1].words.text
    assert tasks.remind_employers() == 0


def test_who_answered_is_not_reminded(given):
    EmployerRequest.objects.update(asked_at=timezone.now() - timedelta(days=23))

    assert actions.remind(given.expires_on) == 0


def test_work_that_is_called_off_ends_the_question(asked, bram):
    placements.cancel(asked.placement, by=bram, side=Side.SCHOOL)

    asked.refresh_from_db()
    assert asked.status == "expired"
    assert len(letters()) == 2


def test_the_yes_ticks_the_start_check(accepted, asked):
    def is_done() -> bool:
        row = Placement.objects.get(pk=accepted.pk)
        return next(one for one in checks.of(row).items if one.code == "employer").is_done

    assert not is_done()
    actions.agree(asked, name="Jan", version=asked.version, conditions=NONE)
    assert is_done()


def test_the_history_leads_to_the_state(given, anna):
    actions.take_back(given, by=anna.user)
    steps = list(given.steps.all())

    assert [step.source for step in steps[1:]] == [step.target for step in steps[:-1]]
    pairs = {(one.source, one.target) for one in steps[1:]}
    assert pairs <= set(EMPLOYER_REQUEST.pairs)


def test_the_database_keeps_the_table(asked):
    with pytest.raises(IntegrityError), transaction.atomic():
        EmployerStep.objects.create(
            request=asked, verb="agree", source="expired", target="given", side="employer"
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        EmployerRequest.objects.filter(pk=asked.pk).update(status="refused")
    with pytest.raises(IntegrityError), transaction.atomic():
        EmployerRequest.objects.filter(pk=asked.pk).update(status="given")
