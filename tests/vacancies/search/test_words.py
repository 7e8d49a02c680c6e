import pytest
from hypothesis import given
from hypothesis import strategies as st

from vacancies.search.words import is_part, likeness, nearest, stem, terms, words

KNOWN = {"kap", "punt", "meester"}
KNOWN_WORDS = "docent instructeur lassen lasser verpleegkunde"


def test_words_are_folded_and_small_words_left_out():
    assert words("Één dagdeel per week: MIG/MAG-lassen, C# en C++") == [
        "dagdeel",
        "week",
        "mig",
        "mag",
        "lassen",
        "c#",
        "c++",
    ]


def test_terms_are_unique_and_at_most_eight():
    assert terms("las las " + " ".join(f"woord{n}" for n in range(20))) == [
        "las",
        *(f"woord{n}" for n in range(7)),
    ]


@pytest.mark.parametrize(
    "family",
    [
        ("lassen", "lasser", "lassers", "las"),
        ("bakken", "bakker", "bakkers"),
        ("verzorgen", "verzorger", "verzorgster", "verzorging"),
        ("begeleiden", "begeleider", "begeleiding"),
        ("frezen", "frezer"),
        ("docent", "docenten"),
        ("verpleegkunde", "verpleegkundige", "verpleegkundigen"),
        ("trainen", "trainer", "training"),
    ],
)
def test_stem_is_shared_by_a_family(family):
    assert len({stem(word) for word in family}) == 1


@pytest.mark.parametrize(
    ("term", "word"),
    [
        ("lassen", "lasinstructeur"),
        ("lassen", "laskap"),
        ("lassen", "puntlassen"),
        ("lassen", "puntlasser"),
        ("instructeur", "lasinstructeur"),
        ("instructeur", "lasinstructeurs"),
        ("docenten", "gastdocent"),
        ("zorg", "thuiszorg"),
        ("las", "lasser"),
        ("ict", "ictbeheer"),
    ],
)
def test_part_of_a_compound_is_found(term, word):
    assert is_part(term, word, KNOWN)


@pytest.mark.parametrize(
    ("term", "word"),
    [
        ("lassen", "klas"),
        ("lassen", "klassen"),
        ("lassen", "plastic"),
        ("lassen", "lastig"),
        ("lassen", "lasergraveren"),
        ("las", "glas"),
        ("ict", "district"),
    ],
)
def test_letters_inside_another_word_are_not_a_part(term, word):
    assert not is_part(term, word, KNOWN)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("lasesn", "lassen"), ("intructeur", "instructeur"), ("verplegkunde", "verpleegkunde")],
)
def test_nearest_mends_typing_errors(typed, meant):
    assert nearest(typed, dict.fromkeys(words(KNOWN_WORDS), 1)) == meant


def test_nearest_is_silent_about_what_is_like_nothing():
    assert nearest("xqzwk", {"lassen": 1, "docent": 1}) is None
    assert nearest("metselaar", {"makelaar": 1}) is None


def test_nearest_of_equals_is_used_most():
    assert nearest("lasesn", {"lashes": 2, "lassen": 9}) == "lassen"


@given(st.text(max_size=80))
def test_words_of_any_text_fit_the_index(text):
    assert all(1 < len(word) <= 60 for word in words(text))


@given(st.text("abc", min_size=1, max_size=8), st.text("abc", min_size=1, max_size=8))
def test_likeness_is_symmetric_and_a_share(one, other):
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, one) == 1
