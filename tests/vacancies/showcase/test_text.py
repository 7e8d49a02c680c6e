import pytest

from vacancies.showcase.text import Block, blocks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("  \n\n ", []),
        ("Een regel\ndie doorloopt.", [Block("Een regel die doorloopt.")]),
        ("Een.\r\n\r\nTwee.", [Block("Een."), Block("Twee.")]),
        (
            "Wat je doet:\n- lassen\n• vijlen\n\nKlaar.",
            [Block("Wat je doet:"), Block(points=("lassen", "vijlen")), Block("Klaar.")],
        ),
        ("- een\n- twee\nen tekst", [Block(points=("een", "twee")), Block("en tekst")]),
        ("-geen punt", [Block("-geen punt")]),
    ],
)
def test_blocks(text, expected):
    assert blocks(text) == expected
