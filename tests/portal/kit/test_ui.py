from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.core.paginator import Paginator
from django.template import engines
from django.utils import translation

from portal.kit.dayparts import parse
from portal.kit.templatetags import ui

ASKED = parse("tuesday_afternoon friday_afternoon")
NBSP = "\u00a0"


def _rendered(source: str, **context: object) -> str:
    return str(engines["django"].from_string(source).render(context))


def test_week_grid_reads_masks_that_are_not_there() -> None:
    html = _rendered('{% week_grid asked=asked free=free label="x" %}', asked=ASKED, free=None)

    assert html.count("wg-asked") == 3  # two cells and the key


def test_week_grid_refuses_an_unknown_option() -> None:
    with pytest.raises(TypeError):
        ui.week_grid(aksed=ASKED)


def test_spark_of_a_vacancy_says_what_fits() -> None:
    svg = ui.week_spark(ASKED, parse("tuesday_afternoon monday_morning"))

    assert 'role="img" aria-label="fits 1 of 2 day-parts"' in svg


def test_spark_without_a_reader_says_what_is_asked() -> None:
    assert 'aria-label="asked: Tuesday afternoon and Friday afternoon"' in ui.week_spark(ASKED)


def test_sparkline_without_a_sentence_is_decoration() -> None:
    assert 'aria-hidden="true"' in ui.sparkline()


def test_label_cannot_break_out_of_a_drawing() -> None:
    assert '"><script>' not in ui.sparkline(label='"><script>')


@pytest.mark.parametrize(
    ("used", "solid", "empty"), [(0, 0, 24), (160, 16, 8), (165, 17, 8), (240, 24, 0), (300, 24, 0)]
)
def test_budget_bar_counts_its_cells(used: int, solid: int, empty: int) -> None:
    svg = _rendered("{% budget_bar used 240 %}", used=used)

    assert svg.count("bar-now") == solid
    assert svg.count("bar-empty") == empty


def test_reach_bar_of_nobody_is_empty() -> None:
    assert "rect" not in _rendered("{% reach_bar 0 0 0 %}")


@pytest.mark.parametrize(("language", "text"), [("nl", f"€{NBSP}1.719"), ("en", f"€{NBSP}1,719")])
def test_money_follows_the_language(language: str, text: str) -> None:
    with translation.override(language):
        assert ui.money(Decimal("1718.6")) == text


def test_money_range_of_one_amount_is_one_amount() -> None:
    assert ui.money_range(Decimal("500.1"), Decimal("500.4")) == f"€{NBSP}500"


@pytest.mark.parametrize(
    ("metres", "text"), [(None, ""), (400, f"less{NBSP}than{NBSP}1{NBSP}km"), (7400, f"7{NBSP}km")]
)
def test_km_rounds_metres(metres: int | None, text: str) -> None:
    assert ui.km(metres) == text


@pytest.mark.parametrize(
    ("version", "text"), [("2027-01-04", f"4{NBSP}January{NBSP}2027"), ("1", "1")]
)
def test_a_text_is_named_after_its_day(version: str, text: str) -> None:
    assert ui.text_day(version) == text


def test_dates_never_break() -> None:
    with translation.override("nl"):
        assert ui.day(date(2027, 1, 4)) == f"4{NBSP}januari{NBSP}2027"
        assert ui.day_short(date(2027, 1, 4)) == f"4{NBSP}januari"
        assert ui.day(datetime(2026, 12, 31, 23, 30, tzinfo=UTC)) == f"1{NBSP}januari{NBSP}2027"
        assert ui.moment(datetime(2026, 9, 20, 12, 32, tzinfo=UTC)).endswith(f"14.32{NBSP}uur")


@pytest.mark.parametrize(
    ("number", "numbers"),
    [
        (1, [1, 2, 0, 10]),
        (4, [1, 2, 3, 4, 5, 0, 10]),
        (5, [1, 0, 4, 5, 6, 0, 10]),
        (10, [1, 0, 9, 10]),
    ],
)
def test_page_numbers_show_ends_and_neighbours(number: int, numbers: list[int]) -> None:
    page = Paginator(range(100), 10).page(number)

    assert list(ui.page_numbers(page)) == numbers


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Detacheringsovereenkomst", ["Detacherings", "overeenkomst"]),
        ("Instructeur constructiebankwerken", ["Instructeur constructie", "bankwerken"]),
        ("Praktijkbegeleider metaal", ["Praktijk", "begeleider metaal"]),
        ("Docent techniek", ["Docent techniek"]),
        ("Hottentottententententoonstelling", ["Hottentottententententoonstelling"]),
    ],
)
def test_a_long_word_may_break_where_its_parts_meet(text: str, parts: list[str]) -> None:
    assert ui.seams(text).split("\u00ad") == parts
