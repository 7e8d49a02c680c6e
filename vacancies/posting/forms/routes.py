from copy import copy
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vacancies.codes import Route, mask_of, routes_of
from vacancies.models import Vacancy
from vacancies.posting import completeness, lawful
from vacancies.posting.forms.section import SectionForm, plain_number, with_values
from vacancies.posting.sections import Routes
from vacancies.routes.book import rule_book
from vacancies.routes.words import Voice, route_words


class RoutesForm(SectionForm):
    """3. By which routes somebody may come, and what the school does for it."""

    names_in_model: ClassVar[dict[str, str]] = {"routes": "routes_mask"}

    routes = forms.MultipleChoiceField(
        label=_("Which routes do you accept?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Each route that you accept reaches more people. You judge who fits."),
        error_messages={
            "invalid_choice": _("One of these routes belongs to another function."),
        },
    )
    named_teacher = forms.CharField(
        label=_("Which teacher stays responsible?"),
        max_length=80,
        required=False,
        help_text=_("The law asks a name for a guest teacher. It is not public."),
    )
    will_train = forms.BooleanField(
        label=_("We train somebody who has no teaching papers yet"),
        required=False,
        help_text=_("You pay for the course and give time for it. The law asks that."),
    )
    coach_hours = forms.DecimalField(
        label=_("Hours of coaching a week"),
        min_value=0,
        max_value=20,
        max_digits=3,
        decimal_places=1,
        required=False,
        help_text=_("From a colleague, next to the lessons."),
    )

    def prepare(self) -> None:
        field: Any = self.fields["routes"]
        field.choices = [(route.value, _choice(route)) for route in routes_of(self.opened)]

    @property
    def opened(self) -> int:
        """The routes that open the function of this vacancy."""
        return lawful.opened(self.vacancy.function_kind)

    @property
    def asks_for_teacher(self) -> bool:
        """Whether a guest teacher from practice is among the choices."""
        return bool(self.opened & lawful.SIX_HOURS)

    def initial_of(self, vacancy: Vacancy) -> dict[str, Any]:
        names = ("named_teacher", "will_train", "coach_hours")
        return {
            **{name: plain_number(getattr(vacancy, name)) for name in names},
            "routes": [route.value for route in routes_of(vacancy.routes_mask)],
        }

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not self.errors and self.opened:
            self._check(with_values(self.vacancy, self.values()))
        return said

    def values(self) -> Routes:
        said = self.cleaned_data
        return Routes(
            routes_mask=mask_of(said["routes"]),
            named_teacher=said["named_teacher"],
            will_train=said["will_train"],
            coach_hours=said["coach_hours"],
        )

    def as_typed(self) -> Vacancy:
        """The vacancy with the choice as it stands in the form, whether it holds or not."""
        if not self.is_bound:
            return self.vacancy
        typed = copy(self.vacancy)
        known = {route.value for route in routes_of(self.opened)}
        typed.routes_mask = mask_of(known & set(self.data.getlist("routes")))  # type: ignore[attr-defined]
        typed.will_train = "will_train" in self.data
        typed.named_teacher = self.data.get("named_teacher", "")
        return typed

    def _check(self, typed: Vacancy) -> None:
        self.add_missing(completeness.impossible_routes(typed))
        for item in completeness.beyond_the_law(typed, timezone.localdate()):
            self.add_error("routes", item.text)
        if self.live and lawful.needs_named_teacher(typed) and not typed.named_teacher:
            self.add_error("named_teacher", gettext("Name this teacher."))


def _choice(route: Route) -> SafeString:
    """The name of a route with one sentence under it."""
    words = route_words(route, voice=Voice.SCHOOL, book=rule_book(), on=timezone.localdate())
    return format_html(
        '<span class="choice-strong">{}</span><span class="choice-help">{}</span>',
        words.name,
        words.what,
    )
