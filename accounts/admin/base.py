"""What the pages of the desk share.

A `FactsAdmin` shows a row as facts, with its timeline and the steps that can be taken. A step is a
POST to an address of its own that calls an action of the site; nothing else is written.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Final, cast

from django.contrib import admin, messages
from django.contrib.admin.utils import display_for_field, label_for_field, lookup_field
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, strip_tags
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop
from django.views.decorators.http import require_POST

from accounts.admin.fields import DeskFields
from accounts.audit import words
from accounts.audit.queries import timeline
from accounts.identity.gates import UserRequest
from accounts.models import AuditEvent

EMPTY: Final = "–"
EVENTS: Final = 100
# Names that Django gives to a field without one of its own.
BARE: Final = (
    gettext_noop("created at"),
    gettext_noop("updated at"),
    gettext_noop("course start"),
    gettext_noop("Professional competence"),
    gettext_noop("professional competences"),
)

Forms = Mapping[str, BaseForm]


@dataclass(frozen=True)
class Moment:
    """An event of a timeline in words."""

    event: AuditEvent

    @property
    def text(self) -> str:
        return str(words.said(self.event.verb))

    @property
    def by(self) -> str:
        return str(self.event.actor) if self.event.actor else ""


class UnclearError(Exception):
    """What was typed cannot be used; the page comes back with the form of this step."""

    def __init__(self, step: str, form: BaseForm) -> None:
        super().__init__(step)
        self.step = step
        self.form = form


class DeskAdmin(DeskFields, admin.ModelAdmin):  # type: ignore[type-arg]
    """A list that people work in: no counts nobody reads, an honest word for what is empty."""

    list_per_page = 50
    show_full_result_count = False
    empty_value_display = EMPTY

    def get_action_choices(self, request: HttpRequest, default_choices: Any = ()) -> Any:
        return super().get_action_choices(request, [("", _("Choose what to do"))])

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """What stands in the way of deleting, counted by what it is."""
        to_delete, counts, lacking, protected = super().get_deleted_objects(objs, request)
        named = {_(str(name)): number for name, number in counts.items()}
        return to_delete, named, lacking, list(_counted(protected))

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        title = {"title": capfirst(str(self.opts.verbose_name_plural))}
        return super().changelist_view(request, {**title, **(extra_context or {})})

    # Columns for fields that have no name of their own.

    @admin.display(description=gettext_lazy("professional"), ordering="professional")
    def person(self, row: Any) -> Model:
        found: Model = row.professional
        return found

    @admin.display(description=gettext_lazy("institution"), ordering="institution")
    def of_school(self, row: Any) -> Model:
        found: Model = row.institution
        return found

    @admin.display(description=gettext_lazy("made at"), ordering="created_at")
    def made(self, row: Any) -> datetime:
        moment: datetime = row.created_at
        return moment

    def moments(self, row: Model) -> list[Moment]:
        """What happened to the row, the latest first."""
        return [Moment(event) for event in timeline(row)[:EVENTS]]

    def page(
        self, request: HttpRequest, template: str, row: Model, context: Mapping[str, Any]
    ) -> HttpResponse:
        """A page of the desk about one row."""
        common = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": row,
            "title": self.heading(row),
            "may_act": self.may_act(request),
            "list_url": reverse(self.named("changelist")),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, template, {**common, **context})

    def heading(self, row: Any) -> str:
        return capfirst(str(row)) or EMPTY

    def named(self, page: str) -> str:
        """The name of one of this model's addresses."""
        return f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}"

    def may_act(self, request: HttpRequest) -> bool:
        """Whether this moderator may take steps, not only look."""
        return request.user.has_perm(f"{self.opts.app_label}.change_{self.opts.model_name}")


class FactsAdmin(DeskAdmin):
    """Nothing is edited in place: facts, a timeline and steps."""

    actions: Sequence[Any] | None = None
    facts: ClassVar[Sequence[str]] = ()
    steps: ClassVar[Mapping[str, str]] = {}
    template: ClassVar[str] = "admin/desk/facts.html"

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_view_permission(request, obj) or self.may_act(request)

    def get_urls(self) -> list[URLPattern]:
        own = [
            path(
                f"<int:pk>/{step}/",
                self.admin_site.admin_view(require_POST(self.step_view)),
                {"step": step},
                name=f"{self.opts.app_label}_{self.opts.model_name}_{step}",
            )
            for step in self.steps
        ]
        return [*own, *super().get_urls()]

    def change_view(
        self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        return self.row_page(request, self.row_of(request, object_id), {})

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        row = self.row_of(request, object_id)
        return self.page(request, "admin/desk/history.html", row, {"moments": self.moments(row)})

    def step_view(self, request: HttpRequest, pk: int, step: str) -> HttpResponseBase:
        """Take a step and say so, or say why not; what was typed stays."""
        row = self.row_of(request, str(pk))
        if not self.may_act(request):
            raise PermissionDenied
        take: Callable[[UserRequest, Any], str] = getattr(self, self.steps[step])
        try:
            messages.success(request, take(cast(UserRequest, request), row))
        except UnclearError as unclear:
            return self.row_page(request, row, {unclear.step: unclear.form})
        except self.refusals() as refusal:
            messages.error(request, str(refusal))
        return redirect(self.named("change"), pk)

    def row_of(self, request: HttpRequest, object_id: str) -> Any:
        row = self.get_object(request, object_id)
        if row is None:
            raise Http404
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        return row

    def row_page(self, request: HttpRequest, row: Any, forms: Forms) -> HttpResponse:
        context = {
            "facts": self.facts_of(row),
            "moments": self.moments(row),
            "forms": forms,
            **self.more(request, row, forms),
        }
        return self.page(request, self.template, row, context)

    def facts_of(self, row: Any) -> list[tuple[str, Any]]:
        """The fields and methods of `facts`, by their names; what is empty is left out."""
        told = []
        for name in self.facts:
            field, _attribute, value = lookup_field(name, row, self)
            if value not in ("", None):
                label = _(str(label_for_field(name, row.__class__, self)))
                told.append((capfirst(label), self.shown(value, field)))
        return told

    def shown(self, value: Any, field: Any) -> Any:
        """A value in words; another row as a link to its page."""
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if isinstance(value, Model) and self.admin_site.is_registered(type(value)):
            opts = value._meta
            url = reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[value.pk])
            return format_html('<a href="{}">{}</a>', url, value)
        return display_for_field(value, field, EMPTY) if field else value

    def more(self, request: HttpRequest, row: Any, forms: Forms) -> dict[str, Any]:
        """What a page shows beside facts and timeline."""
        return {}

    def refusals(self) -> tuple[type[Exception], ...]:
        """Errors whose text says to a moderator why a step cannot be taken."""
        return ()


def _counted(lines: Sequence[str]) -> Iterator[str]:
    """Lines like "Application: the one of Anna", told as a name and how often it is there."""
    names = Counter(strip_tags(line).partition(":")[0] for line in lines)
    for name, number in names.most_common():
        yield f"{number} × {_(name)}"


def clean(form: BaseForm, step: str) -> dict[str, Any]:
    """What was typed. Raises UnclearError."""
    if not form.is_valid():
        raise UnclearError(step, form)
    return form.cleaned_data
