"""The reach panel of an open vacancy: when it is there, and a change made with one tap."""

from dataclasses import replace

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.enums import DutchLevel, Role
from accounts.models import AuditEvent, Institution
from tests import factories
from tests.vacancies.posting.pages import text_of
from vacancies.enums import RequirementKind, Strength
from vacancies.models import Match, Requirement, Vacancy
from vacancies.posting import actions, hooks
from vacancies.posting.forms import WhenForm
from vacancies.posting.forms.softer import as_sent
from vacancies.posting.sections import Demand
from vacancies.posting.views import eased, pages

DUTCH = Demand(
    RequirementKind.LANGUAGE,
    Strength.MUST,
    value=DutchLevel.B2,
    reason="Je bespreekt verslagen met studenten.",
)


@pytest.fixture
def when(when):
    skill = factories.CompetenceFactory(name_en="TIG welding")
    welding = Demand(RequirementKind.COMPETENCE, Strength.MUST, competence=skill)
    return replace(when, demands=(DUTCH, welding))


@pytest.fixture
def tap(published):
    """One tap of this client on the panel of the open vacancy."""

    def tapped(client, code="language.lower.3", **more):
        version = Vacancy.objects.get(pk=published.pk).version
        data = {"version": version, "soften": code} | more
        return client.post(ease(published), data, follow=True)

    return tapped


def ease(vacancy):
    return reverse("vacancy_ease", args=[vacancy.code])


def manage(vacancy):
    return reverse("vacancy_manage", args=[vacancy.code])


def dutch_of(vacancy):
    return vacancy.requirements.get(kind=RequirementKind.LANGUAGE).value


def test_few_matches_show_the_panel(as_bram, published):
    response = as_bram.get(manage(published))

    assert response.context["reach"].fits is None
    assert "You see numbers, never names." in text_of(response)


def test_many_matches_fold_it_behind_a_link(as_bram, published, monkeypatch):
    monkeypatch.setattr(pages, "FEW_MATCHES", 1)
    professional = factories.ProfessionalFactory()
    Match.objects.create(vacancy=published, professional=professional, score=1, rule_version=1)

    folded = as_bram.get(manage(published))
    unfolded = as_bram.get(manage(published), {"bereik": "1"})

    assert "reach" not in folded.context
    assert "See what each demand costs" in text_of(folded)
    assert unfolded.context["reach"] is not None
    assert 'id="soften-form"' in text_of(unfolded)


@pytest.mark.parametrize("step", [actions.pause, None])
def test_vacancy_that_is_not_open_has_none(as_bram, published, bram, step):
    vacancy = (
        step(published, by=bram)
        if step
        else factories.DraftFactory(institution=published.institution)
    )

    response = as_bram.get(manage(vacancy))

    assert "reach" not in response.context
    assert 'id="bereik"' not in text_of(response)


@pytest.mark.parametrize("role", [Role.OWNER, Role.RECRUITER])
def test_colleague_who_writes_may_tap(sign_in, school_a: Institution, published, tap, role):
    colleague = factories.MembershipFactory(institution=school_a, role=role).user

    tap(sign_in(colleague))

    assert dutch_of(published) == DutchLevel.B1


def test_viewer_sees_no_panel_and_may_not_tap(sign_in, school_a, published, tap):
    viewer = sign_in(factories.MembershipFactory(institution=school_a, role=Role.VIEWER).user)

    assert "reach" not in viewer.get(manage(published)).context
    assert tap(viewer).status_code == 404
    assert dutch_of(published) == DutchLevel.B2


def test_stranger_does_not_find_it(as_carla, published, tap):
    assert tap(as_carla).status_code == 404
    assert dutch_of(published) == DutchLevel.B2


def test_visitor_signs_in_first(client, published):
    response = client.post(ease(published), {"version": 1, "soften": "language.lower.3"})

    assert response.url.startswith(reverse("account_login"))
    assert dutch_of(published) == DutchLevel.B2


def test_tap_is_live_at_once_looked_at_afterwards_and_told(as_bram, published, tap, monkeypatch):
    told: list[int] = []
    monkeypatch.setattr(hooks.changed, "_listeners", [lambda one: told.append(one.pk)])

    page = text_of(tap(as_bram))

    vacancy = Vacancy.objects.get(pk=published.pk)
    assert dutch_of(vacancy) == DutchLevel.B1
    assert (vacancy.status, vacancy.version) == ("published", published.version + 1)
    assert vacancy.review_since is not None
    assert told == [vacancy.pk]
    assert "Changed, and visible at once" in page
    assert "A moderator looks at it afterwards." in page
    event = AuditEvent.objects.filter(verb="vacancy.saved").latest("pk")
    assert event.detail["section"] == "wanneer"


