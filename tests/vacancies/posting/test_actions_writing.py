from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import transaction
from django.utils import timezone

from accounts.audit.queries import timeline
from accounts.enums import InstitutionStatus
from tests import factories
from tests.vacancies.posting.conftest import with_text
from vacancies.enums import RequirementKind, Strength, VacancyStatus
from vacancies.models import Vacancy
from vacancies.posting import actions, errors, queries
from vacancies.posting.sections import Demand


def verbs(vacancy: Vacancy) -> list[str]:
    return [event.verb for event in timeline(vacancy)]


def test_create_draft_has_a_name_and_a_history(school_a, bram):
    vacancy = actions.create_draft(school_a, by=bram, title="Instructeur bouw")

    assert (vacancy.title, vacancy.status) == ("Instructeur bouw", VacancyStatus.DRAFT)
    assert (vacancy.created_by, verbs(vacancy)) == (bram, ["vacancy.created"])


def test_save_section_writes_fields_and_sets(draft, bram, work):
    saved = actions.save_section(draft, work, by=bram, version=1)

    fresh = Vacancy.objects.get(pk=draft.pk)
    assert (fresh.body, fresh.version) == (work.body, 2)
    assert list(fresh.locations.all()) == list(work.locations)
    assert list(fresh.domains.all()) == list(work.domains)
    assert saved == fresh


def test_save_section_of_the_same_values_saves_nothing(whole, bram, work):
    again = actions.save_section(whole, work, by=bram, version=whole.version)

    assert again.version == whole.version
    assert verbs(whole).count("vacancy.saved") == 5


def test_save_section_after_somebody_else_tells_who(draft, bram, olga, work, planning):
    actions.save_section(draft, planning, by=olga, version=1)

    with pytest.raises(errors.StaleError) as caught, transaction.atomic():
        actions.save_section(draft, work, by=bram, version=1)

    assert caught.value.by == "Olga Bos"
    assert Vacancy.objects.get(pk=draft.pk).body == ""


def test_save_section_of_a_sent_vacancy_is_refused(sent, bram, work):
    with pytest.raises(errors.NotEditableError):
        actions.save_section(sent, with_text(work, "Anders."), by=bram)


def test_demands_are_rows(draft, bram, when):
    tig = factories.CompetenceFactory()
    demands = (
        Demand(RequirementKind.COMPETENCE, Strength.LEARN, competence=tig),
        Demand(RequirementKind.EXPERIENCE, Strength.MUST, value=3),
        Demand(RequirementKind.LANGUAGE, Strength.WISH, value=4),
    )

    actions.save_section(draft, replace(when, demands=demands), by=bram)

    rows = queries.demands_of(draft)
    assert [(row.kind, row.strength, row.value) for row in rows] == [
        ("experience", "must", 3),
        ("language", "wish", 4),
        ("competence", "learn", None),
    ]


def test_set_requirements_replaces(draft, bram):
    demand = Demand(RequirementKind.EXPERIENCE, Strength.MUST, value=3)
    actions.set_requirements(draft, [demand], by=bram)

    actions.set_requirements(draft, [replace(demand, strength=Strength.WISH)], by=bram)

    assert [row.strength for row in queries.demands_of(draft)] == ["wish"]


def test_copy_keeps_text_and_demands_but_no_dates(published, bram):
    demand = Demand(RequirementKind.EXPERIENCE, Strength.MUST, value=3)
    actions.set_requirements(published, [demand], by=bram)

    draft = actions.copy(published, by=bram)

    assert (draft.body, draft.closes_on, draft.starts_on) == (published.body, None, None)
    assert (draft.status, draft.slug, draft.published_at) == ("draft", "", None)
    assert [row.value for row in queries.demands_of(draft)] == [3]
    assert draft.code != published.code


# An open vacancy


def test_edit_of_an_open_vacancy_is_live_and_to_be_looked_at(published, bram, work, fired):
    actions.save_section(published, with_text(work, "Een nieuw rooster."), by=bram)

    fresh = Vacancy.objects.get(pk=published.pk)
    (change,) = queries.changes_since_approval(fresh)
    assert (fresh.status, fresh.review_since is None) == (VacancyStatus.PUBLISHED, False)
    assert (change.field, change.before, change.after) == ("body", work.body, "Een nieuw rooster.")
    assert fired == [("changed", published.pk)]


def test_edit_back_to_the_approved_text_needs_no_look(published, bram, work):
    actions.save_section(published, with_text(work, "Anders."), by=bram)

    actions.save_section(published, work, by=bram)

    assert Vacancy.objects.get(pk=published.pk).review_since is None


def test_edit_of_an_open_vacancy_must_leave_it_whole(published, bram, planning):
    with pytest.raises(errors.NotWholeError) as caught, transaction.atomic():
        actions.save_section(published, replace(planning, contact_name=""), by=bram)

    assert [item.field for item in caught.value.missing] == ["contact_name"]
    assert Vacancy.objects.get(pk=published.pk).contact_name == planning.contact_name


