"""What professional and school fill in: whom to ask, what changes, the terms of lending."""

from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models.organisation import kvk_validator
from portal.kit.forms import (
    AmountInput,
    DayField,
    DayPartsField,
    InlineRadios,
    RefusableForm,
    WeekGridWidget,
    WeekHoursField,
)
from portal.kit.refusals import RefusedError
from vacancies.employers.actions import Ask, Change, Terms
from vacancies.enums import EmployerScope, LendingBasis, LendingFee
from vacancies.models import EmployerRequest, LendingTerms, Placement
from vacancies.placement.offer import LENT, Group
from vacancies.routes.words import route_label

OWN, WORK = "own", "work"


class ContactForm(RefusableForm):
    """Who the employer is and who decides there."""

    employer = forms.CharField(label=_("Employer"), max_length=120)
    kvk = forms.CharField(
        label=_("KvK number"),
        max_length=8,
        required=False,
        validators=[kvk_validator],
        help_text=_("Eight digits. Useful for an agreement."),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    contact_name = forms.CharField(
        label=_("Who can decide"),
        max_length=80,
        help_text=_("Your manager, or somebody of HR. Tell this person first that a mail comes."),
    )
    contact_email = forms.EmailField(
        label=_("E-mail address of this person"),
        max_length=254,
        help_text=_("Look twice: who has the link reads your name and your plan."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, initial=0, min_value=0)

    def __init__(self, row: EmployerRequest | None, *args: Any, **kwargs: Any) -> None:
        names = ("employer", "kvk", "contact_name", "contact_email", "scope", "version")
        initial = {name: getattr(row, name) for name in names} if row else {}
        kwargs["initial"] = initial | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)

    def clean_employer(self) -> str:
        return " ".join(self.cleaned_data["employer"].split())

    def clean_contact_name(self) -> str:
        return " ".join(self.cleaned_data["contact_name"].split())

    @property
    def ask(self) -> Ask:
        """Of a form that is valid; scope and travel are not asked here."""
        told = self.cleaned_data
        names = ("employer", "kvk", "contact_name", "contact_email")
        return Ask(scope="", **{name: told[name] for name in names})


class AskForm(ContactForm):
    """The whole question."""

    scope = forms.ChoiceField(
        label=_("What do you ask?"),
        choices=[
            (EmployerScope.SIDE_WORK, _("Side work: I work for the school beside my job")),
            (EmployerScope.LENDING, _("Lending: my employer lends me to the school")),
        ],
        widget=forms.RadioSelect,
    )
    travel = forms.ChoiceField(
        label=_("Travel and preparation"),
        choices=[(OWN, _("In my own time")), (WORK, _("In the time of my employer too"))],
        widget=InlineRadios(),
    )
    field_order = ("employer", "kvk", "contact_name", "contact_email", "scope", "travel", "version")

    def __init__(
        self, placement: Placement, row: EmployerRequest | None, *args: Any, **kwargs: Any
    ) -> None:
        is_lent = placement.employment_form in LENT
        scope = EmployerScope.LENDING if is_lent else EmployerScope.SIDE_WORK
        is_own = row.travel_in_own_time if row else not is_lent
        initial = {"travel": OWN if is_own else WORK} | ({} if row else {"scope": scope})
        super().__init__(row, *args, initial=initial, **kwargs)

    @property
    def ask(self) -> Ask:
        told = self.cleaned_data
        names = ("employer", "kvk", "contact_name", "contact_email", "scope")
        travel = told["travel"] == OWN
        return Ask(travel_in_own_time=travel, **{name: told[name] for name in names})


class ChangeForm(RefusableForm):
    """The time of the work, before the first day; one number of hours for each route."""

    day_parts = DayPartsField(label=_("Day-parts"), widget=WeekGridWidget(style="school"))
    starts_on = DayField(label=_("First day"))
    ends_on = DayField(label=_("Last day"), help_text=_("Leave open when there is none yet."))
    coach = forms.CharField(
        label=_("Coach"),
        max_length=80,
        required=False,
        help_text=_("Another name here asks nobody anew."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(
        self, row: Placement, groups: list[Group], *args: Any, mask: int = 0, **kwargs: Any
    ) -> None:
        initial = {
            "day_parts": mask or row.day_parts_mask,
            "starts_on": row.starts_on,
            "ends_on": row.ends_on,
            "coach": row.coach,
            "version": row.version,
        }
        kwargs["initial"] = initial
        super().__init__(*args, **kwargs)
        self.fields["starts_on"].required = self.fields["starts_on"].widget.is_required = True
        self.fields["starts_on"].error_messages["required"] = str(_("Fill in the first day."))
        self.hours = [f"hours_{number}" for number in range(len(groups))]
        for name, group in zip(self.hours, groups, strict=True):
            self.fields[name] = _hours_field(group, is_only=len(groups) == 1)
        self.order_fields(["day_parts", *self.hours, "starts_on", "ends_on", "coach"])

    def refuse(self, refusal: RefusedError) -> None:
        if refusal.field == "week_hours":
            number = getattr(refusal, "number", 0)
            refusal.field = self.hours[min(number, len(self.hours) - 1)]
        super().refuse(refusal)

    @property
    def change(self) -> Change:
        told = self.cleaned_data
        return Change(
            day_parts_mask=told["day_parts"],
            starts_on=told["starts_on"],
            ends_on=told["ends_on"],
            week_hours=tuple(told[name] for name in self.hours),
            coach=" ".join(told["coach"].split()),
        )


class LendingForm(RefusableForm):
    """The fields of a lending agreement that nothing else knows."""

    basis = forms.ChoiceField(
        label=_("On what ground does the employer lend?"),
        choices=LendingBasis.choices,
        widget=forms.RadioSelect,
    )
    admission_number = forms.CharField(
        label=_("Wtta number, or why none is needed"), max_length=80, required=False
    )
    fee = forms.ChoiceField(
        label=_("What does the school pay the employer?"),
        choices=LendingFee.choices,
        widget=forms.RadioSelect,
    )
    fee_percent = forms.DecimalField(
        label=_("Percentage above the wage cost"),
        required=False,
        min_value=Decimal(0),
        max_value=Decimal(100),
        max_digits=4,
        decimal_places=1,
        widget=AmountInput(attrs={"step": "0.5"}),
    )
    notice_months = forms.IntegerField(
        label=_("Months of notice for extending or ending"), min_value=0, max_value=12
    )
    supervised_by = forms.CharField(
        label=_("Who at the school leads and supervises?"), max_length=80, required=False
    )
    remarks = forms.CharField(
        label=_("Further agreements"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, row: LendingTerms | None, *args: Any, **kwargs: Any) -> None:
        names = (*Terms.__dataclass_fields__, "version")
        known = {name: getattr(row, name) for name in names} if row else FIRST_TERMS
        kwargs["initial"] = known
        super().__init__(*args, **kwargs)

    @property
    def terms(self) -> Terms:
        told = self.cleaned_data
        names = ("basis", "admission_number", "fee", "notice_months", "supervised_by", "remarks")
        percent = told["fee_percent"] or Decimal(0)
        return Terms(fee_percent=percent, **{name: told[name] for name in names})


FIRST_TERMS: Final = {"fee": LendingFee.NONE, "notice_months": 1, "version": 0}


def _hours_field(group: Group, *, is_only: bool) -> WeekHoursField:
    label = _("Clock hours a week")
    return WeekHoursField(
        label=label if is_only else f"{label}, {route_label(group.route)}",
        least="1",
        initial=group.first.week_hours,
    )
