"""The page of one person on one vacancy: without a name before the yes, everything after it."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.enums import CheckOutcome, CredentialKind
from accounts.models import CredentialCheck, ProfileView
from accounts.profiles import hooks as profile
from tests import factories
from tests.vacancies.assessment.conftest import asked
from vacancies.applications import actions as applications
from vacancies.assessment import actions, queries
from vacancies.assessment.actions.planning import fingerprint
from vacancies.assessment.kinds import KINDS
from vacancies.assessment.page import Page
from vacancies.codes import Decision, Route, mask_of
from vacancies.matching import actions as matching
from vacancies.models import BoardDecision, PlannedBlock
from vacancies.posting import hooks as posting
from vacancies.routes import queries as routes

TODAY = timezone.localdate()


def address(name, vacancy, anna, **more):
    return reverse(name, kwargs={"code": vacancy.code, "public_id": anna.public_id} | more)


@pytest.fixture
def matched(vacancy, anna):
    profile.changed.fire(anna)
    posting.changed.fire(vacancy)
    matching.refresh_vacancy(vacancy)
    return vacancy


@pytest.fixture
def strangers(as_carla, as_anna, sign_in, viewer):
    return [as_carla, as_anna, sign_in(viewer)]


def text(answer):
    return answer.content.decode().replace("\u00a0", " ")


def test_before_the_yes_there_is_no_name_and_nothing_to_record(matched, anna, as_bram, vog):
    factories.CredentialFactory(
        professional=anna, kind=CredentialKind.HIGHER_DIPLOMA, field="Bridges", issuer="Windesheim"
    )
    answer = as_bram.get(address("assessment", matched, anna))
    page = text(answer)

    assert answer.status_code == 200
    assert "Anna de Wit" not in page
    assert "Welder" in page
    assert "Diploma of hbo or university" in page
    assert "Bridges" not in page
    assert "Windesheim" not in page
    assert "/vastleggen/" not in page
    assert "/uren/" not in page
    assert ".pdf" not in page
    assert not ProfileView.objects.get().with_name


def test_after_the_yes_everything_is_there(application, vacancy, anna, as_bram, vog):
    page = text(as_bram.get(address("assessment", vacancy, anna)))

    assert "Anna de Wit" in page
    assert "Guest teacher from practice" in page
    assert "Your school judges" in page
    assert "/vastleggen/kennis-uit-werk/" in page
    assert "To be shown to your school by" in page
    assert "concept" not in page
    assert "geschiktheidsverklaring.pdf" in page
    assert ProfileView.objects.get().with_name


def test_the_verdict_of_the_page_is_the_engines(application, vacancy, anna, school_a):
    subject = queries.subject_of(vacancy, anna)
    page = Page(subject)
    expected = routes.verdicts(anna, vacancy=vacancy, institution=school_a)

    assert page.verdicts == expected
    shown = [way.words.route.route for group in (*page.groups, *page.others) for way in group.ways]
    assert sorted(shown) == sorted(one.route for one in expected)


def test_what_the_vacancy_accepts_comes_first(application, vacancy, anna, as_bram):
    vacancy.routes_mask = mask_of([Route.SUITABILITY_IN_TRAINING, Route.GUEST_TEACHER_SIX_HOURS])
    vacancy.save()
    page = Page(queries.subject_of(vacancy, anna))

    accepted = {way.words.route.route for group in page.groups for way in group.ways}
    assert accepted == {Route.SUITABILITY_IN_TRAINING, Route.GUEST_TEACHER_SIX_HOURS}
    html = text(as_bram.get(address("assessment", vacancy, anna)))
    assert html.index("Guest teacher from practice") < html.index("Other routes to this work")


def test_limits_are_pictures_with_their_sentence(application, vacancy, anna, as_bram):
    page = text(as_bram.get(address("assessment", vacancy, anna)))

    assert 'class="bar budget-bar"' in page
    assert "of 240 clock hours" in page
    assert 'class="clock"' in page
    assert "WEB" in page


@pytest.mark.parametrize("state", ["withdrawn", "declined"])
def test_when_the_yes_no_longer_stands_the_name_goes(
    matched, anna, bram, as_bram, application, state
):
    if state == "withdrawn":
        applications.withdraw(application, by=anna.user)
    else:
        applications.decline(application, by=bram)
    page = text(as_bram.get(address("assessment", matched, anna)))

    assert "Anna de Wit" not in page
    assert as_bram.get(address("assessment_plan", matched, anna)).status_code == 404
    url = address("assessment_document", matched, anna, document="opleidingsplan")
    assert as_bram.get(url).status_code == 404


def test_somebody_who_took_the_yes_back_and_does_not_fit_is_gone(
    application, vacancy, anna, as_bram
):
    applications.withdraw(application, by=anna.user)

    assert as_bram.get(address("assessment", vacancy, anna)).status_code == 404


def addresses(vacancy, anna, paper, plan):
    return [
        address("assessment", vacancy, anna),
        address("assessment_record", vacancy, anna, kind="vakkennis"),
        address("assessment_statement", vacancy, anna),
        address("assessment_paper", vacancy, anna, paper_id=paper.public_id),
        address("assessment_plan", vacancy, anna),
        address("assessment_plan_change", vacancy, anna, plan_id=plan.public_id),
        address("assessment_document", vacancy, anna, document="fte-verklaring"),
    ]


def test_strangers_viewers_and_the_signed_out_see_nothing(
    application, vacancy, anna, bram, vog, strangers, client
):
    school = vacancy.institution
    plan = actions.plan(anna, institution=school, hours=asked(), by=bram, vacancy=vacancy)
    for url in addresses(vacancy, anna, vog, plan):
        for stranger in strangers:
            assert stranger.get(url).status_code == 404, url
            assert stranger.post(url, {}).status_code == 404, url
        assert client.get(url).status_code == 302
    cancel = address("assessment_plan_cancel", vacancy, anna, plan_id=plan.public_id)
    for stranger in strangers:
        assert stranger.post(cancel).status_code == 404
    assert PlannedBlock.objects.exists()
    assert not BoardDecision.objects.exists()


def test_every_page_opens_for_a_recruiter(application, vacancy, anna, school_a, bram, vog, as_bram):
    plan = actions.plan(anna, institution=school_a, hours=asked(), by=bram, vacancy=vacancy)

    for url in addresses(vacancy, anna, vog, plan):
        assert as_bram.get(url).status_code == 200, url


def test_a_judgement_is_recorded_on_the_page(application, vacancy, anna, as_bram):
    url = address("assessment_record", vacancy, anna, kind="kennis-uit-werk")
    answer = as_bram.post(url, {"answer": "yes", "decided_on": TODAY.isoformat(), "note": "Talk"})

    assert answer.status_code == 302
    assert BoardDecision.objects.get().kind == Decision.SPECIFIC_KNOWLEDGE_JUDGED
    page = text(as_bram.get(answer.url))
    assert "Everything recorded" in page
    assert "Bram Kok" in page
    assert "Talk" in page


def test_a_refusal_stands_beside_its_field_and_keeps_what_was_typed(
    application, vacancy, anna, as_bram
):
    url = address("assessment_record", vacancy, anna, kind="kennis-uit-werk")
    later = (TODAY + timedelta(days=3)).isoformat()
    page = text(as_bram.post(url, {"answer": "yes", "decided_on": later, "note": "Spoken"}))

    assert "This day is still to come" in page
    assert "Spoken" in page
    assert 'id="id_decided_on_error"' in page
    assert not BoardDecision.objects.exists()


def test_nothing_is_chosen_beforehand(application, vacancy, anna, as_bram):
    page = text(as_bram.get(address("assessment_record", vacancy, anna, kind="vakkennis")))

    assert "checked" not in page


@pytest.mark.parametrize("kind", [kind.slug for kind in KINDS])
def test_every_kind_has_a_form_or_does_not_belong_to_this_work(
    application, vacancy, anna, as_bram, kind
):
    of_others = {"instructeursverklaring", "sbb-erkenning"}
    url = address("assessment_record", vacancy, anna, kind=kind)

    assert as_bram.get(url).status_code == (404 if kind in of_others else 200)


def test_unknown_kinds_papers_plans_and_documents(application, vacancy, anna, as_bram):
    for name, more in [
        ("assessment_record", {"kind": "iets"}),
        ("assessment_paper", {"paper_id": anna.public_id}),
        ("assessment_plan_change", {"plan_id": anna.public_id}),
        ("assessment_document", {"document": "diploma"}),
    ]:
        assert as_bram.get(address(name, vacancy, anna, **more)).status_code == 404


def test_the_statement_form_asks_what_it_rests_on(application, vacancy, anna, as_bram):
    url = address("assessment_statement", vacancy, anna)
    page = text(as_bram.get(url))
    names = ("level_judged", "relevance_judged", "subject_judged", "teach_judged", "reach_judged")

    assert all(f'name="{name}"' in page for name in names)
    answers = dict.fromkeys(names, "yes") | {"decided_on": TODAY.isoformat(), "note": ""}
    refused = text(as_bram.post(url, answers | {"teach_judged": "no"}))
    assert "With a no the board cannot sign" in refused
    assert as_bram.post(url, answers).status_code == 302
    assert BoardDecision.objects.count() == 6


def test_the_statement_form_says_when_the_law_leaves_no_room(application, vacancy, anna, as_bram):
    factories.CredentialFactory(professional=anna, kind=CredentialKind.TEACHER_DIPLOMA)
    page = text(as_bram.get(address("assessment_statement", vacancy, anna)))

    assert "The law leaves no room for this statement now" in page
    assert "<button" not in page[page.index("<main") : page.index("</main>")]


def test_a_vog_is_noted_within_six_months(application, vacancy, anna, school_a, as_bram, vog):
    url = address("assessment_paper", vacancy, anna, paper_id=vog.public_id)
    seen = {"outcome": "seen", "shown_on": TODAY.isoformat(), "reason": ""}

    assert as_bram.post(url, seen).status_code == 302
    check = CredentialCheck.objects.get()
    assert (check.outcome, check.shown_on) == (CheckOutcome.SEEN, TODAY)

    vog.issued_on = TODAY - timedelta(days=400)
    vog.save()
    assert "Too old when shown" in text(as_bram.post(url, seen))


def test_a_paper_that_is_not_accepted_needs_a_reason(application, vacancy, anna, as_bram):
    paper = factories.CredentialFactory(professional=anna)
    url = address("assessment_paper", vacancy, anna, paper_id=paper.public_id)
    told = {"outcome": "rejected", "shown_on": "", "reason": ""}

    assert "Write why" in text(as_bram.post(url, told))
    assert as_bram.post(url, told | {"reason": "Another name."}).status_code == 302
    assert "Another name." in text(as_bram.get(address("assessment", vacancy, anna)))


def form(**changes):
    hours = asked()
    values = {
        "work": f"{hours.function_kind}:{hours.route}",
        "week_hours": "5",
        "weeks": "40",
        "starts_on": hours.starts_on.isoformat(),
        "ends_on": "",
        "named_teacher": "Wim Bakker",
    }
    return values | changes


def test_hours_are_planned_changed_and_taken_out(application, vacancy, anna, as_bram):
    url = address("assessment_plan", vacancy, anna)
    assert as_bram.post(url, form()).status_code == 302
    plan = PlannedBlock.objects.get()
    page = text(as_bram.get(address("assessment", vacancy, anna)))
    assert "5 clock hours a week, 40 weeks" in page
    assert "Wim Bakker" in page

    change = address("assessment_plan_change", vacancy, anna, plan_id=plan.public_id)
    assert fingerprint(plan) in text(as_bram.get(change))
    seen = fingerprint(plan)
    assert as_bram.post(change, form(week_hours="4", seen=seen)).status_code == 302
    assert "A colleague changed" in text(as_bram.post(change, form(week_hours="3", seen=seen)))
    assert PlannedBlock.objects.get().week_hours == 4

    cancel = address("assessment_plan_cancel", vacancy, anna, plan_id=plan.public_id)
    assert as_bram.post(cancel).status_code == 302
    assert not PlannedBlock.objects.exists()


def test_too_many_hours_are_explained_beside_the_field(application, vacancy, anna, as_bram):
    page = text(as_bram.post(address("assessment_plan", vacancy, anna), form(week_hours="7")))

    assert "Together this is 280 clock hours in this study year" in page
    assert "Then it fits: at most 6 hours a week, or 34 weeks" in page
    assert 'value="7"' in page


def test_hr_hears_of_other_hours_without_their_number(
    application, vacancy, anna, school_b, carla, as_bram
):
    other = factories.VacancyFactory(institution=school_b)
    applications.show_interest(other, anna, by=anna.user)
    actions.plan(anna, institution=school_b, hours=asked(week_hours=Decimal("5.5")), by=carla)

    answer = as_bram.post(address("assessment_plan", vacancy, anna), form(), follow=True)
    page = text(answer)

    assert "plans hours at another school too" in page
    assert re.search(r"\b(220|5\.5)\b", page) is None
    assert "Alfa" not in page


def test_the_professional_sees_all_schools_together(
    application, vacancy, anna, school_a, school_b, bram, carla, as_anna
):
    other = factories.VacancyFactory(institution=school_b)
    applications.show_interest(other, anna, by=anna.user)
    assert "No school has planned hours" in text(as_anna.get(reverse("my_hours")))
    actions.plan(anna, institution=school_a, hours=asked(), by=bram, vacancy=vacancy)
    page = text(as_anna.get(reverse("my_hours")))
    assert "Deltion College" in page
    assert "Together this is more" not in page

    actions.plan(anna, institution=school_b, hours=asked(), by=carla, vacancy=other)
    page = text(as_anna.get(reverse("my_hours")))
    assert "Alfa-college" in page
    assert "Together this is more than the budget of one school" in page
    assert "C33" in page


def test_the_pages_of_hr_link_here(application, matched, anna, as_bram):
    here = address("assessment", matched, anna)

    for url in (
        reverse("candidate", args=[matched.code, anna.public_id]),
        reverse("applications"),
        reverse("application", args=[application.public_id]),
    ):
        assert here in text(as_bram.get(url)), url
