from uuid import uuid4

from django.urls import reverse

from accounts.enums import Role
from accounts.models import Notice
from accounts.notifications.registry import kind_of
from portal.kit import dayparts
from tests import factories
from tests.vacancies.matching.conftest import FRIDAY, MONDAY, THURSDAY, TUESDAY
from vacancies.enums import DismissReason
from vacancies.matching import actions, team, team_page, teams
from vacancies.matching.team_page import Wanted
from vacancies.models import Match


def invitations():
    return Notice.objects.filter(kind="invitation").order_by("pk")


def test_the_pool_tells_each_once_with_asked_day_parts_and_hours(shared, someone):
    anyone = someone(MONDAY | dayparts.parse("saturday_morning"))

    (member,) = teams.pool_of(shared)

    match = Match.objects.get()
    assert member == (100 - match.score, 0, anyone.pk, MONDAY, 20, 80)


def test_the_pool_holds_no_more_of_a_class_than_can_be_needed(shared, someone):
    people = [someone(MONDAY) for _ in range(6)]

    assert len(teams.pool_of(shared)) == team.PER_CLASS
    assert len(teams.members_of(shared, [one.public_id for one in people])) == 6


def test_who_put_it_aside_or_is_left_out_is_not_in_the_pool(shared, pair):
    match = Match.objects.get(professional=pair[0])
    actions.dismiss(match, reason=DismissReason.PAY, by=pair[0].user)

    assert [one.id for one in teams.pool_of(shared)] == [pair[1].pk]
    assert teams.pool_of(shared, without=[pair[1].public_id]) == []


def test_travel_is_to_the_nearest_location_in_whole_metres(shared, someone):
    place = factories.PlaceFactory(name="Heino", rd_x=212_345, rd_y=502_347)
    far = someone(MONDAY, place=place)
    home = shared.locations.get().place
    there = factories.LocationFactory(
        institution=shared.institution,
        place=factories.PlaceFactory(name="Raalte", rd_x=212_342, rd_y=502_343),
    )
    shared.locations.add(there)
    actions.refresh_vacancy(shared)

    (member,) = teams.members_of(shared, [far.public_id])

    assert home != place
    assert member.distance_m == 5


def test_the_page_shows_who_does_what_without_a_name(address, pair, as_bram):
    page = as_bram.get(address)

    assert "Two professionals together fill all 4 day-parts" in page.text
    assert "Monday evening and Tuesday afternoon." in page.text
    assert "professional B" in page.text
    assert "Invite both" in page.text
    assert not any(one.user.name in page.text for one in pair)


def test_the_page_says_what_stays_open(address, someone, as_bram):
    someone(MONDAY | TUESDAY | THURSDAY)

    page = as_bram.get(address).text

    assert "One professional fills 3 of the 4 day-parts" in page
    assert "Still open: Friday afternoon." in page


def test_the_page_says_when_hours_do_not_add_up(address, someone, as_bram):
    someone(MONDAY | TUESDAY | THURSDAY | FRIDAY, hours_min=2, hours_max=3)

    page = as_bram.get(address).text

    assert "Together they have at most 3 clock hours a week, you ask 8." in page


def test_nobody_who_fits_is_said_with_what_to_do(address, as_bram):
    assert "Nobody fits yet" in as_bram.get(address).text


def test_one_is_swapped_and_the_rest_kept(shared, pair, someone, address, as_bram):
    third = someone(THURSDAY | FRIDAY | MONDAY, max_distance_km=10)
    best = team_page.page_of(shared, Wanted())
    swapped = next(seat for seat in best.seats if seat.mask & FRIDAY)

    page = as_bram.get(f"{address}?{swapped.swap}").context["team"]

    chosen = {seat.row.match.professional_id for seat in page.seats}
    assert pair[0].pk in chosen
    assert chosen == {pair[0].pk, pair[1].pk, third.pk} - {swapped.row.match.professional_id}


def test_other_teams_lead_to_themselves(shared, pair, someone, address, as_bram):
    third = someone(THURSDAY | FRIDAY)
    (other, *_rest) = as_bram.get(address).context["team"].others

    page = as_bram.get(f"{address}?{other.query}").context["team"]

    assert third.pk in {seat.row.match.professional_id for seat in page.seats}
    assert page.is_whole


def test_what_is_no_person_in_the_address_is_passed_over(address, pair, as_bram):
    answer = as_bram.get(f"{address}?met=x&zonder={uuid4()}&met={uuid4()}")

    assert len(answer.context["team"].seats) == 2


def test_a_team_is_invited_in_one_go_each_for_the_own_part(shared, pair, address, as_bram):
    keys = {"met": [one.public_id for one in pair]}

    answer = as_bram.post(f"{address}uitnodigen/", keys, follow=True)

    assert "A and B are invited. There is no answer yet." in answer.text
    kind = kind_of("invitation")
    first, second = kind.words(list(invitations()))
    assert (first.asked, second.asked) == (MONDAY | TUESDAY, THURSDAY | FRIDAY)
    assert "Your part: Monday evening and Tuesday afternoon. Others do the rest." in first.lines
    assert not any("Thursday" in line for line in first.lines)


def test_a_team_invited_twice_hears_once(pair, address, as_bram):
    keys = {"met": [one.public_id for one in pair]}

    as_bram.post(f"{address}uitnodigen/", keys)
    as_bram.post(f"{address}uitnodigen/", keys)

    assert invitations().count() == 2


def test_who_said_yes_is_not_invited(shared, pair, bram):
    actions.mark_interested(shared, pair[0], by=pair[0].user)
    chosen = team_page.invitations(shared, Wanted(tuple(one.public_id for one in pair)))

    assert actions.invite_team(chosen, by=bram) == 1
    assert invitations().get().recipient == pair[1].user


def test_nobody_is_invited_when_one_no_longer_fits(shared, pair, address, as_bram):
    Match.objects.filter(professional=pair[1]).update(is_current=False)

    answer = as_bram.post(
        f"{address}uitnodigen/", {"met": [one.public_id for one in pair]}, follow=True
    )

    assert "Somebody of this team no longer fits. Nobody was invited." in answer.text
    assert not invitations().exists()


def test_another_school_finds_nothing(pair, address, as_carla):
    assert as_carla.get(address).status_code == 404
    assert as_carla.post(f"{address}uitnodigen/").status_code == 404


def test_who_may_only_look_sees_no_button(school_a, pair, address, sign_in):
    viewer = factories.MembershipFactory(institution=school_a, role=Role.VIEWER).user

    answer = sign_in(viewer).get(address)

    assert answer.status_code == 403 or "Invite both" not in answer.text


def test_a_vacancy_for_one_has_no_page_of_a_team(school_a, as_bram):
    vacancy = factories.VacancyFactory(institution=school_a)

    assert as_bram.get(reverse("team", args=[vacancy.code])).status_code == 404


def test_the_page_takes_a_constant_number_of_queries(
    shared, someone, address, as_bram, django_assert_max_num_queries
):
    for mask in (MONDAY, TUESDAY, THURSDAY | FRIDAY, MONDAY, TUESDAY):
        someone(mask)

    with django_assert_max_num_queries(52):
        as_bram.get(address)


def test_pages_of_a_shared_vacancy_lead_here(shared, pair, address, as_bram):
    assert address in as_bram.get(reverse("candidates", args=[shared.code])).text
    assert address in as_bram.get(reverse("vacancy_manage", args=[shared.code])).text
