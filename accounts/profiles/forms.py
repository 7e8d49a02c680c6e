"""One form a step. Anything may stay open; nothing is filled in that the person did not tell."""

import re
from abc import abstractmethod
from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from accounts.availability.fields import VersionedForm, WeekFields, week_initial
from accounts.enums import EmploymentForm, Frequency, FunctionKind, Level
from accounts.models import Domain, Institution, Professional
from accounts.profiles import queries, words
from accounts.taxonomy.fields import CompetenceField, CompetencePicker, PickerForm, PlaceField
from portal.kit.forms import Chips, InlineRadios

REVEALING = re.compile(r"@|\d{6,}|www\.|https?:", re.IGNORECASE)
PHONE = re.compile(r"^\+?[\d\s().-]+$")
CHOOSE = {"invalid_choice": _("Choose from the list.")}


class StepForm(VersionedForm):
    """What all steps share: they show what is stored, at a version."""

    def __init__(self, professional: Professional, data: Any = None) -> None:
        initial = {**self.told(professional), "version": professional.version}
        super().__init__(data, initial=initial)
        for field in self.fields.values():
            if "invalid_choice" in field.error_messages:
                field.error_messages.update(CHOOSE)

    @abstractmethod
    def told(self, professional: Professional) -> dict[str, Any]:
        """What is stored, as the form shows it."""


class TradeForm(StepForm, PickerForm):
    occupation = forms.CharField(
        label=_("Your trade"),
        help_text=_(
            "For example: welder, nurse, software developer. A school reads this before it "
            "knows your name, so leave out your employer."
        ),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )
    domains = forms.ModelMultipleChoiceField(
        label=_("In which domains do you work?"),
        help_text=_("One or two is usual."),
        queryset=Domain.objects.all(),
        required=False,
        widget=Chips,
        error_messages={"invalid_pk_value": CHOOSE["invalid_choice"]},
    )
    competences = CompetenceField(
        label=_("What can you do?"),
        help_text=_("Type a word for it. Other words for the same are found too."),
        required=False,
    )
    years_experience = forms.IntegerField(
        label=_("How many years have you done this work?"),
        min_value=0,
        max_value=60,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 4}),
        error_messages={
            "invalid": _("Write whole years, for example 12."),
            "min_value": _("Write whole years, for example 12."),
            "max_value": _("Nobody works longer than 60 years. Check the number."),
        },
    )

    def __init__(self, professional: Professional, data: Any = None) -> None:
        super().__init__(professional, data)
        picker = cast(CompetencePicker, self.fields["competences"].widget)
        picker.near = _domains_in(data) if data else professional.domains.all()

    def told(self, professional: Professional) -> dict[str, Any]:
        return {
            "occupation": professional.occupation,
            "domains": professional.domains.all(),
            "competences": professional.competences.all(),
            "years_experience": professional.years_experience,
        }

    def clean_occupation(self) -> str:
        text = " ".join(self.cleaned_data["occupation"].split())
        if REVEALING.search(text):
            raise ValidationError(
                _("Leave out addresses and numbers: a school reads this before it knows your name.")
            )
        return text


