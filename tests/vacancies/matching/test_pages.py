import pytest

from accounts.enums import Visibility
from accounts.models import ProfileView
from tests import factories
from vacancies.enums import DismissReason, MatchState
from vacancies.matching import actions
from vacancies.models import Match


@pytest.fixture
def vacancy(school_a):
    return factories.VacancyFactory(institution=school_a)


@pytest.fixture
def match(vacancy, anna):
    actions.refresh_professional(anna)
    actions.refresh_vacancy(vacancy)
    return Match.objects.get()


@pytest.fixture
def candidates(vacancy):
    return f"/school/vacatures/{vacancy.code}/vakmensen/"


def test_my_matches_shows_score_and_reasons(match, as_anna):
    page = as_anna.get("/mijn/matches/").text

    assert "Gastdocent lassen" in page
    assert "you are free on 2 of the 4 day-parts asked" in page


def test_looking_at_my_matches_marks_them_seen(match, as_anna):
    as_anna.get("/mijn/matches/")

    match.refresh_from_db()
    assert match.state == MatchState.SEEN


def test_only_new_matches_are_shown_on_request(match, as_anna):
    as_anna.get("/mijn/matches/")

    assert "Gastdocent lassen" not in as_anna.get("/mijn/matches/?toon=nieuw").text


@pytest.mark.parametrize("shown", ["samen", "opzij"])
def test_a_choice_without_matches_says_what_to_do(match, as_anna, shown):
    assert "Nothing here" in as_anna.get(f"/mijn/matches/?toon={shown}").text


def test_an_unknown_choice_shows_everything(match, as_anna):
    assert "Gastdocent lassen" in as_anna.get("/mijn/matches/?toon=%F0%9F%92%A9").text


def test_why_builds_the_score_up_part_by_part(match, as_anna):
    answer = as_anna.get(f"/mijn/matches/{match.pk}/")

    assert sum(line.won for line in answer.context["lines"]) == match.score


def test_why_says_what_changed_when_it_fits_no_more(match, anna, as_anna):
    anna.visibility = Visibility.PAUSED
    anna.save()
    actions.mark_seen([match])
    actions.refresh_professional(anna)

    assert "Something changed since then" in as_anna.get(f"/mijn/matches/{match.pk}/").text


def test_a_match_is_put_aside_with_its_reason(match, as_anna):
    as_anna.post(f"/mijn/matches/{match.pk}/niet-voor-mij/", {"reason": "too_far"})

    match.refresh_from_db()
    assert (match.state, match.dismiss_reason) == (MatchState.DISMISSED, DismissReason.TOO_FAR)


def test_putting_aside_asks_for_a_reason(match, as_anna):
    answer = as_anna.post(f"/mijn/matches/{match.pk}/niet-voor-mij/", {"reason": ""})

    assert "Choose what does not fit." in answer.text


def test_what_was_put_aside_can_come_back(match, as_anna):
    as_anna.post(f"/mijn/matches/{match.pk}/niet-voor-mij/", {"reason": "too_far"})
    as_anna.post(f"/mijn/matches/{match.pk}/toch-wel/")

    assert "Gastdocent lassen" in as_anna.get("/mijn/matches/").text


def test_bringing_back_twice_says_so(match, as_anna):
    as_anna.post(f"/mijn/matches/{match.pk}/niet-voor-mij/", {"reason": "too_far"})
    as_anna.post(f"/mijn/matches/{match.pk}/toch-wel/")

    answer = as_anna.post(f"/mijn/matches/{match.pk}/toch-wel/", follow=True)

    assert "It was already back." in answer.text


@pytest.mark.parametrize("step", ["", "niet-voor-mij/", "toch-wel/"])
def test_somebody_elses_match_is_not_found(match, sign_in, step):
    stranger = sign_in(factories.ProfessionalFactory().user)
    send = stranger.post if step == "toch-wel/" else stranger.get

    assert send(f"/mijn/matches/{match.pk}/{step}").status_code == 404


