from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from import_export.fields import Field

from accounts.admin.reference import CodeWidget, ReferenceAdmin, ReferenceResource
from accounts.models import Competence, Domain, Place
from accounts.taxonomy import actions
from portal.kit.geo import rijksdriehoek


class DomainResource(ReferenceResource):
    class Meta:
        model = Domain
        import_id_fields = ("code",)
        fields = ("code", "crebo_code", "name_nl", "name_en", "bit")


class CompetenceResource(ReferenceResource):
    domain = Field("domain", "domain", widget=CodeWidget(Domain))

    class Meta:
        model = Competence
        import_id_fields = ("code",)
        fields = ("code", "domain", "name_nl", "name_en", "synonyms", "is_active")


class PlaceResource(ReferenceResource):
    class Meta:
        model = Place
        import_id_fields = ("code",)
        fields = (
            *("code", "name", "aliases", "municipality", "province", "labour_region"),
            *("population", "latitude", "longitude"),
        )

    def before_save_instance(self, instance: Place, row: object, **kwargs: object) -> None:
        instance.rd_x, instance.rd_y = rijksdriehoek(instance.latitude, instance.longitude)


@admin.register(Domain)
class DomainAdmin(ReferenceAdmin):
    resource_classes = [DomainResource]
    list_display = ("name_nl", "name_en", "code", "crebo_code", "bit")
    search_fields = ("name_nl", "name_en", "code")

    def get_readonly_fields(self, request: object, obj: Domain | None = None) -> tuple[str, ...]:
        """The bit stands in masks and the code in files: both stay what they are."""
        return ("code", "bit") if obj else ()


@admin.register(Competence)
class CompetenceAdmin(ReferenceAdmin):
    resource_classes = [CompetenceResource]
    list_display = ("name_nl", "name_en", "domain", "also_called", "is_active")
    list_filter = ("is_active", "domain")
    list_select_related = ("domain",)
    search_fields = ("name_nl", "name_en", "synonyms", "code")

    @admin.display(description=_("synonyms"))
    def also_called(self, row: Competence) -> str:
        return row.synonyms.replace("|", ", ")

    def changed(self, row: Model | None) -> None:
        actions.index_competences([row] if isinstance(row, Competence) else None)


@admin.register(Place)
class PlaceAdmin(ReferenceAdmin):
    resource_classes = [PlaceResource]
    list_display = ("name", "municipality", "province", "labour_region", "population")
    list_filter = ("province",)
    search_fields = ("name", "aliases", "municipality")

    def save_model(self, request: HttpRequest, obj: Place, form: Any, change: bool) -> None:
        obj.rd_x, obj.rd_y = rijksdriehoek(obj.latitude, obj.longitude)
        super().save_model(request, obj, form, change)

    def changed(self, row: Model | None) -> None:
        actions.index_places([row] if isinstance(row, Place) else None)
