import pytest

from accounts.enums import Province
from accounts.models import Competence, Place
from accounts.taxonomy import actions, queries
from tests.factories import CompetenceFactory, DomainFactory, PlaceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def places() -> dict[str, Place]:
    made = [
        PlaceFactory(name="Zwolle", population=130_000),
        PlaceFactory(name="Zwolle", code="zwolle-ge", municipality="Oost Gelre", population=200),
        PlaceFactory(name="Zwollekerspel", population=900),
        PlaceFactory(
            name="'s-Hertogenbosch", code="den-bosch", aliases="Den Bosch", population=160_000
        ),
        PlaceFactory(name="1e Exloërmond", code="exloermond", population=320),
    ]
    actions.index_places()
    return {place.code: Place.objects.get(pk=place.pk) for place in made}


def names(rows):
    return [str(row) for row in rows]


@pytest.fixture
def skills():
    technology = DomainFactory()
    care = DomainFactory(code="care", name_nl="Zorg", name_en="Care")
    CompetenceFactory(
        domain=technology, name_nl="TIG-lassen", name_en="TIG", synonyms="argonlassen"
    )
    CompetenceFactory(domain=technology, name_nl="Lassen", name_en="Welding", synonyms="lasser")
    CompetenceFactory(domain=care, name_nl="Las verbinden", name_en="Patching", synonyms="")
    CompetenceFactory(
        domain=care, name_nl="Wondverzorging", name_en="Wound care", synonyms="verband"
    )
    CompetenceFactory(domain=care, name_nl="Lassen oud", name_en="Old", is_active=False)
    actions.index_competences()


def test_places_put_the_exact_name_first_and_then_the_largest(places):
    assert names(queries.places_starting_with("zwolle")) == ["Zwolle", "Zwolle", "Zwollekerspel"]
    assert queries.places_starting_with("zwolle")[0].population == 130_000


@pytest.mark.parametrize("text", ["den bosch", "hertogenb", "'s-hert", "DEN BOSCH"])
def test_places_are_found_by_other_names_and_without_article(places, text):
    assert names(queries.places_starting_with(text)) == ["'s-Hertogenbosch"]


def test_places_are_found_without_accents(places):
    assert names(queries.places_starting_with("1e exloe")) == ["1e Exloërmond"]


@pytest.mark.parametrize("text", ["", "   ", "%", "_", "\x00", "'; drop table", "x" * 5000])
def test_places_of_nonsense_are_none(places, text):
    assert queries.places_starting_with(text) == []
    assert queries.places_named(text) == []


def test_a_name_with_its_municipality_or_province_is_one_place(places):
    assert queries.places_named("Zwolle, Oost Gelre") == [places["zwolle-ge"]]
    assert names(queries.places_named("Zwolle")) == ["Zwolle", "Zwolle"]


def test_the_label_of_every_place_means_it(places):
    for place in places.values():
        assert place in queries.places_named(place.label)


def test_a_mistyped_place_gets_the_nearest_names(places):
    assert names(queries.places_like("Zwole"))[0] == "Zwolle"
    assert queries.places_like("qqqqqq") == []


def test_competences_come_best_first(skills):
    found = [row.name_nl for row in queries.competences_like("lassen")]

    assert found == ["Lassen", "TIG-lassen"]


def test_competences_are_found_by_synonym_and_part(skills):
    assert [row.name_nl for row in queries.competences_like("argon")] == ["TIG-lassen"]
    assert [row.name_nl for row in queries.competences_like("verzorg")] == ["Wondverzorging"]


def test_competences_of_the_own_domains_come_first_when_equal(skills):
    care = DomainFactory(code="care")

    assert queries.competences_like("las", [care])[0].name_nl == "Las verbinden"
    assert queries.competences_like("las")[0].name_nl == "Lassen"


def test_competences_are_at_most_twelve(db):
    for number in range(20):
        CompetenceFactory(name_nl=f"Koken {number}")
    actions.index_competences()

    assert len(queries.competences_like("koken")) == 12


def test_a_competence_that_cannot_be_chosen_is_never_answered(skills):
    old = Competence.objects.get(is_active=False)

    assert queries.competences_of([old.pk]) == []


def test_a_mistyped_competence_gets_the_nearest(skills):
    assert [row.name_nl for row in queries.competences_near("wondversorging")] == ["Wondverzorging"]


def test_indexing_twice_changes_nothing(places, skills):
    assert actions.index_places() == 0
    assert actions.index_competences() == 0


def test_indexing_only_touches_what_is_given(skills):
    row = Competence.objects.get(name_nl="Lassen")
    row.synonyms = "smelten"

    assert actions.index_competences([row]) == 1
    assert [found.pk for found in queries.competences_like("smelten")] == [row.pk]


def test_the_index_fits_its_column(db):
    place = PlaceFactory(name="x" * 80, aliases="|".join(["naam"] * 40), province=Province.UTRECHT)

    actions.index_places([place])

    assert len(Place.objects.get().search) <= 300
