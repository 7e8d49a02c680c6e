from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.kit.forms import DayField, InlineRadios
from vacancies.enums import ModuleState, SubsidyStatus
from vacancies.training.grants.queries import GrantRow, PartRow
from vacancies.training.grants.words import STEP_LABELS

LARGEST = 1_000_000


class PapersForm(forms.Form):
    """Which papers of the checklist are there."""

    papers = forms.MultipleChoiceField(
        label=_("What is there already?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: QueryDict | None = None, *, row: GrantRow) -> None:
        initial = {"papers": [paper.key for paper in row.papers if paper.is_there]}
        super().__init__(data, initial=initial, prefix=f"papers-{row.case.pk}")
        choices = [(paper.key, paper.text) for paper in row.papers]
        self.fields["papers"].choices = choices  # type: ignore[attr-defined]


class StepForm(forms.Form):
    """The next step of a grant, and the day on which it was taken."""

    target = forms.ChoiceField(
        label=_("What happened?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose what happened."),
            "invalid_choice": _("A colleague changed this meanwhile. Look at what stands now."),
        },
    )
    on = DayField(label=_("On which day?"), help_text=_("Empty is today."))
    amount = forms.IntegerField(
        label=_("Amount in euros"),
        required=False,
        min_value=1,
        max_value=LARGEST,
        help_text=_("Only when it is granted."),
    )

    def __init__(self, data: QueryDict | None = None, *, row: GrantRow) -> None:
        super().__init__(data, prefix=f"step-{row.case.pk}")
        self.row = row
        choices = [(state, STEP_LABELS[state]) for state in row.next_states]
        self.fields["target"].choices = choices  # type: ignore[attr-defined]
        if SubsidyStatus.GRANTED not in row.next_states:
            del self.fields["amount"]

    def clean_on(self) -> date | None:
        day: date | None = self.cleaned_data["on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come."))
        if day and day < self.row.case.opens_on:
            raise forms.ValidationError(_("This is before the first day to ask. Look at the year."))
        return day

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        is_granted = said.get("target") == SubsidyStatus.GRANTED
        if is_granted and not said.get("amount") and "amount" not in self.errors:
            self.add_error("amount", _("Write the amount of the decision."))
        return said


class PartsForm(forms.Form):
    """Each part of the course: to do, exempt or done."""

    def __init__(self, data: QueryDict | None = None, *, parts: Sequence[PartRow]) -> None:
        super().__init__(data)
        for part in parts:
            known = [
                (state, label)
                for state, label in ModuleState.choices
                if state != ModuleState.EXEMPT or part.module.may_be_exempt
            ]
            self.fields[f"part_{part.module.pk}"] = forms.ChoiceField(
                label=str(part.module), choices=known, initial=part.state, widget=InlineRadios
            )

    @property
    def states(self) -> dict[int, str]:
        """The state for each module; after `is_valid()`."""
        return {int(name.removeprefix("part_")): state for name, state in self.cleaned_data.items()}
