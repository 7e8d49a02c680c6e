from django import forms
from django.utils.translation import gettext_lazy as _

from vacancies.enums import DismissReason


class DismissForm(forms.Form):
    """Why a match is not relevant: one of a short list that says what could change."""

    reason = forms.ChoiceField(
        label=_("What does not fit?"),
        choices=DismissReason.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose what does not fit."),
            "invalid_choice": _("Choose one of these."),
        },
    )
