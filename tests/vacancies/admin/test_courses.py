"""The catalogue at the desk: confirmed by a person, unconfirmed by an edit, imported by code."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.audit.queries import timeline
from tests.course_factories import CourseFactory, SubsidySchemeFactory
from tests.desk import page
from tests.factories import PlaceFactory
from tests.vacancies.admin.test_reference import imported
from vacancies.models import Course, SubsidyScheme

pytestmark = pytest.mark.django_db


def confirm(desk: Client, row: Course | SubsidyScheme) -> None:
    typed = {"action": "confirm", "_selected_action": [row.pk]}
    desk.post(page(type(row), "changelist"), typed)
    row.refresh_from_db()


@pytest.mark.parametrize(
    ("factory", "verb"),
    [(CourseFactory, "course.confirmed"), (SubsidySchemeFactory, "grant.confirmed")],
)
def test_a_moderator_confirms_a_row(desk: Client, factory: type, verb: str) -> None:
    row = factory()

    confirm(desk, row)

    assert row.confirmed_on == timezone.localdate()
    assert row.confirmed_by.email == "mo@dagdeel.example"
    assert [event.verb for event in timeline(row)] == [verb]


def test_an_edit_makes_it_unconfirmed_again(desk: Client) -> None:
    row = SubsidySchemeFactory()
    confirm(desk, row)
    fields = [f.name for f in row._meta.fields if f.editable and not f.name.startswith("confirmed")]
    typed = {name: value for name in fields if (value := getattr(row, name)) not in (None, False)}

    desk.post(page(SubsidyScheme, "change", row.pk), {**typed, "amount": 30_000})

    row.refresh_from_db()
    assert (row.amount, row.confirmed_on, row.confirmed_by) == (30_000, None, None)


def test_the_desk_counts_what_is_to_be_confirmed(desk: Client) -> None:
    CourseFactory()
    CourseFactory(confirmed_on=timezone.localdate())
    SubsidySchemeFactory()

    html = desk.get(reverse("admin:index")).content.decode()

    assert 'To be confirmed <span class="count">2</span>' in html
    assert "1 course</a>" in html
    assert "Grant for career switchers</a>" in html


def test_courses_are_imported_by_their_code(desk: Client) -> None:
    PlaceFactory()
    head = "code,kind,provider,name,place,form,day_parts_mask,every_weeks,valid_from,source_title"
    text = f"{head}\nnew-one,pdg,Hogeschool,PDG,zwolle,on_site,24,2,2026-01-01,hogeschool.nl\n"

    imported(desk, Course, text, resource="0")

    row = Course.objects.get(code="new-one")
    assert (str(row.place), row.day_parts_mask, row.confirmed_on) == ("Zwolle", 24, None)


def test_starts_are_imported_as_one_list(desk: Client) -> None:
    course = CourseFactory()
    text = f"course,starts_on,apply_by,is_sure\n{course.code},2027-02-01,2026-12-01,1\n"

    imported(desk, Course, text, resource="1")

    assert [str(start.starts_on) for start in course.starts.all()] == ["2027-02-01"]


def test_the_days_of_a_course_are_ticked_by_name(desk: Client) -> None:
    row = CourseFactory()
    html = desk.get(page(Course, "change", row.pk)).content.decode()
    assert html.count('name="day_parts_mask"') == 18
    assert html.count("checked") == 2

    fields = ("code", "kind", "provider", "name", "form", "every_weeks", "valid_from")
    typed = {name: getattr(row, name) for name in (*fields, "source_title")}
    formsets = {
        f"{prefix}-{name}": 0
        for prefix in ("starts", "modules")
        for name in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    desk.post(page(Course, "change", row.pk), {**typed, **formsets, "day_parts_mask": ["0", "1"]})

    row.refresh_from_db()
    assert row.day_parts_mask == 0b11
