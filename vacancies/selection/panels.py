"""What the school finds besides on the page of one person: opinions, the dossier, its texts."""

from collections.abc import Iterator
from typing import Final

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from vacancies.applications.hooks import Entry, Panel
from vacancies.lifecycles import Side
from vacancies.models import Application, Opinion
from vacancies.selection import links, queries
from vacancies.selection.bulk import text_for

OPINIONS: Final = 60
TEXTS: Final = 90


def opinions(application: Application, side: Side, request: HttpRequest) -> Panel | None:
    """What colleagues think, and the dossier for the panel."""
    if side is not Side.SCHOOL:
        return None
    rows = [(one, _state(one)) for one in queries.opinions_on(application)]
    context = {"application": application, "opinions": rows}
    return Panel(OPINIONS, "vacancies/selection/_opinions.html", context)


def texts(application: Application, side: Side, request: HttpRequest) -> Panel | None:
    """The texts of the school with this person's name in them, ready to change and to send."""
    if side is not Side.SCHOOL:
        return None
    ready = [
        (one, text_for(application, one.text))
        for one in queries.templates_of(application.vacancy.institution)
        if application.is_open or not one.is_for_declining
    ]
    if not ready:
        return None
    context = {"application": application, "texts": ready}
    return Panel(TEXTS, "vacancies/selection/_texts.html", context)


def entries(application: Application, side: Side) -> Iterator[Entry]:
    """Asked and answered; only the school reads of it here."""
    if side is not Side.SCHOOL:
        return
    for one in queries.opinions_on(application):
        asked = _("%(email)s was asked for an opinion.") % {"email": one.email}
        yield Entry(one.asked_at, Side.SCHOOL, asked, is_quiet=True)
        if one.answered_at:
            words = _("%(email)s says yes.") if one.is_yes else _("%(email)s says no.")
            yield Entry(one.answered_at, Side.SCHOOL, words % {"email": one.email})


def _state(opinion: Opinion) -> str:
    if opinion.answered_at:
        return "yes" if opinion.is_yes else "no"
    closed = links.why_closed(opinion, timezone.now())
    return "expired" if closed is links.Closed.EXPIRED else "waits"
