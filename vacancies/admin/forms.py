"""What a moderator types about a rule constant; every refusal stands beside its field."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Professional
from vacancies.models import RuleConstant, Vacancy
from vacancies.moderation import constants, dating, queries, words
from vacancies.moderation.actions import NewNumber
from vacancies.moderation.constants import BadValueError
from vacancies.moderation.dating import Refusal, Span

NAMES = [("", "–"), *((name, name) for name in sorted(constants.EXPECTED))]


class ConstantForm(forms.ModelForm):
    """A row, judged together with all rows of its name as they are at this moment."""

    gap_is_meant = forms.BooleanField(
        label=_("Days without a row are meant"),
        required=False,
        help_text=_("Only when there is truly no number on the days between two rows."),
    )

    class Meta:
        model = RuleConstant
        fields = (
            *("name", "value", "unit", "valid_from", "valid_to"),
            *("source_title", "source_url"),
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "name" in self.fields:
            self.fields["name"] = forms.ChoiceField(label=_("name").capitalize(), choices=NAMES)

    def clean_value(self) -> str:
        value: str = self.cleaned_data["value"]
        name = self._typed("name")
        if not name or (self.instance.pk and value == self.initial.get("value")):
            return value
        return checked_value(name, value)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if not self.errors:
            self._hold_to_the_law()
        return typed

    def validate_constraints(self) -> None:
        """The law of dates says it with the day and beside the field."""

    def _hold_to_the_law(self) -> None:
        rows = list(queries.constants_named(self._typed("name")))
        own = Span(*(self._typed(name) for name in ("valid_from", "valid_to", "value", "unit")))
        after = [queries.span_of(row) for row in rows if row.pk != self.instance.pk]
        found = dating.refusals(
            [queries.span_of(row) for row in rows],
            [*after, own],
            today=timezone.localdate(),
            gap_is_meant=self.cleaned_data.get("gap_is_meant", False),
        )
        for refusal in found:
            self._tell(refusal, own)

    def _tell(self, refusal: Refusal, own: Span) -> None:
        field = refusal.field_of(own.valid_from)
        self.add_error(field if field in self.fields else None, words.refused(refusal))

    def _typed(self, name: str) -> Any:
        """What was typed, or for a cell that cannot be edited what it holds."""
        if name in self.fields:
            return self.cleaned_data.get(name)
        return getattr(self.instance, name)


class ReplaceForm(forms.Form):
    """The next number, the day on which it begins, and where that stands."""

    value = forms.CharField(label=_("New value"), max_length=40)
    starts_on = forms.DateField(
        label=_("Starting on"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Tomorrow at the earliest: what was answered today stays true all day."),
    )
    source_title = forms.CharField(
        label=_("Source"),
        max_length=200,
        help_text=_("Article and date of the text, such as WEB 4.2.1 lid 6, text of 1-8-2027."),
    )
    source_url = RuleConstant._meta.get_field("source_url").formfield(
        label=_("Address of the source")
    )

    def __init__(self, *args: Any, row: RuleConstant, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.row = row

    def clean_value(self) -> str:
        return checked_value(self.row.name, self.cleaned_data["value"])

    def clean_starts_on(self) -> date:
        day: date = self.cleaned_data["starts_on"]
        refusal = dating.outside(queries.span_of(self.row), day, timezone.localdate())
        if refusal:
            raise forms.ValidationError(words.refused(refusal))
        return day

    def new_number(self) -> NewNumber:
        typed = self.cleaned_data
        return NewNumber(
            value=typed["value"],
            starts_on=typed["starts_on"],
            source_title=typed["source_title"],
            source_url=typed["source_url"],
        )

    def refuse(self, refusals: Sequence[Refusal]) -> None:
        for refusal in refusals:
            self.add_error("starts_on", words.refused(refusal))


def checked_value(name: str, value: str) -> str:
    """The value as it is stored. Raises ValidationError that says how it is written."""
    try:
        return constants.cleaned(name, value)
    except BadValueError as error:
        raise forms.ValidationError(words.wanted(error.expected)) from error


class UndoForm(forms.Form):
    """Why a step is taken back: both sides read it."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Both sides read this on their timeline. At most 500 characters."),
        error_messages={"required": _("Write why, in at most 500 characters.")},
    )


class PairForm(forms.Form):
    """A vacancy and a person, as somebody names them in a question."""

    vacancy = forms.CharField(label=_("Code or address of the vacancy"), max_length=300, strip=True)
    person = forms.CharField(
        label=_("Mail address or number of the professional"), max_length=254, strip=True
    )

    def clean_vacancy(self) -> Vacancy:
        """The last part of an address ends in the code."""
        typed: str = self.cleaned_data["vacancy"]
        code = typed.rstrip("/").rpartition("/")[2].rpartition("-")[2]
        found = Vacancy.objects.filter(code__iexact=code).first()
        if found is None:
            raise forms.ValidationError(_("There is no vacancy with this code."))
        return found

    def clean_person(self) -> Professional:
        typed: str = self.cleaned_data["person"]
        by = {"user__email__iexact": typed} if "@" in typed else {"public_id": _uuid(typed)}
        found = Professional.objects.filter(**by).first()
        if found is None:
            raise forms.ValidationError(_("There is no professional with this address or number."))
        return found


def _uuid(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None
