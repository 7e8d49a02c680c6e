from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from vacancies.moderation.marking import Piece, pieces


@dataclass(frozen=True)
class Found:
    start: int
    end: int


def test_a_text_is_cut_at_its_hits() -> None:
    found = [(1, False, Found(4, 8)), (2, True, Found(12, 16))]

    assert pieces("Een jong en oude rot.", found) == (
        Piece("Een "),
        Piece("jong", 1),
        Piece(" en "),
        Piece("oude", 2, blocks=True),
        Piece(" rot."),
    )


def test_of_overlapping_hits_the_first_is_marked() -> None:
    found = [(1, False, Found(0, 9)), (2, True, Found(5, 9))]

    assert pieces("jong team", found) == (Piece("jong team", 1),)


spans = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 10)), max_size=8)


@given(st.text(max_size=40), spans)
def test_nothing_of_the_text_is_lost(text: str, places: list[tuple[int, int]]) -> None:
    found = [
        (number, False, Found(start, min(start + length, len(text))))
        for number, (start, length) in enumerate(sorted(places), start=1)
        if start < len(text)
    ]

    assert "".join(piece.text for piece in pieces(text, found)) == text
