"""The catalogue of courses, and the grants for them."""

from typing import Any, ClassVar, cast

from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import Model, QuerySet
from django.forms import Media
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from import_export.fields import Field

from accounts.admin.base import EMPTY
from accounts.admin.fields import DeskInline
from accounts.admin.reference import CodeWidget, ReferenceAdmin, ReferenceResource
from accounts.models import Place, User
from portal.kit.forms import DayPartsField, WeekGridWidget
from portal.kit.poke import poke
from vacancies.admin.law import CONFIRMATION, LabelledRows, confirmed_rows
from vacancies.models import Course, CourseModule, CourseStart, SubsidyScheme
from vacancies.moderation import actions

SOURCE = ("valid_from", "valid_to", "source_title", "source_url")
OF_COURSE = CodeWidget(Course)


class CourseResource(ReferenceResource):
    place = Field("place", "place", widget=CodeWidget(Place))

    class Meta:
        model = Course
        import_id_fields = ("code",)
        fields = (
            *("code", "kind", "provider", "name", "place", "form", "day_parts_mask"),
            *("is_one_of_days", "every_weeks", "months", "hours_week", "price", "price_year"),
            *("price_note", "min_fte", "min_lessons", "entry_nl", "entry_en", "about_nl"),
            *("about_en", "website", *SOURCE),
        )


class StartResource(ReferenceResource):
    """The starts of all courses as one list, as in the files of the site."""

    course = Field("course", "course", widget=OF_COURSE)

    class Meta:
        model = CourseStart
        import_id_fields = ("course", "starts_on")
        fields = ("course", "starts_on", "apply_by", "intake_by", "is_sure")


class ModuleResource(ReferenceResource):
    course = Field("course", "course", widget=OF_COURSE)

    class Meta:
        model = CourseModule
        import_id_fields = ("course", "name_nl")
        fields = ("course", "order", "name_nl", "name_en", "ec", "may_be_exempt")


class SchemeResource(ReferenceResource):
    class Meta:
        model = SubsidyScheme
        import_id_fields = ("code", "valid_from")
        fields = (
            *("code", "name_nl", "name_en", "asked_by_nl", "asked_by_en", "amount", "is_a_year"),
            *("opens_month", "opens_day", "closes_month", "closes_day", "closes_next_year"),
            *("for_kinds", "checklist_nl", "checklist_en", *SOURCE),
        )


class PlaceSelect(AutocompleteSelect):
    """Searched while typing; the field has a name, and so has the choice of no place."""

    @property
    def media(self) -> Media:
        return super().media + Media(js=["js/desk.js"])

    def build_attrs(self, *args: Any, **kw: Any) -> dict[str, Any]:
        name = capfirst(self.field.verbose_name)
        return {**super().build_attrs(*args, **kw), "data-placeholder": name}

    def create_option(self, name: str, value: Any, label: Any, *args: Any, **kw: Any) -> Any:
        return super().create_option(name, value, label or EMPTY, *args, **kw)


class StartInline(DeskInline):
    model = CourseStart
    formset = LabelledRows


class ModuleInline(DeskInline):
    model = CourseModule
    formset = LabelledRows


class ConfirmedAdmin(ReferenceAdmin):
    """Dated rows that somebody compares with the source; who changes one compares it anew."""

    list_select_related: ClassVar[tuple[str, ...]] = ("confirmed_by",)
    readonly_fields = CONFIRMATION

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if form.changed_data:
            obj.confirmed_on = obj.confirmed_by = None
        super().save_model(request, obj, form, change)


@admin.register(Course)
class CourseAdmin(ConfirmedAdmin):
    resource_classes = [CourseResource, StartResource, ModuleResource]
    list_display = ("name", "provider", "place", "kind", "valid_from", "valid_to", *CONFIRMATION)
    list_filter = (("confirmed_on", admin.EmptyFieldListFilter), "kind", "form")
    list_select_related = ("place", "confirmed_by")
    search_fields = ("code", "name", "provider", "place__name")
    autocomplete_fields = ("place",)
    inlines = [StartInline, ModuleInline]
    actions = ["confirm"]

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """The days are ticked, not typed as a number."""
        if db_field.name == "day_parts_mask":
            week = WeekGridWidget(style="school")
            label = capfirst(db_field.verbose_name)
            return DayPartsField(label=label, required=False, widget=week)
        if db_field.name == "place":
            kwargs["widget"] = PlaceSelect(db_field, self.admin_site)
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def changed(self, row: Model | None) -> None:
        """Who follows a course follows its days at once; the night does what this missed."""
        poke("vacancies.replan_trajectories", *([row.pk] if row else []))

    @admin.action(description=_("Confirm: compared with the provider"), permissions=["change"])
    def confirm(self, request: HttpRequest, chosen: QuerySet[Course]) -> None:
        for course in chosen:
            actions.confirm_course(course, by=cast(User, request.user))
        self.message_user(request, confirmed_rows(len(chosen)), messages.SUCCESS)


@admin.register(SubsidyScheme)
class SubsidySchemeAdmin(ConfirmedAdmin):
    resource_classes = [SchemeResource]
    list_display = ("__str__", "code", "amount", "valid_from", "valid_to", *CONFIRMATION)
    list_filter = (("confirmed_on", admin.EmptyFieldListFilter),)
    search_fields = ("code", "name_nl", "name_en")
    actions = ["confirm"]

    @admin.action(description=_("Confirm: compared with the official text"), permissions=["change"])
    def confirm(self, request: HttpRequest, chosen: QuerySet[SubsidyScheme]) -> None:
        for scheme in chosen:
            actions.confirm_grant(scheme, by=cast(User, request.user))
        self.message_user(request, confirmed_rows(len(chosen)), messages.SUCCESS)
