import pytest

from accounts.models import ProfileView
from tests import factories
from vacancies.applications import actions
from vacancies.enums import ApplicationStatus
from vacancies.models import Application, Match


def test_saying_yes_on_the_page_makes_an_application(vacancy, anna, as_anna):
    as_anna.post(f"/mijn/interesse/{vacancy.code}/", {"name": "Anna", "message": "Graag."})

    assert Application.objects.get().message == "Graag."


def test_a_yes_without_a_name_keeps_what_was_typed(vacancy, as_anna):
    answer = as_anna.post(f"/mijn/interesse/{vacancy.code}/", {"name": "", "message": "Graag."})

    assert "Write your name." in answer.content.decode()
    assert "Graag." in answer.content.decode()


def test_the_school_sees_name_and_contact_after_the_yes(interest, as_bram):
    page = as_bram.get(f"/school/interesse/{interest.public_id}/").content.decode()

    assert "Anna de Wit" in page
    assert "anna@example.org" in page


def test_a_look_with_name_is_recorded(interest, as_bram, school_a):
    as_bram.get(f"/school/interesse/{interest.public_id}/")

    view = ProfileView.objects.get()
    assert (view.institution, view.with_name) == (school_a, True)


def test_the_professional_sees_that_the_school_opened_it(interest, as_bram, as_anna):
    as_bram.get(f"/school/interesse/{interest.public_id}/")

    assert "The school opened it on" in as_anna.get("/mijn/sollicitaties/").content.decode()


@pytest.mark.parametrize("step", ["", "niet-verder/"])
def test_a_recruiter_of_another_school_finds_no_such_application(interest, as_carla, step):
    address = f"/school/interesse/{interest.public_id}/{step}"
    send = as_carla.post if step else as_carla.get

    assert send(address).status_code == 404


def test_another_schools_list_does_not_name_the_person(interest, as_carla):
    assert "Anna" not in as_carla.get("/school/interesse/").content.decode()


def test_what_was_taken_back_is_hidden_from_the_school(interest, anna, as_bram):
    actions.withdraw(interest, by=anna.user)

    assert as_bram.get(f"/school/interesse/{interest.public_id}/").status_code == 404


def test_the_school_answers_from_the_page(interest, as_bram):
    as_bram.post(f"/school/interesse/{interest.public_id}/niet-verder/", {"answer": "Dank je."})

    interest.refresh_from_db()
    assert interest.status == ApplicationStatus.DECLINED
    assert interest.messages.get().text == "Dank je."


def test_answering_twice_says_so(interest, as_bram):
    as_bram.post(f"/school/interesse/{interest.public_id}/niet-verder/")

    answer = as_bram.post(f"/school/interesse/{interest.public_id}/niet-verder/", follow=True)

    assert "already answered" in answer.content.decode()


def test_a_yes_is_taken_back_from_the_page(interest, as_anna):
    as_anna.post(f"/mijn/sollicitaties/{interest.public_id}/intrekken/")

    interest.refresh_from_db()
    assert interest.status == ApplicationStatus.WITHDRAWN


def test_nobody_takes_back_somebody_elses_yes(interest, sign_in):
    other = factories.ProfessionalFactory()

    answer = sign_in(other.user).post(f"/mijn/sollicitaties/{interest.public_id}/intrekken/")

    assert answer.status_code == 404


def test_a_kept_vacancy_is_in_the_list(vacancy, as_anna):
    as_anna.post(f"/mijn/bewaard/{vacancy.code}/")

    assert vacancy.title in as_anna.get("/mijn/bewaard/").content.decode()


def test_an_answer_that_is_too_long_stays_on_the_page(interest, as_bram):
    address = f"/school/interesse/{interest.public_id}/niet-verder/"

    page = as_bram.post(address, {"answer": "Dank je wel. " * 200}).content.decode()

    assert "Your message is too long. At most 2,000 characters." in page
    assert "Dank je wel. " * 200 in page
    assert Application.objects.get().status == ApplicationStatus.NEW


def test_what_fits_too_leaves_out_what_was_said_yes_to(interest, anna, as_anna):
    other = factories.VacancyFactory(title="Gastdocent metaal")
    for vacancy in (interest.vacancy, other):
        Match.objects.create(vacancy=vacancy, professional=anna, score=80, rule_version=1)

    page = as_anna.get("/mijn/sollicitaties/")

    assert [match.vacancy for match in page.context["next_best"]] == [other]
