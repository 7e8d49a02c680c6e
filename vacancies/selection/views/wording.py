"""The texts that a school often sends."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.identity.gates import MemberRequest, member_required
from accounts.identity.permissions import Permission
from portal.kit.forms import sent_in
from vacancies.models import MessageTemplate
from vacancies.selection import actions, queries
from vacancies.selection.actions import RefusedError
from vacancies.selection.forms import TemplateForm


@member_required(Permission.APPLICATION_DECIDE)
def templates(request: MemberRequest) -> HttpResponse:
    """All of them; every recruiter may change them."""
    context = {"templates": queries.templates_of(request.institution)}
    return render(request, "vacancies/selection/templates.html", context)


@member_required(Permission.APPLICATION_DECIDE)
def new(request: MemberRequest) -> HttpResponse:
    """Write one."""
    return _edit(request, MessageTemplate(institution=request.institution))


@member_required(Permission.APPLICATION_DECIDE)
def template(request: MemberRequest, pk: int) -> HttpResponse:
    """Change one."""
    return _edit(request, get_object_or_404(queries.templates_of(request.institution), pk=pk))


@require_POST
@member_required(Permission.APPLICATION_DECIDE)
def remove(request: MemberRequest, pk: int) -> HttpResponse:
    """Throw one away."""
    row = get_object_or_404(queries.templates_of(request.institution), pk=pk)
    actions.remove_template(row, by=request.user)
    messages.success(request, _("“%(name)s” is removed.") % {"name": row.name})
    return redirect("message_templates")


def _edit(request: MemberRequest, row: MessageTemplate) -> HttpResponse:
    seen = actions.fingerprint(row)
    initial = {
        "name": row.name,
        "text": row.text,
        "is_for_declining": row.is_for_declining,
        "seen": seen,
    }
    form = TemplateForm(sent_in(request), initial=initial)
    known = row.name
    if request.method == "POST" and form.is_valid() and _saved(request, row, form, seen):
        messages.success(request, _("The text is saved."))
        return redirect("message_templates")
    context = {"form": form, "template": row, "known": known}
    return render(request, "vacancies/selection/template.html", context)


def _saved(request: MemberRequest, row: MessageTemplate, form: TemplateForm, seen: str) -> bool:
    told = dict(form.cleaned_data)
    if told.pop("seen") != seen:
        form.add_error(
            None,
            _(
                "A colleague changed this text while you wrote. Yours is still here: copy what you "
                "want to keep and open the text again."
            ),
        )
        return False
    try:
        actions.save_template(row, **told, by=request.user)
    except RefusedError as refusal:
        form.add_error("name", str(refusal))
        return False
    return True
