"""The shape of a need in words, and the phrases that many needs share."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _

from vacancies.routes.words.voice import Actor, Said, Text

WEB: Final = "https://wetten.overheid.nl/BWBR0007625"
WHW: Final = "https://wetten.overheid.nl/BWBR0005682"
BBO: Final = "https://wetten.overheid.nl/BWBR0018692"
JUSTIS: Final = "https://www.justis.nl"
DUO: Final = "https://www.duo.nl"
IDW: Final = "https://www.idw.nl"
SBB: Final = "https://www.s-bb.nl"

AT_ONCE: Final = _("This can be done today.")
SCHOOL_PLANS: Final = _("The school sets the date.")
IN_THE_CHECK: Final = _("This is part of the suitability check. The school sets the date.")
ASK_DUO: Final = _("DUO tells how long it takes.")
ASK_COURSE: Final = _("A whole course. Who gives it tells how long it takes.")

BY_SCHOOL: Final = Said(_("the school"), _("your school"))
BY_ONESELF: Final = Said(_("yourself"), _("the professional"))
BY_HOGESCHOOL: Final = Said(_("a hogeschool or university"))
BY_DUO: Final = Said(_("DUO, for the minister"))


@dataclass(frozen=True, slots=True)
class NeedText:
    """`ask` is one main clause: it also reads after "because"."""

    name: Text
    ask: Said
    how: Said
    by: Actor
    issuer: Said
    duration: Text
    article: str
    url: str = WEB
    cost: Text = ""
    issuer_url: str = ""
