from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.identity import queries as identity
from accounts.identity.gates import MemberRequest, UserRequest, member_required, signed_in
from accounts.identity.permissions import Permission
from accounts.organisations import actions, queries
from accounts.organisations.actions import RefusedError
from accounts.organisations.forms import (
    InstitutionRequestForm,
    InviteForm,
    LocationForm,
    NameForm,
    RoleForm,
    SearchForm,
    SettingsForm,
)
from portal.kit.audience import Audience, open_to
from portal.kit.forms import sent_in
from portal.kit.paging import page_of


@signed_in
def join(request: UserRequest) -> HttpResponse:
    """Find the own school: by mail domain first, else by name."""
    if identity.membership_of(request.user) or identity.professional_of(request.user):
        return redirect("dashboard")
    form = SearchForm(request.GET or None)
    text = request.GET.get("q", "").strip()[:120]
    page = page_of(request, queries.institutions_like(text)) if len(text) > 1 else None
    own = queries.institution_by_domain(request.user.email)
    query = urlencode({"q": text})
    context = {"form": form, "text": text, "page": page, "own": own, "query": query}
    return render(request, "accounts/organisations/join.html", context)


@signed_in
def join_institution(request: UserRequest, slug: str) -> HttpResponse:
    """Say who you are and become a recruiter, at once or after a colleague's yes."""
    institution = get_object_or_404(queries.findable(), slug=slug)
    form = NameForm(sent_in(request), initial={"name": request.user.name})
    if request.method == "POST" and form.is_valid():
        try:
            membership = actions.join(institution, by=request.user, name=form.cleaned_data["name"])
        except RefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("dashboard" if not membership.is_active else "school_vacancies")
    context = {
        "form": form,
        "institution": institution,
        "at_once": queries.has_own_domain(institution, request.user.email),
    }
    return render(request, "accounts/organisations/join_institution.html", context)


@signed_in
def request_institution(request: UserRequest) -> HttpResponse:
    """A school that is not in the list yet."""
    initial = {"name": request.GET.get("q", "")[:120], "my_name": request.user.name}
    form = InstitutionRequestForm(sent_in(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.request_institution(by=request.user, **form.cleaned_data)
        except RefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("dashboard")
    return render(request, "accounts/organisations/request.html", {"form": form})


@open_to(Audience.EVERYONE)
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """What the link in an invitation opens; accepting needs a sign-in."""
    row = queries.invitation_by_token(token)
    refusal = queries.why_not_open(row)
    if request.method == "POST" and row and not refusal and request.user.is_authenticated:
        try:
            actions.accept_invitation(row, by=request.user)
        except RefusedError as error:
            refusal = str(error)
        else:
            messages.success(request, _("Welcome at %(name)s.") % {"name": row.institution})
            return redirect("dashboard")
    context = {"invitation": row, "refusal": refusal}
    status = 200 if row else 404
    return render(request, "accounts/organisations/invitation.html", context, status=status)


@member_required(Permission.VACANCY_SEE)
def settings(request: MemberRequest) -> HttpResponse:
    """The school: its facts, locations and colleagues on one page."""
    context = {
        "institution": request.institution,
        "locations": queries.locations(request.institution),
        "colleagues": queries.colleagues(request.institution),
        "role": request.membership,
    }
    return render(request, "accounts/organisations/settings.html", context)


@member_required(Permission.INSTITUTION_EDIT)
def edit(request: MemberRequest) -> HttpResponse:
    form = SettingsForm(sent_in(request), instance=request.institution)
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        try:
            actions.edit(request.institution, version=version, by=request.user, **form.changes())
        except RefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Saved."))
            return redirect("school_settings")
    return render(request, "accounts/organisations/edit.html", {"form": form})


@member_required(Permission.LOCATION_MANAGE)
def locations(request: MemberRequest) -> HttpResponse:
    rows = queries.locations(request.institution)
    return render(request, "accounts/organisations/locations.html", {"locations": rows})


@member_required(Permission.LOCATION_MANAGE)
def location(request: MemberRequest, pk: int | None = None) -> HttpResponse:
    """A new building, or one to change."""
    row = get_object_or_404(queries.locations(request.institution), pk=pk) if pk else None
    form = LocationForm(sent_in(request), instance=row)
    if request.method == "POST" and form.is_valid():
        try:
            actions.save_location(
                request.institution, location=row, by=request.user, **form.cleaned_data
            )
        except RefusedError as refusal:
            form.add_error("name", str(refusal))
        else:
            messages.success(request, _("Location saved."))
            return redirect("locations")
    context = {"form": form, "location": row}
    return render(request, "accounts/organisations/location.html", context)


@require_POST
@member_required(Permission.LOCATION_MANAGE)
def close_location(request: MemberRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(queries.locations(request.institution), pk=pk)
    actions.close_location(row, by=request.user)
    messages.success(request, _("The location can no longer be chosen."))
    return redirect("locations")


@member_required(Permission.COLLEAGUE_MANAGE)
def colleagues(request: MemberRequest) -> HttpResponse:
    """Who is with us, who waits, who was invited; invite somebody."""
    form = InviteForm(sent_in(request))
    if request.method == "POST" and form.is_valid():
        try:
            actions.invite(request.institution, by=request.user, **form.cleaned_data)
        except RefusedError as refusal:
            form.add_error("email", str(refusal))
        else:
            messages.success(request, _("The invitation is on its way."))
            return redirect("colleagues")
    context = {
        "form": form,
        "colleagues": queries.colleagues(request.institution),
        "waiting": queries.waiting(request.institution),
        "invitations": queries.open_invitations(request.institution),
    }
    return render(request, "accounts/organisations/colleagues.html", context)


@require_POST
@member_required(Permission.COLLEAGUE_MANAGE)
def colleague(request: MemberRequest, pk: int, step: str) -> HttpResponse:
    """Approve, end or change the role of one colleague."""
    row = get_object_or_404(queries.running(request.institution), pk=pk)
    form = RoleForm(request.POST)
    try:
        if step == "akkoord":
            actions.approve_member(row, by=request.user)
        elif step == "stoppen":
            actions.end_member(row, by=request.user)
        elif form.is_valid():
            actions.change_role(row, role=form.cleaned_data["role"], by=request.user)
    except RefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Done."))
    return redirect("colleagues")


@require_POST
@member_required(Permission.COLLEAGUE_MANAGE)
def revoke(request: MemberRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(queries.open_invitations(request.institution), pk=pk)
    actions.revoke_invitation(row, by=request.user)
    messages.success(request, _("The invitation no longer works."))
    return redirect("colleagues")
