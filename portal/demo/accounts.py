"""Who can be signed in as in the demo, and what there is to see."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PASSWORD: Final = "dagdeel-demo"  # noqa: S105 - printed on the page, and never in production


@dataclass(frozen=True)
class DemoAccount:
    """One person of the demo; the same password for all."""

    key: str
    name: str
    email: str
    role: str | Promise
    look: str | Promise
    password: str = PASSWORD


ANNA: Final = DemoAccount(
    "anna",
    "Anna de Wit",
    "anna@vakmens.example",
    _("Professional: welder near Zwolle"),
    _("Her matches and why they fit, a guest lesson to choose, an offer, work with a start list"),
)
SANNE: Final = DemoAccount(
    "sanne",
    "Sanne Kuipers",
    "sanne@vakmens.example",
    _("Professional: on her way to the PDG at Deltion College"),
    _("Her timeline with two clocks, what is up to her now, questions of week 6, her course"),
)
BRAM: Final = DemoAccount(
    "bram",
    "Bram Kok",
    "bram@deltion.example",
    _("Recruiter of Deltion College"),
    _("Vacancies in every state, candidates without a name, interest that waits for an answer"),
)
OLGA: Final = DemoAccount(
    "olga",
    "Olga Bos",
    "olga@deltion.example",
    _("Owner of Deltion College"),
    _("Colleagues, a request to join that waits, locations, the school's own facts"),
)
CARLA: Final = DemoAccount(
    "carla",
    "Carla Smit",
    "carla@alfa.example",
    _("Recruiter of Alfa-college"),
    _("Another school: she sees nothing of Deltion College"),
)
MO: Final = DemoAccount(
    "mo",
    "Mo Aziz",
    "mo@dagdeel.example",
    _("Moderator"),
    _("The queue in the admin: wording hits, a change, a school to verify, a report"),
)
ACCOUNTS: Final = (ANNA, SANNE, BRAM, OLGA, CARLA, MO)


def context(request: HttpRequest) -> Mapping[str, object]:
    """Context of the sign-in page: `demo_accounts`, empty outside the demo."""
    return {"demo_accounts": ACCOUNTS if settings.DEMO else ()}
