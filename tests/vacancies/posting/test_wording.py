import pytest
from hypothesis import given
from hypothesis import strategies as st

from vacancies.posting import wording


def rule(pattern: str, level: str = "W") -> wording.Rule:
    return wording.Rule(code="rule", level=level, ground="age", pattern=pattern)


def found(text: str, pattern: str, *exceptions: str) -> list[str]:
    return [hit.text for hit in wording.hits(text, [rule(pattern)], exceptions)]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("jong team", "Een jong team zoekt je.", ["jong team"]),
        ("jong team", "Een JONG\n  team zoekt je.", ["JONG\n  team"]),
        ("jong team", "Een jong-team zoekt je.", ["jong-team"]),
        ("jong", "jongens en verjongen", []),
        ("fit", "Je bent fit.", ["fit"]),
        ("fit", "Je wordt fitnessinstructeur.", []),
        ("hij|zij", "Als hij of zij komt", ["hij", "zij"]),
        ("student*baan", "een studentenbaan, een studentbaan", ["studentenbaan", "studentbaan"]),
        ("maximaal # jaar", "maximaal 40 jaar", ["maximaal 40 jaar"]),
        ("maximaal # jaar", "maximaal veertig jaar", ["maximaal veertig jaar"]),
        ("maximaal # jaar", "maximaal vijfendertig jaar", ["maximaal vijfendertig jaar"]),
        ("maximaal # jaar", "maximaal tweeëndertig jaar", ["maximaal tweeëndertig jaar"]),
        ("maximaal # jaar", "maximaal twaalf jaar", ["maximaal twaalf jaar"]),
        ("maximaal # jaar", "maximaal veel jaar", []),
        ("gelovig", "gelóvig of gelo\u0301vig", ["gelóvig", "gelo\u0301vig"]),
        ("jong team", "een jo\u00adng te\u200bam", ["jo\u00adng te\u200bam"]),
        ("jong team", "een jong\u00a0team", ["jong\u00a0team"]),
        ("bsn", "je ＢＳＮ", ["ＢＳＮ"]),
        ("c++|a.b", "aab c++", ["c++"]),
        ("50-plusser", "een 50-plusser", ["50-plusser"]),
        ("onderdeel|onderdeel van de groep", "onderdeel van de groep", ["onderdeel van de groep"]),
    ],
)
def test_pattern_finds(pattern, text, expected):
    assert found(text, pattern) == expected


def test_exception_masks_its_words():
    assert found("Zij-instromer? Zij niet.", "zij", "zij-instro*") == ["Zij"]


def test_exception_for_words_together():
    assert found("hij of zij, en hij", "hij|zij", "hij of zij") == ["hij"]


def test_hit_says_where_it_stands():
    text = "Wij vragen één vakman."

    (hit,) = wording.hits(text, [rule("vakman", level="B")])

    assert text[hit.start : hit.end] == "vakman"
    assert hit.blocks


def test_hits_come_in_order_of_place():
    rules = [rule("vakman"), rule("jong*")]

    assert [hit.text for hit in wording.hits("Jonge vakman", rules)] == ["Jonge", "vakman"]


@pytest.mark.parametrize("pattern", ["", "|", "||", "*", "#", "jong|#"])
def test_pattern_without_letters_is_not_valid(pattern):
    assert not wording.is_valid(pattern)


def test_empty_pattern_finds_nothing():
    assert found("van alles", "|") == []


@given(st.text(max_size=200), st.sampled_from(["hij|zij", "maximaal # jaar", "*jong*"]))
def test_hits_lie_in_the_text_whatever_it_is(text, pattern):
    for hit in wording.hits(text, [rule(pattern)], ["zij-instro*"]):
        assert text[hit.start : hit.end] == hit.text
        assert hit.start < hit.end


def test_huge_text_is_checked_quickly():
    text = "a" * 8000 + " vakman " + "-" * 8000

    assert found(text, "*a*a*b|vakman") == ["vakman"]
