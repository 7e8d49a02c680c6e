"""How often somebody wants mail, for each thing that mail can be about."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.enums import Category, Frequency
from accounts.models import User
from accounts.notifications import queries
from portal.kit.forms import InlineRadios

ABOUT_WORK = {
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
}
ABOUT_SCHOOL = {
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


class PreferencesForm(forms.Form):
    """One choice for each category that can concern this person."""

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        frequencies = queries.frequencies_of(user)
        about = ABOUT_SCHOOL if queries.works_for_a_school(user) else ABOUT_WORK
        for category, (label, words) in about.items():
            self.fields[category.value] = forms.ChoiceField(
                label=label,
                help_text=words,
                choices=Frequency.choices,
                initial=frequencies[category],
                widget=InlineRadios,
            )

    @property
    def chosen(self) -> dict[Category, Frequency]:
        """The choices of a valid form."""
        return {
            Category(category): Frequency(frequency)
            for category, frequency in self.cleaned_data.items()
        }
