from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.admin.base import FactsAdmin, Forms, clean
from accounts.admin.forms import InstitutionForm, MailDomainForm, ReasonForm
from accounts.enums import InstitutionStatus, MembershipStatus
from accounts.identity.gates import UserRequest
from accounts.models import Institution
from accounts.organisations import actions, queries


@admin.register(Institution)
class InstitutionAdmin(FactsAdmin):
    """Who may publish here: the evidence, and the steps that follow from it."""

    list_display = ("name", "status", "kind", "brin", "colleagues", "created_at")
    list_filter = ("status", "kind", "holiday_region")
    search_fields = ("name", "aliases", "brin", "other_brins", "mail_domains__domain")
    template = "admin/desk/institution.html"
    steps = {
        "verify": "verify",
        "suspend": "suspend",
        "edit": "edit",
        "add_domain": "add_domain",
        "remove_domain": "remove_domain",
    }
    facts = (
        *("status", "kind", "brin", "other_brins", "kvk", "website", "other_names"),
        *("holiday_region", "prep_factor", "verified_at", "created_at"),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Institution]:
        active = Q(memberships__status=MembershipStatus.ACTIVE)
        rows: QuerySet[Institution] = super().get_queryset(request)
        return rows.select_related("requested_by").annotate(
            number=Count("memberships", filter=active)
        )

    @admin.display(description=gettext_lazy("colleagues"), ordering="number")
    def colleagues(self, row: Institution) -> int:
        return row.number  # type: ignore[attr-defined, no-any-return]

    @admin.display(description=gettext_lazy("other and former names"))
    def other_names(self, row: Institution) -> str:
        return row.other_names

    def more(self, request: HttpRequest, row: Institution, forms: Forms) -> dict[str, Any]:
        return {
            "evidence": queries.evidence_for(row),
            "mail_domains": row.mail_domains.all(),
            "colleagues": queries.colleagues(row),
            "waiting": queries.waiting(row),
            "is_pending": row.status == InstitutionStatus.PENDING,
            "is_suspended": row.status == InstitutionStatus.SUSPENDED,
            "suspend_form": forms.get("suspend") or ReasonForm(),
            "domain_form": forms.get("add_domain") or MailDomainForm(),
            "edit_form": forms.get("edit")
            or InstitutionForm(instance=row, initial={"version": row.version}),
            "edit_is_open": "edit" in forms,
        }

    def verify(self, request: UserRequest, row: Institution) -> str:
        actions.verify(row, by=request.user)
        return _("%(school)s is verified. Its colleagues are told.") % {"school": row}

    def suspend(self, request: UserRequest, row: Institution) -> str:
        typed = clean(ReasonForm(request.POST), "suspend")
        actions.suspend(row, reason=typed["reason"], by=request.user)
        return _("%(school)s is suspended. Its open vacancies are paused.") % {"school": row}

    def edit(self, request: UserRequest, row: Institution) -> str:
        shown = Institution.objects.get(pk=row.pk)
        typed = clean(InstitutionForm(request.POST, instance=shown), "edit")
        actions.edit(row, by=request.user, **typed)
        return _("The facts of %(school)s are saved.") % {"school": row}

    def add_domain(self, request: UserRequest, row: Institution) -> str:
        form = MailDomainForm(request.POST)
        typed = clean(form, "add_domain")
        actions.add_domain(row, domain=typed["domain"], by=request.user)
        return _("Who has an address at this domain now joins at once.")

    def remove_domain(self, request: UserRequest, row: Institution) -> str:
        for domain in row.mail_domains.all():
            if request.POST.get("domain") == str(domain.pk):
                actions.remove_domain(domain, by=request.user)
        return _("The mail domain is removed. Who joined by it stays.")

    def refusals(self) -> tuple[type[Exception], ...]:
        return (actions.RefusedError,)
