"""The pages of both sides: the offer, the list, the placement, the answer, and strangers."""

import pytest
from django.urls import reverse

from accounts.enums import Role
from accounts.privacy.queries import download
from tests import factories
from tests.vacancies.placement.conftest import TODAY, an_offer, in_days, next_september, of_guest
from vacancies.enums import ApplicationStatus
from vacancies.models import Placement
from vacancies.placement import actions


def offer_url(application) -> str:
    return reverse("placement_offer", args=[application.public_id])


def filled(**changes: object) -> dict[str, object]:
    """The offer form as bram fills it in."""
    return {
        "day_parts": ["4", "11"],
        "starts_on": str(next_september()),
        "ends_on": "",
        "employment_form": "own_contract",
        "has_other_employer": "yes",
        "answer_by": str(in_days(7)),
        "message": "Kom je bij ons lassen?",
        "uren1-work": "guest_teacher:guest_teacher_six_hours",
        "uren1-week_hours": "5",
        "uren1-weeks": "20",
        "uren1-named_teacher": "Wim Hoekstra",
        "what": "send",
    } | changes


def text_of(response) -> str:
    return response.content.decode().replace("\u00a0", " ")


def test_an_offer_is_prefilled_with_what_both_said(application, as_bram):
    form = as_bram.get(offer_url(application)).context["forms"]

    assert form.terms.initial["day_parts"] == sum(
        1 << bit for bit in (4, 11)
    )  # Tuesday afternoon and Thursday evening: asked and free
    assert form.blocks[0].initial["week_hours"] == "5"
    assert form.terms.initial["employment_form"] == "own_contract"


def test_it_is_looked_at_before_it_is_sent(application, as_bram):
    response = as_bram.post(offer_url(application), filled(what="look"))

    shown = text_of(response)
    assert "What this means" in shown
    assert "100 of 240 clock hours" in shown.replace("</span>", "").replace(
        '<span class="figure">', ""
    )
    assert "BW 7:653a" in shown
    assert "Send the offer" in shown
    assert not Placement.objects.exists()


def test_it_is_sent(application, as_bram):
    response = as_bram.post(offer_url(application), filled(), follow=True)

    row = Placement.objects.get()
    assert response.redirect_chain[-1][0] == reverse("placement", args=[row.public_id])
    assert "The offer is sent" in text_of(response)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"uren1-week_hours": "41"}, "Ensure this value is less than or equal to 40"),
        ({"uren1-week_hours": "9", "uren1-weeks": "40"}, "the law has room for"),
        ({"uren1-named_teacher": ""}, "the law asks a name"),
        ({"uren2-work": "guest_teacher:guest_teacher_six_hours"}, "Fill this in too"),
        ({"day_parts": []}, "Choose at least one day-part"),
        ({"starts_on": "gisteren"}, "This is not a date"),
        ({"answer_by": ""}, "Fill in a day"),
        ({"ends_on": str(TODAY)}, "The last day is before the first day"),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_what_was_typed_stays(
    application, as_bram, changes, said
):
    shown = text_of(as_bram.post(offer_url(application), filled(**changes)))

    assert said in shown
    assert "Kom je bij ons lassen?" in shown
    assert not Placement.objects.exists()


def test_both_pages_tell_the_terms(offered, as_anna, as_bram):
    for client, name in ((as_anna, "my_placement"), (as_bram, "placement")):
        shown = text_of(client.get(reverse(name, args=[offered.public_id])))
        assert "Guest teacher from practice" in shown
        assert "Tuesday afternoon" in shown or "tuesday afternoon" in shown.lower()


def test_a_yes_and_a_tick_on_the_page(offered, as_anna):
    step = reverse("my_placement_step", args=[offered.public_id, "aannemen"])
    shown = text_of(as_anna.post(step, {"version": offered.version}, follow=True))
    assert "You said yes. The school is told." in shown
    assert "Before the first day" in shown

    tick = reverse("my_placement_tick", args=[offered.public_id, "employer"])
    as_anna.post(tick, {"done": "yes"})
    assert offered.start_items.get(code="employer").done_on == TODAY

    hours = reverse("my_placement_hours", args=[offered.public_id])
    shown = text_of(
        as_anna.post(hours, {"has_other_employer": "yes", "hours_elsewhere": "56"}, follow=True)
    )
    assert "The law allows at most 60" in shown
    shown = text_of(as_anna.post(hours, {"has_other_employer": "yes", "hours_elsewhere": "100"}))
    assert "less than or equal to 80" in shown


def test_a_no_with_a_reason_is_read_by_the_school(offered, as_anna, as_bram):
    step = reverse("my_placement_step", args=[offered.public_id, "weigeren"])
    as_anna.post(step, {"version": offered.version, "reason": "Donderdag lukt niet."})

    shown = text_of(as_bram.get(reverse("placement", args=[offered.public_id])))
    assert "Donderdag lukt niet." in shown
    application = offered.application
    application.refresh_from_db()
    assert application.status == ApplicationStatus.TALKING
    assert "Make a new offer" in text_of(
        as_bram.get(reverse("application", args=[application.public_id]))
    )


