from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.enums import InstitutionStatus
from tests import factories
from tests.vacancies.posting.pages import SECTIONS, edit, text_of
from vacancies.enums import Outcome
from vacancies.models import Vacancy
from vacancies.posting import actions


def test_second_editor_is_told_and_keeps_the_text(as_bram, draft, olga, work_data, planning):
    actions.save_section(draft, planning, by=olga)

    response = as_bram.post(edit(draft, "werk"), work_data)

    text = text_of(response)
    assert "Olga Bos changed this vacancy while you were writing" in text
    assert work_data["body"] in text
    assert Vacancy.objects.get().body == ""
    again = as_bram.post(edit(draft, "werk"), {**work_data, "version": 2})
    assert (again.status_code, Vacancy.objects.get().body) == (302, work_data["body"])


def test_second_editor_sees_where_the_texts_differ(as_bram, draft, olga, work_data, work):
    actions.save_section(draft, work, by=olga)

    response = as_bram.post(edit(draft, "werk"), {**work_data, "body": "Mijn eigen tekst."})

    text = text_of(response)
    assert work.body in text
    assert "Mijn eigen tekst." in text
    assert 'name="version" value="2"' in text


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("method", ["get", "post"])
def test_sent_vacancy_is_not_edited(as_bram, sent, section, method):
    response = getattr(as_bram, method)(edit(sent, section))

    assert response.status_code == 409
    assert reverse("vacancy_take_back", args=[sent.code]) in text_of(response)


def test_closed_vacancy_offers_a_copy(as_bram, published, bram):
    actions.close(published, by=bram, outcome=Outcome.NOT_NEEDED)

    response = as_bram.get(edit(published, "werk"))

    assert reverse("vacancy_copy", args=[published.code]) in text_of(response)


def test_open_vacancy_keeps_what_it_needs(as_bram, published, work_data):
    data = {**work_data, "version": published.version, "body": "", "domains": []}

    response = as_bram.post(edit(published, "werk"), data)

    assert {"body", "domains"} <= set(response.context["form"].errors)


def test_open_vacancy_refuses_words_beside_the_field(as_bram, published, work_data, rules):
    data = {**work_data, "version": published.version, "body": "Voor een native speaker."}

    response = as_bram.post(edit(published, "werk"), data)

    (error,) = response.context["form"].errors["body"]
    assert error.startswith("“native speaker” shuts people out (origin).")
    assert "Voor een native speaker." in text_of(response)


def test_autosave_answers_with_the_moment_and_the_version(as_bram, draft, work_data):
    response = as_bram.post(edit(draft, "werk"), work_data, headers={"HX-Request": "true"})

    text = text_of(response)
    assert text.startswith("Draft, saved at ")
    assert 'value="2"' in text


def test_autosave_of_something_wrong_says_so_without_a_page(as_bram, draft):
    response = as_bram.post(
        edit(draft, "werk"), {"version": 1, "title": ""}, headers={"HX-Request": "true"}
    )

    assert text_of(response) == "Not saved yet: something in this section is not right."


def test_button_just_after_the_own_autosave_is_no_conflict(as_bram, draft, work_data):
    as_bram.post(edit(draft, "werk"), work_data, headers={"HX-Request": "true"})

    response = as_bram.post(edit(draft, "werk"), {**work_data, "body": "Langer."})

    assert (response.status_code, Vacancy.objects.get().body) == (302, "Langer.")


def test_own_save_of_another_section_is_a_conflict(as_bram, draft, bram, work_data, planning):
    actions.save_section(draft, planning, by=bram)

    response = as_bram.post(edit(draft, "werk"), work_data)

    assert "Bram Kok changed this vacancy" in text_of(response)


def test_suspended_school_is_told(as_bram, published, bram):
    actions.pause(published, by=bram)
    published.institution.status = InstitutionStatus.SUSPENDED
    published.institution.save()

    response = as_bram.post(reverse("vacancy_resume", args=[published.code]), follow=True)

    assert "Your school may not publish now." in text_of(response)


def test_panel_shows_the_words_that_were_typed(as_bram, published, work_data, rules):
    data = {**work_data, "version": published.version, "body": "Voor een native speaker."}

    response = as_bram.post(edit(published, "werk"), data)

    assert [hit.text for hit in response.context["hits"]] == ["native speaker"]


def test_check_offers_to_send_in_only_what_is_whole(as_bram, draft, whole):
    half = actions.create_draft(draft.institution, by=None, title="Half")

    assert ">Send in<" not in text_of(as_bram.get(edit(half, "controleren")))
    assert ">Send in<" in text_of(as_bram.get(edit(whole, "controleren")))


def test_open_vacancy_without_a_way_to_reach_somebody_is_said(as_bram, published, planning):
    data = {
        "version": published.version,
        "closes_on": planning.closes_on.isoformat(),
        "answer_by": planning.answer_by.isoformat(),
        "after_closing": planning.after_closing,
        "contact_name": planning.contact_name,
    }

    response = as_bram.post(edit(published, "planning"), data)

    assert "contact_email" in response.context["form"].errors


def test_answer_long_after_closing_is_said(as_bram, draft):
    today = timezone.localdate()
    data = {
        "version": 1,
        "closes_on": (today + timedelta(days=10)).isoformat(),
        "answer_by": (today + timedelta(days=39)).isoformat(),
    }

    response = as_bram.post(edit(draft, "planning"), data)

    assert response.context["form"].errors["answer_by"] == [
        "Answer within 28 days after the closing date."
    ]


def test_open_vacancy_of_a_suspended_school_stays_as_it_is(as_bram, published, work_data):
    published.institution.status = InstitutionStatus.SUSPENDED
    published.institution.save()

    data = {**work_data, "version": published.version}
    response = as_bram.post(edit(published, "werk"), data)

    assert "Your school is not verified now." in text_of(response)
    assert Vacancy.objects.get().body == published.body


def test_send_in_of_a_suspended_school_is_told(as_bram, whole):
    whole.institution.status = InstitutionStatus.SUSPENDED
    whole.institution.save()

    response = as_bram.post(edit(whole, "controleren"))

    assert "Your school may not publish now." in text_of(response)


def test_autosave_while_searching_a_skill_is_silent(as_bram, draft, when_data):
    data = {**when_data, "competences_q": "lassen"}

    response = as_bram.post(edit(draft, "wanneer"), data, headers={"HX-Request": "true"})

    assert (response.status_code, response.content) == (204, b"")
    assert Vacancy.objects.get().version == draft.version


def test_search_without_a_script_shows_what_it_found(as_bram, draft, when_data):
    factories.CompetenceFactory(name_nl="TIG lassen", name_en="TIG welding", search="tig lassen")
    data = {**when_data, "competences_q": "lassen", "competences_search": "1"}

    text = text_of(as_bram.post(edit(draft, "wanneer"), data))

    assert "TIG welding" in text
    assert "error-summary" not in text
