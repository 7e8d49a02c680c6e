"""Courses and grants with plausible values; a test names only what matters to it."""

from datetime import date, timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from portal.kit.dayparts import parse
from tests.factories import PlaceFactory
from vacancies.enums import CourseForm, TrainingKind
from vacancies.models import Course, CourseModule, CourseStart, SubsidyScheme


class CourseFactory(DjangoModelFactory):
    """A PDG course of nobody on Tuesdays, in Zwolle."""

    class Meta:
        model = Course

    code = factory.Sequence(lambda n: f"course-{n}")
    kind = TrainingKind.PDG
    provider = "Hogeschool Windekind"
    name = "PDG"
    place = factory.SubFactory(PlaceFactory)
    form = CourseForm.ON_SITE
    day_parts_mask = parse("tuesday_morning tuesday_afternoon")
    valid_from = date(2020, 1, 1)
    source_title = "windekind.example"


class CourseStartFactory(DjangoModelFactory):
    """A start that is certain, three months ahead."""

    class Meta:
        model = CourseStart

    course = factory.SubFactory(CourseFactory)
    starts_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=90))
    is_sure = True


class CourseModuleFactory(DjangoModelFactory):
    class Meta:
        model = CourseModule

    course = factory.SubFactory(CourseFactory)
    order = factory.Sequence(lambda n: n % 100 + 1)
    name_nl = factory.Sequence(lambda n: f"Onderdeel {n}")
    name_en = factory.Sequence(lambda n: f"Part {n}")


class SubsidySchemeFactory(DjangoModelFactory):
    """As the grant for zij-instroom: from 16 October to 15 October of the year after the start."""

    class Meta:
        model = SubsidyScheme

    code = "zij-instroom"
    name_nl = "Subsidie zij-instroom"
    name_en = "Grant for career switchers"
    asked_by_nl = "het bestuur"
    asked_by_en = "the board"
    amount = 25_000
    opens_month, opens_day = 10, 16
    closes_month, closes_day = 10, 15
    closes_next_year = True
    checklist_nl = "De verklaring.\nHet bewijs van deelname."
    checklist_en = "The statement.\nThe proof of participation."
    valid_from = date(2022, 10, 16)
    source_title = "Stcrt 2024"
