from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.enums import ConsentKind, Frequency, FunctionKind, Visibility
from accounts.models import Professional, User
from accounts.profiles import actions, queries
from accounts.profiles.checklist import STEPS, next_step
from accounts.taxonomy.actions import index_competences, index_places
from tests.factories import CompetenceFactory, DomainFactory, PlaceFactory, ProfessionalFactory

pytestmark = pytest.mark.django_db

SLUGS = [step.slug for step in STEPS]
PAGES = [
    reverse("profile"),
    reverse("profile_preview"),
    reverse("profile_hidden"),
    *(reverse("profile_step", args=[slug]) for slug in SLUGS),
]
POSTS = [reverse(f"profile_{name}") for name in ("pause", "resume", "hide")]


def step_url(slug: str) -> str:
    return reverse("profile_step", args=[slug])


@pytest.fixture
def newcomer(sign_in) -> tuple[Professional, Client]:
    user = User.objects.create_user("nieuw@example.org", language="en", confirmed_at=timezone.now())
    return actions.create(user), sign_in(user)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_for_its_owner(page, as_anna):
    assert as_anna.get(page).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_for_somebody_who_told_nothing_yet(page, newcomer):
    answer = newcomer[1].get(page)

    assert answer.status_code == 200
    assert answer.text.count("<h1") == 1


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_not_there_for_people_of_schools(page, as_bram, as_carla):
    assert as_bram.get(page).status_code == 404
    assert as_carla.get(page).status_code == 404


@pytest.mark.parametrize("page", PAGES + POSTS)
def test_who_did_not_sign_in_is_sent_to_the_door(page, client):
    assert reverse("account_request_login_code") in client.get(page)["Location"]


@pytest.mark.parametrize("page", POSTS)
def test_a_link_alone_changes_nothing(page, as_anna):
    assert as_anna.get(page).status_code == 405


def test_an_unknown_step_is_not_there(as_anna):
    assert as_anna.get("/mijn/profiel/schoenmaat/").status_code == 404


def test_nothing_is_filled_in_beforehand(newcomer):
    client = newcomer[1]

    for slug in SLUGS:
        page = client.get(step_url(slug)).text
        assert " checked" not in page
        assert " selected" not in page


def test_start_makes_a_profile_and_opens_the_first_step(sign_in):
    user = User.objects.create_user("nieuw@example.org", confirmed_at=timezone.now())

    answer = sign_in(user).post(reverse("profile_start"))

    assert answer["Location"] == step_url("vak")
    assert Professional.objects.get().user == user


def test_start_by_somebody_of_a_school_says_no(as_bram):
    answer = as_bram.post(reverse("profile_start"))

    assert answer["Location"] == reverse("dashboard")
    assert not Professional.objects.exists()


def test_all_steps_without_javascript_lead_to_a_visible_profile(newcomer):
    professional, client = newcomer
    domain, _zwolle = DomainFactory(), PlaceFactory()
    skill = CompetenceFactory(name_nl="Lassen")
    index_competences()
    answers = {
        "vak": {"occupation": "Welder", "domains": domain.pk, "competences": skill.pk},
        "functies": {"functions": "guest_teacher", "level": "4", "willing_to_train": "yes"},
        "week": {
            "day_parts": ["4", "11"],
            "hours_min": "2",
            "hours_max": "6.5",
            "available_from": "2027-01-04",
        },
        "plaats": {"place": "zwolle", "max_distance_km": "25"},
        "dienstverband": {"employment_forms": ["own_contract", "payroll"]},
        "contact": {"name": "Nora  Smit", "phone": "06-12345678"},
        "berichten": {"frequency": "weekly"},
    }

    for slug, answer in answers.items():
        version = client.get(step_url(slug)).context["form"]["version"].value()
        saved = client.post(step_url(slug), {**answer, "version": version, "then": "next"})
        assert saved["Location"] == step_url(next_step(slug).slug)
    client.post(step_url("tonen"), {"consent": "on"})

    professional.refresh_from_db()
    shown = queries.full_profile(professional)
    assert professional.visibility == Visibility.VISIBLE
    assert (shown.name, shown.place, shown.competences) == ("Nora Smit", "Zwolle", (str(skill),))
    assert (shown.day_parts_mask, float(shown.hours_max)) == (1 << 4 | 1 << 11, 6.5)


def test_an_empty_step_may_be_passed(newcomer):
    _professional, client = newcomer

    for slug in SLUGS[:-1]:
        assert client.post(step_url(slug), {"version": 1}).status_code == 302


def test_save_and_stop_goes_to_the_overview(as_anna, anna):
    answer = as_anna.post(
        step_url("contact"), {"version": anna.version, "name": "Anna", "stop": "1"}
    )

    assert answer["Location"] == reverse("profile")


