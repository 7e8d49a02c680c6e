"""What the four forms share: the version they were shown with, and errors beside the fields."""

from abc import abstractmethod
from collections.abc import Iterable
from copy import copy
from dataclasses import fields
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.forms.utils import ErrorDict
from django.utils.translation import gettext

from accounts.taxonomy.fields import PickerForm
from vacancies.models import Vacancy
from vacancies.posting import snapshots
from vacancies.posting.completeness import Missing
from vacancies.posting.lifecycle import LIVE
from vacancies.posting.sections import PLAIN, Values
from vacancies.posting.texts import FieldHit


class Text(forms.CharField):
    """Running text; a line end counts as one character, as browsers count it."""

    def __init__(self, *, rows: int, **options: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **options)

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        return text.replace("\r\n", "\n").replace("\r", "\n")


class Day(forms.DateField):
    """A date in the browser's own date input."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        super().__init__(widget=widget, **options)


def plain_number(value: Any) -> Any:
    """A decimal as people write it: 4, not 4.0."""
    whole = isinstance(value, Decimal) and value == value.to_integral_value()
    return int(value) if whole else value


def with_values(vacancy: Vacancy, values: Values) -> Vacancy:
    """The vacancy as it would be with these plain values; not saved."""
    typed = copy(vacancy)
    for name in (field.name for field in fields(values) if field.name in PLAIN):
        setattr(typed, name, getattr(values, name))
    return typed


class SectionForm(PickerForm):
    """One section of a vacancy. A draft may have gaps; an open vacancy may not."""

    needed: ClassVar[tuple[str, ...]] = ()
    names_in_model: ClassVar[dict[str, str]] = {}

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, vacancy: Vacancy, data: Any = None) -> None:
        self.vacancy = vacancy
        super().__init__(data, initial={**self.initial_of(vacancy), "version": vacancy.version})
        self.live = vacancy.status in LIVE
        for name in self.needed if self.live else ():
            self.fields[name].required = True
        self.prepare()

    def prepare(self) -> None:
        """Set what depends on the vacancy."""

    @abstractmethod
    def initial_of(self, vacancy: Vacancy) -> dict[str, Any]:
        """What is stored, as the section shows it."""

    @abstractmethod
    def values(self) -> Values:
        """What was filled in, for the action that keeps it."""

    def order(self, low: str, high: str, message: str) -> None:
        """The second of a pair of values may not lie below the first."""
        first, second = self.cleaned_data.get(low), self.cleaned_data.get(high)
        if first is not None and second is not None and second < first:
            self.add_error(high, message)

    def add_missing(self, missing: Iterable[Missing]) -> None:
        """Say beside the fields what an open vacancy still needs."""
        shown = {model: name for name, model in self.names_in_model.items()}
        for item in missing:
            name = shown.get(item.field, item.field)
            self.add_error(name if name in self.fields else None, item.text)

    def add_blocked(self, hits: Iterable[FieldHit]) -> None:
        """Say beside the fields which words shut people out."""
        for hit in hits:
            text = gettext("“%(words)s” shuts people out (%(ground)s). Write: %(neutral)s.") % {
                "words": hit.text,
                "ground": hit.ground_label.lower(),
                "neutral": hit.neutral.rstrip("."),
            }
            self.add_error(hit.field if hit.field in self.fields else None, text)

    def show_again(self, fresh: Vacancy) -> list[snapshots.Change]:
        """Keep what was typed, carry the saved version, and say where the two differ."""
        self.initial = {**self.initial_of(fresh), "version": fresh.version}
        self.put("version", str(fresh.version))
        saved = snapshots.snapshot_of(fresh)
        names = [self.names_in_model.get(name, name) for name in self.changed_data]
        return [
            snapshots.Change(
                name, snapshots.label_of(name), snapshots.words_of(name, saved[name]), ""
            )
            for name in dict.fromkeys(names)
            if name in saved
        ]

    def put(self, name: str, value: object) -> None:
        """Add to what was sent."""
        sent: Any = self.data.copy()  # type: ignore[attr-defined]  # a QueryDict
        sent[name] = value
        self.data = sent

    def without_errors(self) -> None:
        """Show the form again without a word about what is not filled in yet."""
        self._errors = ErrorDict()
