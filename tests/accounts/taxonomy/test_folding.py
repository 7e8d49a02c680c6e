import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.taxonomy.folding import fold, rank, search_text


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Zwolle", "zwolle"),
        ("'s-Hertogenbosch", "s hertogenbosch"),
        ("  1e Exloërmond ", "1e exloermond"),
        ("MIG/MAG-lassen", "mig mag lassen"),
        ("ŠKODA", "skoda"),
        ("\x00%_|'\"", ""),
    ],
)
def test_fold_compares_names_without_marks(text, folded):
    assert fold(text) == folded


def test_search_text_holds_each_name_once_and_without_its_article():
    assert search_text("'s-Hertogenbosch", "Den Bosch", "den bosch", "") == (
        "s hertogenbosch|hertogenbosch|den bosch"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lassen", 0),
        ("lass", 2),
        ("argonlassen", 1),
        ("argon", 3),
        ("onlass", 7),
        ("bakken", None),
        ("", None),
    ],
)
def test_rank_prefers_the_own_name_and_its_beginning(text, expected):
    assert rank("lassen|argonlassen", text) == expected


@given(st.text())
def test_fold_is_stable_and_never_breaks_a_search_text(text):
    folded = fold(text)

    assert "|" not in folded
    assert fold(folded) == folded
