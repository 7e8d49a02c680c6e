from typing import Any, ClassVar, Final

from django import forms
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from portal.kit import dayparts
from portal.kit.forms import DayPartsField, WeekGridWidget
from vacancies.models import Requirement, Vacancy
from vacancies.posting.completeness import beyond_the_law
from vacancies.posting.forms.demands import DemandFields
from vacancies.posting.forms.section import Day, plain_number, with_values
from vacancies.posting.hooks import Typed
from vacancies.posting.sections import When

HOURS: Final[dict[str, Any]] = {
    "min_value": 1,
    "max_value": 40,
    "max_digits": 3,
    "decimal_places": 1,
}
OF_DEMANDS: Final = ("level", "years", "dutch")
PLAIN: Final = (
    *("day_parts_needed", "may_be_shared", "hours_min", "hours_max"),
    *("starts_on", "ends_on", "positions"),
)


class WhenForm(DemandFields):
    """2. When, and what is asked of the person."""

    needed = ("day_parts", "day_parts_needed", "hours_min", "hours_max", "starts_on")
    names_in_model: ClassVar[dict[str, str]] = {
        "day_parts": "day_parts_mask",
        "fixed": "fixed_mask",
        "dutch_reason": "demands",
        "competences": "demands",
        **dict.fromkeys(OF_DEMANDS, "demands"),
        **{f"{name}_strength": "demands" for name in OF_DEMANDS},
    }

    day_parts = DayPartsField(
        label=_("Which day-parts?"),
        required=False,
        widget=WeekGridWidget(style="school", legend=False),
        help_text=_("Choose all that may be. You say next how many you need."),
    )
    day_parts_needed = forms.IntegerField(
        label=_("How many of them at least?"), min_value=1, max_value=dayparts.COUNT, required=False
    )
    fixed = DayPartsField(
        label=_("Are some of them fixed?"),
        required=False,
        widget=WeekGridWidget(style="school", size="small", legend=False, count=False),
        help_text=_("Who cannot come then does not fit. Leave it empty if you can."),
    )
    may_be_shared = forms.BooleanField(
        label=_("May be shared"),
        required=False,
        help_text=_("Two or three professionals may divide the day-parts."),
    )
    hours_min = forms.DecimalField(label=_("Clock hours a week, from"), required=False, **HOURS)
    hours_max = forms.DecimalField(label=_("up to"), required=False, **HOURS)
    starts_on = Day(label=_("First day"), required=False)
    ends_on = Day(label=_("Last day"), required=False)
    positions = forms.IntegerField(label=_("How many people?"), min_value=1, max_value=50)

    def initial_of(self, vacancy: Vacancy) -> dict[str, Any]:
        return {
            **self.demands_initial(vacancy),
            **{name: plain_number(getattr(vacancy, name)) for name in PLAIN},
            "day_parts": vacancy.day_parts_mask,
            "fixed": vacancy.fixed_mask,
        }

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        self.order("hours_min", "hours_max", gettext("This is less than the hours before it."))
        self.order("starts_on", "ends_on", gettext("The last day comes after the first day."))
        self._check_day_parts(said)
        self.check_demands(said)
        self._check_law()
        return said

    def values(self) -> When:
        said = self.cleaned_data
        return When(
            **{name: said[name] for name in PLAIN},
            day_parts_mask=said["day_parts"],
            fixed_mask=said["fixed"],
            practice_counts=said["practice_counts"] and bool(said["level"]),
            demands=self.demands(),
        )

    def typed(self) -> Typed:
        """As it stands in the form, with gaps where it is empty or wrong; nothing is saved."""
        if not self.is_bound:
            return Typed(self.vacancy, tuple(self._demands))
        return self.read(self.vacancy, self.data)

    @classmethod
    def read(cls, vacancy: Vacancy, data: Any) -> Typed:
        """What was sent, as `typed` tells it."""
        form = cls(vacancy, data)
        form.full_clean()
        form.cleaned_data = dict.fromkeys(form.fields) | form.cleaned_data
        said = form.cleaned_data
        for name in ("day_parts", "fixed"):
            said[name] = said[name] or 0
        said["fixed"] &= said["day_parts"]
        return Typed(
            with_values(vacancy, form.values()),
            tuple(
                Requirement(
                    kind=one.kind, strength=one.strength, value=one.value, competence=one.competence
                )
                for one in form.demands()
            ),
        )

    def _check_day_parts(self, said: dict[str, Any]) -> None:
        asked, fixed = said.get("day_parts") or 0, said.get("fixed") or 0
        needed = said.get("day_parts_needed")
        if fixed & ~asked:
            self.add_error("fixed", gettext("A fixed day-part is also one that you ask for above."))
        if needed is None or not asked:
            return
        count, firm = dayparts.count(asked), dayparts.count(fixed)
        if needed > count:
            text = ngettext("You ask for %d day-part.", "You ask for %d day-parts.", count) % count
            self.add_error("day_parts_needed", text)
        elif needed < firm and not said.get("may_be_shared"):
            text = ngettext("%d day-part is fixed.", "%d day-parts are fixed.", firm) % firm
            self.add_error("day_parts_needed", text)

    def _check_law(self) -> None:
        """Hours and period against the routes that are accepted already."""
        if not self.errors:
            typed = with_values(self.vacancy, self.values())
            self.add_missing(beyond_the_law(typed, timezone.localdate()))
