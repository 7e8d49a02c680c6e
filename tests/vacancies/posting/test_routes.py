"""Which routes a vacancy accepts: what is stopped, what is said, and what follows."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.enums import FunctionKind
from tests import factories
from tests.vacancies.posting.pages import edit, text_of
from vacancies.codes import Route, mask_of, routes_of
from vacancies.models import RuleConstant, Vacancy
from vacancies.posting import actions, law_words, lawful, queries
from vacancies.posting.errors import NotWholeError
from vacancies.routes.book import forget_rule_book

GUEST = factories.every_route(FunctionKind.GUEST_TEACHER)
TRAINING = mask_of([Route.SUITABILITY_IN_TRAINING])
SIX = mask_of([Route.GUEST_TEACHER_SIX_HOURS])
STARTS = date(2027, 2, 1)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.fixture
def guest(draft, work, bram):
    """A draft that asks a guest teacher."""
    return actions.save_section(draft, work, by=bram)


def sent(vacancy: Vacancy, **changes: object) -> dict:
    routes = ["qualified_teacher", "guest_teacher_six_hours"]
    return {"version": vacancy.version, "routes": routes, "named_teacher": "Wim", **changes}


def fields_of(response) -> dict:
    return response.context["form"].errors


@pytest.mark.parametrize("function", FunctionKind.values)
def test_a_new_function_accepts_every_route_but_training(draft, work, bram, function):
    saved = actions.save_section(draft, replace(work, function_kind=function), by=bram)

    assert saved.routes_mask == lawful.opened(function) & ~TRAINING
    assert saved.routes_mask


def test_a_school_that_trains_accepts_somebody_in_training(guest, work, routes, bram):
    trains = replace(routes, will_train=True, coach_hours=Decimal(2))
    saved = actions.save_section(guest, trains, by=bram)

    saved = actions.save_section(saved, replace(work, function_kind="teacher"), by=bram)

    assert saved.routes_mask == lawful.opened("teacher")


def test_the_same_function_keeps_the_choice(guest, work, routes, bram):
    chosen = actions.save_section(guest, replace(routes, routes_mask=SIX), by=bram)

    assert actions.save_section(chosen, replace(work, team="Las"), by=bram).routes_mask == SIX


def test_another_function_says_that_the_routes_changed(as_bram, guest, work_data):
    data = {**work_data, "version": guest.version, "function_kind": "instructor"}

    response = as_bram.post(edit(guest, "werk"), data, follow=True)

    assert "all its routes are accepted again" in text_of(response)
    assert Vacancy.objects.get().routes_mask == lawful.opened("instructor")


def test_the_first_function_says_nothing(as_bram, draft, work_data):
    response = as_bram.post(edit(draft, "werk"), work_data, follow=True)

    assert "accepted again" not in text_of(response)


def test_the_choice_is_saved(as_bram, guest):
    as_bram.post(edit(guest, "route"), sent(guest, will_train="on", coach_hours="1.5"))

    fresh = Vacancy.objects.get()
    assert fresh.routes_mask == SIX | 1
    assert (fresh.named_teacher, fresh.will_train) == ("Wim", True)
    assert fresh.coach_hours == Decimal("1.5")


def test_only_routes_of_the_function_are_shown(as_bram, guest):
    text = text_of(as_bram.get(edit(guest, "route")))

    assert "Guest teacher from practice" in text
    assert "Instructor with a certificate" not in text
    assert "Your own teacher stays responsible." in text


def test_without_a_function_there_are_no_routes_yet(as_bram, draft):
    text = text_of(as_bram.get(edit(draft, "route")))

    assert "Choose it first." in text
    assert as_bram.post(edit(draft, "route"), {"version": draft.version}).status_code == 302


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"routes": []}, "routes", "Accept at least one route."),
        ({"routes": ["instructor_qualified"]}, "routes", "another function"),
        ({"routes": ["suitability_in_training"]}, "will_train", "Then the school trains"),
        ({"will_train": "on"}, "coach_hours", "how many hours a week"),
    ],
)
def test_what_cannot_go_together_is_said_beside_the_field(as_bram, guest, changes, field, said):
    response = as_bram.post(edit(guest, "route"), sent(guest, **changes))

    assert response.status_code == 200
    assert said in fields_of(response)[field][0]
    assert Vacancy.objects.get().version == guest.version


def test_hours_and_routes_are_held_against_each_other(as_bram, guest, when, when_data, bram):
    guest = actions.save_section(guest, replace(when, hours_max=Decimal(5)), by=bram)
    data = {**when_data, "version": guest.version, "hours_max": "7"}

    refused = as_bram.post(edit(guest, "wanneer"), data)
    assert "at most 240 clock hours" in fields_of(refused)["hours_max"][0]

    Vacancy.objects.update(hours_max=7)
    refused = as_bram.post(edit(guest, "route"), sent(guest))
    assert "at most 240 clock hours" in fields_of(refused)["routes"][0]

    without = sent(guest, routes=["qualified_teacher"])
    assert as_bram.post(edit(guest, "route"), without).status_code == 302


@pytest.mark.parametrize(
    ("hours", "weeks", "expected"),
    [
        ("6", None, False),
        ("6.1", None, True),
        ("12", 20, False),
        ("12.1", 20, True),
        ("40", 6, False),
        ("7", 60, True),
    ],
)
def test_the_fullest_study_year_counts(guest, hours, weeks, expected):
    guest.starts_on, guest.hours_max = STARTS, Decimal(hours)
    guest.ends_on = STARTS + timedelta(weeks=weeks, days=-1) if weeks else None

    assert lawful.too_many_for_guest(guest, timezone.localdate()) is expected


def test_the_numbers_are_those_of_the_rule_book(guest):
    guest.starts_on, guest.hours_max = STARTS, Decimal("6.5")
    assert lawful.too_many_for_guest(guest, timezone.localdate())

    RuleConstant.objects.create(
        name="guest_avg_clock_hours_week",
        value="7",
        unit="clock hours a week",
        valid_from=date(2021, 1, 1),
        source_title="A later law",
    )
    forget_rule_book()

    assert lawful.guest_budget(guest, timezone.localdate()) == 280
    assert not lawful.too_many_for_guest(guest, timezone.localdate())
    RuleConstant.objects.all().delete()
    forget_rule_book()


@pytest.mark.parametrize(
    ("function", "route", "last"),
    [
        ("teacher", Route.SUITABILITY_IN_TRAINING, date(2030, 7, 31)),
        ("teacher", Route.TEMPORARY_EXEMPTION_TEACHER, date(2031, 1, 31)),
        ("instructor", Route.INSTRUCTOR_TEMPORARY_EXEMPTION, date(2030, 1, 31)),
    ],
)
def test_the_last_day_keeps_to_the_longest_term(guest, function, route, last):
    guest.function_kind, guest.routes_mask = function, mask_of([route])
    guest.starts_on, guest.ends_on = STARTS, last
    today = date(2026, 11, 22)
    assert lawful.too_long(guest, today) == []

    guest.ends_on = last + timedelta(days=1)

    assert lawful.too_long(guest, today) == [lawful.TooLong(route, last)]


def test_a_last_day_too_late_is_said_beside_the_day(as_bram, guest, when_data):
    starts = date.fromisoformat(when_data["starts_on"])
    ends = starts.replace(year=starts.year + 5).isoformat()
    data = {**when_data, "version": guest.version, "ends_on": ends}

    response = as_bram.post(edit(guest, "wanneer"), data)

    assert "Teacher with a temporary exemption” lasts until" in fields_of(response)["ends_on"][0]


def test_a_guest_needs_a_teacher_by_name_before_it_opens(whole, routes, bram):
    nameless = actions.save_section(whole, replace(routes, named_teacher=""), by=bram)
    assert [item.field for item in queries.missing(nameless)] == ["named_teacher"]

    other = replace(routes, named_teacher="", routes_mask=1)
    assert queries.missing(actions.save_section(whole, other, by=bram)) == []


def test_an_open_vacancy_keeps_its_teacher(as_bram, published):
    response = as_bram.post(edit(published, "route"), sent(published, named_teacher=""))

    assert fields_of(response)["named_teacher"] == ["Name this teacher."]


def test_routes_of_another_function_never_open(whole, routes, bram):
    strange = replace(routes, routes_mask=routes.routes_mask | 1 << 10)
    saved = actions.save_section(whole, strange, by=bram)

    assert [item.field for item in queries.missing(saved)] == ["routes_mask"]
    with pytest.raises(NotWholeError):
        actions.submit(saved, by=bram)


def test_training_without_a_route_of_training_is_allowed_and_said(guest):
    guest.will_train = True

    meaning = law_words.meaning_of(guest, timezone.localdate())

    assert len(meaning.cautions) == 1
    guest.routes_mask |= TRAINING
    assert law_words.meaning_of(guest, timezone.localdate()).cautions == ()


def test_the_panel_says_what_a_guest_means_in_law(as_bram, guest, when, bram):
    vacancy = actions.save_section(guest, when, by=bram)
    url = reverse("vacancy_law", args=[vacancy.code])

    text = plain(text_of(as_bram.post(url, {"routes": ["guest_teacher_six_hours"]})))

    assert "at most 240 clock hours a study year" in text
    assert "name the teacher who stays responsible" in text
    assert "WEB 4.2.1 lid 6" in text


def test_the_panel_shows_two_clocks_of_somebody_in_training(as_bram, guest):
    Vacancy.objects.update(starts_on=STARTS)
    url = reverse("vacancy_law", args=[guest.code])
    data = {"routes": ["suitability_in_training"], "will_train": "on"}

    text = plain(text_of(as_bram.post(url, data)))

    assert "The work begins on 1 February 2027." in text
    assert "It then runs until 31 July 2028." in text
    assert "gets the PDG by 31 January 2029 at the latest." in text


def test_the_panel_says_what_cannot_be(as_bram, guest):
    url = reverse("vacancy_law", args=[guest.code])

    text = text_of(as_bram.post(url, {"routes": ["suitability_in_training", "no_such_route"]}))

    assert "Then the school trains" in text


def test_without_script_a_button_shows_the_meaning(as_bram, guest):
    data = {**sent(guest, routes=["contract_activity", "qualified_teacher"]), "add": "1"}

    text = text_of(as_bram.post(edit(guest, "route"), data))

    assert "No limit in hours or time: teacher with a teacher diploma." in text
    assert Vacancy.objects.get().version == guest.version


def test_the_choice_is_copied_and_shown_to_who_looks(as_bram, published, bram):
    copied = actions.copy(published, by=bram)

    assert copied.routes_mask == published.routes_mask
    assert copied.named_teacher == published.named_teacher
    text = text_of(as_bram.get(reverse("vacancy_manage", args=[published.code])))
    assert "Guest teacher from practice" in text
    assert "Responsible teacher: Wim Hoekstra" in text


def test_a_moderator_reads_what_changed_in_the_routes(published, routes, bram):
    changed = actions.save_section(published, replace(routes, routes_mask=SIX), by=bram)

    change = next(one for one in queries.changes_since_approval(changed))

    assert change.label == "Routes accepted"
    assert change.after == "Guest teacher from practice"
    assert "Career switcher with PDG" in change.before


def test_everybody_reads_the_routes_and_nobody_the_name_of_the_teacher(client, published):
    response = client.get(published.get_absolute_url())

    shown = [one.route for one in response.context["page"].routes]
    assert shown == routes_of(published.routes_mask)
    assert "Wim Hoekstra" not in text_of(response)
