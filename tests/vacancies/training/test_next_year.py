"""What the next school year asks: what runs out, by when somebody decides, who is ready."""

from datetime import date, timedelta

from accounts.enums import FunctionKind
from tests.vacancies.training.conftest import TODAY
from vacancies.codes import Decision, Route
from vacancies.models import BoardDecision, Placement
from vacancies.training.next_year import NextYear

ON = date(2027, 3, 1)
FIRST = date(2027, 8, 1)
APPOINTED = date(2026, 9, 1)


def year_of(row) -> NextYear:
    return NextYear(row.institution, ON)


def test_it_begins_on_the_day_of_the_law(begun):
    year = year_of(begun)

    assert (year.first, year.last, year.label) == (FIRST, date(2028, 7, 31), "2027–2028")
    assert NextYear(begun.institution, FIRST).first == date(2028, 8, 1)


def test_clocks_stand_before_or_after(training):
    training.appointed_on = APPOINTED
    training.term_ends_on, training.certificate_by = date(2027, 7, 31), date(2028, 2, 1)
    training.save()
    training.milestones.filter(code="extension").update(due_on=date(2027, 4, 30))
    year = year_of(training)

    assert [one.on for one in year.before] == [date(2027, 7, 31)]
    assert [one.on for one in year.after] == [date(2028, 2, 1)]
    assert [one.decide_by for one in year.to_decide] == [date(2027, 4, 30)] * 2


def test_what_ends_later_is_not_asked_yet(training):
    training.appointed_on = APPOINTED
    training.term_ends_on = training.certificate_by = date(2028, 8, 1)
    training.save()

    assert year_of(training).everything == []


def test_placements_and_exemptions_run_out(begun, esra, bram):
    Placement.objects.create(
        application=begun.application,
        status="started",
        function_kind=FunctionKind.TEACHER,
        day_parts_mask=3,
        starts_on=date(2026, 9, 1),
        ends_on=date(2027, 7, 16),
        employment_form="own_contract",
    )
    BoardDecision.objects.create(
        institution=begun.institution,
        professional=esra,
        kind=Decision.EXEMPTION_DECISION,
        route=Route.TEMPORARY_EXEMPTION_TEACHER,
        decided_on=date(2026, 9, 1),
        starts_on=date(2026, 9, 1),
        ends_on=date(2028, 1, 31),
        recorded_by=bram,
    )
    year = year_of(begun)

    assert [one.what for one in year.before] == ["Placement: Teacher"]
    assert [one.on for one in year.after] == [date(2028, 1, 31)]
    assert [one.name for one in year.to_decide] == ["Esra Aydin"]


def test_who_is_ready_as_it_stands(training, esra):
    training.milestones.filter(code="certificate").update(due_on=date(2027, 6, 1))

    [one] = year_of(training).ready

    assert one.name == "Esra Aydin"
    assert one.coming.startswith("PDG planned before")
    assert one.coming.endswith("in time.")


def test_a_proposal_is_not_ready(begun):
    assert year_of(begun).ready == []


def test_queries_do_not_grow(training, esra, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        year = year_of(training)
        assert len(year.ready) == 1
        assert isinstance(year.everything, list)


def test_the_page(sign_in, bram, training):
    training.term_ends_on = TODAY + timedelta(days=30)
    training.save()

    page = sign_in(bram).get("/school/trajecten/volgend-jaar/").content.decode()

    assert "Esra Aydin" in page
    assert "Legal term of the suitability statement" in page
