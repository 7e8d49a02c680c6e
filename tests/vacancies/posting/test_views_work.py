import pytest
from django.urls import reverse

from tests import factories
from tests.vacancies.posting.pages import SECTIONS, edit, text_of
from vacancies.enums import PayTableStatus
from vacancies.models import PayStep, PayTable, Vacancy


def test_new_vacancy_has_a_name_and_goes_on(as_bram, bram):
    response = as_bram.post(reverse("vacancy_new"), {"title": "Instructeur bouw"})

    vacancy = Vacancy.objects.get()
    assert (vacancy.title, vacancy.created_by) == ("Instructeur bouw", bram)
    assert response.url == edit(vacancy, "werk")


@pytest.mark.parametrize("title", ["", "  ", "x" * 91, "a\0b"])
def test_new_vacancy_without_a_good_title_says_so(as_bram, title):
    response = as_bram.post(reverse("vacancy_new"), {"title": title})

    assert response.status_code == 200
    assert "error-text" in text_of(response)
    assert not Vacancy.objects.exists()


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_opens_for_an_empty_draft(as_bram, draft, section):
    response = as_bram.get(edit(draft, section))

    assert response.status_code == 200
    assert text_of(response).count("<h1") == 1


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_opens_for_an_open_vacancy(as_bram, published, section):
    assert as_bram.get(edit(published, section)).status_code == 200


def test_section_that_does_not_exist_is_not_found(as_bram, draft):
    assert as_bram.get(edit(draft, "iets")).status_code == 404


def test_work_is_saved_and_goes_on(as_bram, draft, work_data):
    response = as_bram.post(edit(draft, "werk"), work_data)

    fresh = Vacancy.objects.get()
    assert response.url == edit(draft, "wanneer")
    assert (fresh.body, fresh.level_taught, fresh.track) == ("Je geeft praktijkles.", 3, "bol")


def test_save_and_stop_goes_to_the_vacancy(as_bram, draft, work_data):
    response = as_bram.post(edit(draft, "werk"), {**work_data, "stop": "1"}, follow=True)

    assert "is saved" in text_of(response)
    assert response.redirect_chain[0][0] == reverse("vacancy_manage", args=[draft.code])


def test_half_a_draft_is_saved(as_bram, draft):
    response = as_bram.post(edit(draft, "werk"), {"version": 1, "title": "Iets"})

    assert response.status_code == 302
    assert Vacancy.objects.get().title == "Iets"


def test_line_ends_count_once(as_bram, draft, work_data):
    body = "\r\n".join(["a" * 79] * 100)
    as_bram.post(edit(draft, "werk"), {**work_data, "body": body})

    assert len(Vacancy.objects.get().body) == 100 * 80 - 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("title", "x" * 91),
        ("body", "x" * 8001),
        ("summary", "x" * 301),
        ("function_kind", "director"),
        ("level_taught", "9"),
        ("domains", ["999999"]),
        ("domains", ["<b>"]),
        ("wording_ground", "n.v.t."),
        ("version", "one"),
        ("title", "a\0b"),
    ],
)
def test_wrong_work_is_said_and_kept(as_bram, draft, work_data, field, value):
    response = as_bram.post(edit(draft, "werk"), {**work_data, field: value})

    assert response.status_code == 200
    assert field in response.context["form"].errors
    assert Vacancy.objects.get().body == ""
    if field != "body":
        assert work_data["body"] in text_of(response)


def test_location_of_another_school_is_refused(as_bram, draft, work_data, school_b):
    other = factories.LocationFactory(institution=school_b)

    response = as_bram.post(edit(draft, "werk"), {**work_data, "locations": [other.pk]})

    assert "locations" in response.context["form"].errors


def test_four_locations_are_too_many(as_bram, draft, work_data, school_a):
    rows = factories.LocationFactory.create_batch(4, institution=school_a)

    data = {**work_data, "locations": [row.pk for row in rows]}
    response = as_bram.post(edit(draft, "werk"), data)

    assert response.context["form"].errors["locations"] == ["Choose at most three locations."]


def test_wording_answers_while_typing(as_bram, draft, rules):
    url = reverse("vacancy_wording", args=[draft.code])

    text = text_of(as_bram.post(url, {"body": "Een vakman, native speaker. Zij-instromer mag."}))

    assert "“vakman”" in text
    assert "Dutch at level B2, with a reason" in text
    assert "Zij-instromer" not in text


def test_wording_of_a_huge_text_is_a_page(as_bram, draft, rules):
    url = reverse("vacancy_wording", args=[draft.code])

    assert as_bram.post(url, {"body": "vakman " * 50_000}).status_code == 200


def test_pay_answers_for_the_scales_chosen(as_bram, whole):
    table = PayTable.objects.create(
        valid_from="2025-01-01", source_title="Cao mbo", status=PayTableStatus.DRAFT
    )
    for step, gross in ((1, 3713), (12, 5495)):
        PayStep.objects.create(table=table, scale="LB", step=step, gross_month=gross)
    url = reverse("vacancy_pay", args=[whole.code])

    text = text_of(as_bram.post(url, {"pay_scale_min": "LB", "pay_scale_max": "LB"}))

    assert "estimate" in text
    assert "Source: Cao mbo, table of" in text


def test_pay_of_unknown_scales_asks_to_choose(as_bram, whole):
    url = reverse("vacancy_pay", args=[whole.code])

    text = text_of(as_bram.post(url, {"pay_scale_min": "ZZ", "pay_scale_max": "<b>"}))

    assert "Choose the scales" in text
