"""What the school fills in for an offer, and what the professional tells with the answer."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.enums import EmploymentForm
from portal.kit.forms import (
    DayField,
    DayPartsField,
    FteField,
    InlineRadios,
    RefusableForm,
    WeekGridWidget,
    WeekHoursField,
)
from vacancies.assessment.errors import RefusedError
from vacancies.assessment.work import Choices, short
from vacancies.placement.lawful import BlockRefusedError
from vacancies.placement.offer import Hours, Offer
from vacancies.placement.prefill import FirstHours, FirstOffer

BLOCKS: Final = 3
YES, NO = "yes", "no"


class OfferForm(RefusableForm):
    """The terms of an offer; its hours are in `BlockForm`."""

    day_parts = DayPartsField(
        label=_("Day-parts"),
        widget=WeekGridWidget(style="school"),
        help_text=_("Chosen already: what your vacancy asks and this person has free."),
    )
    starts_on = DayField(label=_("First day"))
    ends_on = DayField(label=_("Last day"), help_text=_("Leave open when there is none yet."))
    employment_form = forms.ChoiceField(
        label=_("Employment form"),
        choices=EmploymentForm.choices,
        help_text=_("VAT, admission and side work differ. You see it under “What this means”."),
    )
    has_other_employer = forms.ChoiceField(
        label=_("Does this person work elsewhere too?"),
        choices=[(YES, _("Yes")), (NO, _("No"))],
        widget=InlineRadios(),
    )
    fte = FteField(
        label=_("Fte of the whole job"),
        help_text=_("For a contract with your school."),
    )
    coach = forms.CharField(
        label=_("Coach"),
        max_length=80,
        required=False,
        help_text=_("Who shows the way in the first weeks. A name helps people say yes."),
    )
    coach_hours_week = WeekHoursField(
        label=_("Hours of coaching a week"),
        least="0",
        most=20,
        required=False,
    )
    answer_by = DayField(
        label=_("Answer before"), help_text=_("Give some days: there may be an employer to ask.")
    )
    message = forms.CharField(
        label=_("Message with the offer"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("What you look forward to, what is agreed already, whom to ask."),
    )

    def __init__(self, first: FirstOffer, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = _initial(first)
        super().__init__(*args, **kwargs)
        for name, empty in (
            ("starts_on", _("Fill in the first day.")),
            ("answer_by", _("Fill in a day.")),
        ):
            self.fields[name].required = self.fields[name].widget.is_required = True
            self.fields[name].error_messages["required"] = str(empty)

    def offer(self, blocks: tuple[Hours, ...]) -> Offer:
        """Of a form that is valid."""
        told = self.cleaned_data
        return Offer(
            blocks=blocks,
            day_parts_mask=told["day_parts"],
            starts_on=told["starts_on"],
            ends_on=told["ends_on"],
            employment_form=told["employment_form"],
            answer_by=told["answer_by"],
            has_other_employer=told["has_other_employer"] == YES,
            fte=told["fte"],
            coach=" ".join(told["coach"].split()),
            coach_hours_week=told["coach_hours_week"] or Decimal(0),
            message=told["message"].strip(),
        )


class BlockForm(RefusableForm):
    """Hours under one route. The second and third may stay empty."""

    work = forms.ChoiceField(label=_("Work and route"), required=False)
    week_hours = WeekHoursField(
        label=_("Clock hours a week"),
        least="1",
        required=False,
        help_text=_("One clock hour is 60 minutes of lesson."),
    )
    weeks = forms.IntegerField(
        label=_("Number of weeks"),
        required=False,
        min_value=1,
        max_value=260,
        help_text=_("Over the whole term. Past 31 July they are spread over the study years."),
    )
    named_teacher = forms.CharField(
        label=_("Responsible teacher"),
        max_length=80,
        required=False,
        help_text=_("The law asks a name for a guest teacher from practice."),
    )
    fte = FteField(
        label=_("Fte of teaching tasks"),
        help_text=_("For a career switcher in training."),
    )
    lesson_hours = WeekHoursField(
        label=_("Lesson hours a week"),
        least="0.5",
        required=False,
        help_text=_("As your school counts lessons."),
    )

    def __init__(
        self, choices: Choices, number: int, first: FirstHours | None, *args: Any, **kwargs: Any
    ) -> None:
        kwargs["prefix"] = f"uren{number + 1}"
        kwargs["initial"] = _hours(first) if first else None
        super().__init__(*args, **kwargs)
        self.number = number
        self.fields["work"].choices = choices  # type: ignore[attr-defined]
        if number == 0:
            for name in ("work", "week_hours", "weeks"):
                self.fields[name].required = True

    @property
    def is_empty(self) -> bool:
        return not any(self.cleaned_data.get(name) for name in ("work", "week_hours", "weeks"))

    @property
    def is_open(self) -> bool:
        """Whether the part is shown unfolded: the first, and what is filled in or wrong."""
        told = self.has_changed() if self.is_bound else bool(self.initial)
        return self.number == 0 or bool(self.errors) or told

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if self.number and any(told.get(name) for name in ("work", "week_hours", "weeks")):
            for name in ("work", "week_hours", "weeks"):
                if not told.get(name) and name not in self.errors:
                    self.add_error(name, _("Fill this in too, or leave this part empty."))
        return told

    @property
    def hours(self) -> Hours:
        told = self.cleaned_data
        function, _colon, route = told["work"].partition(":")
        return Hours(
            function_kind=function,
            route=route,
            week_hours=told["week_hours"],
            weeks=told["weeks"],
            named_teacher=" ".join(told["named_teacher"].split()),
            fte=told["fte"],
            lesson_hours=told["lesson_hours"],
        )

    def field_of(self, name: str) -> str:
        return "work" if name in ("route", "function_kind") else name


class HoursElsewhereForm(RefusableForm):
    """What only the professional can tell: other work."""

    has_other_employer = forms.ChoiceField(
        label=_("Do you work elsewhere too?"),
        choices=[(YES, _("Yes")), (NO, _("No"))],
        widget=InlineRadios(),
    )
    hours_elsewhere = WeekHoursField(
        label=_("How many hours a week?"),
        least="0",
        most=80,
        required=False,
        help_text=_("All other work together. The school sees this number."),
    )

    @property
    def has_other(self) -> bool:
        return bool(self.cleaned_data["has_other_employer"] == YES)


class ReasonForm(forms.Form):
    """Why not, for who wants to tell."""

    reason = forms.CharField(
        label=_("Why? You do not have to say."),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class BlockForms:
    """The hours under up to three routes, as one form of the page."""

    def __init__(
        self, choices: Choices, first: Sequence[FirstHours], data: Mapping[str, Any] | None = None
    ) -> None:
        self.blocks = [
            BlockForm(choices, number, first[number] if number < len(first) else None, data)
            for number in range(BLOCKS)
        ]

    @property
    def forms(self) -> tuple[forms.Form, ...]:
        return tuple(self.blocks)

    def is_valid(self) -> bool:
        """Every part is looked at, so that all errors show at once."""
        return not self.errors

    @property
    def errors(self) -> list[Any]:
        return [form for form in self.forms if form.is_bound and form.errors]

    @property
    def hours(self) -> tuple[Hours, ...]:
        return tuple(one.hours for one in self.blocks if not one.is_empty)

    def refuse(self, refusal: RefusedError) -> None:
        """Beside the field that cannot be right."""
        filled = [one for one in self.blocks if not one.is_empty] or self.blocks[:1]
        if isinstance(refusal, BlockRefusedError):
            filled[refusal.number].refuse(refusal)
        else:
            filled[0].add_error(None, str(refusal))


class YearForms(BlockForms):
    """The hours of one school year."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for block in self.blocks:
            block.fields["weeks"].help_text = _("Weeks with lessons, in this school year.")


