from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.audit import actions as audit
from accounts.enums import InstitutionStatus, MembershipStatus, Role
from accounts.identity import actions as identity_actions
from accounts.identity import queries as identity
from accounts.models import Institution, Invitation, Location, MailDomain, Membership, Place, User
from accounts.models.organisation import INVITATION_TERM
from accounts.notifications import handing
from accounts.organisations import hooks, notices, queries, words
from portal.kit import tokens


class RefusedError(Exception):
    """The step cannot be done; the text says why, for the person who asked."""


@transaction.atomic
def join(institution: Institution, *, by: User, name: str = "") -> Membership:
    """Become a recruiter: at once with a confirmed address at the school's own domain, else after
    an owner or admin says yes. Raises RefusedError for somebody who already has a school."""
    if identity.membership_of(by) or identity.professional_of(by):
        raise RefusedError(words.ALREADY_A_ROLE)
    if institution.status == InstitutionStatus.SUSPENDED:
        raise RefusedError(words.SCHOOL_SUSPENDED)
    identity_actions.set_name(by, name)
    own = by.confirmed_at is not None and queries.has_own_domain(institution, by.email)
    status = MembershipStatus.ACTIVE if own else MembershipStatus.PENDING
    return _enter(institution, user=by, role=Role.RECRUITER, status=status, by=by)


@transaction.atomic
def request_institution(
    *,
    name: str,
    kind: str,
    holiday_region: str,
    website: str = "",
    brin: str = "",
    my_name: str = "",
    by: User,
) -> Membership:
    """A school that is not in the list: it waits for verification, the asker becomes its owner.
    Drafts can be written meanwhile; nothing is published before verification."""
    if identity.membership_of(by) or identity.professional_of(by):
        raise RefusedError(words.ALREADY_A_ROLE)
    identity_actions.set_name(by, my_name)
    institution = Institution.objects.create(
        name=name,
        slug=queries.free_slug(name),
        kind=kind,
        holiday_region=holiday_region,
        website=website,
        brin=brin,
        requested_by=by,
    )
    audit.record("institution.requested", institution, by=by)
    return _enter(institution, user=by, role=Role.OWNER, status=MembershipStatus.ACTIVE, by=by)


def _enter(
    institution: Institution, *, user: User, role: str, status: str, by: User | None
) -> Membership:
    """A membership, new or taken up again; waiting ones are told to who decides."""
    membership, _ = Membership.objects.update_or_create(
        user=user, institution=institution, defaults={"role": role, "status": status}
    )
    audit.record(f"membership.{status}", membership, by=by, detail={"role": role})
    if status == MembershipStatus.PENDING:
        notices.colleague_waits(membership)
    return membership


@transaction.atomic
def approve_member(membership: Membership, *, by: User) -> None:
    """An owner or moderator says yes; the colleague is told."""
    if membership.status != MembershipStatus.PENDING:
        return
    membership.status = MembershipStatus.ACTIVE
    membership.save(update_fields=["status", "updated_at"])
    audit.record("membership.approved", membership, by=by)
    notices.colleague_welcome(membership)


@transaction.atomic
def end_member(membership: Membership, *, by: User) -> None:
    """A colleague leaves, or a request is refused; what no mail told yet goes to the owners.

    Raises RefusedError for the last owner.
    """
    queries.hold_owners(membership.institution_id)
    membership.refresh_from_db(fields=["role", "status"])
    if membership.role == Role.OWNER and not queries.other_owners(membership).exists():
        raise RefusedError(words.LAST_OWNER)
    membership.status = MembershipStatus.ENDED
    membership.save(update_fields=["status", "updated_at"])
    audit.record("membership.ended", membership, by=by)
    _hand_over(membership)


def let_go(user: User) -> None:
    """Before an account goes: what this colleague was still to be told goes to the owners."""
    for membership in Membership.objects.filter(user=user, status=MembershipStatus.ACTIVE):
        _hand_over(membership)


def _hand_over(membership: Membership) -> None:
    owners = Membership.objects.owners().filter(institution=membership.institution_id)
    others = owners.exclude(user=membership.user_id).order_by("pk")
    handing.hand_over(
        membership.user,
        membership.institution,
        to=list(others.values_list("user_id", flat=True)),
    )


@transaction.atomic
def change_role(membership: Membership, *, role: str, by: User) -> None:
    """Another role for a colleague; also how an owner hands over. Raises RefusedError when the
    last owner would be gone."""
    queries.hold_owners(membership.institution_id)
    membership.refresh_from_db(fields=["role", "status"])
    steps_down = membership.role == Role.OWNER and role != Role.OWNER
    if steps_down and not queries.other_owners(membership).exists():
        raise RefusedError(words.LAST_OWNER)
    membership.role = role
    membership.save(update_fields=["role", "updated_at"])
    audit.record("membership.role_changed", membership, by=by, detail={"role": role})


