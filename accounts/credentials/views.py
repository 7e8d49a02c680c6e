"""My papers: what I have, what runs out, which school saw what; and the files, with a guard."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accounts.credentials import actions, queries, shelf
from accounts.credentials.errors import RefusedError
from accounts.credentials.forms import AnswersForm, PaperForm
from accounts.credentials.kinds import GROUPS, RULES
from accounts.credentials.registry import vog_term
from accounts.credentials.serving import attachment
from accounts.enums import CredentialKind
from accounts.identity.gates import (
    MemberRequest,
    ProfessionalRequest,
    member_required,
    professional_required,
)
from accounts.identity.permissions import Permission
from accounts.models import Credential
from accounts.notifications.actions import mark_read
from portal.kit.forms import sent_in


@professional_required
@never_cache
def credentials(request: ProfessionalRequest) -> HttpResponse:
    """The list, and below it what the law asks besides papers."""
    professional = request.professional
    answers = queries.answers_of(professional)
    form = AnswersForm(answers, sent_in(request))
    if request.method == "POST" and form.is_valid():
        actions.answer(professional, by=request.user, **form.answers)
        messages.success(request, _("Your answers are saved."))
        return redirect("credentials")
    context = {
        "rows": shelf.rows_of(queries.papers_of(professional)),
        "form": form,
        "answers": answers,
        "vog_months": vog_term.on(timezone.localdate()),
    }
    return render(request, "accounts/credentials/list.html", context)


@professional_required
@never_cache
def new(request: ProfessionalRequest) -> HttpResponse:
    """First the kind, then only what that kind asks."""
    kind = request.GET.get("soort", "")
    if kind not in RULES:
        groups = [
            (label, [(CredentialKind(one), RULES[one].about) for one in kinds])
            for label, kinds in GROUPS
        ]
        return render(request, "accounts/credentials/choose.html", {"groups": groups})
    form = _form(request, kind)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add(request.professional, kind, form.facts, by=request.user, file=form.new_file)
        except RefusedError as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            messages.success(request, _("Saved with your papers."))
            _warn_of_number(request, form)
            return redirect("credentials")
    return render(request, "accounts/credentials/paper.html", _about(kind, form))


@professional_required
@never_cache
def credential(request: ProfessionalRequest, public_id: UUID) -> HttpResponse:
    """One paper: what it says, its file, who saw it."""
    paper = get_object_or_404(queries.papers_of(request.professional), public_id=public_id)
    mark_read(request.user, target=f"credential:{paper.pk}")
    form = _form(request, paper.kind, paper)
    if request.method == "POST" and form.is_valid():
        actions.change(paper, form.facts, by=request.user)
        if form.new_file:
            actions.attach(paper, form.new_file, by=request.user)
        elif form.drops_file:
            actions.detach(paper, by=request.user)
        messages.success(request, _("Saved with your papers."))
        _warn_of_number(request, form)
        return redirect("credentials")
    context = {"paper": paper, "row": shelf.rows_of([paper])[0]}
    return render(request, "accounts/credentials/paper.html", _about(paper.kind, form) | context)


@professional_required
@never_cache
def remove(request: ProfessionalRequest, public_id: UUID) -> HttpResponse:
    """Ask once, then delete the paper and its file."""
    paper = get_object_or_404(queries.papers_of(request.professional), public_id=public_id)
    if request.method == "POST":
        actions.remove(paper, by=request.user)
        messages.success(request, _("The paper is deleted, with its file."))
        return redirect("credentials")
    context = {"paper": paper, "row": shelf.rows_of([paper])[0]}
    return render(request, "accounts/credentials/remove.html", context)


@professional_required
def file(request: ProfessionalRequest, public_id: UUID) -> HttpResponse:
    """My own file."""
    papers = queries.papers_of(request.professional).exclude(file="")
    return _download(get_object_or_404(papers, public_id=public_id))


@member_required(Permission.APPLICATION_DECIDE)
def file_for_school(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """The file of somebody who said yes to this school; its owner sees that it was fetched."""
    papers: QuerySet[Credential] = queries.files_shown_to(request.institution)
    paper = get_object_or_404(papers, public_id=public_id)
    actions.note_read(paper, institution=request.institution, by=request.user)
    return _download(paper)


def _form(request: ProfessionalRequest, kind: str, paper: Credential | None = None) -> PaperForm:
    if request.method == "POST":
        return PaperForm(kind, request.POST, request.FILES, paper=paper)
    return PaperForm(kind, paper=paper)


def _about(kind: str, form: PaperForm) -> dict[str, Any]:
    return {
        "form": form,
        "kind": CredentialKind(kind),
        "about": RULES[kind].about,
        "vog_months": vog_term.on(timezone.localdate()),
    }


def _warn_of_number(request: ProfessionalRequest, form: PaperForm) -> None:
    if form.new_file and form.new_file.had_number:
        messages.warning(
            request,
            _(
                "The name of the file held what looks like your citizen service number (BSN). "
                "We took it out of the name. Is it on the copy as well? Cover it, and choose "
                "the new file."
            ),
        )


def _download(paper: Credential) -> HttpResponse:
    return attachment(paper.file, name=paper.file_name, media_type=paper.file_type)
