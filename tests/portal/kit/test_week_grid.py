from portal.kit.dayparts import COUNT, FULL_WEEK, parse
from portal.kit.week_grid import STATES, Masks, WeekGrid

ASKED = parse("tuesday_afternoon friday_afternoon")
FREE = parse("tuesday_afternoon saturday_evening")


def _labels(grid: WeekGrid) -> list[str]:
    return [cell.label for _part, cells in grid.rows for cell in cells]


def test_states_are_question_time_and_answer() -> None:
    masks = Masks(asked=ASKED, free=FREE)

    assert masks.shown("both") == parse("tuesday_afternoon")
    assert masks.shown("asked") == parse("friday_afternoon")
    assert masks.shown("free") == parse("saturday_evening")


def test_team_leaves_what_nobody_does_visible() -> None:
    masks = Masks(asked=ASKED, a=parse("tuesday_afternoon"))

    assert masks.shown("a") == parse("tuesday_afternoon")
    assert masks.shown("open") == parse("friday_afternoon")


def test_holiday_hides_time_but_not_a_promise() -> None:
    masks = Masks(asked=ASKED, a=parse("tuesday_afternoon"), free=FULL_WEEK, holiday=FULL_WEEK)

    assert masks.state(4) == "a"
    assert masks.state(0) == "holiday"


def test_every_day_part_has_exactly_one_state() -> None:
    masks = Masks(asked=ASKED, free=FREE, b=parse("monday_morning"))

    shown = [masks.shown(state) for state in STATES]

    none = sum(masks.state(number) == "none" for number in range(COUNT))
    assert sum(mask.bit_count() for mask in shown) + none == COUNT


def test_cell_says_what_it_shows() -> None:
    labels = _labels(WeekGrid(asked=ASKED, free=FREE, fixed=parse("friday_afternoon")))

    assert "Tuesday afternoon, free, asked" in labels
    assert "Friday afternoon, asked, required" in labels
    assert "Monday morning" in labels


def test_editor_says_how_many_vacancies_a_cell_opens() -> None:
    grid = WeekGrid(mode="edit", chosen=parse("monday_morning"), hints={0: 3, 1: 1, 2: 4})

    labels = _labels(grid)

    assert "Monday morning" in labels
    assert "Monday afternoon, 1 more vacancy" in labels
    assert "Monday evening, 4 more vacancies" in labels


def test_legend_names_only_states_in_use() -> None:
    grid = WeekGrid(asked=ASKED, free=FREE)

    assert [key.state for key in grid.keys] == ["both", "asked", "free"]


def test_legend_speaks_to_its_reader() -> None:
    words = {
        reader: [key.text for key in WeekGrid(free=FREE, reader=reader).keys]
        for reader in ("professional", "school")
    }

    assert words == {"professional": ["you are free"], "school": ["professional is free"]}