@transaction.atomic
def invite(institution: Institution, *, email: str, role: str, by: User) -> Invitation:
    """Ask a colleague by mail; asking again renews the term. Raises RefusedError for a colleague."""
    email = email.strip().lower()
    if queries.colleagues(institution).filter(user__email=email).exists():
        raise RefusedError(words.ALREADY_A_COLLEAGUE)
    now = timezone.now()
    institution.invitations.filter(
        email=email, accepted_at__isnull=True, revoked_at__isnull=True
    ).update(revoked_at=now)
    invitation = Invitation.objects.create(
        institution=institution,
        email=email,
        role=role,
        token=tokens.new_token(),
        invited_by=by,
        expires_at=now + INVITATION_TERM,
    )
    audit.record("invitation.sent", invitation, by=by, detail={"role": role})
    notices.post_invitation(invitation)
    return invitation


@transaction.atomic
def revoke_invitation(invitation: Invitation, *, by: User) -> None:
    """The link stops working."""
    invitation.revoked_at = timezone.now()
    invitation.save(update_fields=["revoked_at"])
    audit.record("invitation.revoked", invitation, by=by)


@transaction.atomic
def accept_invitation(invitation: Invitation, *, by: User) -> Membership:
    """Whoever holds the link and signed in becomes a colleague, once, within the term."""
    if not invitation.is_open(timezone.now()):
        raise RefusedError(words.INVITATION_OVER)
    running = identity.membership_of(by)
    if identity.professional_of(by) or (
        running and running.institution_id != invitation.institution_id
    ):
        raise RefusedError(words.ALREADY_A_ROLE)
    invitation.accepted_at = timezone.now()
    invitation.save(update_fields=["accepted_at"])
    return _enter(
        invitation.institution,
        user=by,
        role=invitation.role,
        status=MembershipStatus.ACTIVE,
        by=invitation.invited_by,
    )


@transaction.atomic
def verify(institution: Institution, *, by: User) -> None:
    """A moderator has seen the evidence: the school may publish from now on."""
    institution.status = InstitutionStatus.VERIFIED
    institution.status_reason = ""
    institution.verified_at = timezone.now()
    institution.save(update_fields=["status", "status_reason", "verified_at"])
    audit.record("institution.verified", institution, by=by)
    notices.school_verified(institution)


@transaction.atomic
def suspend(institution: Institution, *, reason: str, by: User) -> None:
    """The school may not publish or see candidates until verified again; what is open, pauses."""
    institution.status = InstitutionStatus.SUSPENDED
    institution.status_reason = reason
    institution.save(update_fields=["status", "status_reason"])
    hooks.suspended.fire(institution)
    audit.record("institution.suspended", institution, by=by)


@transaction.atomic
def edit(institution: Institution, *, version: int, by: User, **fields: object) -> Institution:
    """Change the school's own facts. Raises RefusedError when a colleague was first."""
    changed = Institution.objects.filter(pk=institution.pk, version=version).update(
        **fields, version=version + 1
    )
    if not changed:
        raise RefusedError(words.CHANGED_MEANWHILE)
    audit.record("institution.edited", institution, by=by, detail={"fields": sorted(fields)})
    institution.refresh_from_db()
    return institution


@transaction.atomic
def add_domain(institution: Institution, *, domain: str, by: User) -> MailDomain:
    """A mail domain of the school's own. Raises RefusedError for a free mail service or one taken."""
    domain = domain.strip().lower().removeprefix("@")
    if domain in queries.FREE_MAIL:
        raise RefusedError(words.FREE_MAIL)
    try:
        with transaction.atomic():
            row = MailDomain.objects.create(institution=institution, domain=domain)
    except IntegrityError:
        raise RefusedError(words.DOMAIN_TAKEN) from None
    audit.record("institution.domain_added", institution, by=by)
    return row


@transaction.atomic
def remove_domain(domain: MailDomain, *, by: User) -> None:
    """Newcomers with this mail domain wait for a yes again; who joined stays."""
    domain.delete()
    audit.record("institution.domain_removed", domain.institution, by=by)


@transaction.atomic
def save_location(
    institution: Institution,
    *,
    location: Location | None,
    name: str,
    place: Place,
    address: str,
    postcode: str,
    by: User,
) -> Location:
    """A new or changed building. Raises RefusedError for a name the school already uses."""
    row = location or Location(institution=institution)
    row.name, row.place, row.address, row.postcode = name, place, address, postcode
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise RefusedError(words.LOCATION_NAME_TAKEN) from None
    audit.record("location.saved", row, by=by)
    return row


@transaction.atomic
def close_location(location: Location, *, by: User) -> None:
    """No longer to be chosen; vacancies that have it keep it."""
    location.is_closed = True
    location.save(update_fields=["is_closed"])
    audit.record("location.closed", location, by=by)
