from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count
from typing import Final
from urllib.parse import urlsplit

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.text import slugify

from accounts.enums import MembershipStatus, Role
from accounts.models import Institution, Invitation, Location, Membership, User
from accounts.organisations import words

FREE_MAIL: Final = frozenset(
    "gmail.com hotmail.com hotmail.nl outlook.com live.nl live.com ziggo.nl kpnmail.nl "
    "icloud.com yahoo.com xs4all.nl planet.nl home.nl upcmail.nl me.com proton.me".split()
)


def domain_of(email: str) -> str:
    """The part of an address after the at sign, in lower case."""
    return email.rpartition("@")[2].lower()


def has_own_domain(institution: Institution, email: str) -> bool:
    """Whether the address is at a mail domain of this school, or below one."""
    domain = domain_of(email)
    own = institution.mail_domains.values_list("domain", flat=True)
    return any(domain == name or domain.endswith(f".{name}") for name in own)


@dataclass(frozen=True)
class Evidence:
    """What speaks for a school that asks to be verified."""

    requester: User | None
    domain: str
    is_own_domain: bool
    is_at_website: bool
    is_free_mail: bool
    others_at_domain: int
    same_brin: tuple[Institution, ...]


def evidence_for(institution: Institution) -> Evidence:
    """Where the asker's address is, and whether BRIN and website agree."""
    requester = institution.requested_by
    domain = domain_of(requester.email) if requester else ""
    site = urlsplit(institution.website).hostname or ""
    at_domain = institution.memberships.active().filter(user__email__iendswith=f"@{domain}")
    return Evidence(
        requester=requester,
        domain=domain,
        is_own_domain=bool(domain) and has_own_domain(institution, f"@{domain}"),
        is_at_website=bool(domain) and (site == domain or site.endswith(f".{domain}")),
        is_free_mail=domain in FREE_MAIL,
        others_at_domain=at_domain.exclude(user=requester).count() if domain else 0,
        same_brin=tuple(_with_brin(institution)),
    )


def _with_brin(institution: Institution) -> QuerySet[Institution]:
    others = Institution.objects.exclude(pk=institution.pk)
    if not institution.brin:
        return others.none()
    return others.filter(Q(brin=institution.brin) | Q(other_brins__contains=institution.brin))


def to_verify() -> QuerySet[Institution]:
    """Schools that wait for a moderator, the longest first."""
    return Institution.objects.to_verify().select_related("requested_by")


def all_waiting() -> QuerySet[Membership]:
    """Everybody who waits to become a colleague, the longest first."""
    return (
        Membership.objects.pending()
        .select_related("user", "institution")
        .order_by("created_at", "pk")
    )


def institution_by_domain(email: str) -> Institution | None:
    """The school whose own mail domain this address has."""
    domain = domain_of(email)
    candidates = [domain, *(domain.split(".", n)[-1] for n in range(1, domain.count(".")))]
    return Institution.objects.findable().filter(mail_domains__domain__in=candidates).first()


def findable() -> QuerySet[Institution]:
    return Institution.objects.findable()


def institutions_like(text: str) -> QuerySet[Institution]:
    """Schools by (part of) a name, a former name or a BRIN."""
    text = text.strip()
    found = Q(name__icontains=text) | Q(aliases__icontains=text) | Q(brin__iexact=text)
    return Institution.objects.findable().filter(found | Q(other_brins__icontains=text))


def free_slug(name: str) -> str:
    """An address for a new school that nobody has yet."""
    base = slugify(name)[:70] or "school"
    for number in count(1):
        slug = base if number == 1 else f"{base}-{number}"
        if not Institution.objects.filter(slug=slug).exists():
            return slug
    raise AssertionError("count() does not end")


def colleagues(institution: Institution) -> QuerySet[Membership]:
    """Active colleagues, owners first."""
    return (
        institution.memberships.active().select_related("user").order_by("role", "user__name", "pk")
    )


def running(institution: Institution) -> QuerySet[Membership]:
    """Colleagues and those who wait to be one."""
    return institution.memberships.exclude(status=MembershipStatus.ENDED).select_related(
        "institution"
    )


def waiting(institution: Institution) -> QuerySet[Membership]:
    return institution.memberships.pending().select_related("user").order_by("created_at", "pk")


def waiting_by_id(ids: Iterable[int]) -> dict[int, Membership]:
    return Membership.objects.pending().select_related("user").in_bulk(list(ids))


def other_owners(membership: Membership) -> QuerySet[Membership]:
    return membership.institution.memberships.owners().exclude(pk=membership.pk)


def hold_owners(institution_id: int) -> None:
    """The owners of a school, until the end of the transaction: of two who leave at once, the
    second is the last."""
    rows = Membership.objects.owners().filter(institution=institution_id)
    list(rows.select_for_update(of=("self",)).order_by("pk"))


def open_invitations(institution: Institution) -> QuerySet[Invitation]:
    return institution.invitations.filter(accepted_at__isnull=True, revoked_at__isnull=True)


def invitation_by_token(token: str) -> Invitation | None:
    return (
        Invitation.objects.select_related("institution", "invited_by").filter(token=token).first()
    )


def why_not_open(invitation: Invitation | None) -> str:
    """Why the link of an invitation no longer works; empty when it does."""
    if invitation is None or not invitation.is_open(timezone.now()):
        return str(words.INVITATION_OVER)
    return ""


def locations(institution: Institution) -> QuerySet[Location]:
    """Buildings in use."""
    return institution.locations.filter(is_closed=False).select_related("place")


def recruiters(institution: Institution) -> QuerySet[User]:
    """Who acts for the school on vacancies: owners and recruiters."""
    return User.objects.filter(
        memberships__in=institution.memberships.active().filter(
            role__in=[Role.OWNER, Role.RECRUITER]
        )
    ).order_by("pk")
