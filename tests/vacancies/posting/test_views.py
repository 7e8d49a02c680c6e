from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.enums import FunctionKind, InstitutionStatus, Role
from tests import factories
from vacancies.enums import Outcome, PayTableStatus, VacancyStatus
from vacancies.models import PayStep, PayTable, Vacancy
from vacancies.posting import actions, queries, urls

NAMES = [path.name for path in urls.urlpatterns]
WITHOUT_CODE = {"school_vacancies", "vacancy_new"}
SECTIONS = ("werk", "wanneer", "salaris", "planning", "controleren")


def address(name: str, vacancy: Vacancy, section: str = "werk") -> str:
    if name in WITHOUT_CODE:
        return reverse(name)
    extra = [section] if name == "vacancy_edit" else []
    return reverse(name, args=[vacancy.code, *extra])


def edit(vacancy: Vacancy, section: str) -> str:
    return reverse("vacancy_edit", args=[vacancy.code, section])


def text_of(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture
def work_data(draft):
    location = factories.LocationFactory(institution=draft.institution)
    return {
        "version": draft.version,
        "title": "Gastdocent lassen",
        "function_kind": FunctionKind.GUEST_TEACHER,
        "domains": [factories.DomainFactory().pk],
        "locations": [location.pk],
        "summary": "Leer studenten lassen.",
        "body": "Je geeft praktijkles.",
        "level_taught": "3",
        "track": "bol",
    }


@pytest.fixture
def when_data(draft):
    starts = timezone.localdate() + timedelta(days=40)
    return {
        "version": draft.version,
        "day_parts": ["3", "4", "13"],
        "fixed": ["3"],
        "day_parts_needed": 2,
        "hours_min": "4",
        "hours_max": "5.5",
        "starts_on": starts.isoformat(),
        "positions": "1",
    }


# Who may come in


@pytest.mark.parametrize("name", [name for name in NAMES if name not in WITHOUT_CODE])
@pytest.mark.parametrize("method", ["get", "post"])
def test_stranger_finds_nothing(as_carla, published, name, method):
    before = Vacancy.objects.values().get(pk=published.pk)

    response = getattr(as_carla, method)(address(name, published))

    assert response.status_code in (404, 405)
    assert response.status_code == 404 or (method == "get" and name.endswith(("wording", "pay")))
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


# The list


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


LIST_QUERIES = 11


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


# Writing


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


def test_week_is_saved_as_masks(as_bram, draft, when_data):
    as_bram.post(edit(draft, "wanneer"), when_data)

    fresh = Vacancy.objects.get()
    assert (fresh.day_parts_mask, fresh.fixed_mask) == (1 << 3 | 1 << 4 | 1 << 13, 1 << 3)
    assert (fresh.day_parts_needed, str(fresh.hours_max)) == (2, "5.5")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"day_parts_needed": "4"}, "day_parts_needed"),
        ({"day_parts_needed": "0"}, "day_parts_needed"),
        ({"fixed": ["0"]}, "fixed"),
        ({"fixed": ["3", "4"], "day_parts_needed": "1"}, "day_parts_needed"),
        ({"day_parts": ["99"]}, "day_parts"),
        ({"hours_max": "3"}, "hours_max"),
        ({"hours_max": "41"}, "hours_max"),
        ({"hours_min": "1e9"}, "hours_min"),
        ({"hours_min": "NaN"}, "hours_min"),
        ({"ends_on": "2020-01-01"}, "ends_on"),
        ({"starts_on": "tomorrow"}, "starts_on"),
        ({"positions": "51"}, "positions"),
        ({"positions": ""}, "positions"),
        ({"years": "3"}, "years_strength"),
        ({"years": "99", "years_strength": "must"}, "years"),
        ({"level": "4", "level_strength": "learn"}, "level_strength"),
        ({"dutch": "4", "dutch_strength": "must"}, "dutch_reason"),
        (
            {"dutch": "4", "dutch_strength": "must", "dutch_reason": "Geen accent"},
            "dutch_reason",
        ),
        ({"dutch": "9"}, "dutch"),
    ],
)
def test_wrong_week_is_said_beside_the_field(as_bram, draft, when_data, changes, field):
    response = as_bram.post(edit(draft, "wanneer"), {**when_data, **changes})

    assert response.status_code == 200
    assert field in response.context["form"].errors
    assert Vacancy.objects.get().day_parts_mask == 0


