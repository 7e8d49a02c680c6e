import pytest
from django.core import mail

from accounts.enums import Category, Frequency
from accounts.notifications import delivery
from accounts.notifications.actions import set_frequency
from portal.kit.lifecycle import IllegalTransitionError
from tests import factories
from vacancies.applications import actions
from vacancies.applications.actions import RefusedError
from vacancies.enums import ApplicationStatus, MatchState, Outcome, VacancyStatus
from vacancies.matching import actions as matching
from vacancies.models import Application, Match, SavedVacancy
from vacancies.posting import actions as posting


def test_interest_reaches_the_recruiters_of_the_school_only(vacancy, anna, bram, carla):
    actions.show_interest(vacancy, anna, by=anna.user)

    assert [notice.kind for notice in bram.notices.all()] == ["interest_shown"]
    assert not carla.notices.exists()


def test_the_mail_about_interest_does_not_name_the_person(vacancy, anna, bram):
    actions.show_interest(vacancy, anna, by=anna.user)
    set_frequency(bram, Category.MATCH, Frequency.AT_ONCE, by=bram)
    delivery.deliver()

    [letter] = mail.outbox
    assert "Gastdocent lassen" in letter.subject
    assert "Anna" not in letter.body


def test_showing_interest_twice_is_once(vacancy, anna, bram, interest):
    again = actions.show_interest(vacancy, anna, by=anna.user)

    assert again == interest
    assert bram.notices.count() == 1


def test_interest_marks_the_match(vacancy, anna):
    matching.refresh_professional(anna)
    matching.refresh_vacancy(vacancy)

    actions.show_interest(vacancy, anna, by=anna.user)

    assert Match.objects.get().state == MatchState.INTERESTED


@pytest.mark.parametrize("status", [VacancyStatus.PAUSED, VacancyStatus.DRAFT])
def test_a_vacancy_that_is_not_open_refuses_interest(vacancy, anna, status):
    type(vacancy).objects.update(status=status)

    with pytest.raises(RefusedError):
        actions.show_interest(vacancy, anna, by=anna.user)


def test_without_a_name_the_school_would_not_know_who_it_is(vacancy, anna):
    anna.user.name = ""

    with pytest.raises(RefusedError):
        actions.show_interest(vacancy, anna, by=anna.user)


def test_a_yes_can_be_taken_back_and_given_again(vacancy, anna, interest):
    actions.withdraw(interest, by=anna.user)

    again = actions.show_interest(vacancy, anna, by=anna.user)

    assert (again.pk, again.status) == (interest.pk, ApplicationStatus.NEW)


def test_an_answer_reaches_the_professional_with_the_schools_words(interest, anna, bram):
    actions.decline(interest, answer="We kozen iemand die eerder kan.", by=bram)
    delivery.deliver()

    [letter] = mail.outbox
    assert letter.to == [anna.user.email]
    assert "We kozen iemand die eerder kan." in letter.body


def test_after_an_answer_nothing_is_taken_back(interest, anna, bram):
    actions.decline(interest, by=bram)

    with pytest.raises(IllegalTransitionError):
        actions.withdraw(interest, by=anna.user)


def test_what_was_taken_back_is_not_answered(interest, anna, bram):
    actions.withdraw(interest, by=anna.user)

    with pytest.raises(IllegalTransitionError):
        actions.talk(interest, by=bram)


def test_everybody_who_waits_hears_it_when_a_vacancy_ends(vacancy, interest, bram):
    for status in (ApplicationStatus.TALKING, ApplicationStatus.PLACED):
        factories.ApplicationFactory(vacancy=vacancy, status=status)

    posting.close(vacancy, by=bram, outcome=Outcome.FILLED_ELSEWHERE)

    assert set(Application.objects.values_list("status", flat=True)) == {
        ApplicationStatus.DECLINED,
        ApplicationStatus.TALKING,
        ApplicationStatus.PLACED,
    }


def test_after_the_closing_date_the_school_still_answers(vacancy, interest):
    posting.close(vacancy, by=None, outcome=Outcome.EXPIRED)

    assert Application.objects.get().status == ApplicationStatus.NEW


def test_a_vacancy_taken_down_ends_every_talk(vacancy, interest, bram, mo):
    actions.talk(interest, by=bram)

    posting.take_down(vacancy, by=mo, reason="Bestaat niet.")

    assert Application.objects.get().status == ApplicationStatus.DECLINED


def test_keeping_a_vacancy_twice_is_once(vacancy, anna):
    actions.save_vacancy(vacancy, anna)
    actions.save_vacancy(vacancy, anna)

    assert SavedVacancy.objects.count() == 1
