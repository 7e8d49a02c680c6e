"""The doors of views: who may come in. What they set on the request is typed for the view."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, cast

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from accounts.identity import queries
from accounts.identity.permissions import Permission, allows
from accounts.models import Institution, Membership, Professional, User
from portal.kit.audience import Audience


class UserRequest(HttpRequest):
    user: User


class ProfessionalRequest(UserRequest):
    professional: Professional


class MemberRequest(UserRequest):
    membership: Membership
    institution: Institution


AnyView = Callable[..., HttpResponseBase]


def professional_required(
    view: Callable[Concatenate[ProfessionalRequest, ...], HttpResponseBase],
) -> AnyView:
    """Only for somebody with a professional's profile; who has none yet chooses a role first."""

    @login_required
    @wraps(view)
    def gate(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        professional = queries.professional_of(request.user)
        if professional is None:
            return _without_role(request)
        entered = cast(ProfessionalRequest, request)
        entered.professional = professional
        return view(entered, *args, **kwargs)

    gate.audience = Audience.PROFESSIONAL  # type: ignore[attr-defined]
    return cast(AnyView, gate)


def signed_in(view: Callable[Concatenate[UserRequest, ...], HttpResponseBase]) -> AnyView:
    """For anybody who signed in, whatever the role."""
    gate = login_required(cast(AnyView, view))
    gate.audience = Audience.SIGNED_IN  # type: ignore[attr-defined]
    return gate


def member_required(
    permission: Permission,
) -> Callable[[Callable[Concatenate[MemberRequest, ...], HttpResponseBase]], AnyView]:
    """Only for an active colleague of an institution whose role allows this."""

    def door(view: Callable[Concatenate[MemberRequest, ...], HttpResponseBase]) -> AnyView:
        @login_required
        @wraps(view)
        def gate(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            membership = queries.membership_of(request.user)
            if membership is None or not membership.is_active:
                return _without_role(request)
            if not allows(membership.role, permission):
                raise Http404
            entered = cast(MemberRequest, request)
            entered.membership, entered.institution = membership, membership.institution
            return view(entered, *args, **kwargs)

        gate.audience = Audience.MEMBER  # type: ignore[attr-defined]
        gate.permission = permission  # type: ignore[attr-defined]
        return cast(AnyView, gate)

    return door


def _without_role(request: HttpRequest) -> HttpResponse:
    """Somebody with another role gets 404; somebody without one chooses first."""
    user = cast(User, request.user)
    if queries.professional_of(user) or queries.membership_of(user) or user.is_staff:
        raise Http404
    return redirect("choose_role")
