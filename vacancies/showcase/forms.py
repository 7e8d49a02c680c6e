from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.enums import EmploymentForm, FunctionKind
from accounts.taxonomy.fields import NearField
from portal.kit.forms import DayPartsField, WeekGridWidget
from vacancies.enums import ReportReason
from vacancies.search.filters import Filters, Order, Spot
from vacancies.search.queries import Counts
from vacancies.showcase import address

Words = str | Promise
DISTANCES = (5, 10, 15, 25, 50, 75, 100)
FROM_LIST = {"invalid_choice": _("Choose one from the list.")}


class HoursField(forms.IntegerField):
    """Whole clock hours a week, typed as text so that a typing error stays in view."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "size": 3, "autocomplete": "off"})
    default_error_messages = {"invalid": _("Type a whole number, for example 6.")}

    def __init__(self, **options: Any) -> None:
        limits = [
            MinValueValidator(1, _("At least 1 hour.")),
            MaxValueValidator(40, _("At most 40 hours.")),
        ]
        super().__init__(required=False, validators=limits, **options)


class SearchForm(forms.Form):
    """The filters of the list, read from the address. A wrong one is told and left out."""

    q = forms.CharField(
        label=_("What do you want to teach?"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "enterkeyhint": "search"}),
        error_messages={"max_length": _("Use at most 100 characters.")},
    )
    plaats = NearField(label=_("Near which place?"), required=False)
    afstand = forms.TypedChoiceField(
        label=_("How far away?"),
        required=False,
        coerce=int,
        empty_value=None,
        error_messages=FROM_LIST,
    )
    dagdeel = DayPartsField(
        label=_("When can you?"), required=False, widget=WeekGridWidget(size="small")
    )
    vak = forms.ChoiceField(label=_("Trade"), required=False, error_messages=FROM_LIST)
    functie = forms.ChoiceField(label=_("Function"), required=False, error_messages=FROM_LIST)
    uren_van = HoursField(label=_("Clock hours a week, from"))
    uren_tot = HoursField(label=_("Clock hours a week, up to"))
    vorm = forms.ChoiceField(label=_("Employment"), required=False, error_messages=FROM_LIST)
    sorteer = forms.ChoiceField(label=_("Order"), required=False, error_messages=FROM_LIST)

    data: QueryDict

    def __init__(self, data: QueryDict, *, counts: Counts) -> None:
        super().__init__(data)
        self._offer(address.DISTANCE, [("", _("Any distance")), *_distances()])
        self._offer(address.DOMAIN, [("", _("All trades")), *_domains(counts)])
        self._offer(address.FUNCTION, [("", _("All functions")), *_functions(counts)])
        self._offer(address.EMPLOYMENT, [("", _("All forms")), *EmploymentForm.choices])
        self._offer(address.ORDER, [("", _("What fits best")), *_orders()])

    def _offer(self, name: str, choices: list[tuple[Any, Words]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> None:
        least, most = self.cleaned_data.get("uren_van"), self.cleaned_data.get("uren_tot")
        if least and most and least > most:
            self.add_error("uren_tot", _("This is less than the hours you start from."))

    @property
    def key(self) -> str:
        """All that was sent but the words: what the form below its first field depends on."""
        sent = ((name, self.data.getlist(name)) for name in self.fields if name != address.TEXT)
        return urlencode([(name, values) for name, values in sent if any(values)], doseq=True)

    @property
    def folded_errors(self) -> bool:
        """Whether something is wrong in what a phone folds away."""
        return any(name != address.TEXT for name in self.errors)

    @property
    def filters(self) -> Filters:
        """What was asked and understood; after `is_valid()`, whatever that says."""
        said = self.cleaned_data
        place = said.get("plaats")
        orders = {word: order for order, word in address.ORDERS.items()}
        return Filters(
            text=said.get("q") or "",
            spot=Spot(place.name, place.rd_x, place.rd_y, place.label) if place else None,
            within_km=said.get("afstand") if place else None,
            domain=said.get("vak") or "",
            function=said.get("functie") or "",
            day_parts=said.get("dagdeel") or 0,
            hours_min=said.get("uren_van"),
            hours_max=said.get("uren_tot"),
            employment=said.get("vorm") or "",
            order=orders.get(said.get("sorteer") or ""),
        )


class ReportForm(forms.Form):
    """Something is wrong with a vacancy; no name asked."""

    reason = forms.ChoiceField(
        label=_("What is wrong?"),
        choices=ReportReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what is wrong.")} | FROM_LIST,
    )
    text = forms.CharField(
        label=_("What do you see?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Do not write personal details. We do not know who you are and cannot answer."),
        error_messages={"max_length": _("Use at most 1,000 characters.")},
    )


def _distances() -> Iterable[tuple[int, Words]]:
    return ((km, f"{km}\u00a0km") for km in DISTANCES)


def _domains(counts: Counts) -> Iterable[tuple[str, str]]:
    rows = sorted(counts.domains, key=lambda row: row.name)
    return ((row.code, f"{row.name} ({row.number})") for row in rows)


def _functions(counts: Counts) -> Iterable[tuple[str, str]]:
    return (
        (value, f"{label} ({counts.functions.get(value, 0)})")
        for value, label in FunctionKind.choices
    )


def _orders() -> Iterable[tuple[str, Words]]:
    labels: dict[Order, Words] = {
        Order.NEWEST: _("Newest first"),
        Order.NEAREST: _("Nearest first"),
        Order.BEST: _("Most about your words"),
    }
    return ((word, labels[order]) for order, word in address.ORDERS.items())