WRONG = [
    ("vak", {"occupation": "x" * 81}, "occupation"),
    ("vak", {"occupation": "Welder, mail anna@example.org"}, "occupation"),
    ("vak", {"occupation": "Lasser 06123456"}, "occupation"),
    ("vak", {"occupation": "Lasser\x00"}, "occupation"),
    ("vak", {"domains": "999999"}, "domains"),
    ("vak", {"domains": "' or 1=1"}, "domains"),
    ("vak", {"years_experience": "61"}, "years_experience"),
    ("vak", {"years_experience": "-1"}, "years_experience"),
    ("vak", {"years_experience": "many"}, "years_experience"),
    ("functies", {"functions": "director"}, "functions"),
    ("functies", {"level": "9"}, "level"),
    ("functies", {"dutch_level": "B2"}, "dutch_level"),
    ("functies", {"willing_to_train": "perhaps"}, "willing_to_train"),
    ("week", {"day_parts": "18"}, "day_parts"),
    ("week", {"day_parts": "monday"}, "day_parts"),
    ("week", {"hours_min": "8", "hours_max": "4"}, "hours_max"),
    ("week", {"hours_min": "0"}, "hours_min"),
    ("week", {"hours_max": "41"}, "hours_max"),
    ("week", {"hours_max": "9" * 50}, "hours_max"),
    ("week", {"hours_max": "NaN"}, "hours_max"),
    ("week", {"hours_max": "2.25"}, "hours_max"),
    ("week", {"available_from": "31-02-2027"}, "available_from"),
    ("week", {"available_from": "0001-01-01"}, "available_from"),
    ("week", {"available_until": "2020-01-01"}, "available_until"),
    (
        "week",
        {
            "available_from": f"{timezone.localdate() + timedelta(days=9):%Y-%m-%d}",
            "available_until": f"{timezone.localdate() + timedelta(days=8):%Y-%m-%d}",
        },
        "available_until",
    ),
    ("plaats", {"place": "Atlantis"}, "place"),
    ("plaats", {"max_distance_km": "0"}, "max_distance_km"),
    ("plaats", {"max_distance_km": "301"}, "max_distance_km"),
    ("plaats", {"max_distance_km": "ver"}, "max_distance_km"),
    ("dienstverband", {"employment_forms": "slave"}, "employment_forms"),
    ("contact", {"name": "x" * 101}, "name"),
    ("contact", {"phone": "call me"}, "phone"),
    ("contact", {"phone": "0612"}, "phone"),
    ("contact", {"phone": "1" * 21}, "phone"),
    ("berichten", {"frequency": "hourly"}, "frequency"),
]


@pytest.mark.parametrize(("slug", "typed", "field"), WRONG)
def test_wrong_input_is_told_beside_the_field_and_nothing_is_saved(
    slug, typed, field, anna, as_anna
):
    answer = as_anna.post(step_url(slug), {**typed, "version": anna.version})

    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [field]
    assert f'id="id_{field}_error"' in answer.text
    anna.refresh_from_db()
    assert anna.version == 1


def test_what_was_typed_is_kept(anna, as_anna):
    page = as_anna.post(
        step_url("vak"),
        {"occupation": "Baker & cook", "years_experience": "99", "version": anna.version},
    ).text

    assert 'value="Baker &amp; cook"' in page
    assert 'value="99"' in page


def test_hours_may_be_written_with_a_comma(anna, sign_in):
    anna.user.language = "nl"
    anna.user.save()

    sign_in(anna.user).post(
        step_url("week"), {"version": 1, "hours_min": "2,5", "hours_max": "4", "day_parts": "0"}
    )

    anna.refresh_from_db()
    assert (float(anna.hours_min), float(anna.hours_max)) == (2.5, 4.0)


def test_an_ambiguous_place_is_chosen_on_the_same_page(anna, as_anna):
    PlaceFactory(name="Bergen", code="bergen-nh", municipality="Bergen (NH.)")
    right = PlaceFactory(name="Bergen", code="bergen-li", municipality="Bergen (L.)")
    index_places()
    typed = {"place": "Bergen", "max_distance_km": "33", "version": 1}

    page = as_anna.post(step_url("plaats"), typed).text
    assert "municipality of Bergen (L.)" in page
    assert 'value="33"' in page

    as_anna.post(step_url("plaats"), {**typed, "place_choice": right.pk})
    anna.refresh_from_db()
    assert (anna.place, anna.max_distance_km) == (right, 33)


def test_search_for_a_skill_keeps_the_rest_of_the_page(anna, as_anna):
    CompetenceFactory(name_nl="Lassen", name_en="Welding", synonyms="lasser")
    index_competences()

    page = as_anna.post(
        step_url("vak"),
        {"occupation": "Baker", "competences_q": "lasser", "competences_search": "1", "version": 1},
    ).text

    assert "1 skill found" in page
    assert 'value="Baker"' in page
    anna.refresh_from_db()
    assert anna.occupation == "Welder"


