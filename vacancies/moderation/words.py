"""What a moderator and a timeline are told."""

from typing import Final

from django.utils.translation import gettext_lazy as _

EVENTS: Final = {
    "application.declined": _("Interest answered with no"),
    "application.made": _("Interest shown"),
    "application.placed": _("Chosen"),
    "application.seen": _("Interest read by the school"),
    "application.withdrawn": _("Interest withdrawn"),
    "constant.confirmed": _("Compared with the official text"),
    "match.dismissed": _("Not relevant, says the professional"),
    "match.interested": _("Interested, says the professional"),
    "match.invited": _("Invited by the school"),
    "match.undismissed": _("Taken up again"),
    "match.withdrawn": _("Interest withdrawn"),
    "matching.checked": _("Matches checked"),
    "pay_table.confirmed": _("Compared with the official table"),
    "report.handled": _("Report handled"),
    "vacancy.discarded": _("Draft thrown away"),
    "vacancy.reported": _("Reported by a visitor"),
}
