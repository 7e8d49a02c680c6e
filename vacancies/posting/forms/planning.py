from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vacancies.models import Vacancy
from vacancies.posting.completeness import answer_error, closing_error
from vacancies.posting.forms.section import Day, SectionForm, Text
from vacancies.posting.sections import Planning

PHONE = RegexValidator(
    r"^\+?[0-9][0-9 ()-]{7,18}$", _("Write a phone number in figures, like 038 123 45 67.")
)


class PlanningForm(SectionForm):
    """5. Closing date, answer, and who to call."""

    needed = ("closes_on", "answer_by", "after_closing", "contact_name")

    closes_on = Day(
        label=_("Closing date"),
        required=False,
        help_text=_("At most 90 days from today. You can move it later."),
    )
    answer_by = Day(
        label=_("Everybody has an answer on"),
        required=False,
        help_text=_("At most 28 days after the closing date. Everybody sees this date."),
    )
    after_closing = Text(
        label=_("What happens after the closing date?"),
        rows=4,
        max_length=1000,
        required=False,
        help_text=_(
            "For example: we read everything in a week and then invite for a trial lesson."
        ),
    )
    contact_name = forms.CharField(label=_("Who answers questions?"), max_length=80, required=False)
    contact_email = forms.EmailField(label=_("E-mail address"), required=False)
    contact_phone = forms.CharField(
        label=_("Phone number"), max_length=20, required=False, validators=[PHONE]
    )
    no_acquisition = forms.BooleanField(
        label=_("No calls from agencies, please"),
        required=False,
        help_text=_("Only people who are signed in see the contact then."),
    )

    def initial_of(self, vacancy: Vacancy) -> dict[str, Any]:
        return {name: getattr(vacancy, name) for name in Planning.__dataclass_fields__}

    def clean_closes_on(self) -> date | None:
        closes_on: date | None = self.cleaned_data["closes_on"]
        error = closing_error(closes_on, timezone.localdate())
        if error:
            raise ValidationError(error)
        return closes_on

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        error = answer_error(said.get("closes_on"), said.get("answer_by"))
        if error:
            self.add_error("answer_by", error)
        return said

    def values(self) -> Planning:
        return Planning(**{name: self.cleaned_data[name] for name in Planning.__dataclass_fields__})
