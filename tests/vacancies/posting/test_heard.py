"""How many heard, looked and answered: never more than did, and nobody twice."""

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.enums import Category, Frequency, MailState, Role
from accounts.models import Mail, Notice
from accounts.notifications import delivery
from accounts.notifications.actions import set_frequency
from tests import factories
from tests.vacancies.posting.pages import text_of
from vacancies.applications.actions import show_interest, withdraw
from vacancies.enums import DismissReason
from vacancies.matching import actions as matching
from vacancies.models import Match
from vacancies.posting import queries
from vacancies.posting.queries import Heard


@pytest.fixture
def vacancy(school_a):
    return factories.VacancyFactory(institution=school_a)


def fitting(frequency=Frequency.AT_ONCE):
    """Somebody whom the vacancies of the factories fit."""
    person = factories.ProfessionalFactory()
    set_frequency(person.user, Category.MATCH, frequency, by=person.user)
    matching.refresh_professional(person)
    return person


def heard(vacancy):
    return queries.heard_of([vacancy])[vacancy.pk]


def test_a_journey_counts_what_happened_and_no_more(vacancy, sign_in):
    people = [fitting() for _ in range(5)] + [fitting(Frequency.NEVER)]
    assert heard(vacancy) == Heard()

    matching.refresh_vacancy(vacancy)
    assert heard(vacancy) == Heard(matched=6)

    delivery.deliver()
    assert heard(vacancy) == Heard(matched=6, told=5)

    sign_in(people[0].user).get(vacancy.get_absolute_url())
    sign_in(people[5].user).get(reverse("my_matches"))
    assert heard(vacancy) == Heard(matched=6, told=6, looked=2)

    show_interest(vacancy, people[1], by=people[1].user)
    refused = Match.objects.get(vacancy=vacancy, professional=people[2])
    matching.dismiss(refused, reason=DismissReason.PAY, by=people[2].user)
    assert heard(vacancy) == Heard(matched=6, told=6, looked=4, answered=2)

    for _ in range(2):
        sign_in(people[0].user).get(vacancy.get_absolute_url())
        matching.refresh_vacancy(vacancy)
        delivery.deliver()
    assert heard(vacancy) == Heard(matched=6, told=6, looked=4, answered=2)


@pytest.mark.parametrize("state", [MailState.RETURNED, MailState.PARKED, MailState.QUEUED])
def test_who_was_mailed_in_vain_did_not_hear(vacancy, state):
    fitting()
    matching.refresh_vacancy(vacancy)
    delivery.deliver()

    Mail.objects.update(state=state)

    assert heard(vacancy) == Heard(matched=1)


def test_who_read_of_it_in_the_inbox_heard_and_did_not_look(vacancy):
    fitting(Frequency.NEVER)
    matching.refresh_vacancy(vacancy)

    Notice.objects.update(read_at=timezone.now())

    assert heard(vacancy) == Heard(matched=1, told=1)


def test_a_yes_that_was_taken_back_is_no_answer(vacancy):
    person = fitting()
    matching.refresh_vacancy(vacancy)
    yes = show_interest(vacancy, person, by=person.user)

    withdraw(yes, by=person.user)

    assert heard(vacancy) == Heard(matched=1, told=1, looked=1)


def test_who_heard_of_it_counts_when_it_fits_no_more(vacancy):
    fitting()
    matching.refresh_vacancy(vacancy)
    delivery.deliver()
    vacancy.day_parts_needed = 4
    vacancy.save()

    matching.refresh_vacancy(vacancy)

    assert heard(vacancy) == Heard(matched=1, told=1)


def test_each_vacancy_has_its_own_numbers_in_one_statement(school_a, django_assert_num_queries):
    one, other = (factories.VacancyFactory(institution=school_a) for _ in range(2))
    fitting()
    matching.refresh_vacancy(one)
    delivery.deliver()
    matching.refresh_vacancy(other)

    with django_assert_num_queries(1):
        found = queries.heard_of([one, other])

    assert found == {one.pk: Heard(matched=1, told=1), other.pk: Heard(matched=1)}


def crowd(vacancy, count):
    for _ in range(count):
        fitting()
    matching.refresh_vacancy(vacancy)
    delivery.deliver()


def test_who_looked_is_not_told_of_fewer_than_five(as_bram, vacancy):
    crowd(vacancy, 4)

    page = text_of(as_bram.get(reverse("vacancy_manage", args=[vacancy.code])))
    listed = text_of(as_bram.get(reverse("school_vacancies")))

    assert "<b>heard of it</b>" in page
    assert "<b>looked</b>" not in page
    assert "Of 4 it fits or fitted, 4 heard of it" in listed
    assert "looked" not in listed


def test_pages_show_the_numbers_and_say_what_they_count(as_bram, vacancy):
    crowd(vacancy, 5)

    page = text_of(as_bram.get(reverse("vacancy_manage", args=[vacancy.code])))
    listed = text_of(as_bram.get(reverse("school_vacancies")))

    assert "<b>looked</b> They opened the vacancy" in page
    assert reverse("candidates", args=[vacancy.code]) in page
    assert "Of 5 it fits or fitted, 5 heard of it, 0 looked, 0 answered" in listed
    assert f"{reverse('vacancy_manage', args=[vacancy.code])}#gehoord" in listed


def test_the_yeses_of_this_vacancy_are_one_link_away(as_bram, vacancy):
    crowd(vacancy, 5)
    person = Match.objects.filter(vacancy=vacancy).first().professional
    show_interest(vacancy, person, by=person.user)
    factories.ApplicationFactory(vacancy__institution=vacancy.institution, vacancy__title="Elders")

    page = text_of(as_bram.get(reverse("vacancy_manage", args=[vacancy.code])))
    link = f"{reverse('applications')}?vacature={vacancy.code}"

    assert page.count(f'href="{link}"') == 2
    assert "Elders</a>" not in text_of(as_bram.get(link))


def test_a_viewer_reads_numbers_and_no_links_to_people(sign_in, school_a, vacancy):
    crowd(vacancy, 5)
    viewer = factories.MembershipFactory(institution=school_a, role=Role.VIEWER).user

    page = text_of(sign_in(viewer).get(reverse("vacancy_manage", args=[vacancy.code])))

    assert "<b>answered</b>" in page
    assert reverse("candidates", args=[vacancy.code]) not in page


def test_a_draft_has_no_numbers(as_bram, draft):
    assert "gehoord" not in text_of(as_bram.get(reverse("vacancy_manage", args=[draft.code])))
