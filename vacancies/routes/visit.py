"""What this visit told in the check: which answers are its own, and what goes along to a profile.

A ban that somebody told is kept nowhere else, and only beside the answers it was told with.
"""

from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from accounts.models import Professional, User
from accounts.profiles.hooks import Arrival
from vacancies.routes import actions
from vacancies.routes.check import Answers
from vacancies.routes.packing import CodeError, pack, unpack

OWN: Final = "route_check"
CARRIED: Final = "route_check_carried"


def remember(request: HttpRequest, answers: Answers, *, banned: bool) -> None:
    """These are the answers of this visit."""
    request.session[OWN] = {"code": pack(answers.without_plan), "banned": banned}


def is_own(request: HttpRequest, answers: Answers) -> bool:
    """Whether they were given in this visit, whatever the hours are by now."""
    return bool(_told(request).get("code") == pack(answers.without_plan))


def is_banned(request: HttpRequest, answers: Answers) -> bool:
    """Whether a ban was told with these answers."""
    return is_own(request, answers) and bool(_told(request).get("banned"))


def carry(request: HttpRequest, answers: Answers) -> None:
    """Take these answers along to a profile that is still to be made."""
    request.session[CARRIED] = pack(answers)


def carried(request: HttpRequest) -> str:
    """The code that goes along; empty when none does."""
    return str(request.session.get(CARRIED, ""))


def drop(request: HttpRequest) -> None:
    request.session.pop(CARRIED, None)


def save(request: HttpRequest, professional: Professional, answers: Answers, by: User) -> None:
    """Fill what is empty in the profile, and tell what that was."""
    kept = actions.keep(professional, answers, by=by, own=is_own(request, answers))
    drop(request)
    if kept.words:
        said = ", ".join(kept.words)
        messages.success(request, _("Kept in your profile: %(what)s.") % {"what": said})
    else:
        messages.info(request, _("Your profile told all of this already. Nothing was changed."))


def arrive(arrival: Arrival) -> None:
    """Somebody became a professional: fill in what the visit told before."""
    code = carried(arrival.request)
    if not code:
        return
    try:
        answers = unpack(code)
    except CodeError:
        drop(arrival.request)
        return
    save(arrival.request, arrival.professional, answers, arrival.professional.user)


def _told(request: HttpRequest) -> dict[str, Any]:
    told = request.session.get(OWN)
    return told if isinstance(told, dict) else {}
