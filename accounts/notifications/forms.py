"""How often somebody wants mail, for each thing that mail can be about, and when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django import forms
from django.forms import BoundField
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from accounts.enums import Category, Frequency
from accounts.models import Institution, User
from accounts.notifications import queries
from accounts.notifications.queries import Side
from accounts.notifications.wishes import Wanted
from portal.kit.forms import DayField, InlineRadios

HOURS: Final = range(6, 23)
LONGEST_PAUSE: Final = timedelta(days=366)
Words = tuple[Any, Any]

ABOUT_WORK: Final[dict[Category, Words]] = {
    Category.MATCH: (_("New matches"), _("Vacancies that fit your week and what you can do.")),
    Category.ANSWER: (
        _("Invitations and answers"),
        _("A school invites you, answers you or wants to know something."),
    ),
    Category.PAPERS: (
        Category.PAPERS.label,
        _("A paper runs out, or something about your training asks your attention."),
    ),
    Category.ACCOUNT: (_("Account"), _("Questions about your account.")),
    Category.NEWS: (_("News"), _("What is new on this site. A few times a year.")),
}
ABOUT_SCHOOL: Final[dict[Category, Words]] = {
    Category.MATCH: (
        _("New matches and interest"),
        _("People who fit your vacancies, and people who are interested."),
    ),
    Category.ANSWER: (_("Answers"), _("Somebody answers your invitation or writes to you.")),
    Category.VACANCY: (
        Category.VACANCY.label,
        _("A vacancy is online, needs a change, or closes soon."),
    ),
    Category.ACCOUNT: (
        Category.ACCOUNT.label,
        _("Colleagues who want to join, and changes to your school's account."),
    ),
}


@dataclass(frozen=True)
class Block:
    """The choices of one side of somebody, under its name."""

    institution: Institution | None
    fields: tuple[BoundField, ...]
    is_general: bool


class PreferencesForm(forms.Form):
    """One choice for each category that can concern this person, per side; and when mail comes.

    The button "resume" ends a pause, whatever stands in its field.
    """

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sides = queries.sides_of(user)
        for side in self.sides:
            frequencies = queries.frequencies_of(user, side.pk)
            for category in side.categories:
                self.fields[_name(category, side)] = _choice(category, side, frequencies[category])
        self._add_rhythm(user)

    def _add_rhythm(self, user: User) -> None:
        rhythm, today = queries.rhythm_of(user), timezone.localdate()
        self.is_paused = rhythm.paused_until is not None and rhythm.paused_until > today
        self.fields["hour"] = forms.TypedChoiceField(
            label=_("Hour of the digest"),
            choices=[(hour, f"{hour}:00") for hour in HOURS],
            coerce=int,
            initial=rhythm.digest_hour,
        )
        self.fields["day"] = forms.TypedChoiceField(
            label=_("Day of the weekly digest"),
            choices=list(WEEKDAYS.items()),
            coerce=int,
            initial=rhythm.digest_day,
        )
        self.fields["paused_until"] = DayField(
            label=_("No mail until"),
            help_text=_("On this day mail comes again, and what waited comes along."),
            initial=rhythm.paused_until if self.is_paused else None,
        )

    @property
    def blocks(self) -> Iterator[Block]:
        """The choices to show, side by side."""
        for side in self.sides:
            fields = tuple(self[_name(category, side)] for category in side.categories)
            yield Block(side.institution, fields, side.categories == queries.GENERAL)

    def clean_paused_until(self) -> date | None:
        until: date | None = self.cleaned_data["paused_until"]
        today = timezone.localdate()
        if until is None or "resume" in self.data:
            return None
        if until <= today:
            raise forms.ValidationError(_("This day is past. Choose a day after today."))
        if until > today + LONGEST_PAUSE:
            raise forms.ValidationError(
                _("That is more than a year away. Choose a day within a year.")
            )
        return until

    @property
    def rhythm(self) -> dict[str, Any]:
        """When mail comes, by a valid form."""
        return {name: self.cleaned_data[name] for name in ("hour", "day", "paused_until")}

    @property
    def chosen(self) -> Iterator[Wanted]:
        """The choices of a valid form."""
        for side in self.sides:
            for category in side.categories:
                frequency = Frequency(self.cleaned_data[_name(category, side)])
                yield Wanted(category, side.pk, frequency)


def _name(category: Category, side: Side) -> str:
    return f"{category.value}_of_{side.pk}" if side.pk else category.value


def _choice(category: Category, side: Side, frequency: Frequency) -> forms.ChoiceField:
    label, words = (ABOUT_SCHOOL if side.institution else ABOUT_WORK)[category]
    return forms.ChoiceField(
        label=label,
        help_text=words,
        choices=Frequency.choices,
        initial=frequency,
        widget=InlineRadios,
    )
