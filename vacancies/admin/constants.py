"""Constants of the law: a row that began is never rewritten, a new number replaces it later."""

from typing import Any, cast

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, URLPattern, path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.admin.reference import ReferenceAdmin
from accounts.models import User
from portal.kit.forms import sent_in
from vacancies.admin.constant_files import ConstantResource
from vacancies.admin.forms import ConstantForm, ReplaceForm
from vacancies.admin.law import CONFIRMATION, confirmed_rows
from vacancies.models import RuleConstant
from vacancies.moderation import actions, dating, queries
from vacancies.moderation.actions import RefusedError

FACTS = ("name", "value", "unit", "valid_from", "confirm_code", *CONFIRMATION)


class ToConfirm(admin.SimpleListFilter):
    """Numbers that nobody laid beside the official text yet, and those that somebody did."""

    title = _("confirmation")
    parameter_name = "to_confirm"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        return [("open", _("To be confirmed")), ("done", _("Confirmed"))]

    def queryset(
        self, request: HttpRequest, queryset: QuerySet[RuleConstant]
    ) -> QuerySet[RuleConstant]:
        match self.value():
            case "open":
                return queryset.filter(pk__in=queries.constants_to_confirm().values("pk"))
            case "done":
                return queryset.exclude(confirmed_on=None)
        return queryset


@admin.register(RuleConstant)
class RuleConstantAdmin(ReferenceAdmin):
    form = ConstantForm
    resource_classes = [ConstantResource]
    change_list_template = "admin/desk/constants.html"
    change_form_template = "admin/desk/constant.html"
    list_display = ("name", "value", "unit", "counts", "valid_from", "valid_to", "open_question")
    list_filter = (ToConfirm,)
    list_select_related = ("confirmed_by",)
    ordering = ("name", "-valid_from")
    search_fields = ("name", "unit", "source_title", "confirm_code")
    fields = (*FACTS[:4], "valid_to", "gap_is_meant", "source_title", "source_url", *FACTS[4:])
    actions = ["confirm"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[RuleConstant]:
        own = RuleConstant.objects.filter(name=OuterRef("name"))
        today, rows = timezone.localdate(), super().get_queryset(request)
        return cast(QuerySet[RuleConstant], rows).annotate(
            is_overtaken=Exists(
                own.filter(valid_from__gt=OuterRef("valid_from"), valid_from__lte=today)
            ),
            is_first=~Exists(own.filter(valid_from__lt=OuterRef("valid_from"))),
        )

    @admin.display(description=_("counts"))
    def counts(self, row: Any) -> str:
        """Whether verdicts about today read it; the first row counts for every day before it."""
        today = timezone.localdate()
        if row.is_overtaken:
            return gettext("in the past")
        if row.valid_from > today and not row.is_first:
            return gettext("from %(day)s") % {"day": date_format(row.valid_from, "j F Y")}
        return gettext("today")

    @admin.display(description=_("to be confirmed"), ordering="confirmed_on")
    def open_question(self, row: RuleConstant) -> str:
        if row.confirmed_on:
            return gettext("confirmed on %(day)s by %(name)s") % {
                "day": date_format(row.confirmed_on, "j F Y"),
                "name": row.confirmed_by or gettext("somebody"),
            }
        return row.confirm_code

    def get_actions(self, request: HttpRequest) -> Any:
        """Rows are not thrown away by the dozen; one that never began has a page to do so."""
        found = super().get_actions(request)
        found.pop("delete_selected", None)
        return found

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        if obj is None:
            return FACTS[4:]
        return FACTS if self._stands(obj) else ("name", *FACTS[4:])

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.fields if obj else [name for name in self.fields if name not in FACTS[4:]]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and (
            obj is None or not self._stands(obj)
        )

    def _stands(self, row: RuleConstant) -> bool:
        rows = [queries.span_of(one) for one in RuleConstant.objects.filter(name=row.name)]
        return dating.stands(queries.span_of(row), rows, timezone.localdate())

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        meant = form.cleaned_data.get("gap_is_meant", False)
        actions.save_constant(obj, by=cast(User, request.user), gap_is_meant=meant)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        actions.withdraw_constant(obj, by=cast(User, request.user))

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, **kwargs: Any
    ) -> HttpResponse:
        """An earlier version is read, never put back: what counted then, counted then."""
        if request.method != "GET":
            raise PermissionDenied
        return super().history_form_view(request, object_id, version_id, **kwargs)

    def revert_disabled(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    @admin.action(description=_("Confirm: compared with the official text"), permissions=["change"])
    def confirm(self, request: HttpRequest, chosen: QuerySet[RuleConstant]) -> None:
        for constant in chosen:
            actions.confirm_constant(constant, by=cast(User, request.user))
        self.message_user(request, confirmed_rows(len(chosen)), messages.SUCCESS)

    def get_urls(self) -> list[URLPattern]:
        own = path(
            "<int:pk>/replace/",
            self.admin_site.admin_view(self.replace_view),
            name=self.named("replace").partition(":")[2],
        )
        return [own, *super().get_urls()]

    def replace_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The next number, from a day to come; what was typed stays when it cannot be."""
        row = self.get_object(request, str(pk))
        if row is None:
            raise Http404
        if not self.has_change_permission(request, row):
            raise PermissionDenied
        form = ReplaceForm(sent_in(request), row=row)
        if form.is_valid() and self._replaced(request, row, form):
            return redirect(f"{reverse(self.named('changelist'))}?q={row.name}")
        context = {"form": form, "title": self.replace_title(row), "row": row}
        return self.page(request, "admin/desk/constant_replace.html", row, context)

    def _replaced(self, request: HttpRequest, row: RuleConstant, form: ReplaceForm) -> bool:
        try:
            made = actions.replace_constant(row, form.new_number(), by=cast(User, request.user))
        except RefusedError as refused:
            form.refuse(refused.refusals)
            return False
        day = date_format(made.valid_from, "j F Y")
        told = gettext("%(name)s is %(value)s from %(day)s. Confirm it in the list.")
        messages.success(request, told % {"name": row.name, "value": made.value, "day": day})
        return True

    def replace_title(self, row: RuleConstant) -> str:
        return gettext("Replace %(name)s") % {"name": row.name}

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        context = {
            "open_number": queries.constants_to_confirm().count(),
            "open_chosen": request.GET.get(ToConfirm.parameter_name) == "open",
            "rules_url": _rules_url(),
        }
        return super().changelist_view(request, {**context, **(extra_context or {})})

    def changeform_view(
        self, request: HttpRequest, object_id: Any = None, form_url: str = "", extra: Any = None
    ) -> Any:
        row = self.get_object(request, object_id) if object_id else None
        context = {"stands": row is not None and self._stands(row)}
        return super().changeform_view(request, object_id, form_url, {**context, **(extra or {})})

    def process_result(self, result: Any, request: HttpRequest) -> Any:
        if result.has_validation_errors() or result.has_errors():
            messages.error(
                request, gettext("Nothing is imported: a row is refused. Import the file again.")
            )
            return redirect(reverse(self.named("changelist")))
        return super().process_result(result, request)


def _rules_url() -> str:
    try:
        return reverse("route_rules")
    except NoReverseMatch:
        return ""