def test_tap_leaves_all_else_as_it_was(as_bram, published, tap):
    before = _content(published)

    tap(as_bram, "competence.learn.0")  # a skill that is not asked
    tap(as_bram, "day_parts.fewer.1")

    assert _content(published) == before


def test_two_changes_at_once(as_bram, published, tap):
    tap(as_bram, "language.lower.3+hours.fewer.1")

    assert dutch_of(published) == DutchLevel.B1
    assert Vacancy.objects.get(pk=published.pk).hours_min == published.hours_min - 1


def test_only_the_lines_that_differ_are_told(as_bram, published, tap):
    (change,) = tap(as_bram).context["eased"]

    assert "B2" in change.before
    assert "B1" in change.after
    assert "TIG welding" not in change.before + change.after


def test_last_tap_can_be_taken_back(as_bram, published, tap):
    before = _content(published)
    tap(as_bram, "language.wish.1")
    assert _content(published) != before

    page = text_of(tap(as_bram, "", undo="1"))

    assert _content(published) == before
    assert Vacancy.objects.get(pk=published.pk).review_since is None
    assert "Taken back. The vacancy stands as it did." in page
    assert "Changed, and visible at once" not in page


def test_somebody_else_has_nothing_to_take_back(as_bram, as_olga, published, tap):
    tap(as_bram)

    page = text_of(tap(as_olga, "", undo="1"))

    assert "There is nothing left to take back." in page
    assert dutch_of(published) == DutchLevel.B1


def test_after_an_hour_it_is_the_form_that_changes(as_bram, published, tap, monkeypatch):
    tap(as_bram)
    monkeypatch.setattr(eased, "TO_TAKE_BACK", -eased.TO_TAKE_BACK)

    assert "eased" not in as_bram.get(manage(published)).context


def test_colleague_who_saved_meanwhile_is_not_overwritten(as_bram, olga, published, tap, when):
    actions.save_section(published, replace(when, hours_max=5), by=olga)

    page = text_of(tap(as_bram, version=published.version))

    assert dutch_of(published) == DutchLevel.B2
    assert "Olga Bos changed this vacancy meanwhile" in page


def test_tap_on_what_is_no_longer_open_changes_nothing(as_bram, bram, published, tap):
    actions.pause(published, by=bram)

    page = text_of(tap(as_bram))

    assert "This vacancy is not open now." in page
    assert dutch_of(published) == DutchLevel.B2


def test_change_that_the_form_refuses_is_told(as_bram, published, tap):
    Vacancy.objects.filter(pk=published.pk).update(hours_max=40)

    page = text_of(tap(as_bram, "hours.more.1"))

    assert "Nothing was changed." in page
    assert Vacancy.objects.get(pk=published.pk).hours_max == 40


def test_school_that_is_not_verified_now_is_told(as_bram, published, tap):
    Institution.objects.filter(pk=published.institution_id).update(status="suspended")

    page = text_of(tap(as_bram))

    assert "Your school is not verified now." in page
    assert dutch_of(published) == DutchLevel.B2


def test_unknown_change_changes_nothing(as_bram, published, tap):
    assert "It stood like this already." in text_of(tap(as_bram, "nonsense"))


def test_untouched_form_sends_what_is_stored(published, when):
    form = WhenForm(published, QueryDict(as_sent(published).urlencode()))

    assert form.is_valid(), form.errors
    assert not form.changed_data
    assert {one.kind for one in form.values().demands} == {one.kind for one in when.demands}


def test_panel_costs_the_page_few_queries(as_bram, published, monkeypatch):
    as_bram.get(manage(published))
    with CaptureQueriesContext(connection) as with_panel:
        as_bram.get(manage(published))
    monkeypatch.setattr(pages, "FEW_MATCHES", 0)
    with CaptureQueriesContext(connection) as without:
        as_bram.get(manage(published))

    assert len(with_panel) - len(without) <= PANEL_QUERIES


PANEL_QUERIES = 4  # demands, domains, locations and their places; the counts are remembered


def _content(vacancy):
    left = {"version", "updated_at", "review_since"}
    row = Vacancy.objects.values().get(pk=vacancy.pk)
    plain = {name: value for name, value in row.items() if name not in left}
    rows = Requirement.objects.filter(vacancy=vacancy).order_by("kind")
    return plain, list(rows.values_list("kind", "strength", "value", "competence", "reason"))
