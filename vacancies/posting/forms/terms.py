from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.enums import EmploymentForm, mask_of, values_of
from vacancies.enums import ContractLength, PayScale
from vacancies.models import Vacancy
from vacancies.posting.forms.section import SectionForm
from vacancies.posting.sections import Terms

SCALES = [("", _("Choose a scale")), *PayScale.choices]


class TermsForm(SectionForm):
    """4. Pay and contract."""

    needed = ("pay_scale_min", "pay_scale_max", "employment_forms", "contract_length")
    names_in_model = {"employment_forms": "employment_mask"}

    pay_scale_min = forms.ChoiceField(label=_("From scale"), choices=SCALES, required=False)
    pay_scale_max = forms.ChoiceField(label=_("to scale"), choices=SCALES, required=False)
    employment_forms = forms.MultipleChoiceField(
        label=_("How may somebody work here?"),
        choices=EmploymentForm.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Each form that you add reaches more people."),
    )
    contract_length = forms.ChoiceField(
        label=_("How long is the contract?"),
        choices=ContractLength.choices,
        required=False,
        widget=forms.RadioSelect,
    )

    def initial_of(self, vacancy: Vacancy) -> dict[str, Any]:
        names = ("pay_scale_min", "pay_scale_max", "contract_length")
        return {
            **{name: getattr(vacancy, name) for name in names},
            "employment_forms": values_of(EmploymentForm, vacancy.employment_mask),
        }

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        low, high = said.get("pay_scale_min"), said.get("pay_scale_max")
        if low and high and PayScale.values.index(high) < PayScale.values.index(low):
            self.add_error("pay_scale_max", gettext("Choose the same scale or a higher one."))
        return said

    def values(self) -> Terms:
        said = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        return Terms(employment_mask=mask_of(EmploymentForm, said.pop("employment_forms")), **said)
