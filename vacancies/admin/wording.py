from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.admin.reference import ReferenceAdmin, ReferenceResource
from vacancies.models import WordingException, WordingRule
from vacancies.posting import wording


class PatternForm(forms.ModelForm):  # type: ignore[type-arg]
    def clean_pattern(self) -> str:
        return checked(self.cleaned_data["pattern"])


class PatternResource(ReferenceResource):
    """An import is held to the same rule as the form."""

    def before_save_instance(self, instance: Any, row: Any, **kwargs: Any) -> None:
        checked(instance.pattern)


class RuleResource(PatternResource):
    class Meta:
        model = WordingRule
        import_id_fields = ("code",)
        fields = ("code", "level", "ground", "pattern", "neutral_nl", "neutral_en", "is_active")


class ExceptionResource(PatternResource):
    class Meta:
        model = WordingException
        import_id_fields = ("pattern",)
        fields = ("pattern",)


@admin.register(WordingRule)
class WordingRuleAdmin(ReferenceAdmin):
    form = PatternForm
    resource_classes = [RuleResource]
    list_display = ("code", "ground", "level", "pattern", "is_active")
    list_filter = ("level", "is_active", "ground")
    search_fields = ("code", "pattern", "neutral_nl", "neutral_en")


@admin.register(WordingException)
class WordingExceptionAdmin(ReferenceAdmin):
    form = PatternForm
    resource_classes = [ExceptionResource]
    list_display = ("pattern",)
    search_fields = ("pattern",)


def checked(pattern: str) -> str:
    """The pattern. Raises ValidationError for one that would hit everything."""
    if not wording.is_valid(pattern):
        raise ValidationError(_("Each alternative needs at least one letter."))
    return pattern