class OfferForms(BlockForms):
    """The terms and the blocks together."""

    def __init__(
        self, choices: Choices, first: FirstOffer, data: Mapping[str, Any] | None = None
    ) -> None:
        self.terms = OfferForm(first, data)
        super().__init__(choices, [first.hours], data)

    @property
    def forms(self) -> tuple[forms.Form, ...]:
        return (self.terms, *self.blocks)

    @property
    def offer(self) -> Offer:
        return self.terms.offer(self.hours)

    def refuse(self, refusal: RefusedError) -> None:
        """Beside the field that cannot be right, of the terms where it is one of them."""
        if isinstance(refusal, BlockRefusedError):
            super().refuse(refusal)
        else:
            self.terms.refuse(refusal)


def _initial(first: FirstOffer) -> dict[str, Any]:
    return {
        "day_parts": first.day_parts_mask,
        "starts_on": first.starts_on,
        "ends_on": first.ends_on,
        "employment_form": first.employment_form,
        "has_other_employer": YES,
        "coach_hours_week": short(first.coach_hours),
        "answer_by": first.answer_by,
    }


def _hours(first: FirstHours) -> dict[str, Any]:
    return {
        "work": first.work,
        "week_hours": short(first.week_hours),
        "weeks": first.weeks,
        "named_teacher": first.named_teacher,
        "fte": short(first.fte),
        "lesson_hours": short(first.lesson_hours),
    }
