"""The small forms: begin, send in, extend, close."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vacancies.enums import Outcome
from vacancies.models import Vacancy
from vacancies.posting.completeness import CLOSING_MAX, closing_error
from vacancies.posting.forms.section import Day, Text

OUTCOMES = [(value, label) for value, label in Outcome.choices if value != Outcome.EXPIRED]


class TitleForm(forms.Form):
    title = forms.CharField(
        label=_("What is the vacancy called?"),
        max_length=90,
        help_text=_("The work and the trade. You can change it later."),
    )


class ConfirmForm(forms.Form):
    """Nothing to fill in: the button is the answer."""

    def __init__(self, vacancy: Vacancy, data: Any = None) -> None:
        self.vacancy = vacancy
        super().__init__(data)


class ExtendForm(ConfirmForm):
    closes_on = Day(label=_("New closing date"))

    def __init__(self, vacancy: Vacancy, data: Any = None) -> None:
        super().__init__(vacancy, data)
        today = timezone.localdate()
        self.fields["closes_on"].widget.attrs |= {
            "min": today.isoformat(),
            "max": (today + CLOSING_MAX).isoformat(),
        }

    def clean_closes_on(self) -> date:
        closes_on: date = self.cleaned_data["closes_on"]
        error = closing_error(closes_on, timezone.localdate())
        if error:
            raise ValidationError(error)
        return closes_on


class CloseForm(ConfirmForm):
    outcome = forms.ChoiceField(
        label=_("How did it end?"),
        choices=OUTCOMES,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it ended.")},
    )


class SubmitForm(ConfirmForm):
    ground = Text(
        label=_("Why these words have to be here"),
        rows=3,
        max_length=500,
        required=False,
        help_text=_("One sentence. A moderator reads it and decides."),
    )

    def __init__(self, vacancy: Vacancy, data: Any = None) -> None:
        super().__init__(vacancy, data)
        self.initial["ground"] = vacancy.wording_ground
