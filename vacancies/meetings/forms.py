"""What either side fills in to propose times, and to move or cancel what was agreed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Location
from portal.kit import day_words
from portal.kit.forms import DayField, RefusableForm
from vacancies.enums import MeetingKind
from vacancies.lifecycles import Side
from vacancies.meetings import words
from vacancies.meetings.plan import Plan, in_order
from vacancies.meetings.times import Slot, slot_of
from vacancies.models import Meeting

OWN: Final = 3
PARTS: Final = [("", "–"), *((str(number), part) for number, part in enumerate(day_words.PARTS))]
KINDS: Final = [(kind, title) for kind, (title, _about) in words.KINDS.items()]
CLOCK: Final = {"type": "time", "step": "300"}
LATER: Final = {"invalid": _("This is not a time. Write it as 9:30.")}


@dataclass(frozen=True)
class Asked:
    """What a form of this side, about this meeting or a new one, offers to choose from."""

    side: Side
    suggested: Sequence[Slot]
    places: Sequence[Location]
    meeting: Meeting | None = None
    must_say_why: bool = False
    writes_note: bool = True


class SlotsField(forms.TypedMultipleChoiceField):
    """Suggested day-parts. One that is suggested no more is still read: the action judges it."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            coerce=slot_of,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            **options,
        )

    def valid_value(self, value: str) -> bool:
        try:
            slot_of(value)
        except ValueError:
            return False
        return True


class PlanForm(RefusableForm):
    """Two or three day-parts, suggested or of one's own choice, with place and words."""

    kind = forms.ChoiceField(
        label=_("What do you propose?"),
        choices=KINDS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you propose.")},
    )
    slots = SlotsField(label=_("When can it be?"))
    begins = forms.TimeField(
        label=_("Begins at"),
        required=False,
        widget=forms.TimeInput(attrs=CLOCK, format="%H:%M"),
        error_messages=LATER,
    )
    ends = forms.TimeField(
        label=_("Ends at"),
        required=False,
        widget=forms.TimeInput(attrs=CLOCK, format="%H:%M"),
        error_messages=LATER,
    )
    location = forms.ModelChoiceField(Location.objects.none(), label=_("Where"), empty_label=None)
    place_note = forms.CharField(
        label=_("Where exactly?"),
        max_length=200,
        required=False,
        help_text=_("For example the room, or whom to ask for at the desk."),
    )
    note = forms.CharField(
        label=_("What can the other expect?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    reason = forms.CharField(
        label=_("Why another time?"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("The other reads this."),
    )

    def __init__(self, asked: Asked, data: Any = None) -> None:
        super().__init__(data, initial=_initial(asked))
        self.asked = asked
        for number in range(OWN):
            self.fields[f"own_on_{number}"] = DayField(label=_("Day"))
            self.fields[f"own_part_{number}"] = forms.ChoiceField(
                label=_("Day-part"), choices=PARTS, required=False
            )
        self._offer_slots()
        self._offer_places()
        self._fit_words()

    @property
    def own_rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[f"own_on_{number}"], self[f"own_part_{number}"]) for number in range(OWN)]

    @property
    def has_own(self) -> bool:
        """Whether a day of one's own was typed, or nothing is suggested."""
        typed = any(self[f"own_on_{number}"].value() for number in range(OWN))
        return typed or not self.asked.suggested

    @property
    def has_exact(self) -> bool:
        return bool(self["begins"].value() or self["ends"].value())

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        begins, ends = told.get("begins"), told.get("ends")
        if (begins is None) != (ends is None) and not self.has_error("begins"):
            self.add_error("ends", _("Fill in both times, or neither."))
        elif begins and ends and begins >= ends:
            self.add_error("ends", _("The end is later than the begin."))
        self._own = [slot for number in range(OWN) if (slot := self._own_slot(told, number))]
        return told

    @property
    def plan(self) -> Plan:
        told, before = self.cleaned_data, self.asked.meeting
        kind = before.kind if before else told["kind"]
        exact: tuple[time, time] | None = None
        if told["begins"] and told["ends"]:
            exact = (told["begins"], told["ends"])
        return Plan(
            kind=MeetingKind(kind),
            slots=in_order([*told["slots"], *self._own]),
            exact=exact,
            location=told.get("location"),
            place_note=" ".join(
                told.get("place_note", (before and before.place_note) or "").split()
            ),
            note=told.get("note", (before and before.note) or "").strip(),
        )

    @property
    def why(self) -> str:
        return str(self.cleaned_data.get("reason", ""))

    def _own_slot(self, told: dict[str, Any], number: int) -> Slot | None:
        on, part = told.get(f"own_on_{number}"), told.get(f"own_part_{number}", "")
        if on and not part:
            self.add_error(f"own_part_{number}", _("Choose the part of the day too."))
        if part and not on and not self.has_error(f"own_on_{number}"):
            self.add_error(f"own_on_{number}", _("Choose the day too."))
        return Slot(on, int(part)) if on and part else None

    def _offer_slots(self) -> None:
        """What is suggested, and what was chosen before it was suggested no more."""
        shown = sorted({*self.asked.suggested, *_sent(self)})
        self.fields["slots"].choices = [  # type: ignore[attr-defined]
            (slot.code, words.slot(slot)) for slot in shown
        ]
        if not shown:
            del self.fields["slots"]

    def _offer_places(self) -> None:
        if not self.asked.places:
            del self.fields["location"]
            return
        field = self.fields["location"]
        keys = [place.pk for place in self.asked.places]
        field.queryset = Location.objects.filter(pk__in=keys).select_related("place")  # type: ignore[attr-defined]

    def _fit_words(self) -> None:
        if self.asked.side == Side.PROFESSIONAL:
            del self.fields["place_note"]
            self.fields["note"].label = _("What would you like to see or do?")
        if not self.asked.writes_note:
            del self.fields["note"]
        if self.asked.meeting is not None:
            del self.fields["kind"]
            _require(self.fields["reason"], self.asked.must_say_why)
        else:
            del self.fields["reason"]


class ReasonForm(forms.Form):
    """Why it does not go on; asked when something was agreed."""

    reason = forms.CharField(
        label=_("Why?"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("The other reads this."),
    )

    def __init__(self, data: Any = None, *, must_say_why: bool = False) -> None:
        super().__init__(data)
        _require(self.fields["reason"], must_say_why)


def _require(field: forms.Field, must_say_why: bool) -> None:
    field.required = must_say_why
    field.error_messages["required"] = str(_("Tell the other in one sentence why."))


def _sent(form: PlanForm) -> Iterable[Slot]:
    if not form.is_bound:
        return
    values = form.data.getlist("slots") if hasattr(form.data, "getlist") else []
    for value in values:
        try:
            yield slot_of(value)
        except ValueError:
            continue


def _initial(asked: Asked) -> dict[str, Any]:
    """A new proposal begins with the first place; another one with what was said before."""
    row = asked.meeting
    if row is None:
        return {"kind": MeetingKind.SHADOW_DAY, "location": next(iter(asked.places), None)}
    return {"location": row.location, "place_note": row.place_note, "note": row.note}
