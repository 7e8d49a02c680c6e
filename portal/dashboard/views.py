from django.http import HttpResponse
from django.shortcuts import redirect, render

from accounts.identity import queries as identity
from accounts.identity.gates import UserRequest, signed_in
from portal.dashboard import queries


@signed_in
def dashboard(request: UserRequest) -> HttpResponse:
    """The home that fits the role; who has none chooses one."""
    if professional := identity.professional_of(request.user):
        context = {"home": queries.of_professional(professional), "professional": professional}
        return render(request, "portal/dashboard/professional.html", context)
    if membership := identity.membership_of(request.user):
        if not membership.is_active:
            context = {"membership": membership}
            return render(request, "portal/dashboard/waiting.html", context)
        context = {"home": queries.of_school(membership), "membership": membership}
        return render(request, "portal/dashboard/school.html", context)
    return redirect("admin:index" if request.user.is_staff else "choose_role")
