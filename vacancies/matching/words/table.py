"""The words of the published table: what each part of the score is and how it counts."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise

SCORE_WORDS: Final[dict[str, tuple[Words, Words]]] = {
    "function": (_("Function"), _("You look for the function that the school asks.")),
    "domain": (_("Domain"), _("Your trade belongs to at least one of the domains asked.")),
    "competence": (
        _("Skills"),
        _("The share of the skills asked, musts and wishes together, that you have."),
    ),
    "level": (
        _("Education"),
        _("Your level is high enough, or your years in the trade count where the school says so."),
    ),
    "experience": (_("Years in the trade"), _("You worked in the trade as long as is asked.")),
    "language": (_("Dutch"), _("Your Dutch is as good as is asked.")),
    "day_parts": (
        _("Day-parts"),
        _(
            "The share of the day-parts needed on which you are free. More than needed adds nothing."
        ),
    ),
    "fixed_day_parts": (
        _("Fixed day-parts"),
        _("The share of what is fixed on which you are free."),
    ),
    "hours": (_("Hours"), _("The hours you want and the hours asked meet.")),
    "period": (_("Period"), _("You can start in time and stay as long as is asked.")),
    "distance": (
        _("Distance"),
        _("The nearer the better: full at home, nothing at the farthest that you travel."),
    ),
    "employment": (_("Employment"), _("At least one form of employment in common.")),
    "route": (
        _("Route"),
        _("A route that the school accepts: in full when open today, half when it still may open."),
    ),
}