def test_guest_teacher_hears_of_the_budget_while_writing(as_bram, draft, when_data):
    Vacancy.objects.update(function_kind=FunctionKind.GUEST_TEACHER)

    response = as_bram.post(edit(draft, "wanneer"), {**when_data, "hours_max": "12"})

    assert "240 clock hours" in response.context["form"].errors["hours_max"][0]


def test_demands_are_saved(as_bram, draft, when_data):
    tig, gas = factories.CompetenceFactory.create_batch(2)
    demands = {
        "level": "4",
        "level_strength": "must",
        "practice_counts": "on",
        "years": "3",
        "years_strength": "wish",
        "dutch": "4",
        "dutch_strength": "must",
        "dutch_reason": "Je bespreekt verslagen met studenten.",
        "competences": [tig.pk, gas.pk],
        f"strength_{tig.pk}": "must",
    }

    as_bram.post(edit(draft, "wanneer"), {**when_data, **demands})

    rows = queries.demands_of(draft)
    assert [(r.kind, r.strength, r.value or r.competence) for r in rows] == [
        ("level", "must", 4),
        ("competence", "must", tig),
        ("language", "must", 4),
        ("experience", "wish", 3),
        ("competence", "wish", gas),
    ]
    assert Vacancy.objects.get().practice_counts


def test_ticked_skill_becomes_a_line_without_saving(as_bram, draft, when_data):
    skill = factories.CompetenceFactory(name_en="TIG welding")

    data = {**when_data, "competences": [skill.pk], "add": "1"}
    whole = as_bram.post(edit(draft, "wanneer"), data)
    part = as_bram.post(edit(draft, "wanneer"), data, headers={"HX-Request": "true"})

    assert f'name="strength_{skill.pk}"' in text_of(whole)
    assert text_of(part).startswith("<table")
    assert f'name="strength_{skill.pk}"' in text_of(part)
    assert Vacancy.objects.get().version == draft.version


def test_sixteen_skills_are_too_many(as_bram, draft, when_data):
    rows = factories.CompetenceFactory.create_batch(16)

    data = {**when_data, "competences": [row.pk for row in rows]}
    response = as_bram.post(edit(draft, "wanneer"), data)

    assert "competences" in response.context["form"].errors


def test_terms_are_saved(as_bram, draft):
    data = {
        "version": 1,
        "pay_scale_min": "LB",
        "pay_scale_max": "LC",
        "employment_forms": ["own_contract", "secondment_company"],
        "contract_length": "temporary",
        "will_train": "on",
        "coach_hours": "2",
    }

    as_bram.post(edit(draft, "salaris"), data)

    fresh = Vacancy.objects.get()
    assert fresh.employment_forms == ["own_contract", "secondment_company"]
    assert (fresh.pay_scale_max, fresh.will_train, fresh.coach_hours) == ("LC", True, 2)


def test_scales_stand_in_order(as_bram, draft):
    data = {"version": 1, "pay_scale_min": "LC", "pay_scale_max": "9"}

    response = as_bram.post(edit(draft, "salaris"), data)

    assert "pay_scale_max" in response.context["form"].errors


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("closes_on", "2020-01-01"),
        ("closes_on", "9999-12-31"),
        ("contact_email", "wim at deltion"),
        ("contact_phone", "call me"),
        ("after_closing", "x" * 1001),
    ],
)
def test_wrong_planning_is_said_beside_the_field(as_bram, draft, field, value):
    response = as_bram.post(edit(draft, "planning"), {"version": 1, field: value})

    assert field in response.context["form"].errors


# Two at once, and the wrong state


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


# Autosave


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


# Helpers beside the form


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


# Check and send in


def test_check_lists_what_is_missing_with_links(as_bram, draft):
    text = text_of(as_bram.get(edit(draft, "controleren")))

    assert f"{edit(draft, 'werk')}#id_function_kind" in text
    assert "Choose a closing date." in text


