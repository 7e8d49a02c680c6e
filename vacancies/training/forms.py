"""The forms of the steps and of what is agreed. Each carries the version that its reader saw."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from portal.kit.forms import DayField, DayPartsField, RefusableForm, WeekGridWidget, WeekHoursField
from vacancies.enums import StopReason
from vacancies.lifecycles import Side
from vacancies.models import CourseStart, Trajectory
from vacancies.training import actions
from vacancies.training.actions import Agreements

EMPTY_DAY: Final = _("Fill in the day.")


def day_field(label: Any, help_text: Any = "", *, today: bool = False) -> DayField:
    """A day that cannot stay open."""
    field = DayField(label=label, help_text=help_text)
    field.required = field.widget.is_required = True
    field.error_messages["required"] = EMPTY_DAY
    if today:
        field.initial = timezone.localdate
    return field


def reason_field(label: Any, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write why. The other side reads it.")},
    )


class SeenForm(RefusableForm):
    """What was seen of the trajectory goes with it."""

    seen = forms.IntegerField(widget=forms.HiddenInput)


class StepForm(SeenForm):
    """A step that asks nothing but itself."""

    def __init__(self, row: Trajectory, verb: str, side: Side, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = row.version
        self.row, self.verb, self.side = row, verb, side

    def take(self, by: User) -> Trajectory:
        """Raises what the action raises."""
        return actions.take(
            self.row, self.verb, side=self.side, by=by, seen=self.seen_version, **self.words
        )

    @property
    def seen_version(self) -> int:
        return int(self.cleaned_data["seen"])

    @property
    def words(self) -> dict[str, str]:
        return {}


class RejectForm(StepForm):
    reason = reason_field(_("What did the provider say?"))

    @property
    def words(self) -> dict[str, str]:
        return {"reason": self.cleaned_data["reason"]}


class RefuseForm(StepForm):
    reason = reason_field(
        _("Why does the board not sign?"),
        _("About the work, not about health or family. The professional reads this."),
    )

    def take(self, by: User) -> Trajectory:
        reason = self.cleaned_data["reason"]
        return actions.refuse_statement(self.row, reason=reason, by=by, seen=self.seen_version)


class AppointForm(StepForm):
    appointed_on = day_field(
        _("Appointed from"), _("Both clocks run from this day. It may still be to come.")
    )
    is_signed = forms.BooleanField(
        label=_("The contract or the lending agreement is signed"), required=False
    )

    def __init__(self, row: Trajectory, *args: Any, **kwargs: Any) -> None:
        super().__init__(row, *args, **kwargs)
        self.fields["appointed_on"].initial = row.starts_on

    def take(self, by: User) -> Trajectory:
        told = self.cleaned_data
        return actions.appoint(
            self.row,
            appointed_on=told["appointed_on"],
            is_signed=told["is_signed"],
            by=by,
            seen=self.seen_version,
        )


class AgreementForm(StepForm):
    signed_on = day_field(
        _("Signed on"), _("By the school, the provider and the professional."), today=True
    )

    def take(self, by: User) -> Trajectory:
        day = self.cleaned_data["signed_on"]
        return actions.sign_agreement(self.row, signed_on=day, by=by, seen=self.seen_version)


class ExtendForm(StepForm):
    until = day_field(_("Extended until"))
    reason = reason_field(
        _("Why is more time needed?"),
        _("The law asks this in writing. About the training, not about health or family."),
    )
    agreed_until = DayField(
        label=_("New last day of the agreement on the PDG"),
        help_text=_("Only when that day moves too. Its agreement is of three: all sign."),
    )
    all_signed = forms.BooleanField(
        label=_("School, provider and professional signed the new agreement"), required=False
    )

    def take(self, by: User) -> Trajectory:
        told = self.cleaned_data
        names = ("until", "reason", "agreed_until", "all_signed")
        values = {name: told[name] for name in names}
        return actions.extend(self.row, by=by, seen=self.seen_version, **values)


class PauseForm(StepForm):
    starts_on = day_field(_("First day of the pause"), today=True)

    def take(self, by: User) -> Trajectory:
        day = self.cleaned_data["starts_on"]
        return actions.pause(self.row, starts_on=day, by=by, seen=self.seen_version)


class ResumeForm(StepForm):
    on = day_field(_("Going on from"), today=True)

    def take(self, by: User) -> Trajectory:
        return actions.resume(self.row, on=self.cleaned_data["on"], by=by, seen=self.seen_version)


class ObtainForm(StepForm):
    issued_on = day_field(_("Issued on"), today=True)
    issuer = forms.CharField(label=_("Issued by"), max_length=120, required=False)

    def __init__(self, row: Trajectory, *args: Any, **kwargs: Any) -> None:
        super().__init__(row, *args, **kwargs)
        if row.course_start:
            self.fields["issuer"].initial = row.course_start.course.provider

    def take(self, by: User) -> Trajectory:
        told = self.cleaned_data
        return actions.obtain(
            self.row,
            issued_on=told["issued_on"],
            issuer=told["issuer"],
            by=by,
            seen=self.seen_version,
        )


class StopForm(StepForm):
    reason = forms.ChoiceField(
        label=_("Why does it stop?"),
        choices=StopReason.choices,
        widget=forms.RadioSelect,
        help_text=_("Choose what comes nearest. It can be taken up again later."),
        error_messages={"required": _("Choose why it stops.")},
    )

    def take(self, by: User) -> Trajectory:
        reason = self.cleaned_data["reason"]
        return actions.stop(self.row, reason=reason, side=self.side, by=by, seen=self.seen_version)


class AgainForm(StepForm):
    starts_on = day_field(_("First day of work, planned"))

    def take(self, by: User) -> Trajectory:
        day = self.cleaned_data["starts_on"]
        return actions.take_up_again(
            self.row, starts_on=day, side=self.side, by=by, seen=self.seen_version
        )


FORMS: Final[Mapping[str, type[StepForm]]] = {
    "reject": RejectForm,
    "refuse_statement": RefuseForm,
    "appoint": AppointForm,
    "sign_agreement": AgreementForm,
    "extend": ExtendForm,
    "pause": PauseForm,
    "resume": ResumeForm,
    "resume_extended": ResumeForm,
    "obtain": ObtainForm,
    "stop": StopForm,
    "take_up_again": AgainForm,
}


class BeginForm(RefusableForm):
    """From which day somebody would work here; the plan is counted back from it."""

    starts_on = day_field(
        _("First day of work, planned"),
        _("The plan is counted back from this day. It can still be changed."),
    )

    def __init__(self, starts_on: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["starts_on"].initial = starts_on


class AgreementsForm(SeenForm):
    """Which course, who guides and coaches, and which day is for study."""

    starts_on = day_field(_("First day of work, planned"))
    course_start = forms.ModelChoiceField(
        label=_("PDG course"),
        queryset=CourseStart.objects.none(),
        required=False,
        empty_label=_("Not chosen yet"),
        help_text=_("Days of the provider that move later, move the plan along."),
    )
    guide = forms.ModelChoiceField(
        label=_("Who guides it at your school"),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("Everybody who recruits"),
    )
    coach = forms.CharField(
        label=_("Coach"), max_length=80, required=False, help_text=_("The trainee sees this name.")
    )
    coach_hours_week = WeekHoursField(
        label=_("Hours of coaching a week"),
        least="0",
        most=20,
        required=False,
    )
    study_day_mask = DayPartsField(
        label=_("Study day"),
        required=False,
        widget=WeekGridWidget(style="school", size="small", count=False, legend=False),
    )

    def __init__(
        self, row: Trajectory, courses: Any, colleagues: Any, *args: Any, **kwargs: Any
    ) -> None:
        names = ("course_start", "guide", "coach", "coach_hours_week", "study_day_mask")
        super().__init__(*args, **kwargs)
        for name in (*names, "starts_on"):
            self.fields[name].initial = getattr(row, name)
        self.fields["seen"].initial = row.version
        self.fields["course_start"].queryset = courses  # type: ignore[attr-defined]
        self.fields["guide"].queryset = colleagues  # type: ignore[attr-defined]
        self.fields["starts_on"].disabled = row.appointed_on is not None

    @property
    def agreements(self) -> Agreements:
        told = self.cleaned_data
        return Agreements(
            starts_on=told["starts_on"],
            course_start=told["course_start"],
            guide=told["guide"],
            coach=" ".join(told["coach"].split()),
            coach_hours_week=told["coach_hours_week"] or Decimal(0),
            study_day_mask=told["study_day_mask"],
        )
