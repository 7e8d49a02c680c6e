"""The table of all addresses: what each is called, for whom it is, and what may answer."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from accounts.enums import Role
from accounts.identity.permissions import Permission, allows
from portal.kit.audience import Audience

# Views of packages declare no audience; their own tests hold them to it.
OF_PACKAGES = {
    "account/": "allauth",
    "beheer/": "the admin",
    "favicon.ico": "a redirect to the picture",
}
ENTER, DOOR, SHUT = "enter", "door", "shut"


@dataclass(frozen=True)
class Address:
    """One row of the table."""

    route: str
    name: str
    parameters: frozenset[str]
    audience: Audience | None
    permission: Permission | None

    @property
    def is_of_a_package(self) -> bool:
        return self.audience is None and self.route.startswith(tuple(OF_PACKAGES))

    @property
    def shows_one_row(self) -> bool:
        """Whether it is about a row of somebody; the code of a vacancy is public knowledge."""
        keys = {"pk", "public_id"} | ({"code"} if self.audience == Audience.MEMBER else set())
        return bool(self.parameters & keys)

    def url(self, arguments: dict[str, object]) -> str:
        return reverse(self.name, kwargs={key: arguments[key] for key in self.parameters})

    def meant_for(self, person: str) -> str:
        """Whether this person of the tests may come in, is sent to the door, or finds nothing."""
        if self.audience == Audience.EVERYONE:
            return ENTER
        if person == "anonymous":
            return DOOR
        return ENTER if self._lets_in(person) else SHUT

    def _lets_in(self, person: str) -> bool:
        match self.audience:
            case Audience.PROFESSIONAL:
                return person == "anna" or (person == "dirk" and not self.shows_one_row)
            case Audience.MEMBER:
                allowed = self.permission is None or allows(Role.RECRUITER, self.permission)
                return allowed and (
                    person == "bram" or (person == "carla" and not self.shows_one_row)
                )
            case Audience.STAFF:
                return person == "mo"
            case _:
                return person == "anna" or not self.shows_one_row


def is_page(answer: HttpResponse) -> bool:
    """A whole page: no fragment, no feed, and no sheet made elsewhere that a page of ours frames."""
    is_sheet = "sandbox" in answer.headers.get("Content-Security-Policy", "")
    is_html = b"<html" in getattr(answer, "content", b"")[:400]
    return answer.status_code == 200 and is_html and not is_sheet


def all_addresses() -> list[Address]:
    return list(_below(get_resolver(), ""))


def own_addresses() -> list[Address]:
    return [address for address in all_addresses() if not address.is_of_a_package]


def package_urls() -> list[str]:
    """The addresses of packages that need nothing to be opened."""
    urls = []
    for address in all_addresses():
        if address.is_of_a_package and not address.parameters and address.route[:4] == "acco":
            try:
                urls.append(reverse(address.name))
            except NoReverseMatch:
                continue
    return sorted(set(urls))


def _below(resolver: URLResolver, prefix: str) -> Iterator[Address]:
    for entry in resolver.url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield Address(
                route=route,
                name=entry.name or "",
                parameters=frozenset(entry.pattern.converters)
                | frozenset(getattr(getattr(entry.pattern, "regex", None), "groupindex", {})),
                audience=getattr(entry.callback, "audience", None),
                permission=getattr(entry.callback, "permission", None),
            )
        else:
            yield from _below(entry, route)