def test_after_a_no_the_page_only_leads_back_to_the_talk(offered, as_anna):
    as_anna.post(
        reverse("my_placement_step", args=[offered.public_id, "weigeren"]),
        {"version": offered.version},
    )

    page = as_anna.get(reverse("my_placement", args=[offered.public_id])).text

    assert "To the conversation" in page
    assert "Your employer" not in page
    assert "Good to know" not in page


def test_an_old_page_is_told(offered, as_anna, as_bram):
    step = reverse("placement_step", args=[offered.public_id, "intrekken"])
    as_bram.post(step, {"version": offered.version})

    late = reverse("my_placement_step", args=[offered.public_id, "aannemen"])
    shown = text_of(as_anna.post(late, {"version": offered.version}, follow=True))
    assert "Something changed in the meantime" in shown
    shown = text_of(as_anna.post(late, {"version": offered.version + 1}, follow=True))
    assert "This cannot be done any more" in shown


def test_the_school_starts_and_hears_what_is_still_open(today_accepted, lawful, as_bram):
    step = reverse("placement_step", args=[today_accepted.public_id, "beginnen"])
    shown = text_of(as_bram.post(step, {"version": today_accepted.version}, follow=True))
    assert "The law still asks" in shown

    lawful()
    shown = text_of(as_bram.post(step, {"version": today_accepted.version}, follow=True))
    assert "has started" in shown
    assert "Still open: Contract or agreement signed." in shown


def test_strangers_find_nothing(offered, application, as_carla, client, others, sign_in, school_a):
    stranger, _yes = others("Dirk Jansen")
    as_dirk = sign_in(stranger.user)
    viewer = sign_in(factories.MembershipFactory(institution=school_a, role=Role.VIEWER).user)
    mine, theirs = (
        reverse(name, args=[offered.public_id]) for name in ("my_placement", "placement")
    )

    assert as_dirk.get(mine).status_code == 404
    assert as_carla.get(theirs).status_code == 404
    assert viewer.get(theirs).status_code == 404
    assert as_carla.get(offer_url(application)).status_code == 404
    for url in (mine, theirs, offer_url(application), reverse("placements")):
        assert client.get(url).status_code == 302
    for name, who in (("my_placement_step", as_dirk), ("placement_step", as_carla)):
        step = "aannemen" if name == "my_placement_step" else "intrekken"
        assert who.post(reverse(name, args=[offered.public_id, step])).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_a_constant_number_of_queries(
    count, school_a, bram, as_bram, django_assert_max_num_queries
):
    for number in range(count):
        vacancy = factories.VacancyFactory(institution=school_a)
        person = factories.ProfessionalFactory(user__name=f"Person {number}")
        application = factories.ApplicationFactory(vacancy=vacancy, professional=person)
        actions.offer(application, offer=an_offer(of_guest(weeks=1)), by=bram)
    as_bram.get(reverse("placements"))

    with django_assert_max_num_queries(12):
        response = as_bram.get(reverse("placements"))
    assert len(response.context["rows"]) == count
    assert len(as_bram.get(reverse("placements"), {"staat": "offered"}).context["rows"]) == count
    assert not as_bram.get(reverse("placements"), {"staat": "ended"}).context["rows"]


def test_what_stands_is_on_both_homes(offered, anna, as_anna, as_bram):
    shown = text_of(as_anna.get(reverse("dashboard")))
    assert "Answer the offer" in shown
    assert "Your work at school" not in shown
    assert "One offer or placement" in text_of(as_bram.get(reverse("dashboard")))


def test_what_was_agreed_is_on_the_home_as_work(accepted, as_anna):
    shown = text_of(as_anna.get(reverse("dashboard")))
    assert "Your work at school" in shown
    assert "Answer the offer" not in shown


def test_the_vacancy_says_what_is_filled(accepted, vacancy, as_bram):
    shown = text_of(as_bram.get(reverse("vacancy_manage", args=[vacancy.code])))
    assert "One person is placed." in shown


def test_a_shared_vacancy_says_what_is_open(vacancy, application, anna, bram, as_bram):
    vacancy.may_be_shared, vacancy.day_parts_needed = True, 4
    vacancy.save()
    row = actions.offer(application, offer=an_offer(), by=bram)
    actions.accept(row, by=anna.user)

    assert "2 of them are still open." in text_of(as_bram.get(vacancy.get_absolute_url()))
    shown = text_of(as_bram.get(reverse("vacancy_manage", args=[vacancy.code])))
    assert "Still open: Monday evening and Friday afternoon." in shown


def test_the_download_tells_of_placements(accepted, anna):
    told = download(anna.user)
    assert told["placements"][0]["status"] == "accepted"
    assert told["start_checks"]
    assert len(told["steps_of_placements"]) == 2
