"""The gallery at /ui/: every component in every state, with made-up content that says so."""

from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from portal.kit.audience import Audience, open_to
from portal.kit.dayparts import parse
from portal.kit.forms import Chips, DayPartsField, InlineRadios, WeekGridWidget
from portal.pages.gallery_more import MORE

ASKED = parse("tuesday_afternoon friday_afternoon monday_evening thursday_evening")
FREE = parse("tuesday_afternoon wednesday_afternoon thursday_evening saturday_morning")
TEAM = {
    "asked": parse(
        "tuesday_morning tuesday_afternoon thursday_morning"
        " thursday_afternoon friday_morning thursday_evening"
    ),
    "a": parse("tuesday_afternoon thursday_afternoon"),
    "b": parse("tuesday_morning"),
    "c": parse("thursday_morning friday_morning"),
}
COLOURS: Sequence[str] = (
    *("paper", "band", "field", "ink", "ink-2", "ink-3", "edge", "line"),
    *("accent", "accent-strong", "on-accent", "pencil", "oker", "oker-soft", "bad", "bad-soft"),
    *("blue", "board", "chalk", "chalk-2", "focus", "focus-ink"),
)
DOMAINS = (("metal", "Metaal"), ("care", "Zorg"), ("ict", "ICT"), ("food", "Horeca en bakkerij"))
WEEKS = (("every", _("Every week")), ("even", _("Even weeks")), ("odd", _("Odd weeks")))


SAMPLES: Mapping[str, Any] = {
    "asked": ASKED,
    "free": FREE,
    "fixed": parse("tuesday_afternoon friday_afternoon"),
    "holiday": parse("wednesday_morning wednesday_afternoon"),
    "team": TEAM,
    "hints": {6: 3, 7: 4, 10: 2, 2: 1, 14: 2},
    "chosen": parse("tuesday_afternoon thursday_evening"),
    "colours": COLOURS,
    "reasons": [
        {"state": "met", "text": "je bent vrij op 2 van de 4 gevraagde dagdelen."},
        {
            "state": "met",
            "text": "minstens 3 jaar gewerkt als lasser.",
            "fact": "Jij: 12 jaar.",
        },
        {"state": "partly", "text": "de route is mogelijk zodra je een VOG laat zien."},
        {
            "state": "missing",
            "text": "Nederlands B2 is een wens.",
            "url": "#",
            "action": "Vul aan",
        },
        {"state": "unknown", "text": "je profiel zegt niets over taal."},
    ],
    "steps": [
        {"label": "Het werk", "url": "#"},
        {"label": "Wanneer en wat je vraagt", "url": "#", "current": True},
        {"label": "Salaris en contract"},
        {"label": "Planning"},
        {"label": "Controleren"},
    ],
    "moments": [
        {"when": "11 december", "text": "De vacature sluit.", "state": "done"},
        {"when": "14–16 december", "text": "De school leest alles en belt.", "state": "now"},
        {"when": "17 december", "text": "Proefles, een half uur."},
        {"when": "Uiterlijk 8 januari", "text": "Iedereen krijgt antwoord, ook bij nee."},
    ],
    "facts": [("Functie", "Gastdocent"), ("Niveau", "mbo 3"), ("Start", "4 januari 2027")],
    "team_hours": (6, 3, 6),
    "limit": {
        "used": 160,
        "budget": 240,
        "rest": "80 over",
        "sentence": "160 van de 240 klokuren per jaar; 80 over",
        "explanation": "Gemiddeld 6 klokuren per week, 40 lesweken.",
    },
    "over": {
        "used": 280,
        "budget": 240,
        "rest": "40 te veel",
        "is_over": True,
        "sentence": "280 van de 240 klokuren per jaar; 40 te veel",
        "explanation": "Gemiddeld 6 klokuren per week, 40 lesweken.",
        "remedy": "Plan hoogstens 34 weken.",
    },
    "term": {
        "years": [
            {"label": "2026–27", "stages": ("", "", "passed", "now") + ("coming",) * 8, "ends": ()},
            {"label": "2027–28", "stages": ("coming",) * 12, "ends": (11,)},
            {"label": "2028–29", "stages": ("extension",) * 12, "ends": (11,)},
        ],
        "ticks": [
            {"sentence": "Loopt tot 31 juli 2028.", "is_first": True},
            {"sentence": "Te verlengen tot 31 juli 2029."},
        ],
    },
    "page": Paginator(range(200), 20).get_page(4),
    "rows": [
        SimpleNamespace(what="Geschiktheidsonderzoek", who="school", long="ongeveer 6 weken"),
        SimpleNamespace(what="Opleidingsplan", who="school, jij tekent mee", long="2 tot 8 weken"),
    ],
}


class GalleryForm(forms.Form):
    """One field of every kind."""

    name = forms.CharField(label=_("Title of the vacancy"), help_text=_("The subject first."))
    text = forms.CharField(label=_("What you do"), widget=forms.Textarea, required=False)
    function = forms.ChoiceField(
        label=_("Function"), choices=(("", "–"), ("guest", _("Guest teacher")))
    )
    start_on = forms.DateField(
        label=_("Start"), widget=forms.DateInput(attrs={"type": "date"}), required=False
    )
    hours = forms.IntegerField(label=_("Clock hours a week"), min_value=1, max_value=40)
    weeks = forms.ChoiceField(label=_("In which weeks?"), choices=WEEKS, widget=forms.RadioSelect)
    pay = forms.ChoiceField(
        label=_("Scale"), choices=(("lb", "LB"), ("lc", "LC"), ("ld", "LD")), widget=InlineRadios
    )
    domains = forms.MultipleChoiceField(label=_("Domains"), choices=DOMAINS, widget=Chips)
    wishes = forms.MultipleChoiceField(
        label=_("Employment"), choices=DOMAINS[:2], widget=forms.CheckboxSelectMultiple
    )
    shared = forms.BooleanField(
        label=_("May be shared"),
        help_text=_("Two or three professionals may divide the day-parts."),
        required=False,
    )
    paper = forms.FileField(label=_("Attachment"), required=False)
    day_parts = DayPartsField(label=_("Which day-parts?"), widget=WeekGridWidget(style="school"))


@open_to(Audience.EVERYONE)
def gallery(request: HttpRequest) -> HttpResponse:
    """All components on one page."""
    return render(request, "portal/ui/gallery.html", {**_forms(), **SAMPLES, **MORE})


def _forms() -> dict[str, Any]:
    filled = GalleryForm(initial={"name": "Gastdocent lassen", "hours": 5, "weeks": "every"})
    filled.fields["day_parts"].initial = ASKED
    wrong = GalleryForm({"name": "", "hours": "99", "weeks": "never"}, prefix="wrong")
    wrong.is_valid()
    return {"form": filled, "wrong": wrong}
