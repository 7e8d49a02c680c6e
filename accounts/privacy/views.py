"""My data: who looked, to what I said yes, take it along, be forgotten."""

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.enums import ConsentKind
from accounts.identity import queries as identity
from accounts.identity.gates import UserRequest, signed_in
from accounts.privacy import actions, queries
from accounts.privacy.errors import LastOwnerError, StaffAccountError
from accounts.privacy.forms import ConsentForm, DeleteForm
from accounts.profiles import actions as profiles
from accounts.profiles import queries as profile_queries
from accounts.profiles.consents import TERM
from portal.kit.forms import sent_in
from portal.kit.paging import page_of

PRETTY = {"indent": 2, "ensure_ascii": False}


@signed_in
@never_cache
def my_data(request: UserRequest) -> HttpResponse:
    professional = identity.professional_of(request.user)
    running = profile_queries.running_consent(request.user)
    context = {
        "professional": professional,
        "page": page_of(request, queries.views_of(professional)) if professional else None,
        "consents": queries.consents_of(request.user)[:20],
        "profile_yes": running,
        "profile_until": running.given_at + TERM if running else None,
        "mail_yes": profile_queries.running_consent(request.user, ConsentKind.MATCH_MAIL),
    }
    return render(request, "accounts/privacy/my_data.html", context)


@signed_in
@require_POST
def consent(request: UserRequest) -> HttpResponse:
    """Say yes to the text of now, or take a yes back."""
    form = ConsentForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("This is not something you can say yes or no to."))
        return redirect("my_data")
    kind = form.cleaned_data["kind"]
    if form.cleaned_data["answer"] == "yes":
        profiles.give_consent(request.user, kind, by=request.user)
        messages.success(request, _("Thank you. Your yes is kept, with today's date."))
    else:
        profiles.withdraw_consent(request.user, kind, by=request.user)
        messages.success(request, _("Your yes is taken back. It stops at once."))
    return redirect("my_data")


@signed_in
@never_cache
def download(request: UserRequest) -> HttpResponse:
    """All that is kept about me, in a file that machines can read too."""
    name = f"dagdeel-{timezone.localdate():%Y-%m-%d}.json"
    response = JsonResponse(queries.download(request.user), json_dumps_params=PRETTY)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@signed_in
@never_cache
def delete(request: UserRequest) -> HttpResponse:
    form = DeleteForm(request.user, sent_in(request))
    if request.method == "POST" and form.is_valid():
        try:
            actions.delete_account(request.user, by=request.user)
        except LastOwnerError:
            form.add_error(
                None, _("You are the only owner of your school. Make a colleague owner.")
            )
        except StaffAccountError:
            form.add_error(
                None, _("You are a moderator. Ask another moderator to end this account.")
            )
        else:
            logout(request)
            messages.success(request, _("Your account and all that was yours is deleted."))
            return redirect("home")
    context = {"form": form, "professional": identity.professional_of(request.user)}
    return render(request, "accounts/privacy/delete.html", context)
