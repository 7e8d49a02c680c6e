"""What the week grid shows: an outline is a question, hatching is time, solid is an answer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.kit import dayparts
from portal.kit.day_words import DAYS, PARTS, day_part_name

State = Literal["none", "asked", "free", "both", "a", "b", "c", "open", "holiday"]
STATES: Final[tuple[State, ...]] = ("both", "a", "b", "c", "asked", "free", "open", "holiday")


@dataclass(frozen=True)
class Masks:
    """The day-parts of one picture; `a`, `b` and `c` are the people of a team."""

    asked: int = 0
    free: int = 0
    fixed: int = 0
    a: int = 0
    b: int = 0
    c: int = 0
    holiday: int = 0

    def state(self, number: int) -> State:
        """What one day-part shows; an answer comes before a question, a question before time."""
        for state in STATES:
            if self.holds(state) >> number & 1:
                return state
        return "none"

    def holds(self, state: State) -> int:
        """The day-parts for which a state holds, before stronger states take their share."""
        team = self.a | self.b | self.c
        asked = 0 if team else self.asked
        return {
            "none": 0,
            "both": asked & self.free,
            "a": self.a,
            "b": self.b,
            "c": self.c,
            "asked": asked & ~self.holiday,
            "free": self.free & ~self.holiday,
            "open": self.asked if team else 0,
            "holiday": self.holiday,
        }[state]

    def shown(self, state: State) -> int:
        """The day-parts that show this state."""
        return dayparts.mask_of(n for n in range(dayparts.COUNT) if self.state(n) == state)


@dataclass(frozen=True)
class Cell:
    """One day-part on the page; `label` is what a screen reader says."""

    bit: int
    state: State
    label: str
    must: bool
    chosen: bool
    hint: int


@dataclass(frozen=True)
class Key:
    """One line of the legend."""

    state: str
    text: str


@dataclass(frozen=True)
class WeekGrid(Masks):
    """A week grid to show or to fill in. `reader` says whose words the legend uses."""

    label: str = ""
    mode: Literal["show", "edit"] = "show"
    style: Literal["professional", "school"] = "professional"
    reader: Literal["professional", "school", "anyone", "trainee"] = "professional"
    size: Literal["", "small", "mid", "large"] = ""
    name: str = "day_parts"
    id: str = ""
    form_id: str = ""
    chosen: int = 0
    hints: Mapping[int, int] = field(default_factory=dict)
    legend: bool = True
    count: bool = True
    disabled: bool = False

    @property
    def editable(self) -> bool:
        return self.mode == "edit"

    @property
    def days(self) -> list[tuple[str, str]]:
        return [(str(short), str(name)) for short, name in DAYS]

    @property
    def rows(self) -> Iterator[tuple[str, list[Cell]]]:
        for part, name in enumerate(PARTS):
            yield str(name), [self._cell(dayparts.bit(day, part)) for day in range(len(DAYS))]

    def _cell(self, number: int) -> Cell:
        state = self.state(number)
        must = bool(self.fixed >> number & 1) and state in ("asked", "both")
        hint = 0 if self.chosen >> number & 1 else int(self.hints.get(number, 0))
        return Cell(
            bit=number,
            state=state,
            label=self._label(number, state, must, hint),
            must=must,
            chosen=bool(self.chosen >> number & 1),
            hint=hint,
        )

    def _label(self, number: int, state: State, must: bool, hint: int) -> str:
        words = [day_part_name(number)]
        if not self.editable:
            words += spoken(state)
            words += [_("required")] if must else []
        elif hint:
            words.append(ngettext("%d more vacancy", "%d more vacancies", hint) % hint)
        return ", ".join(words)

    @property
    def chosen_text(self) -> str:
        number = dayparts.count(self.chosen)
        if not number:
            return _("No day-part chosen yet")
        return ngettext("%d day-part chosen", "%d day-parts chosen", number) % number

    @property
    def chosen_word(self) -> str:
        """What a chosen cell of an editor is, to who hears it."""
        return _("asked") if self.style == "school" else _("free")

    @property
    def keys(self) -> list[Key]:
        """The legend: only the states in use."""
        if self.editable:
            return self._keys_of_editor()
        words = words_of(self.reader)
        keys = [Key(state, words[state]) for state in STATES if self.shown(state)]
        if self.fixed & (self.shown("asked") | self.shown("both")):
            keys.append(Key("must", _("this day-part is required")))
        return keys

    def _keys_of_editor(self) -> list[Key]:
        if self.style == "school":
            return [Key("on-school", _("you ask for this")), Key("off", _("not asked"))]
        keys = [Key("on", _("you can")), Key("off", _("you cannot"))]
        if any(self.hints.values()):
            keys.append(Key("hint", _("so many vacancies more")))
        return keys


def spoken(state: State) -> list[str]:
    """A state in the words of a cell's label."""
    return {
        "none": [],
        "asked": [_("asked")],
        "free": [_("free")],
        "both": [_("free"), _("asked")],
        "a": [_("professional A")],
        "b": [_("professional B")],
        "c": [_("professional C")],
        "open": [_("still open")],
        "holiday": [_("holiday")],
    }[state]


def words_of(reader: str) -> dict[State, str]:
    """The legend's words: a professional reads "you", a school reads about a professional; to a
    trainee not a school but a course asks."""
    asked = {"school": _("your school asks"), "trainee": _("days of the course")}
    is_own = reader in ("professional", "trainee")
    return {
        "both": _("fits"),
        "asked": asked.get(reader, _("the school asks")),
        "free": _("you are free") if is_own else _("professional is free"),
        "a": _("professional A"),
        "b": _("professional B"),
        "c": _("professional C"),
        "open": _("still open"),
        "holiday": _("holiday"),
    }
