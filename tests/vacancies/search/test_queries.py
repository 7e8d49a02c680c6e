from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.enums import EmploymentForm, FunctionKind, mask_of
from portal.kit import dayparts
from portal.kit.geo import rijksdriehoek
from tests import factories
from vacancies.enums import VacancyStatus
from vacancies.models import Vacancy
from vacancies.search import actions, queries
from vacancies.search.filters import Filters, Order, Spot

ZWOLLE = Spot("Zwolle", *rijksdriehoek(52.5126, 6.0936))


def titles(**filters):
    hits = queries.Hits(Filters(**filters))
    found = hits[0:20]
    assert len(found) == hits.count()
    by_pk = dict(Vacancy.objects.values_list("pk", "title"))
    return [by_pk[pk] for pk in found]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("lassen", "Gastlasser metaal"),
        ("lassen", "Lasinstructeur"),
        ("lasser", "Docent lassen"),
        ("instructeur", "Lasinstructeur"),
        ("docenten", "Gastdocent verpleegkunde"),
        ("verpleegkundige", "Gastdocent verpleegkunde"),
        ("bakken", "Meester banketbakker"),
        ("VERZORGING", "Verzorgster in de wijk"),
        ("Coördinator", "Coordinator stage"),
        ("lassen metaal", "Gastlasser metaal"),
    ],
)
def test_text_finds_the_family_and_the_compounds(indexed, text, title):
    indexed(title=title, summary="", body="", function_kind=FunctionKind.PRACTICE_COACH)

    assert titles(text=text) == [title]


@pytest.mark.parametrize("text", ["kapper", "lassen kapper", "klas"])
def test_text_leaves_out_what_does_not_use_every_word(indexed, text):
    indexed(title="Docent lassen", summary="", body="")

    assert titles(text=text) == []


def test_text_does_not_find_letters_inside_another_word(indexed):
    indexed(title="Docent plastic", summary="Voor de klas.", body="")

    assert titles(text="lassen") == []


def test_text_finds_by_synonyms_of_the_competences_asked(indexed):
    competence = factories.CompetenceFactory(
        name_nl="MIG/MAG-lassen", synonyms="CO2-lassen|halfautomaat"
    )
    vacancy = factories.VacancyFactory(title="Docent metaal", summary="", body="")
    factories.RequirementFactory(
        vacancy=vacancy, kind="competence", value=None, competence=competence
    )

    actions.index(vacancy)

    assert titles(text="halfautomaat") == ["Docent metaal"]


def test_best_order_puts_the_title_before_the_text(indexed):
    indexed(title="Docent metaal", summary="", body="Soms ook lassen.")
    indexed(title="Docent lassen", summary="", body="")
    indexed(title="Docent bouw", summary="Iemand die kan lassen.", body="")

    assert titles(text="lassen") == ["Docent lassen", "Docent bouw", "Docent metaal"]


def test_typing_error_finds_the_nearest_word(indexed):
    indexed(title="Docent lassen", summary="", body="")

    hits = queries.Hits(Filters(text="docent lasesn"))

    assert hits.count() == 1
    assert [term.instead for term in hits.terms] == ["", "lassen"]


def test_typing_error_is_not_mended_while_a_word_is_found(indexed):
    indexed(title="Docent lassen", summary="", body="")
    indexed(title="Docent lessen", summary="", body="")

    assert titles(text="lessen") == ["Docent lessen"]


def test_text_combines_with_other_filters(indexed):
    indexed(title="Docent lassen", hours_min=2, hours_max=4)
    indexed(title="Docent lassen avond", hours_min=20, hours_max=24)

    assert titles(text="lassen", hours_max=8) == ["Docent lassen"]
    assert titles(text="lassen", order=Order.NEWEST) == ["Docent lassen avond", "Docent lassen"]


def test_plain_list_is_of_open_vacancies_newest_first(db):
    now = timezone.now()
    factories.VacancyFactory(title="Oud", published_at=now - timedelta(days=9))
    factories.VacancyFactory(title="Nieuw", published_at=now)
    factories.VacancyFactory(title="Gepauzeerd", status=VacancyStatus.PAUSED)
    factories.DraftFactory(title="Concept")

    assert titles() == ["Nieuw", "Oud"]


