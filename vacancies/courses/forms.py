from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from accounts.taxonomy.fields import NearField
from portal.kit.forms import DayField, DayPartsField, WeekGridWidget
from vacancies.courses.filters import KIND, Filters, Near
from vacancies.courses.queries import Reader
from vacancies.enums import CourseForm, TrainingKind

DISTANCES = (10, 25, 50, 75, 100)
FROM_LIST = {"invalid_choice": _("Choose one from the list.")}
LATEST_YEAR = 2100
EARLIEST_YEAR = 2000


class SearchForm(forms.Form):
    """The filters of the catalogue, read from the address. A wrong one is told and left out."""

    soort = forms.ChoiceField(
        label=_("Which kind of course?"),
        choices=[("", _("All kinds")), *TrainingKind.choices],
        required=False,
        error_messages=FROM_LIST,
    )
    plaats = NearField(label=_("Near which place?"), required=False)
    afstand = forms.TypedChoiceField(
        label=_("How far away?"),
        choices=[("", _("Any distance")), *((km, f"{km}\u00a0km") for km in DISTANCES)],
        required=False,
        coerce=int,
        empty_value=None,
        error_messages=FROM_LIST,
    )
    dagdeel = DayPartsField(
        label=_("When can you follow lessons?"),
        required=False,
        widget=WeekGridWidget(size="small", count=False),
    )
    vorm = forms.ChoiceField(
        label=_("In which form?"),
        choices=[("", _("All forms")), *CourseForm.choices],
        required=False,
        error_messages=FROM_LIST,
    )
    mijn_week = forms.BooleanField(label=_("Only what fits my free day-parts"), required=False)
    mijn_afstand = forms.BooleanField(label=_("Only within my own distance"), required=False)

    def __init__(self, data: QueryDict, *, reader: Reader) -> None:
        super().__init__(data)
        if not reader.free:
            del self.fields["mijn_week"]
        if not (reader.home and reader.max_km):
            del self.fields["mijn_afstand"]

    @property
    def folded_errors(self) -> bool:
        """Whether something is wrong in what a phone folds away."""
        return any(name != KIND for name in self.errors)

    @property
    def filters(self) -> Filters:
        """What was asked and understood; after `is_valid()`, whatever that says."""
        said: dict[str, Any] = self.cleaned_data
        place = said.get("plaats")
        return Filters(
            kind=said.get("soort") or "",
            form=said.get("vorm") or "",
            near=Near(place.label, (place.rd_x, place.rd_y)) if place else None,
            within_km=said.get("afstand") if place else None,
            day_parts=said.get("dagdeel") or 0,
            my_week=said.get("mijn_week", False),
            my_distance=said.get("mijn_afstand", False),
        )


class StartForm(forms.Form):
    """The day on which a training begins."""

    begin = DayField(
        label=_("First day of the training"), help_text=_("The first day of class, if you know it.")
    )

    def clean_begin(self) -> date | None:
        day: date | None = self.cleaned_data["begin"]
        if day and not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
            raise forms.ValidationError(_("Choose a day from this time."))
        return day