def test_hr_sees_who_fits_without_name_place_or_contact(match, as_bram, candidates):
    page = as_bram.get(candidates).text

    assert "Welder" in page
    assert not {"Anna", "anna@example.org"} & set(page.replace("<", " ").split())


def test_hr_sees_one_candidate_without_name_and_that_is_recorded(match, anna, as_bram, candidates):
    page = as_bram.get(f"{candidates}{anna.public_id}/").text

    assert "Anna" not in page
    assert [view.with_name for view in ProfileView.objects.all()] == [False]


def test_an_invitation_is_told_to_the_professional(match, anna, as_bram, candidates):
    as_bram.post(f"{candidates}{anna.public_id}/uitnodigen/")

    assert anna.user.notices.filter(kind="invitation").count() == 1


def test_a_person_who_fits_no_more_cannot_be_invited(match, anna, as_bram, candidates):
    actions.mark_seen([match])
    anna.visibility = Visibility.PAUSED
    anna.save()
    actions.refresh_professional(anna)

    assert as_bram.post(f"{candidates}{anna.public_id}/uitnodigen/").status_code == 404


@pytest.mark.parametrize("tail", ["", "{0}/", "{0}/uitnodigen/"])
def test_another_schools_recruiter_finds_no_candidates(match, anna, as_carla, candidates, tail):
    send = as_carla.post if "uitnodigen" in tail else as_carla.get

    assert send(candidates + tail.format(anna.public_id)).status_code == 404


def test_a_profile_hidden_from_the_school_is_no_candidate(match, anna, as_bram, candidates):
    anna.hidden_from.add(match.vacancy.institution)
    actions.refresh_professional(anna)

    assert "Nobody fits yet" in as_bram.get(candidates).text


@pytest.mark.parametrize("count", [1, 3])
def test_my_matches_asks_a_constant_number_of_queries(
    count, school_a, anna, as_anna, django_assert_num_queries
):
    for _ in range(count):
        actions.refresh_vacancy(factories.VacancyFactory(institution=school_a))
    actions.refresh_professional(anna)
    as_anna.get("/mijn/matches/")

    with django_assert_num_queries(23):
        as_anna.get("/mijn/matches/")


@pytest.mark.parametrize("count", [1, 3])
def test_candidates_ask_a_constant_number_of_queries(
    count, vacancy, as_bram, candidates, django_assert_num_queries
):
    for _ in range(count):
        actions.refresh_professional(factories.ProfessionalFactory())
    actions.refresh_vacancy(vacancy)
    as_bram.get(candidates)

    with django_assert_num_queries(28):
        as_bram.get(candidates)


def test_why_is_told_for_any_open_vacancy(vacancy, as_anna, anna):
    anna.domains.clear()
    actions.refresh_professional(anna)
    actions.refresh_vacancy(vacancy)

    answer = as_anna.get(f"{vacancy.get_absolute_url()}waarom/")

    assert sum(line.won for line in answer.context["lines"]) == answer.context["explanation"].score
    assert "1 must does not fit." in answer.text
    assert "The vacancy opened." in answer.text


def test_why_of_a_match_is_at_one_address(match, as_anna):
    answer = as_anna.get(f"{match.vacancy.get_absolute_url()}waarom/")

    assert answer["Location"] == f"/mijn/matches/{match.pk}/"


def test_why_of_a_draft_is_not_found(as_anna, school_a):
    draft = factories.DraftFactory(institution=school_a)

    assert as_anna.get(f"/vacatures/iets-{draft.code}/waarom/").status_code == 404


def test_the_public_page_leads_a_professional_to_the_why(match, as_anna, client):
    url = match.vacancy.get_absolute_url()

    assert f'{url}waarom/"' in as_anna.get(url).text
    assert f'{url}waarom/"' not in client.get(url).text


def test_hr_reads_score_and_story_of_a_candidate(match, anna, as_bram, candidates):
    answer = as_bram.get(f"{candidates}{anna.public_id}/")

    assert sum(line.won for line in answer.context["lines"]) == match.score
    assert "This person met every must: it became a match." in answer.text
    assert "Version 2 of the points." in answer.text
    assert anna.user.email not in answer.text
