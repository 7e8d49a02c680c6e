from datetime import datetime, timedelta

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from accounts.enums import MembershipStatus
from accounts.models import Membership, Professional, User

UNCONFIRMED_KEPT = timedelta(days=2)


def user_of(email: str) -> User | None:
    """Whoever signs in with this address."""
    return User.objects.filter(email=email.strip().lower()).first()


def never_confirmed(now: datetime) -> QuerySet[User]:
    """Who asked for a code more than two days ago and never entered one."""
    return User.objects.filter(
        confirmed_at__isnull=True,
        last_login__isnull=True,
        is_staff=False,
        joined_at__lt=now - UNCONFIRMED_KEPT,
    )


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
