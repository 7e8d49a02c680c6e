"""The forms of what a school judges, signs and saw."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.credentials import actions as papers
from accounts.credentials import queries as paper_queries
from accounts.credentials.errors import RefusedError as PaperRefusedError
from accounts.enums import CheckOutcome
from accounts.identity.gates import MemberRequest, member_required
from accounts.identity.permissions import Permission
from accounts.models import Credential
from portal.kit.forms import sent_in
from vacancies.assessment import actions
from vacancies.assessment.actions.deciding import grounds_for
from vacancies.assessment.drafts import route_of
from vacancies.assessment.errors import RefusedError
from vacancies.assessment.forms import DecisionForm, PaperSeenForm, StatementForm
from vacancies.assessment.kinds import BY_CODE, BY_SLUG, kinds_for, routes_for
from vacancies.assessment.page import DOCUMENTS_FOR
from vacancies.assessment.queries import Subject
from vacancies.assessment.statement import STATEMENT_ROUTES
from vacancies.assessment.views.subject import known_subject_or_404
from vacancies.assessment.vog import last_day_to_show, when_it_counts
from vacancies.codes import Route
from vacancies.routes.book import rule_book
from vacancies.routes.words import Voice, need_words, route_label


@member_required(Permission.SUITABILITY_RECORD)
def record(request: MemberRequest, code: str, public_id: UUID, kind: str) -> HttpResponse:
    """One judgement, signature, decision or period."""
    subject = known_subject_or_404(request, code, public_id)
    asked = BY_SLUG.get(kind)
    if asked is None or asked not in kinds_for(subject.vacancy.function_kind):
        raise Http404
    routes = routes_for(asked, subject.vacancy.function_kind)
    form = DecisionForm(asked, routes, sent_in(request))
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_decision(
                subject.professional,
                institution=request.institution,
                by=request.user,
                **form.facts,
            )
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _("Recorded: %(what)s.") % {"what": asked.label})
            return _back(subject)
    context = {"subject": subject, "form": form, "kind": asked}
    return render(request, "vacancies/assessment/record.html", context)


@member_required(Permission.SUITABILITY_RECORD)
def statement(request: MemberRequest, code: str, public_id: UUID) -> HttpResponse:
    """The suitability statement with the judgements it rests on."""
    subject = known_subject_or_404(request, code, public_id)
    if subject.vacancy.function_kind not in DOCUMENTS_FOR:
        raise Http404
    route = _asked_route(request, subject)
    grounds = grounds_for(subject.professional, request.institution, route, timezone.localdate())
    form = StatementForm(grounds, sent_in(request))
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_statement(
                subject.professional,
                institution=request.institution,
                route=route,
                decided_on=form.cleaned_data["decided_on"],
                judged=form.judged,
                note=form.cleaned_data["note"],
                by=request.user,
            )
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _("The statement and its judgements are recorded."))
            return _back(subject)
    today = timezone.localdate()
    context = {
        "subject": subject,
        "form": form,
        "route": route,
        "route_name": route_label(route),
        "routes": [(one, route_label(one)) for one in STATEMENT_ROUTES],
        "held": [BY_CODE[one].label for one in grounds.held],
        "obstacles": [
            need_words(need, voice=Voice.SCHOOL, book=rule_book(), on=today)
            for need in grounds.obstacles
        ],
    }
    return render(request, "vacancies/assessment/statement.html", context)


@member_required(Permission.SUITABILITY_RECORD)
def paper(request: MemberRequest, code: str, public_id: UUID, paper_id: UUID) -> HttpResponse:
    """Note what our school saw of one paper."""
    subject = known_subject_or_404(request, code, public_id)
    rows = paper_queries.papers_of(subject.professional)
    row = get_object_or_404(rows, public_id=paper_id)
    check = paper_queries.checks_by(request.institution, subject.professional).get(row.pk)
    form = PaperSeenForm(row, check, sent_in(request))
    if request.method == "POST" and form.is_valid():
        try:
            _note(request, row, form)
        except PaperRefusedError as refusal:
            form.refuse(RefusedError(str(refusal), refusal.field))
        else:
            messages.success(request, _("Noted. The professional can see it."))
            return _back(subject)
    context = {
        "subject": subject,
        "form": form,
        "paper": row,
        "check": check,
        "show_until": last_day_to_show(row),
        "when_it_counts": when_it_counts(),
    }
    return render(request, "vacancies/assessment/paper.html", context)


def _note(request: MemberRequest, row: Credential, form: PaperSeenForm) -> None:
    told = form.cleaned_data
    if told["outcome"] == CheckOutcome.SEEN:
        papers.mark_seen(
            row, institution=request.institution, shown_on=told["shown_on"], by=request.user
        )
    else:
        papers.reject(row, institution=request.institution, reason=told["reason"], by=request.user)


def _asked_route(request: MemberRequest, subject: Subject) -> Route:
    """The route in the address, else the one that the papers tell."""
    asked = request.GET.get("route", "")
    return Route(asked) if asked in STATEMENT_ROUTES else route_of(subject)


def _back(subject: Subject) -> HttpResponse:
    return redirect("assessment", subject.vacancy.code, subject.professional.public_id)
