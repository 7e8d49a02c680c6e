"""Pay tables of the cao."""

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.db.models import Model, QuerySet
from django.forms import BaseInlineFormSet, ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from import_export.fields import Field

from accounts.admin.fields import DeskInline
from accounts.admin.reference import ReferenceAdmin, ReferenceResource
from vacancies.models import PayStep, PayTable
from vacancies.moderation import actions
from vacancies.posting.queries import forget_pay_tables

CONFIRMATION = ("confirmed_on", "confirmed_by")


class StepResource(ReferenceResource):
    """A pay table as one list of steps, as in the files of the site."""

    valid_from = Field("table__valid_from", "valid_from", readonly=True)

    class Meta:
        model = PayStep
        import_id_fields = ("table", "scale", "step")
        fields = ("table", "valid_from", "scale", "step", "gross_month")


class TableResource(ReferenceResource):
    class Meta:
        model = PayTable
        import_id_fields = ("cao", "valid_from")
        fields = ("cao", "valid_from", "valid_to", "source_title", "source_url", "status")


class LabelledRows(BaseInlineFormSet):  # type: ignore[type-arg]
    """Every input of a table that is seen says which row it is of."""

    new_row: ClassVar[Any] = ""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        new = self.new_row or form.instance._meta.verbose_name
        row = str(form.instance) if form.instance.pk else new
        for field in form.fields.values():
            if not field.widget.is_hidden:
                label = f"{row}: {field.label}" if field.label else str(row)
                field.widget.attrs["aria-label"] = label


class RisingSteps(LabelledRows):
    """Within a scale a step never earns less than the one before."""

    new_row = _("new step")

    def clean(self) -> None:
        super().clean()
        last: dict[str, int] = {}
        for row in sorted(self._rows(), key=lambda row: (row["scale"], row["step"])):
            if row["gross_month"] < last.get(row["scale"], 0):
                raise ValidationError(
                    _("Scale %(scale)s: step %(step)s earns less than the step before."),
                    params={"scale": row["scale"], "step": row["step"]},
                )
            last[row["scale"]] = row["gross_month"]

    def _rows(self) -> list[dict[str, Any]]:
        typed = [form.cleaned_data for form in self.forms if hasattr(form, "cleaned_data")]
        return [row for row in typed if row.get("gross_month") and not row.get("DELETE")]


class StepInline(DeskInline):
    model = PayStep
    formset = RisingSteps


@admin.register(PayTable)
class PayTableAdmin(ReferenceAdmin):
    resource_classes = [TableResource, StepResource]
    list_display = ("__str__", "status", "valid_from", "valid_to", *CONFIRMATION)
    list_filter = ("status",)
    list_select_related = ("confirmed_by",)
    readonly_fields = CONFIRMATION
    inlines = [StepInline]
    actions = ["confirm"]

    def changed(self, row: Model | None) -> None:
        forget_pay_tables()

    @admin.action(
        description=_("Confirm: compared with the official table"), permissions=["change"]
    )
    def confirm(self, request: HttpRequest, chosen: QuerySet[PayTable]) -> None:
        for table in chosen:
            actions.confirm_pay_table(table, by=request.user)  # type: ignore[arg-type]
        self.message_user(request, confirmed_rows(len(chosen)), messages.SUCCESS)


def confirmed_rows(number: int) -> str:
    """What a moderator is told after confirming."""
    return ngettext("%(n)d row is confirmed.", "%(n)d rows are confirmed.", number) % {"n": number}