def test_function_domain_and_employment_narrow(db):
    care = factories.DomainFactory(code="care", crebo_code="79140", name_nl="Zorg", name_en="Care")
    factories.VacancyFactory(
        title="Zorg",
        function_kind=FunctionKind.TEACHER,
        domains=[care],
        employment_mask=mask_of(EmploymentForm, ["payroll", "self_employed"]),
    )
    factories.VacancyFactory(title="Techniek")

    assert titles(function="teacher") == ["Zorg"]
    assert titles(domain="technology") == ["Techniek"]
    assert titles(employment="self_employed") == ["Zorg"]
    assert titles(employment="own_contract") == ["Techniek"]


@pytest.mark.parametrize(
    ("least", "most", "found"),
    [(None, 3, False), (None, 4, True), (6, None, True), (7, None, False), (5, 5, True)],
)
def test_hours_meet(db, least, most, found):
    factories.VacancyFactory(title="Werk", hours_min=4, hours_max=6)

    assert titles(hours_min=least, hours_max=most) == (["Werk"] if found else [])


def test_place_narrows_by_distance_and_orders_by_it(db):
    for name, latitude, longitude in (
        ("Kampen", 52.555, 5.911),
        ("Zwolle", 52.5126, 6.0936),
        ("Groningen", 53.2194, 6.5665),
    ):
        place = factories.PlaceFactory(name=name, latitude=latitude, longitude=longitude)
        factories.VacancyFactory(title=name, locations=[factories.LocationFactory(place=place)])

    assert titles(spot=ZWOLLE) == ["Zwolle", "Kampen", "Groningen"]
    assert titles(spot=ZWOLLE, within_km=25) == ["Zwolle", "Kampen"]
    assert titles(spot=ZWOLLE, within_km=10) == ["Zwolle"]


def test_vacancy_with_two_near_locations_is_shown_once(db):
    place = factories.PlaceFactory()
    factories.VacancyFactory(
        title="Twee", locations=[factories.LocationFactory(place=place) for _ in range(2)]
    )

    assert titles(spot=ZWOLLE, within_km=25) == ["Twee"]


DAY_PARTS = [
    ("tuesday_afternoon", "tuesday_afternoon thursday_evening", 1, "", False),
    ("tuesday_afternoon", "tuesday_afternoon thursday_evening", 2, "", False),
    ("tuesday_afternoon", "tuesday_afternoon thursday_evening", 2, "", True),
    ("tuesday_afternoon thursday_evening", "tuesday_afternoon thursday_evening", 2, "", False),
    ("tuesday_afternoon", "tuesday_afternoon friday_morning", 1, "friday_morning", False),
    ("saturday_evening monday_morning", "monday_morning saturday_evening", 2, "", False),
    ("monday_morning", "saturday_evening", 1, "", True),
]


@pytest.mark.parametrize(("free", "asked", "needed", "fixed", "shared"), DAY_PARTS)
def test_day_parts_filter_says_what_need_says(db, free, asked, needed, fixed, shared):
    factories.VacancyFactory(
        title="Werk",
        day_parts_mask=dayparts.parse(asked),
        day_parts_needed=needed,
        fixed_mask=dayparts.parse(fixed),
        may_be_shared=shared,
    )
    mask = dayparts.parse(free)

    [need] = queries.needs(Filters())

    assert titles(day_parts=mask) == (["Werk"] if need.fits(mask) else [])


def test_needs_count_alike_vacancies_together(db):
    for _ in range(3):
        factories.VacancyFactory()

    [need] = queries.needs(Filters())

    assert (need.needed, need.number) == (2, 3)


def test_counts_by_function_and_domain(db):
    factories.DomainFactory(code="care", crebo_code="79140", name_nl="Alle zorg", name_en="Care")
    factories.VacancyFactory()
    factories.VacancyFactory(function_kind=FunctionKind.TEACHER)
    factories.DraftFactory()

    counts = queries.counts()

    assert counts.functions == {"guest_teacher": 1, "teacher": 1}
    assert [(row.code, row.name, row.number) for row in counts.domains] == [
        ("care", "Care", 0),
        ("technology", "Technology and process industry", 2),
    ]


@pytest.mark.parametrize(
    ("filters", "sorting"),
    [
        (Filters(), Order.NEWEST),
        (Filters(order=Order.NEAREST), Order.NEWEST),
        (Filters(order=Order.BEST), Order.NEWEST),
        (Filters(spot=ZWOLLE), Order.NEAREST),
        (Filters(spot=ZWOLLE, text="las"), Order.BEST),
        (Filters(spot=ZWOLLE, text="las", order=Order.NEAREST), Order.NEAREST),
        (Filters(text="las", order=Order.NEWEST), Order.NEWEST),
    ],
)
def test_sorting_is_one_that_can_be_had(filters, sorting):
    assert filters.sorting is sorting
