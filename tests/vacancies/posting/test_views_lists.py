from dataclasses import replace

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.enums import Role
from tests import factories
from tests.vacancies.posting.pages import NAMES, WITHOUT_CODE, address, edit, text_of
from vacancies.enums import Outcome, VacancyStatus
from vacancies.models import Vacancy
from vacancies.posting import actions


@pytest.mark.parametrize("name", [name for name in NAMES if name not in WITHOUT_CODE])
@pytest.mark.parametrize("method", ["get", "post"])
def test_stranger_finds_nothing(as_carla, published, name, method):
    before = Vacancy.objects.values().get(pk=published.pk)

    response = getattr(as_carla, method)(address(name, published))

    assert response.status_code in (404, 405)
    assert response.status_code == 404 or (
        method == "get" and name.endswith(("wording", "pay", "law", "reach", "ease"))
    )
    assert Vacancy.objects.values().get(pk=published.pk) == before


@pytest.mark.parametrize("name", NAMES)
def test_professional_finds_nothing(as_anna, published, name):
    assert as_anna.get(address(name, published)).status_code in (404, 405)


@pytest.mark.parametrize("name", NAMES)
def test_visitor_signs_in_first(client, published, name):
    response = client.get(address(name, published))

    assert response.status_code == 405 or response.url.startswith(reverse("account_login"))


@pytest.mark.parametrize("name", NAMES)
def test_viewer_looks_but_does_not_write(sign_in, school_a, published, name):
    viewer = factories.MembershipFactory(institution=school_a, role=Role.VIEWER).user

    status = sign_in(viewer).get(address(name, published)).status_code

    looks = name in ("school_vacancies", "vacancy_manage", "vacancy_preview")
    assert status in ((200, 302) if looks else (404, 405))


def test_list_of_a_stranger_shows_none_of_ours(as_carla, published):
    assert published.title not in text_of(as_carla.get(reverse("school_vacancies")))


@pytest.mark.parametrize("count", [1, 3])
def test_list_needs_the_same_queries_for_any_number(
    as_bram, school_a, count, django_assert_num_queries
):
    for _ in range(count):
        vacancy = factories.VacancyFactory(institution=school_a)
        factories.RequirementFactory(vacancy=vacancy)
    as_bram.get(reverse("school_vacancies"))

    with django_assert_num_queries(LIST_QUERIES):
        as_bram.get(reverse("school_vacancies"))


LIST_QUERIES = 12


def test_list_puts_what_needs_doing_first(as_bram, school_a):
    factories.VacancyFactory(institution=school_a, title="Open staat deze")
    factories.DraftFactory(institution=school_a, title="Nog een concept")

    text = text_of(as_bram.get(reverse("school_vacancies")))

    assert text.index("Nog een concept") < text.index("Open staat deze")


def test_list_can_show_one_state(as_bram, school_a):
    factories.VacancyFactory(institution=school_a, title="Open staat deze")
    factories.DraftFactory(institution=school_a, title="Nog een concept")

    text = text_of(as_bram.get(reverse("school_vacancies"), {"staat": "draft"}))

    assert "Nog een concept" in text
    assert "Open staat deze" not in text


@pytest.mark.parametrize("status", ["submitted", "<script>", "x" * 5000])
def test_list_of_an_empty_or_strange_state_is_a_page(as_bram, school_a, status):
    factories.VacancyFactory(institution=school_a)

    assert as_bram.get(reverse("school_vacancies"), {"staat": status}).status_code == 200


def test_empty_list_says_what_to_do(as_bram):
    assert reverse("vacancy_new") in text_of(as_bram.get(reverse("school_vacancies")))


@pytest.mark.parametrize("status", VacancyStatus.values)
def test_manage_has_a_page_in_every_state(as_bram, school_a, status):
    ended = {"outcome": Outcome.NOBODY_FOUND, "closed_at": timezone.now()}
    vacancy = factories.VacancyFactory(
        institution=school_a, status=status, **(ended if status == "closed" else {})
    )

    response = as_bram.get(reverse("vacancy_manage", args=[vacancy.code]))

    assert response.status_code == 200
    assert vacancy.get_status_display() in text_of(response)


def test_manage_tells_what_a_moderator_still_looks_at(as_bram, published, bram, planning):

    actions.save_section(published, replace(planning, contact_name="Ria Vos"), by=bram)

    text = text_of(as_bram.get(reverse("vacancy_manage", args=[published.code])))

    assert "Wim Bakker → Ria Vos" in text


def test_manage_tells_a_moderator_by_role_only(as_bram, published):
    text = text_of(as_bram.get(reverse("vacancy_manage", args=[published.code])))

    assert "Approved and open, by a moderator" in text
    assert "Mo Aziz" not in text


def test_preview_of_a_draft_shows_it(as_bram, draft):
    response = as_bram.get(reverse("vacancy_preview", args=[draft.code]))

    assert "Only your school sees this page." in text_of(response)


def test_text_is_shown_as_text(as_bram, draft, work_data):
    data = {**work_data, "title": "<b>x</b>", "body": "<script>alert(1)</script>"}
    as_bram.post(edit(draft, "werk"), data)

    for name in ("vacancy_manage", "vacancy_preview", "school_vacancies"):
        assert "<script>alert" not in text_of(as_bram.get(address(name, draft)))
        assert "<b>x</b>" not in text_of(as_bram.get(address(name, draft)))
