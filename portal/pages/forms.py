from django import forms
from django.utils.translation import gettext_lazy as _

from portal.kit.forms import DayPartsField, WeekGridWidget


class WeekForm(forms.Form):
    """The week on the home page: a first choice of day-parts that leads to the list."""

    dagdeel = DayPartsField(
        label=_("When can you?"), required=False, widget=WeekGridWidget(size="mid")
    )