def test_two_windows_the_second_is_told_and_overwrites_nothing(anna, as_anna):
    as_anna.post(step_url("contact"), {"name": "First", "version": 1})

    page = as_anna.post(step_url("contact"), {"name": "Second", "version": 1})

    anna.user.refresh_from_db()
    assert anna.user.name == "First"
    assert "Saved elsewhere in the meantime" in page.text
    assert 'value="Second"' in page.text
    again = {"name": "Second", "version": page.context["form"]["version"].value()}
    assert as_anna.post(step_url("contact"), again).status_code == 302


@pytest.mark.parametrize("version", ["", "abc", "-1", "9" * 30])
def test_a_form_without_a_proper_version_overwrites_nothing(version, anna, as_anna):
    answer = as_anna.post(step_url("contact"), {"name": "Other", "version": version})

    assert answer.status_code == 200
    anna.user.refresh_from_db()
    assert anna.user.name == "Anna de Wit"


def test_the_same_form_twice_is_no_trouble(anna, as_anna):
    typed = {"name": "Anna", "phone": "", "version": 1}

    assert as_anna.post(step_url("contact"), typed).status_code == 302
    assert as_anna.post(step_url("contact"), typed).status_code == 302


def test_the_overview_says_what_is_missing_and_why(newcomer):
    page = newcomer[1].get(reverse("profile")).text

    assert "Each vacancy belongs to a domain" in page
    assert "Nobody sees your profile yet" in page
    assert reverse("my_matches") not in page.partition("<main")[2]


def test_show_is_refused_while_something_is_missing(newcomer):
    professional, client = newcomer

    answer = client.post(step_url("tonen"), {"consent": "on"}, follow=True)

    assert "9 things are missing" in answer.text
    professional.refresh_from_db()
    assert professional.visibility == Visibility.DRAFT


def test_show_asks_for_the_yes(sign_in):
    draft = ProfessionalFactory(visibility=Visibility.DRAFT)

    answer = sign_in(draft.user).post(step_url("tonen"), {})

    assert "Without your yes we show nothing" in answer.text
    assert queries.running_consent(draft.user) is None


def test_show_again_is_no_trouble(as_anna):
    assert as_anna.post(step_url("tonen"), {"consent": "on"})["Location"] == reverse("profile")


def test_pause_and_resume_from_the_overview(anna, as_anna):
    actions.give_consent(anna.user, ConsentKind.PROFILE, by=anna.user)

    paused = as_anna.post(reverse("profile_pause"), follow=True)
    assert "Your profile is paused" in paused.text
    assert as_anna.post(reverse("profile_pause"), follow=True).status_code == 200

    shown = as_anna.post(reverse("profile_resume"), follow=True)
    assert "Schools can find you" in shown.text
    assert as_anna.post(reverse("profile_resume"), follow=True).status_code == 200


def test_resume_without_a_running_yes_asks_for_it_first(anna, as_anna):
    as_anna.post(reverse("profile_pause"))

    assert as_anna.post(reverse("profile_resume"))["Location"] == step_url("tonen")


def test_hide_from_a_school_and_take_it_off(anna, as_anna, school_a):
    assert "Deltion College" in as_anna.get(reverse("profile_hidden"), {"q": "delt"}).text

    hidden = as_anna.post(reverse("profile_hide"), {"institution": school_a.pk}, follow=True)
    assert "does not see you any more" in hidden.text

    as_anna.post(reverse("profile_hide"), {"institution": school_a.pk, "show": "1"})
    assert not anna.hidden_from.exists()


@pytest.mark.parametrize("wrong", ["", "0", "abc", "9" * 40])
def test_hiding_from_no_school_says_so(wrong, as_anna):
    answer = as_anna.post(reverse("profile_hide"), {"institution": wrong}, follow=True)

    assert "This school is not here any more" in answer.text


def test_the_preview_shows_the_name_only_after_the_yes(as_anna):
    before, after = (
        as_anna.get(reverse("profile_preview")).text.partition("<main")[2].split('id="after"')
    )

    assert "anna@example.org" in after
    assert "anna@example.org" not in before
    assert "Anna de Wit" not in before


def test_mail_once_chosen_shows_as_chosen(anna, as_anna):
    actions.save_messages(anna, by=anna.user, version=None, frequency=Frequency.NEVER)

    page = as_anna.get(step_url("berichten")).text

    assert page.count(" checked") == 1


def test_functions_are_explained_in_the_form(as_anna):
    assert "You guide students while they practise." in as_anna.get(step_url("functies")).text
    assert len(FunctionKind) == 7
