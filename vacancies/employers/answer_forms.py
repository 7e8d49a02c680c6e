"""What an employer fills in on its page; the name that is typed is the evidence."""

from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.kit.forms import AmountInput, DayPartsField, WeekGridWidget
from vacancies.employers.actions.answering import Conditions
from vacancies.employers.words import is_ground_in_law
from vacancies.enums import RefusalGround

NAMED: Final = {"autocomplete": "name"}


class AnswerForm(forms.Form):
    """What every answer has: a name, and which version of the question it is about."""

    name = forms.CharField(label=_("Your name"), max_length=80, widget=forms.TextInput(attrs=NAMED))
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())


class AgreeForm(AnswerForm):
    """Yes, with conditions if there are any."""

    asks_confidentiality = forms.BooleanField(
        label=_("What is confidential at work stays at work"), required=False
    )
    asks_no_recruiting = forms.BooleanField(
        label=_("The school does not recruit other people of ours"), required=False
    )
    may_call_back = forms.BooleanField(
        label=_("In need we may call back to our own work"), required=False
    )
    conditions = forms.CharField(
        label=_("Something else"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    field_order = (
        *("asks_confidentiality", "asks_no_recruiting", "may_call_back", "conditions"),
        *("name", "version"),
    )

    @property
    def asked(self) -> Conditions:
        told = self.cleaned_data
        return Conditions(**{name: told[name] for name in Conditions.__dataclass_fields__})


class RefuseForm(AnswerForm):
    """No, with the objective reason; for lending any of these will do."""

    ground = forms.ChoiceField(
        label=_("The reason"),
        choices=RefusalGround.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a reason.")},
    )
    note = forms.CharField(
        label=_("Explanation"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Your employee reads this. The school does not."),
    )
    all_the_same = forms.BooleanField(
        label=_("I say no for this reason all the same"), required=False
    )
    field_order = ("ground", "all_the_same", "note", "name", "version")

    def __init__(self, *args: Any, is_lending: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_lending = is_lending
        if is_lending or not self.is_about_planning:
            del self.fields["all_the_same"]

    @property
    def is_about_planning(self) -> bool:
        """Whether a reason was chosen that the law does not know."""
        chosen = self.data.get(self.add_prefix("ground"), "") if self.is_bound else ""
        return bool(chosen) and not is_ground_in_law(chosen)

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if "all_the_same" in self.fields and not told.get("all_the_same"):
            text = _(
                "The law does not know this as a reason to forbid side work. Would other day-parts"
                " do? Then propose those."
            )
            self.add_error("ground", text)
        return told


class CounterForm(AnswerForm):
    """Other day-parts."""

    day_parts = DayPartsField(
        label=_("Which day-parts would do?"),
        widget=WeekGridWidget(legend=False),
    )
    note = forms.CharField(
        label=_("Explanation"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    field_order = ("day_parts", "note", "name", "version")


class OwnHoursForm(forms.Form):
    """Only to add up: nothing of it is kept."""

    uren = forms.DecimalField(
        label=_("Hours a week with you"),
        min_value=Decimal(0),
        max_value=Decimal(80),
        max_digits=3,
        decimal_places=1,
        widget=AmountInput(attrs={"step": "0.5", "inputmode": "decimal"}),
    )
