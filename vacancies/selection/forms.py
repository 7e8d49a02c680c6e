"""What a colleague chooses and writes in the list."""

from collections.abc import Iterable

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from vacancies.enums import ApplicationStatus
from vacancies.models import Vacancy
from vacancies.selection.filters import Filters, Turn
from vacancies.selection.texts import unknown_places

PLACES_HELP = _("{voornaam}, {naam}, {vacature} and {school} are filled in for each person.")
ALL: list[tuple[str, str | Promise]] = [("", _("All"))]
STATES = [
    (state.value, state.label)
    for state in ApplicationStatus
    if state != ApplicationStatus.WITHDRAWN
]
TURNS = [(Turn.SCHOOL.value, _("Us")), (Turn.PROFESSIONAL.value, _("The professional"))]


class FilterForm(forms.Form):
    """Which people stand in the list; a choice that does not exist chooses nothing."""

    vacature = forms.ChoiceField(label=_("Vacancy"), required=False)
    staat = forms.ChoiceField(label=_("State"), choices=[*ALL, *STATES], required=False)
    wacht = forms.ChoiceField(label=_("Waits for"), choices=[*ALL, *TURNS], required=False)
    ongelezen = forms.BooleanField(label=_("Only with an unread message"), required=False)

    def __init__(self, data: object, *, vacancies: Iterable[Vacancy]) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        own = [(row.code, f"{row.title} ({row.people})") for row in vacancies]  # type: ignore[attr-defined]
        self.fields["vacature"].choices = [*ALL, *own]  # type: ignore[attr-defined]
        self.is_valid()

    @property
    def filters(self) -> Filters:
        told = self.cleaned_data
        return Filters(
            vacancy=told.get("vacature", ""),
            status=told.get("staat", ""),
            turn=told.get("wacht", ""),
            only_unread=told.get("ongelezen", False),
        )


class DeclineForm(forms.Form):
    """The words of a no, with places for a name."""

    text = forms.CharField(
        label=_("Your message"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=PLACES_HELP,
        error_messages={
            "required": _("Write a few honest words. Nobody gets a no without any."),
            "max_length": _("Your message is too long. At most 2,000 characters."),
        },
    )

    def clean_text(self) -> str:
        return checked(self.cleaned_data["text"])


class TemplateForm(forms.Form):
    """A text that the school often sends."""

    name = forms.CharField(
        label=_("Name of the text"),
        max_length=60,
        help_text=_("Only you and your colleagues see this."),
    )
    text = forms.CharField(
        label=_("Text"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=PLACES_HELP,
        error_messages={"max_length": _("Your text is too long. At most 2,000 characters.")},
    )
    is_for_declining = forms.BooleanField(
        label=_("For “not further”"),
        required=False,
        help_text=_("Then you can choose it when you go no further with somebody."),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_text(self) -> str:
        return checked(self.cleaned_data["text"])


class AskForm(forms.Form):
    """Whom to ask."""

    email = forms.EmailField(
        label=_("E-mail address of your colleague"),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        help_text=_("Of your own school. Your colleague needs no account."),
    )


class OpinionForm(forms.Form):
    """Yes or no, and why."""

    is_yes = forms.TypedChoiceField(
        label=_("Would you like to go on with this person?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes or no.")},
    )
    note = forms.CharField(
        label=_("Why?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The professional may ask to read this. At most 500 characters."),
        error_messages={"max_length": _("Your explanation is too long. At most 500 characters.")},
    )


def checked(text: str) -> str:
    """The same text; refused while something between braces cannot be filled in."""
    unknown = unknown_places(text)
    if unknown:
        names = ", ".join(f"{{{name}}}" for name in unknown)
        raise ValidationError(
            said("%(names)s cannot be filled in. Choose from the words above.") % {"names": names}
        )
    return text
