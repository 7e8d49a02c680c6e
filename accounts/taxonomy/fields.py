"""Form fields over the taxonomy, for every form that asks a place or competences.

Both work without JavaScript: a place is a name that is looked up on submit; competences are
ticked after a press on "Search", which shows the form again with all that was typed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict
from django.utils.text import get_text_list
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from accounts.models import Competence, Place
from accounts.taxonomy import queries

MOST_COMPETENCES = 40


@dataclass(frozen=True)
class TypedPlace:
    """What came from the page: the text, and the choice among places of that name."""

    text: str = ""
    choice: str = ""


class PlaceWidget(forms.Widget):
    """A text input with suggestions; asks which one when several places have the name."""

    template_name = "components/place_input.html"
    candidates: Sequence[Place] = ()

    def value_from_datadict(self, data: Any, files: Any, name: str) -> TypedPlace:
        return TypedPlace(str(data.get(name) or ""), str(data.get(f"{name}_choice") or ""))

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in data

    def format_value(self, value: Any) -> str:
        if isinstance(value, Place):
            return value.label
        return value.text if isinstance(value, TypedPlace) else str(value or "")

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["candidates"] = self.candidates
        context["choice"] = value.choice if isinstance(value, TypedPlace) else ""
        return context


class PlaceField(forms.Field):
    """A Dutch place by its name; cleans to a `Place` or None."""

    widget = PlaceWidget
    default_error_messages = {
        "required": _("Type the name of your place."),
        "unknown": _("We do not know “%(text)s”. Check the spelling."),
        "nearest": _("We do not know “%(text)s”. Do you mean %(places)s?"),
        "ambiguous": _("There is more than one %(text)s. Choose the right one."),
    }

    def clean(self, value: Any) -> Place | None:
        typed = value if isinstance(value, TypedPlace) else TypedPlace(str(value or ""))
        text = typed.text.strip()
        if not text:
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        found = queries.places_named(text)
        if len(found) > 1:
            return self._chosen(found, typed)
        return found[0] if found else self._unknown(text)

    def _chosen(self, found: Sequence[Place], typed: TypedPlace) -> Place:
        for place in found:
            if str(place.pk) == typed.choice:
                return place
        self.widget.candidates = found
        raise ValidationError(
            self.error_messages["ambiguous"], code="ambiguous", params={"text": typed.text[:80]}
        )

    def _unknown(self, text: str) -> Place:
        near = [place.label for place in queries.places_like(text)]
        params = {"text": text[:80], "places": get_text_list(near, now("or"))}
        code = "nearest" if near else "unknown"
        raise ValidationError(self.error_messages[code], code=code, params=params)

    def has_changed(self, initial: Any, data: Any) -> bool:
        before = initial.label if isinstance(initial, Place) else ""
        return bool(isinstance(data, TypedPlace) and data.text.strip() != before)


class NearField(PlaceField):
    """A place to search around: of places with one name the largest, unless the text says which."""

    def _chosen(self, found: Sequence[Place], typed: TypedPlace) -> Place:
        return found[0]


@dataclass(frozen=True)
class Picked:
    """What came from the page: ticked competences, the search, and the search shown already."""

    pks: tuple[int, ...] = ()
    query: str = ""
    shown: str = ""
    pressed: bool = False

    @property
    def searching(self) -> bool:
        """A word was typed whose results nobody has seen yet."""
        return self.pressed or bool(self.query and self.query != self.shown)


class CompetencePicker(forms.Widget):
    """Chips of what is chosen, each a checkbox, and a search box that adds more."""

    template_name = "components/competence_picker.html"
    use_fieldset = True
    near: Iterable[Any] = ()  # domains whose competences come first

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Picked:
        sent = data.getlist(name) if hasattr(data, "getlist") else data.get(name) or []
        pks = tuple(int(pk) for pk in sent[:200] if str(pk).isdecimal() and len(str(pk)) < 12)
        return Picked(
            pks=pks,
            query=str(data.get(f"{name}_q") or "").strip()[:80],
            shown=str(data.get(f"{name}_shown") or "").strip()[:80],
            pressed=f"{name}_search" in data,
        )

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return False  # no chip ticked sends nothing

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        picked = value if isinstance(value, Picked) else Picked()
        chosen = queries.competences_of(picked.pks) if picked.pks else _rows(value)
        context["picked"] = picked
        return context | found(picked.query, self.near, chosen)


class CompetenceField(forms.Field):
    """Competences of the taxonomy; cleans to a list of `Competence`. Use it in a `PickerForm`."""

    widget = CompetencePicker
    default_error_messages = {
        "required": _("Choose at least one skill."),
        "too_many": _("Choose at most %(most)d skills: those that matter most."),
    }

    def clean(self, value: Any) -> list[Competence]:
        rows = queries.competences_of(value.pks) if isinstance(value, Picked) else []
        if self.required and not rows:
            raise ValidationError(self.error_messages["required"], code="required")
        if len(rows) > MOST_COMPETENCES:
            message = self.error_messages["too_many"]
            raise ValidationError(message, code="too_many", params={"most": MOST_COMPETENCES})
        return rows

    def has_changed(self, initial: Any, data: Any) -> bool:
        before = {row.pk for row in _rows(initial)}
        return bool(isinstance(data, Picked) and set(data.pks) != before)


class PickerForm(forms.Form):
    """A form with a `CompetenceField`: pressing "Search" shows it again, without errors."""

    @property
    def is_searching(self) -> bool:
        names = [name for name, f in self.fields.items() if isinstance(f, CompetenceField)]
        return self.is_bound and any(self[name].data.searching for name in names)

    def full_clean(self) -> None:
        super().full_clean()
        if self.is_searching:
            self._errors = ErrorDict()

    def is_valid(self) -> bool:
        return super().is_valid() and not self.is_searching


def found(query: str, near: Iterable[Any], chosen: Sequence[Competence] = ()) -> dict[str, Any]:
    """What a search shows: the competences found, or what is spelled like it."""
    have = {row.pk for row in chosen}
    rows = queries.competences_like(query, near)
    nearest = [] if rows or not query else queries.competences_near(query)
    return {
        "chosen": chosen,
        "query": query,
        "found": [row for row in rows if row.pk not in have],
        "nearest": [row for row in nearest if row.pk not in have],
        "all_chosen": bool(rows) and all(row.pk in have for row in rows),
    }


def _rows(value: Any) -> list[Competence]:
    return [] if value is None or isinstance(value, Picked) else list(value)
