"""What every page needs: the name of the site, and where the reader can go."""

from dataclasses import dataclass, replace

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.identity import queries
from accounts.notifications.queries import unread_count


@dataclass(frozen=True)
class NavItem:
    """A link in the header; `current` when the page is this one or below it."""

    label: str
    url: str
    current: bool
    count: int = 0


def site(request: HttpRequest) -> dict[str, object]:
    """Context of all pages: SITE_NAME, DEMO, `nav` (at most four links) and `account`."""
    items, account = _links(request)
    nav = [NavItem(label, url, _is_here(url, request.path)) for label, url in items]
    if not any(item.current for item in nav) and _is_own(request.path, account.url):
        account = replace(account, current=True)
    return {
        "SITE_NAME": settings.SITE_NAME,
        "SITE_URL": settings.SITE_URL,
        "DEMO": settings.DEMO,
        "nav": nav,
        "account": account,
    }


def _links(request: HttpRequest) -> tuple[list[tuple[str, str]], NavItem]:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return _public(), NavItem(_("Sign in"), reverse("account_request_login_code"), False)
    home = reverse("dashboard")
    place = (home, request.path == home, unread_count(user))
    if queries.professional_of(user):
        return _of_professional(), NavItem(user.name or _("My account"), *place)
    membership = queries.membership_of(user)
    if membership:
        return _of_member(), NavItem(membership.institution.name, *place)
    items = [(_("Moderation"), reverse("admin:index"))] if user.is_staff else []
    return [*_public()[: 4 - len(items)], *items], NavItem(user.name or _("My account"), *place)


def _is_here(url: str, path: str) -> bool:
    """Whether a page hangs under a link; all pages about the school hang under one,
    and so do those about who somebody is."""
    if url == reverse("school_settings"):
        return path.startswith((url, reverse("locations"), reverse("colleagues")))
    if url == reverse("profile"):
        return path.startswith((url, reverse("credentials")))
    return path.startswith(url)


def _is_own(path: str, home: str) -> bool:
    """Whether a page is reached from the reader's own page and hangs under no other link."""
    own = [reverse(name) for name in ("agenda", "placements", "trajectories")]
    return path.startswith((home, *own))


def _public() -> list[tuple[str, str]]:
    return [
        (_("Vacancies"), reverse("vacancies")),
        (_("May I teach?"), reverse("route_check")),
        (_("Courses"), reverse("courses")),
        (_("For schools"), reverse("for_schools")),
    ]


def _of_professional() -> list[tuple[str, str]]:
    return [
        (_("My matches"), reverse("my_matches")),
        (_("My week"), reverse("week")),
        (_("My profile"), reverse("profile")),
        (_("Vacancies"), reverse("vacancies")),
    ]


def _of_member() -> list[tuple[str, str]]:
    return [
        (_("Our vacancies"), reverse("school_vacancies")),
        (_("Interest"), reverse("applications")),
        (_("School"), reverse("school_settings")),
        (_("All vacancies"), reverse("vacancies")),
    ]
