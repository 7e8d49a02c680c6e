"""Three honest questions: one form for both sides."""

from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from vacancies.lifecycles import Side
from vacancies.models import Trajectory
from vacancies.routes.words.voice import plain
from vacancies.training.actions.checking_in import LONGEST_NOTE, MOST_HOURS, Answer
from vacancies.training.errors import RefusedError
from vacancies.training.words import FEELINGS

YES, NO = "yes", "no"
KEPT: Final = ((YES, _("Yes, it was kept")), (NO, _("No, something came in between")))


class CheckInForm(forms.Form):
    """One and the same for both sides; only who is asked about differs."""

    feeling = forms.TypedChoiceField(
        choices=list(enumerate(FEELINGS, start=1)),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose from 1 to 5.")},
    )
    coached_hours = forms.DecimalField(
        label=_("How many hours of coaching were there, in a week?"),
        min_value=Decimal(0),
        max_value=Decimal(MOST_HOURS),
        max_digits=3,
        decimal_places=1,
        widget=forms.NumberInput(attrs={"step": "0.5"}),
        error_messages={"required": _("Fill in the hours a week. None is an answer too.")},
    )
    study_day_kept = forms.ChoiceField(
        label=_("Was the study day kept?"),
        choices=KEPT,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes or no.")},
    )
    note = forms.CharField(
        label=_("What would help?"),
        help_text=_("About the work. The other side reads it once both answered."),
        max_length=LONGEST_NOTE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, row: Trajectory, side: Side, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = side == Side.PROFESSIONAL
        self.fields["feeling"].label = (
            _("How is it going?") if own else _("How is the trainee doing?")
        )
        if row.coach_hours_week:
            agreed = _("Agreed: %(hours)s hours a week.") % {"hours": plain(row.coach_hours_week)}
            self.fields["coached_hours"].help_text = agreed
        if not row.study_day_mask:
            del self.fields["study_day_kept"]

    @property
    def answer(self) -> Answer:
        told = self.cleaned_data
        kept = told.get("study_day_kept")
        return Answer(
            feeling=told["feeling"],
            coached_hours=told["coached_hours"],
            study_day_kept=kept == YES if kept else None,
            note=told["note"],
        )

    def refuse(self, refusal: RefusedError) -> None:
        self.add_error(refusal.field if refusal.field in self.fields else None, str(refusal))
