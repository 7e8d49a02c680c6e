from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.enums import CheckOutcome
from accounts.models import Credential, CredentialCheck
from portal.kit.forms import DayField, FteField, InlineRadios, RefusableForm, WeekHoursField
from portal.kit.templatetags.ui import day
from vacancies.assessment.actions import Facts, Hours
from vacancies.assessment.kinds import BY_CODE, NEEDS_GROUND, Kind, Words
from vacancies.assessment.statement import Grounds
from vacancies.assessment.vog import last_day_to_show
from vacancies.assessment.work import Choices, short
from vacancies.codes import Route
from vacancies.models import PlannedBlock
from vacancies.routes.book import rule_book
from vacancies.routes.words import route_label
from vacancies.routes.words.voice import spoken

YES, NO = "yes", "no"
ONE_DAY = _("Fill in the day.")
BOTH_DAYS = _("Fill in the first and the last day.")
GROUND_HELP = _("At most 500 characters. Write about the work, not about health or family.")


class AnswerField(forms.ChoiceField):
    """Yes or no; nothing is chosen beforehand."""

    def __init__(self, label: Words, help_text: Words = "") -> None:
        super().__init__(
            label=str(label),
            help_text=str(help_text),
            choices=[(YES, _("Yes")), (NO, _("No"))],
            widget=InlineRadios(),
            error_messages={"required": _("Choose yes or no.")},
        )


def _answer_to(kind: Kind) -> AnswerField:
    about = spoken(kind.about, rule_book(), timezone.localdate())
    return AnswerField(kind.question, about)


def ground_field(*, required: bool = False) -> forms.CharField:
    return forms.CharField(
        label=_("Ground"),
        required=required,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=GROUND_HELP,
        error_messages={"required": _("The law asks for this in writing. Fill it in.")},
    )


def day_field(label: Words, empty: Words) -> DayField:
    """A day that cannot stay open."""
    field = DayField(label=str(label))
    must(field, empty)
    return field


def must(field: forms.Field, empty: Words) -> None:
    field.required = field.widget.is_required = True
    field.error_messages["required"] = str(empty)


class DecisionForm(RefusableForm):
    """One question of the school's, its day and its ground."""

    def __init__(self, kind: Kind, routes: Sequence[Route], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind, self.routes = kind, routes
        self.fields["answer"] = _answer_to(kind)
        if len(routes) > 1:
            self.fields["route"] = forms.ChoiceField(
                label=_("For which route?"),
                choices=[("", "—"), *((str(one), route_label(one)) for one in routes)],
                error_messages={"required": _("Choose the route for which this holds.")},
            )
        if kind.has_period:
            self.fields["starts_on"] = day_field(_("First day"), BOTH_DAYS)
            self.fields["ends_on"] = day_field(_("Last day"), BOTH_DAYS)
        self.fields["decided_on"] = day_field(_("Decided on"), ONE_DAY)
        self.fields["decided_on"].initial = timezone.localdate()
        self.fields["note"] = ground_field(required=kind.code in NEEDS_GROUND)

    @property
    def facts(self) -> Facts:
        told = self.cleaned_data
        only = str(self.routes[0]) if len(self.routes) == 1 else ""
        return {
            "kind": self.kind.code,
            "is_yes": told["answer"] == YES,
            "decided_on": told["decided_on"],
            "route": told.get("route", only),
            "starts_on": told.get("starts_on"),
            "ends_on": told.get("ends_on"),
            "note": told["note"],
        }


class StatementForm(RefusableForm):
    """The signed statement, and each judgement that it rests on and that is not there yet."""

    def __init__(self, grounds: Grounds, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.grounds = grounds
        for code in grounds.asked:
            self.fields[str(code)] = _answer_to(BY_CODE[code])
        self.fields["decided_on"] = day_field(_("Signed on"), ONE_DAY)
        self.fields["decided_on"].initial = timezone.localdate()
        self.fields["note"] = ground_field(required=grounds.level_open)

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        for code in self.grounds.asked:
            if told.get(str(code)) == NO:
                text = _("With a no the board cannot sign. Record this no by itself.")
                self.add_error(str(code), text)
        return told

    @property
    def judged(self) -> set[str]:
        return {str(one) for one in self.grounds.asked if self.cleaned_data[str(one)] == YES}


class PaperSeenForm(RefusableForm):
    """What the school saw of one paper."""

    outcome = forms.ChoiceField(
        label=_("What did your school see?"),
        choices=[
            (CheckOutcome.SEEN, _("Seen: this is the paper")),
            (CheckOutcome.REJECTED, _("Not accepted")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what your school saw.")},
    )
    shown_on = DayField(label=_("Shown on"))
    reason = forms.CharField(
        label=_("Why not accepted?"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Only when it is not accepted. The professional reads this."),
    )

    def __init__(
        self, paper: Credential, check: CredentialCheck | None, *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.paper = paper
        self.fields["shown_on"].initial = check.shown_on if check else timezone.localdate()
        if check:
            self.fields["outcome"].initial = check.outcome
            self.fields["reason"].initial = check.reason

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("outcome") == CheckOutcome.SEEN:
            shown_on = told.get("shown_on")
            if not shown_on and "shown_on" not in self.errors:
                self.add_error("shown_on", _("Fill in the day on which your school saw it."))
            last = last_day_to_show(self.paper)
            if shown_on and last and shown_on > last:
                text = _(
                    "Too old when shown: this VOG could be shown until %(day)s. Ask for a new one."
                )
                self.add_error("shown_on", ValidationError(text, params={"day": day(last)}))
        return told


class PlanForm(RefusableForm):
    """Hours with a person: what work, how much, from when until when."""

    work = forms.ChoiceField(
        label=_("Work and route"),
        error_messages={"required": _("Choose the work and its route.")},
        help_text=_("A plan holds the hours of one route. Make a second plan for other work."),
    )
    week_hours = WeekHoursField(
        label=_("Clock hours a week"),
        least="0.5",
        help_text=_("One clock hour is 60 minutes of lesson."),
    )
    weeks = forms.IntegerField(label=_("Number of weeks"), min_value=1, max_value=52)
    starts_on = DayField(label=_("First day"))
    ends_on = DayField(
        label=_("Last day"), help_text=_("Within the study year, so 31 July at the latest.")
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
    is_lent = forms.BooleanField(label=_("The own employer lends this person"), required=False)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, choices: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["work"].choices = choices  # type: ignore[attr-defined]
        must(self.fields["starts_on"], _("Fill in the first day."))

    def field_of(self, name: str) -> str:
        return "work" if name in ("route", "function_kind") else name

    @property
    def hours(self) -> Hours:
        told = self.cleaned_data
        function, _colon, route = told["work"].partition(":")
        names = ("week_hours", "weeks", "starts_on", "ends_on", "fte", "lesson_hours", "is_lent")
        return Hours(
            function_kind=function,
            route=route,
            named_teacher=" ".join(told["named_teacher"].split()),
            **{name: told[name] for name in names},
        )


def initial_of(planned: PlannedBlock) -> dict[str, Any]:
    """A plan as the form shows it."""
    names = ("week_hours", "weeks", "starts_on", "ends_on", "fte", "lesson_hours", "is_lent")
    shown = {name: getattr(planned, name) for name in (*names, "named_teacher")}
    for name in ("week_hours", "fte", "lesson_hours"):
        shown[name] = short(shown[name])
    return shown | {"work": f"{planned.function_kind}:{planned.route}"}
