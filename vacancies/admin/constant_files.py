"""Files of rule constants, imported by the same law as the form; every refused row says why."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.utils import timezone
from import_export.fields import Field

from accounts.admin.reference import ReferenceResource
from vacancies.admin.forms import checked_value
from vacancies.models import RuleConstant
from vacancies.moderation import actions, dating, queries, words
from vacancies.moderation.dating import Refusal, Span

Key = tuple[str, date]
CELLS: Final = ("valid_from", "valid_to", "value", "unit")


class ConstantResource(ReferenceResource):
    """All rows of a name are judged together; when one is refused, none of that name comes in."""

    confirm_code = Field("confirm_code", "confirm_code", readonly=True)

    class Meta:
        model = RuleConstant
        import_id_fields = ("name", "valid_from")
        fields = (
            *("name", "value", "unit", "valid_from", "valid_to"),
            *("source_title", "source_url", "confirm_code"),
        )

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._refused: dict[str, tuple[Refusal, ...]] = {}

    def import_data(self, dataset: Any, *args: Any, **kwargs: Any) -> Any:
        """All of the file or nothing."""
        kwargs["rollback_on_validation_errors"] = True
        return super().import_data(dataset, *args, **kwargs)

    def before_import(self, dataset: Any, **kwargs: Any) -> None:
        """In the order of their days: a row ends before the next begins."""
        super().before_import(dataset, **kwargs)
        rows = [dict(zip(dataset.headers, row, strict=True)) for row in dataset]
        order = sorted(range(len(rows)), key=lambda number: self._place(rows[number]))
        ordered = [dataset[number] for number in order]
        del dataset[: len(dataset)]
        dataset.extend(ordered)
        self._refused = self._judged(rows)

    def validate_instance(
        self, instance: Any, import_validation_errors: Any = None, validate_unique: bool = True
    ) -> None:
        told: dict[str, list[str]] = dict(import_validation_errors or {})
        for refusal in self._refused.get(instance.name, ()):
            field = refusal.field_of(instance.valid_from) or "valid_from"
            told[field] = [*told.get(field, ()), words.refused(refusal)]
        if "value" not in told and not _has_value(instance):
            _clean_value(instance, told)
        super().validate_instance(instance, told, validate_unique)

    def save_instance(self, instance: Any, is_create: bool, row: Any, **kwargs: Any) -> None:
        """By the action of the desk; the gaps of the whole file were judged before."""
        self.before_save_instance(instance, row, **kwargs)
        actions.save_constant(instance, by=kwargs["user"], gap_is_meant=True)
        self.after_save_instance(instance, row, **kwargs)

    def _place(self, row: dict[str, Any]) -> tuple[str, str]:
        return str(row.get("name", "")), str(row.get("valid_from", ""))

    def _judged(self, rows: Iterable[dict[str, Any]]) -> dict[str, tuple[Refusal, ...]]:
        stored: dict[str, dict[date, Span]] = {}
        for known in RuleConstant.objects.select_for_update():
            stored.setdefault(known.name, {})[known.valid_from] = queries.span_of(known)
        wished = {name: dict(spans) for name, spans in stored.items()}
        for row in rows:
            self._wish(row, wished)
        today = timezone.localdate()
        return {
            name: dating.refusals(
                list(stored.get(name, {}).values()), list(spans.values()), today=today
            )
            for name, spans in wished.items()
        }

    def _wish(self, row: dict[str, Any], wished: dict[str, dict[date, Span]]) -> None:
        """What the file makes of a row; a cell that cannot be read is told by its own row."""
        try:
            cells = {name: self.fields[name].clean(row) for name in CELLS if name in row}
        except ValueError:
            return
        spans = wished.setdefault(str(row.get("name", "")), {})
        begins = cells.get("valid_from")
        if isinstance(begins, date):
            old = spans.get(begins)
            base: dict[str, Any] = {name: getattr(old, name, None) for name in CELLS}
            spans[begins] = Span(**(base | cells))


def _has_value(instance: RuleConstant) -> bool:
    """Whether the row stands in the table with this value already."""
    return RuleConstant.objects.filter(pk=instance.pk, value=instance.value).exists()


def _clean_value(instance: RuleConstant, told: dict[str, list[str]]) -> None:
    try:
        instance.value = checked_value(instance.name, instance.value)
    except ValidationError as error:
        told["value"] = error.messages