def test_edit_of_an_open_vacancy_refuses_blocked_words(published, bram, work, rules):
    text = with_text(work, "Wij zoeken een native speaker.")

    with pytest.raises(errors.WordingBlockedError) as caught, transaction.atomic():
        actions.save_section(published, text, by=bram)

    assert [hit.code for hit in caught.value.hits] == ["native"]


def test_edit_of_an_open_vacancy_with_a_ground_is_saved(published, bram, work, rules):
    ground = "De les is een gesprek in het Fries, met ouderen."
    text = with_text(work, "Een native speaker Fries.", wording_ground=ground)

    saved = actions.save_section(published, text, by=bram)

    assert saved.wording_ground == ground


def test_edit_of_an_open_vacancy_of_a_suspended_school_is_refused(published, bram, work):
    published.institution.status = InstitutionStatus.SUSPENDED
    published.institution.save()

    with pytest.raises(errors.InstitutionNotVerifiedError):
        actions.save_section(published, with_text(work, "Anders."), by=bram)


def test_changes_are_told_in_words(published, bram, when, terms):
    changed = replace(when, hours_max=Decimal(5), may_be_shared=True, fixed_mask=0)
    actions.save_section(published, changed, by=bram)
    published = actions.save_section(published, replace(terms, pay_scale_max="LB"), by=bram)

    changes = {c.field: (c.before, c.after) for c in queries.changes_since_approval(published)}

    assert changes == {
        "fixed_mask": ("Tuesday morning", ""),
        "may_be_shared": ("no", "yes"),
        "hours_max": ("6", "5"),
        "pay_scale_max": ("LC", "LB"),
    }


def test_changes_of_demands_and_places_are_told_in_words(published, bram, work):
    extra = factories.LocationFactory(institution=published.institution, name="Hal 2")
    demand = Demand(RequirementKind.LANGUAGE, Strength.MUST, value=4, reason="Je schrijft mee.")
    actions.set_requirements(published, [demand], by=bram)
    actions.save_section(published, replace(work, locations=(*work.locations, extra)), by=bram)

    changes = {c.field: c.after for c in queries.changes_since_approval(published)}

    assert changes["demands"] == "Dutch at level B2 (Must): Je schrijft mee."
    assert changes["locations"].endswith("Hal 2, Zwolle")


def test_draft_edits_tell_nobody(draft, bram, work, fired):
    actions.save_section(draft, work, by=bram)

    assert fired == []


# What is missing


def test_empty_draft_misses_every_section(draft):
    sections = {item.section for item in queries.missing(draft)}

    assert sections == {"werk", "wanneer", "salaris", "planning"}


def test_whole_draft_misses_nothing(whole):
    assert queries.missing(whole) == []


@pytest.mark.parametrize(
    ("days", "expected"), [(-1, ["closes_on"]), (0, []), (90, []), (91, ["closes_on"])]
)
def test_closing_date_lies_within_ninety_days(whole, bram, planning, days, expected):
    closes = timezone.localdate() + timedelta(days=days)
    dated = replace(planning, closes_on=closes, answer_by=closes + timedelta(days=7))
    whole = actions.save_section(whole, dated, by=bram)

    assert [item.field for item in queries.missing(whole)] == expected


@pytest.mark.parametrize(
    ("days", "expected"), [(-1, ["answer_by"]), (0, []), (28, []), (29, ["answer_by"])]
)
def test_answer_comes_within_four_weeks(whole, bram, planning, days, expected):
    dated = replace(planning, answer_by=planning.closes_on + timedelta(days=days))
    whole = actions.save_section(whole, dated, by=bram)

    assert [item.field for item in queries.missing(whole)] == expected


@pytest.mark.parametrize(
    ("hours", "weeks", "expected"),
    [(6, None, []), (7, None, ["hours_max"]), (12, 20, []), (40, 52, ["hours_max"])],
)
def test_guest_teacher_keeps_to_the_yearly_budget(whole, bram, when, hours, weeks, expected):
    ends = when.starts_on + timedelta(weeks=weeks, days=-1) if weeks else None
    asked = replace(when, hours_max=Decimal(hours), ends_on=ends)
    whole = actions.save_section(whole, asked, by=bram)

    assert [item.field for item in queries.missing(whole)] == expected


def test_school_that_trains_says_how_many_hours_of_coaching(whole, bram, routes):
    whole = actions.save_section(whole, replace(routes, will_train=True), by=bram)
    assert [item.field for item in queries.missing(whole)] == ["coach_hours"]

    whole = actions.save_section(
        whole, replace(routes, will_train=True, coach_hours=Decimal(0)), by=bram
    )
    assert queries.missing(whole) == []
