"""Reference data: edited here, imported and exported, with the history of every row."""

from typing import Any, cast

from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import BadRequest, FieldError
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from import_export.admin import ExportActionMixin, ImportExportModelAdmin
from import_export.formats.base_formats import CSV, JSON
from import_export.forms import ExportForm
from import_export.resources import Diff, ModelResource
from import_export.widgets import ForeignKeyWidget
from simple_history.admin import SimpleHistoryAdmin

from accounts.admin.base import DeskAdmin


class PlainDiff(Diff):
    """Before and after of a cell, without inline style."""

    def as_html(self) -> list[SafeString]:
        return [
            self._cell("" if self.new else str(before), str(after))
            for before, after in zip(self.left, self.right, strict=True)
        ]

    def _cell(self, before: str, after: str) -> SafeString:
        if before == after:
            return format_html("{}", after)
        removed = format_html("<del>{}</del> ", before) if before else ""
        return format_html("{}<ins>{}</ins>", removed, after)


class CodeWidget(ForeignKeyWidget):
    """A row of another list, named in a file by its code."""

    def __init__(self, model: type[Model]) -> None:
        super().__init__(model, field="code")

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Model | None:
        """Raises ValueError, in the words of the reader, for a code that no row has."""
        try:
            return cast(Model | None, super().clean(value, row, **kwargs))
        except self.model.DoesNotExist as error:
            words = gettext("We know no %(what)s with the code “%(code)s”.")
            named = {"what": self.model._meta.verbose_name, "code": value}
            raise ValueError(words % named) from error


class ReferenceResource(ModelResource):
    """A file of reference data, held to the rules of the model."""

    class Meta:
        skip_unchanged = True
        clean_model_instances = True

    def get_diff_class(self) -> type[Diff]:
        return PlainDiff


class ReferenceAdmin(ExportActionMixin, ImportExportModelAdmin, SimpleHistoryAdmin, DeskAdmin):
    """A list of facts that belong to the site; `changed` is called after every write."""

    formats = [CSV, JSON]
    export_form_class = ExportForm
    show_change_form_export = False
    object_history_template = "admin/desk/versions.html"
    object_history_list_template = "admin/desk/history_list.html"
    object_history_form_template = "admin/desk/version.html"

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        self._check_numbers(object_id)
        return super().history_view(request, object_id, extra_context)

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, **kwargs: Any
    ) -> HttpResponse:
        self._check_numbers(object_id, version_id)
        return cast(
            HttpResponse, super().history_form_view(request, object_id, version_id, **kwargs)
        )

    def _check_numbers(self, *typed: str) -> None:
        """The history of a row that is gone can be read; one of no row at all does not exist."""
        if not all(number.isdecimal() for number in typed):
            raise Http404

    def get_export_queryset(self, request: HttpRequest) -> Any:
        """The rows of the list; a filter in the address that is none of ours is refused."""
        try:
            return super().get_export_queryset(request)
        except (FieldError, IncorrectLookupParameters) as error:
            raise BadRequest("Unknown filter") from error

    def history_view_title(self, request: HttpRequest, obj: Model) -> str:
        return gettext("Change history: %s") % obj

    def get_export_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {"export_url": "", **super().get_export_context_data(**kwargs)}

    def changed(self, row: Model | None) -> None:
        """After an edit of one row, or of many (None)."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        self.changed(form.instance)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        super().delete_model(request, obj)
        self.changed(None)

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        """One by one, so that the history knows who did it."""
        for row in queryset:
            row.delete()
        self.changed(None)

    def process_result(self, result: Any, request: HttpRequest) -> Any:
        self.changed(None)
        return super().process_result(result, request)
