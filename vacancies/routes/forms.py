"""The eight questions of the check. Every one may stay open; nothing is filled in beforehand."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils import dates, timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from accounts.availability.fields import HoursField
from accounts.enums import FunctionKind, Level
from accounts.profiles.words import FUNCTIONS as EXPLAINED
from portal.kit.forms import DayField, InlineRadios
from vacancies.routes.book import rule_book
from vacancies.routes.check import Abroad, Answers, Held
from vacancies.routes.facts import Function, Scope
from vacancies.routes.words.voice import day_of

Words = Any  # a text of the active language, now or when it is shown
NONE: Final = "none"
UNKNOWN: Final = "unknown"
DO_NOT_KNOW: Final[tuple[str, Words]] = (UNKNOWN, _("I do not know"))
CHOOSE: Final = {"invalid_choice": _("Choose from the list.")}
WHOLE_YEARS: Final = _("Write whole years, for example 12.")
WHOLE_WEEKS: Final = _("Write whole weeks, from 1 to 52.")
YEARS_BACK, YEARS_AHEAD = 2, 5
HELD: Final[list[tuple[str, Words]]] = [
    (Held.TEACHER_DIPLOMA, _("Teacher diploma for secondary education (1e or 2e graads)")),
    (Held.PABO, _("Teacher diploma for primary education (pabo)")),
    (Held.PDG, _("PDG certificate")),
    (Held.INSTRUCTOR_DIPLOMA, _("Mbo diploma Instructeur mbo")),
    (Held.INSTRUCTOR_DEGREE, _("Associate degree for teaching support or instructor")),
    (Held.BBO_PROOF, _("Proof of ability as an instructor")),
    (Held.TRAINER_COURSE, _("Course for workplace trainers (praktijkopleider)")),
    (Held.COURSE, _("No paper yet: I follow a work-based course that instructing belongs to")),
]


def number(message: Words, low: int, high: int, label: Words, **options: Any) -> forms.IntegerField:
    """A whole number that may stay open."""
    messages: dict[str, Any] = dict.fromkeys(("invalid", "min_value", "max_value"), message)
    return forms.IntegerField(
        label=label,
        min_value=low,
        max_value=high,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 4, "maxlength": 4}),
        error_messages=messages,
        **options,
    )


def radios(
    label: Words, choices: list[tuple[Any, Words]], widget: Any = forms.RadioSelect, **options: Any
) -> forms.ChoiceField:
    """One of these, or nothing."""
    return forms.ChoiceField(
        label=label,
        choices=choices,
        required=False,
        widget=widget,
        error_messages=CHOOSE,
        **options,
    )


def ticks(label: Words, choices: list[tuple[Any, Words]], **options: Any) -> Any:
    """Several of these."""
    return forms.MultipleChoiceField(
        label=label,
        choices=choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages=CHOOSE,
        **options,
    )


class PlanForm(forms.Form):
    """Hours, weeks and the first day; also alone, to play with."""

    week_hours = HoursField(label=_("Clock hours a week"))
    weeks = number(WHOLE_WEEKS, 1, 52, _("Number of weeks"))
    start_on = DayField(label=_("First day"))

    def clean_start_on(self) -> date | None:
        day: date | None = self.cleaned_data["start_on"]
        this = timezone.localdate().year
        if day and not this - YEARS_BACK <= day.year <= this + YEARS_AHEAD:
            raise ValidationError(
                _("Choose a day between %(first)d and %(last)d."),
                params={"first": this - YEARS_BACK, "last": this + YEARS_AHEAD},
            )
        return day

    def on(self, answers: Answers) -> Answers:
        """The same person with this plan."""
        told = self.cleaned_data
        return replace(
            answers,
            week_hours=told["week_hours"],
            weeks=told["weeks"],
            start_on=told["start_on"],
        )


class CheckForm(PlanForm):
    functions = ticks(_("What do you want to do at school?"), [])
    level = radios(_("What is your highest diploma?"), [*Level.choices, DO_NOT_KNOW])
    papers = ticks(_("Which papers to teach do you have?"), [])
    abroad = radios(
        _("Do you have a diploma from abroad?"),
        [
            (Abroad.NONE, _("No")),
            (Abroad.EEA, _("Yes, from a country of the EEA, or Switzerland")),
            (Abroad.ELSEWHERE, _("Yes, from another country")),
            DO_NOT_KNOW,
        ],
    )
    abroad_scope = radios(
        _("For which work is it?"),
        [
            (Scope.TEACHING, _("Teaching")),
            (Scope.SUPPORT, _("Instructor or other teaching support")),
            (Scope.OTHER, _("Another profession")),
            DO_NOT_KNOW,
        ],
    )
    abroad_recognised = radios(
        _("Is it recognised or rated in the Netherlands?"),
        [("yes", _("Yes")), ("no", _("No")), DO_NOT_KNOW],
        InlineRadios,
    )
    years = number(WHOLE_YEARS, 0, 60, _("Number of years"))
    since_month = forms.TypedChoiceField(
        label=_("Month"),
        choices=lambda: [("", "–"), *dates.MONTHS.items()],
        coerce=int,
        empty_value=None,
        required=False,
        error_messages=CHOOSE,
    )
    since_year = number(
        _("Write the year in four digits, for example 2014."), 1950, 2100, _("Year")
    )
    vog = radios(
        _("Do you have a VOG, a certificate of conduct?"),
        [("yes", _("Yes")), ("no", _("No")), DO_NOT_KNOW],
        InlineRadios,
    )
    vog_on = DayField(label=_("On which day was it issued?"))
    ban = radios(
        _("Has a judge barred you from working in education?"),
        [("no", _("No")), ("yes", _("Yes")), ("unsaid", _("I would rather not say"))],
    )

    def __init__(self, data: Any = None, *, answers: Answers | None = None) -> None:
        super().__init__(data, initial=initial_of(answers) if answers else None)
        self.fields["papers"].choices = _held()  # type: ignore[attr-defined]
        field = self.fields["functions"]
        field.choices = [*_explained(), (UNKNOWN, _("I do not know yet: show me everything"))]  # type: ignore[attr-defined]

    def clean_papers(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["papers"]
        if len(chosen) > 1 and {NONE, UNKNOWN} & set(chosen):
            raise ValidationError(_("Choose the papers that you have, or one of the last two."))
        return chosen

    def clean_vog_on(self) -> date | None:
        day: date | None = self.cleaned_data["vog_on"]
        if self.cleaned_data.get("vog") != "yes":
            return None
        if day and day > timezone.localdate():
            raise ValidationError(_("This day is still to come."))
        if day and day.year < 2000:
            raise ValidationError(_("Look at the year: this is too long ago."))
        return day

    def clean(self) -> dict[str, Any]:
        told = self.cleaned_data
        month, year = told.get("since_month"), told.get("since_year")
        if bool(month) != bool(year) and not {"since_month", "since_year"} & set(self.errors):
            name, message = (
                ("since_year", _("Write the year too."))
                if month
                else ("since_month", _("Choose the month too."))
            )
            self.add_error(name, message)
        elif month and year and date(year, month, 1) > timezone.localdate():
            self.add_error("since_year", _("This day is still to come."))
        return told

    @property
    def answers(self) -> Answers:
        """What was told; a ban that was told is `is_banned`."""
        told = self.cleaned_data
        papers, abroad = told["papers"], told["abroad"]
        from_abroad = abroad in (Abroad.EEA, Abroad.ELSEWHERE)
        month, year = told["since_month"], told["since_year"]
        return self.on(
            Answers(
                functions=tuple(one for one in Function if one in told["functions"]) or None,
                level=int(told["level"]) if told["level"].isdigit() else None,
                papers=None
                if not papers or UNKNOWN in papers
                else tuple(held for held in Held if held in papers),
                abroad=_one_of(Abroad, abroad),
                abroad_scope=_one_of(Scope, told["abroad_scope"]) if from_abroad else None,
                abroad_recognised=_yes_or_no(told["abroad_recognised"]) if from_abroad else None,
                years=told["years"],
                since=date(year, month, 1) if year and month else None,
                has_vog=_yes_or_no(told["vog"]),
                vog_on=told["vog_on"],
                declares_no_ban=told["ban"] == "no",
            )
        )

    @property
    def is_banned(self) -> bool:
        return bool(self.cleaned_data["ban"] == "yes")


def plan_of(answers: Answers) -> dict[str, object]:
    """Hours, weeks and the first day, as the form shows them."""
    return {
        "week_hours": answers.week_hours,
        "weeks": answers.weeks,
        "start_on": answers.start_on,
    }


def initial_of(answers: Answers) -> dict[str, object]:
    """Answers as the form shows them. What was not told is shown as not answered."""
    since = answers.since
    return plan_of(answers) | {
        "functions": answers.functions or (),
        "level": answers.level,
        "papers": [NONE] if answers.papers == () else answers.papers or (),
        "abroad": answers.abroad,
        "abroad_scope": answers.abroad_scope,
        "abroad_recognised": _word(answers.abroad_recognised),
        "years": answers.years,
        "since_month": since.month if since else None,
        "since_year": since.year if since else None,
        "vog": _word(answers.has_vog),
        "vog_on": answers.vog_on,
        "ban": "no" if answers.declares_no_ban else None,
    }


def _held() -> list[tuple[str, Words]]:
    """The papers, and instructing before the day that the law names."""
    today = timezone.localdate()
    day = day_of(rule_book().day("instructor_transition_date", today))
    before = _("No paper, but on %(day)s I already was an instructor at an mbo school")
    rest: list[tuple[str, Words]] = [(NONE, _("None of these")), DO_NOT_KNOW]
    return [*HELD, (Held.INSTRUCTOR_BEFORE, str(before) % {"day": day}), *rest]


def _explained() -> list[tuple[str, Words]]:
    """Each function with what it is."""
    explained: Mapping[str, object] = EXPLAINED
    return [
        (
            kind.value,
            format_html('{}<span class="choice-help">{}</span>', kind.label, explained[kind.value]),
        )
        for kind in FunctionKind
    ]


def _one_of(kind: Any, value: str) -> Any:
    return kind(value) if value in set(kind) else None


def _yes_or_no(value: str) -> bool | None:
    return {"yes": True, "no": False}.get(value)


def _word(value: bool | None) -> str | None:
    return None if value is None else "yes" if value else "no"
