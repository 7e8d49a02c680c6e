from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.enums import HolidayRegion, InstitutionKind, Role
from accounts.models import Institution, Location
from accounts.organisations import queries
from accounts.taxonomy.fields import PlaceField


class SearchForm(forms.Form):
    q = forms.CharField(
        label=_("Name of your school"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "organization"}),
    )


class NameForm(forms.Form):
    """Colleagues and applicants see who they deal with."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Write your name.")},
    )


class InstitutionRequestForm(forms.ModelForm):
    my_name = forms.CharField(
        label=_("Your name"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    kind = forms.ChoiceField(
        label=_("Kind"), choices=InstitutionKind.choices, widget=forms.RadioSelect
    )
    holiday_region = forms.ChoiceField(
        label=_("Holiday region"), choices=HolidayRegion.choices, widget=forms.RadioSelect
    )

    class Meta:
        model = Institution
        fields = ["name", "kind", "holiday_region", "website", "brin"]
        labels = {"name": _("Name of the school or organisation")}
        help_texts = {
            "website": _("We look there to see that the school is real."),
            "brin": _("If you know it. Two digits and two capitals."),
        }

    field_order = ["my_name", "name", "kind", "holiday_region", "website", "brin"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["website"].required = True

    def clean_brin(self) -> str:
        return str(self.cleaned_data["brin"]).upper()

    def clean_name(self) -> str:
        name = str(self.cleaned_data["name"]).strip()
        if queries.institutions_like(name).filter(name__iexact=name).exists():
            raise forms.ValidationError(_("This school is already in the list. Choose it there."))
        return name


class SettingsForm(forms.ModelForm):
    version = forms.IntegerField(widget=forms.HiddenInput)
    holiday_region = forms.ChoiceField(
        label=_("Holiday region"), choices=HolidayRegion.choices, widget=forms.RadioSelect
    )

    class Meta:
        model = Institution
        fields = ["website", "kvk", "holiday_region", "prep_factor"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = self.instance.version

    def changes(self) -> dict[str, Any]:
        """The values of the school's own fields, to be written by the action."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class LocationForm(forms.ModelForm):
    place = PlaceField(label=_("Place"))

    class Meta:
        model = Location
        fields = ["name", "address", "postcode", "place"]
        help_texts = {"name": _("As colleagues call it, for example Mozartlaan.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["place"] = self.instance.place

    def clean_postcode(self) -> str:
        return str(self.cleaned_data["postcode"]).upper()


class InviteForm(forms.Form):
    email = forms.EmailField(
        label=_("E-mail address of your colleague"),
        max_length=254,
        error_messages={
            "invalid": _("This is not an e-mail address. It looks like name@example.nl.")
        },
    )
    role = forms.ChoiceField(
        label=_("What may this colleague do?"),
        widget=forms.RadioSelect,
        choices=[
            (Role.RECRUITER, _("Recruiter: write vacancies and see who fits")),
            (Role.VIEWER, _("Viewer: read vacancies only")),
            (Role.OWNER, _("Owner: all that, and manage colleagues")),
        ],
        error_messages={"required": _("Choose what your colleague may do.")},
    )


class RoleForm(forms.Form):
    role = forms.ChoiceField(choices=Role.choices)