class FunctionsForm(StepForm):
    functions = forms.MultipleChoiceField(
        label=_("What do you want to do?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    level = forms.TypedChoiceField(
        label=_("What is your highest diploma?"),
        help_text=_("A foreign diploma: choose what it is worth here, as far as you know."),
        choices=Level.choices,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    dutch_level = forms.TypedChoiceField(
        label=_("How well do you speak Dutch?"),
        choices=words.DUTCH_LEVELS,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    willing_to_train = forms.TypedChoiceField(
        label=_("Do you want to learn to teach?"),
        help_text=_(
            "From a few evenings to a course of two years. The school says which and pays."
        ),
        choices=[("yes", _("Yes")), ("no", _("No, not now"))],
        coerce=lambda value: value == "yes",
        empty_value=None,
        required=False,
        widget=InlineRadios,
    )

    def __init__(self, professional: Professional, data: Any = None) -> None:
        super().__init__(professional, data)
        field = cast(forms.MultipleChoiceField, self.fields["functions"])
        field.choices = _explained(FunctionKind, words.FUNCTIONS)

    def told(self, professional: Professional) -> dict[str, Any]:
        willing = {True: "yes", False: "no", None: None}[professional.willing_to_train]
        return {
            "functions": professional.functions,
            "level": professional.level,
            "dutch_level": professional.dutch_level,
            "willing_to_train": willing,
        }


class WeekStepForm(StepForm, WeekFields):
    def told(self, professional: Professional) -> dict[str, Any]:
        return week_initial(professional)

    def kept(self) -> dict[str, Any]:
        cleaned = super().kept()
        return {"day_parts_mask": cleaned.pop("day_parts"), **cleaned}


class PlaceForm(StepForm):
    place = PlaceField(
        label=_("Where do you live?"),
        help_text=_("Only the place, no street. Before your yes a school sees the province only."),
        required=False,
    )
    max_distance_km = forms.IntegerField(
        label=_("How many kilometres do you want to travel at most?"),
        help_text=_("One way, in a straight line."),
        min_value=1,
        max_value=300,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 4}),
        error_messages={
            "invalid": _("Write whole kilometres, for example 25."),
            "min_value": _("Write at least 1 kilometre."),
            "max_value": _("Write at most 300 kilometres: that is the whole country."),
        },
    )

    def told(self, professional: Professional) -> dict[str, Any]:
        return {"place": professional.place, "max_distance_km": professional.max_distance_km}


class EmploymentStepForm(StepForm):
    employment_forms = forms.MultipleChoiceField(
        label=_("Which of these is possible for you?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, professional: Professional, data: Any = None) -> None:
        super().__init__(professional, data)
        field = cast(forms.MultipleChoiceField, self.fields["employment_forms"])
        field.choices = _explained(EmploymentForm, words.EMPLOYMENT_FORMS)

    def told(self, professional: Professional) -> dict[str, Any]:
        return {"employment_forms": professional.employment_forms}


class ContactForm(StepForm):
    name = forms.CharField(
        label=_("Your name"),
        help_text=_("As you want to be called."),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    phone = forms.CharField(
        label=_("Your phone number"),
        help_text=_("Schools like to call. Without it they write."),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )

    def told(self, professional: Professional) -> dict[str, Any]:
        return {"name": professional.user.name, "phone": professional.phone}

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    def clean_phone(self) -> str:
        phone = " ".join(self.cleaned_data["phone"].split())
        digits = sum(c.isdigit() for c in phone)
        if phone and not (PHONE.match(phone) and 9 <= digits <= 15):
            raise ValidationError(_("Write a phone number, for example 06 12345678."))
        return phone


class MessagesForm(StepForm):
    frequency = forms.ChoiceField(
        label=_("How often may we mail you about vacancies that fit?"),
        help_text=_(
            "By choosing you give permission for these mails. In every mail you can stop them."
        ),
        choices=Frequency.choices,
        required=False,
        widget=forms.RadioSelect,
    )

    def told(self, professional: Professional) -> dict[str, Any]:
        return {"frequency": queries.frequency_chosen(professional.user)}


class ShowForm(forms.Form):
    consent = forms.BooleanField(
        label=_(
            "Yes, schools that look for people may see my profile, without my name and contact."
        ),
        error_messages={"required": _("Tick this first. Without your yes we show nothing.")},
    )


class HideForm(forms.Form):
    """Which school: one that is there."""

    institution = forms.ModelChoiceField(queryset=Institution.objects.all())


def _explained(kind: Any, texts: dict[str, Any]) -> list[tuple[str, Any]]:
    line = '{}<span class="choice-help">{}</span>'
    return [(value, format_html(line, label, texts[value])) for value, label in kind.choices]


def _domains_in(data: Any) -> Iterable[Domain]:
    sent = data.getlist("domains")[:60] if hasattr(data, "getlist") else []
    return Domain.objects.filter(pk__in=[pk for pk in sent if pk.isdecimal() and len(pk) < 12])
