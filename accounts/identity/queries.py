from django.contrib.auth.models import AnonymousUser

from accounts.enums import MembershipStatus
from accounts.models import Membership, Professional, User


def membership_of(user: User | AnonymousUser) -> Membership | None:
    """The running membership, active or waiting, of somebody who signed in."""
    if not isinstance(user, User):
        return None
    return (
        Membership.objects.select_related("institution")
        .exclude(status=MembershipStatus.ENDED)
        .filter(user=user)
        .first()
    )


def professional_of(user: User | AnonymousUser) -> Professional | None:
    """The professional's profile of somebody who signed in, if there is one."""
    if not isinstance(user, User):
        return None
    return Professional.objects.select_related("place", "user").filter(user=user).first()
