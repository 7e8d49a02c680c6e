import pytest

from vacancies.selection.texts import filled, unknown_places, values_of

VALUES = values_of(name="Anna de Wit", vacancy="Gastdocent lassen", school="Deltion")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Beste {voornaam},", "Beste Anna,"),
        ("{ Naam } voor {vacature} bij {school}", "Anna de Wit voor Gastdocent lassen bij Deltion"),
        ("{onbekend} {}", "{onbekend} {}"),
        ("geen plaats", "geen plaats"),
    ],
)
def test_places_are_filled_in(text, expected):
    assert filled(text, VALUES) == expected


def test_a_name_that_looks_like_a_place_stays_a_name():
    assert filled("{naam}", values_of(name="{school}", vacancy="", school="Deltion")) == "{school}"


def test_what_cannot_be_filled_in_is_named_once():
    assert unknown_places("{naam} {datum} {datum} {}") == ["datum", ""]
