"""What the verbs of the audit mean."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

EVENTS: Final[dict[str, str | Promise]] = {
    "application.exported": _("List of people who said yes taken along as a file"),
    "opinion.asked": _("Colleague asked for an opinion"),
    "opinion.given": _("Colleague gave an opinion"),
    "opinion.taken_back": _("Question to a colleague taken back"),
    "template.removed": _("Text of the school removed"),
    "template.saved": _("Text of the school saved"),
}