def test_send_in(as_bram, whole):
    response = as_bram.post(edit(whole, "controleren"), follow=True)

    assert Vacancy.objects.get().status == VacancyStatus.SUBMITTED
    assert "Sent in." in text_of(response)


def test_send_in_of_half_a_vacancy_stays(as_bram, draft):
    response = as_bram.post(edit(draft, "controleren"))

    assert Vacancy.objects.get().status == VacancyStatus.DRAFT
    assert "It cannot be sent in yet." in text_of(response)


def test_send_in_with_blocked_words_asks_for_a_ground(as_bram, whole, bram, work, rules):
    Vacancy.objects.update(body="Je moedertaal is Nederlands.")
    url = edit(whole, "controleren")

    refused = as_bram.post(url, {"ground": "n.v.t."})
    assert "ground" in refused.context["form"].errors

    as_bram.post(url, {"ground": "Het vak is Nederlands voor schrijvers."})
    assert Vacancy.objects.get().wording_ground == "Het vak is Nederlands voor schrijvers."


# Steps


@pytest.mark.parametrize(
    ("name", "data", "status"),
    [
        ("vacancy_pause", {}, VacancyStatus.PAUSED),
        ("vacancy_close", {"outcome": "filled_here"}, VacancyStatus.CLOSED),
    ],
)
def test_step_asks_and_then_does(as_bram, published, name, data, status):
    url = reverse(name, args=[published.code])

    assert as_bram.get(url).status_code == 200
    assert Vacancy.objects.get().status == VacancyStatus.PUBLISHED
    assert as_bram.post(url, data).url == reverse("vacancy_manage", args=[published.code])
    assert Vacancy.objects.get().status == status


def test_step_in_the_wrong_state_is_told(as_bram, draft):
    response = as_bram.post(reverse("vacancy_pause", args=[draft.code]), follow=True)

    assert "That is no longer possible. The state is now: Draft." in text_of(response)


@pytest.mark.parametrize("outcome", ["", "expired", "lost"])
def test_close_needs_an_outcome(as_bram, published, outcome):
    url = reverse("vacancy_close", args=[published.code])

    response = as_bram.post(url, {"outcome": outcome})

    assert "outcome" in response.context["form"].errors
    assert Vacancy.objects.get().is_open


def test_extend_says_what_is_wrong(as_bram, published):
    url = reverse("vacancy_extend", args=[published.code])

    response = as_bram.post(url, {"closes_on": "2999-01-01"})

    assert "at most 90 days" in response.context["form"].errors["closes_on"][0]


def test_extend_and_resume(as_bram, published, bram):
    later = published.closes_on + timedelta(days=5)
    actions.pause(published, by=bram)

    as_bram.post(reverse("vacancy_extend", args=[published.code]), {"closes_on": later.isoformat()})
    as_bram.post(reverse("vacancy_resume", args=[published.code]))

    fresh = Vacancy.objects.get()
    assert (fresh.closes_on, fresh.status) == (later, VacancyStatus.PUBLISHED)


def test_resume_after_closing_asks_to_extend(as_bram, published, bram):
    actions.pause(published, by=bram)
    Vacancy.objects.update(closes_on=timezone.localdate() - timedelta(days=1))

    response = as_bram.post(reverse("vacancy_resume", args=[published.code]))

    assert response.url == reverse("vacancy_extend", args=[published.code])


def test_copy_opens_the_new_draft(as_bram, published):
    response = as_bram.post(reverse("vacancy_copy", args=[published.code]))

    draft = Vacancy.objects.get(status=VacancyStatus.DRAFT)
    assert response.url == reverse("vacancy_manage", args=[draft.code])


def test_take_back(as_bram, sent):
    as_bram.post(reverse("vacancy_take_back", args=[sent.code]))

    assert Vacancy.objects.get().status == VacancyStatus.DRAFT


def test_discard_throws_a_draft_away(as_bram, whole):
    as_bram.post(reverse("vacancy_discard", args=[whole.code]))

    assert not Vacancy.objects.exists()


def test_discard_of_an_open_vacancy_is_refused(as_bram, published):
    as_bram.post(reverse("vacancy_discard", args=[published.code]))

    assert Vacancy.objects.get().is_open


# One vacancy


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
