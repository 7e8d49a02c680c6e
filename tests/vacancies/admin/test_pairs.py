"""A moderator looks up why somebody did or did not hear of a vacancy."""

import pytest
from django.urls import reverse

from accounts.enums import Category, Frequency
from accounts.models import AuditEvent, Mail, Notice
from accounts.notifications import delivery
from accounts.notifications.actions import set_frequency
from tests import factories
from tests.desk import faults
from vacancies.matching import actions

ASK = "/beheer/vacancies/match/waarom/"


@pytest.fixture
def vacancy(school_a):
    return factories.VacancyFactory(institution=school_a)


def pair_url(vacancy, person):
    return reverse("admin:vacancies_match_pair", args=[vacancy.code, person.public_id])


@pytest.mark.parametrize("by", ["email", "number"])
def test_a_pair_is_found_by_address_or_number(desk, vacancy, anna, by):
    person = anna.user.email.upper() if by == "email" else str(anna.public_id)

    answer = desk.post(ASK, {"vacancy": vacancy.get_absolute_url(), "person": person})

    assert answer["Location"] == pair_url(vacancy, anna)


@pytest.mark.parametrize(
    ("typed", "field", "why"),
    [
        ({"vacancy": "NOSUCH"}, "vacancy", "There is no vacancy with this code."),
        ({"person": "x@y.example"}, "person", "There is no professional with this address"),
        ({"person": "not a number"}, "person", "There is no professional with this address"),
        ({"person": ""}, "person", "required"),
    ],
)
def test_what_is_not_found_is_said_beside_the_field(desk, vacancy, anna, typed, field, why):
    answer = desk.post(ASK, {"vacancy": vacancy.code, "person": anna.user.email, **typed})

    assert why in str(answer.context["form"].errors[field])
    assert faults(desk.get(ASK)) == faults(answer) == []


def test_a_pair_that_never_matched_is_explained_and_the_look_recorded(desk, mo, vacancy, anna):
    anna.hidden_from.add(vacancy.institution)

    answer = desk.get(pair_url(vacancy, anna))

    assert faults(answer) == []
    assert "The profile is hidden from this school." in answer.text
    assert "The vacancy opened." in answer.text
    seen = AuditEvent.objects.get(verb="profile.opened_by_moderator")
    assert (seen.target_id, seen.actor) == (anna.pk, mo)


def test_a_match_leads_to_its_story(desk, vacancy, anna):
    actions.refresh_professional(anna)
    actions.refresh_vacancy(vacancy)
    match = anna.matches.get()

    page = desk.get(reverse("admin:vacancies_match_change", args=[match.pk])).text

    assert pair_url(vacancy, anna) in page
    answer = desk.get(pair_url(vacancy, anna))
    assert "This person met every must: it became a match." in answer.text
    assert sum(line.won for line in answer.context["lines"]) == match.score


def test_nobody_else_looks_a_pair_up(vacancy, anna, as_anna, as_bram, client):
    for visitor in (as_anna, as_bram, client):
        for url in (ASK, pair_url(vacancy, anna)):
            assert visitor.get(url).status_code in (302, 403)


def test_staff_without_the_right_to_see_matches_is_refused(desk, mo, vacancy, anna):
    mo.is_superuser = False
    mo.save()

    assert desk.get(ASK).status_code == 403
    assert desk.get(pair_url(vacancy, anna)).status_code == 403


def test_a_code_that_is_nothing_is_not_found(desk, anna):
    url = reverse("admin:vacancies_match_pair", args=["NOSUCH", anna.public_id])

    assert desk.get(url).status_code == 404


def test_each_message_leads_to_its_mail(desk, vacancy, anna):
    set_frequency(anna.user, Category.MATCH, Frequency.AT_ONCE, by=anna.user)
    actions.refresh_professional(anna)
    actions.refresh_vacancy(vacancy)
    delivery.deliver()
    Mail.objects.update(server_answer="250 2.0.0 Ok: queued as 4Bx9")
    notice = Notice.objects.get(recipient=anna.user)

    answer = desk.get(pair_url(vacancy, anna))

    assert faults(answer) == []
    assert "The mail server said: 250 2.0.0 Ok: queued as 4Bx9" in answer.text
    assert reverse("admin:accounts_notice_change", args=[notice.pk]) in answer.text
    assert reverse("admin:accounts_mail_change", args=[notice.mail_id]) in answer.text


@pytest.mark.parametrize("reader", ["as_anna", "as_bram", "as_carla", "client"])
def test_the_story_of_the_desk_is_for_moderators(request, reader, vacancy, anna):
    answer = request.getfixturevalue(reader).get(pair_url(vacancy, anna))

    assert answer.status_code == 302
    assert anna.user.email not in answer.content.decode()
