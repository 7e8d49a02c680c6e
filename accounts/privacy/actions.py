from typing import Final

from allauth.usersessions.models import UserSession
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, OperationalError, transaction

from accounts.audit import actions as audit
from accounts.models import Institution, Invitation, Mail, Professional, ProfileView, User
from accounts.privacy import queries
from accounts.privacy.errors import LastOwnerError, StaffAccountError
from accounts.privacy.registry import erasers, holders

TRIES: Final = 3


def record_view(
    professional: Professional, *, institution: Institution, viewer: User | None, with_name: bool
) -> ProfileView:
    """Note that a school looked at this profile; its owner sees when and which school.

    No `viewer`: somebody of the school without an account, by a link.
    """
    return ProfileView.objects.create(
        professional=professional, institution=institution, viewer=viewer, with_name=with_name
    )


def delete_account(user: User, *, by: User) -> None:
    """Forget a person: everything that is theirs goes; the audit stays, without the person.

    Who acts on something of this person meanwhile goes first or finds nothing; what was kept in
    between, as a notice, is found by trying again. Raises LastOwnerError while colleagues would be
    left without an owner, StaffAccountError for a moderator, PermissionDenied to a stranger.
    """
    for _try in range(TRIES - 1):
        try:
            _delete(user, by=by)
        except (IntegrityError, OperationalError):
            continue
        return
    _delete(user, by=by)


@transaction.atomic
def _delete(user: User, *, by: User) -> None:
    holders.fire(user)
    user = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    if by.pk != user.pk and not by.is_staff:
        raise PermissionDenied
    if user.is_staff:
        raise StaffAccountError
    if queries.is_last_owner(user):
        raise LastOwnerError
    audit.record("account.deleted", user, by=None if by.pk == user.pk else by)
    erasers.fire(user)
    for session in UserSession.objects.filter(user=user):
        session.end()
    Mail.objects.filter(to_address__iexact=user.email).delete()
    Invitation.objects.filter(email__iexact=user.email).delete()
    user.delete()
