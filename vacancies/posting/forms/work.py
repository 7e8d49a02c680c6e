from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.enums import FunctionKind
from accounts.models import Domain, Location
from portal.kit.forms import Chips, InlineRadios
from vacancies.enums import Track
from vacancies.models import Vacancy
from vacancies.models.vacancy import MAX_LOCATIONS
from vacancies.posting import queries
from vacancies.posting.forms.section import SectionForm, Text
from vacancies.posting.sections import Work
from vacancies.posting.texts import is_ground

NOT_SAID = ("", _("Not one level"))
NO_TRACK = ("", _("More than one"))


class WorkForm(SectionForm):
    """1. What the work is, and where."""

    needed = ("function_kind", "domains", "locations", "summary", "body")

    title = forms.CharField(
        label=_("Title"),
        max_length=90,
        help_text=_("The work and the trade, for example: Guest teacher of welding."),
    )
    function_kind = forms.ChoiceField(
        label=_("Function"), choices=FunctionKind.choices, required=False, widget=forms.RadioSelect
    )
    domains = forms.ModelMultipleChoiceField(
        label=_("Domain"), queryset=Domain.objects.none(), required=False, widget=Chips
    )
    level_taught = forms.TypedChoiceField(
        label=_("Level that you teach"),
        choices=[*((n, f"mbo {n}") for n in range(1, 5)), NOT_SAID],
        coerce=int,
        empty_value=None,
        required=False,
        widget=InlineRadios,
    )
    track = forms.ChoiceField(
        label=_("Learning track"),
        choices=[*Track.choices, NO_TRACK],
        required=False,
        widget=InlineRadios,
    )
    locations = forms.ModelMultipleChoiceField(
        label=_("Where"),
        queryset=Location.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    team = forms.CharField(
        label=_("Team"), max_length=80, required=False, help_text=_("For example: Metal, level 3.")
    )
    summary = Text(
        label=_("In one sentence"),
        rows=2,
        max_length=300,
        required=False,
        help_text=_("This is what people read first in a list."),
    )
    body = Text(
        label=_("The work"),
        rows=12,
        max_length=8000,
        required=False,
        help_text=_("Who are the students, what do they make, with whom do you teach?"),
    )
    wording_ground = Text(
        label=_("Why these words have to be here"),
        rows=2,
        max_length=500,
        required=False,
        help_text=_("Only for words that otherwise have to go. A moderator reads this."),
    )

    def prepare(self) -> None:
        self._choices("domains").queryset = queries.domains()
        places = queries.usable_locations(self.vacancy.institution)
        self._choices("locations").queryset = places
        self.fields["locations"].help_text = _("At most three.") if places[1:] else ""

    def initial_of(self, vacancy: Vacancy) -> dict[str, Any]:
        names = ("title", "function_kind", "track", "team", "summary", "body", "wording_ground")
        return {
            **{name: getattr(vacancy, name) for name in names},
            "level_taught": vacancy.level_taught or "",
            "domains": [row.pk for row in vacancy.domains.all()],
            "locations": [row.pk for row in vacancy.locations.all()],
        }

    def clean_locations(self) -> Any:
        chosen = self.cleaned_data["locations"]
        if len(chosen) > MAX_LOCATIONS:
            raise ValidationError(_("Choose at most three locations."))
        return chosen

    def clean_wording_ground(self) -> str:
        ground: str = self.cleaned_data["wording_ground"]
        if ground and not is_ground(ground):
            raise ValidationError(_("Write in one sentence which work asks for these words."))
        return ground

    def values(self) -> Work:
        said = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        said["domains"] = tuple(said["domains"])
        said["locations"] = tuple(said["locations"])
        return Work(**said)

    def _choices(self, name: str) -> Any:
        return self.fields[name]
