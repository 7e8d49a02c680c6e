"""A vacancy's content as plain values: to see what changed since a moderator approved it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.db.models import Field
from django.utils.formats import date_format, number_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from accounts.enums import EmploymentForm, values_of
from accounts.models import Competence, Domain, Location
from portal.kit.day_words import day_parts_text
from vacancies.models import Requirement, Vacancy
from vacancies.posting import law_words, words
from vacancies.posting.sections import PLAIN

Snapshot = dict[str, Any]
HOURS: Final = frozenset({"hours_min", "hours_max", "coach_hours"})
DATES: Final = frozenset({"starts_on", "ends_on", "closes_on", "answer_by"})


def _employment(mask: int) -> str:
    return _listed([str(EmploymentForm(form).label) for form in values_of(EmploymentForm, mask)])


def _routes(mask: int) -> str:
    return _listed(law_words.names_of(mask))


def _listed(items: list[str]) -> str:
    return get_text_list(items, _("and"))


MASKS: Final[dict[str, Callable[[int], str]]] = {
    "day_parts_mask": day_parts_text,
    "fixed_mask": day_parts_text,
    "employment_mask": _employment,
    "routes_mask": _routes,
}


@dataclass(frozen=True)
class Change:
    """One field in words, before and after; `is_long` for running text."""

    field: str
    label: str
    before: str
    after: str

    @property
    def is_long(self) -> bool:
        return len(self.before) + len(self.after) > 200


def snapshot_of(vacancy: Vacancy) -> Snapshot:
    """All that HR writes, as values that JSON keeps."""
    plain = {name: _plain(getattr(vacancy, name)) for name in PLAIN}
    return {
        **plain,
        "domains": sorted(vacancy.domains.values_list("pk", flat=True)),
        "locations": sorted(vacancy.locations.values_list("pk", flat=True)),
        "demands": sorted(
            [row.kind, row.strength, row.value, row.competence_id, row.reason]
            for row in vacancy.requirements.all()
        ),
    }


def differences(before: Snapshot, after: Snapshot) -> list[Change]:
    """The fields that differ, in words of the active language and the order of the form."""
    return [
        Change(
            name, label_of(name), words_of(name, before.get(name)), words_of(name, after.get(name))
        )
        for name in after
        if before.get(name) != after.get(name)
    ]


def only_what_differs(change: Change) -> Change:
    """Of a field with lines, like the demands, the lines that are not on both sides."""
    before, after = change.before.splitlines(), change.after.splitlines()
    return Change(
        change.field,
        change.label,
        "\n".join(line for line in before if line not in after),
        "\n".join(line for line in after if line not in before),
    )


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return str(value.quantize(Decimal("0.1")))
    return value.isoformat() if isinstance(value, date) else value


def label_of(name: str) -> str:
    if name == "demands":
        return _("Demands")
    label = str(_field(name).verbose_name)
    return label[:1].upper() + label[1:]


def _field(name: str) -> "Field[Any, Any]":
    field = Vacancy._meta.get_field(name)
    if not isinstance(field, Field):
        raise TypeError(name)
    return field


def words_of(name: str, value: Any) -> str:
    if value in (None, "", []):
        return ""
    if name == "demands":
        return _demands(value)
    if name in ("domains", "locations"):
        return _names(name, value)
    return _plain_words(name, value)


def _plain_words(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if name in MASKS:
        return MASKS[name](value)
    if name in HOURS:
        return number_format(value.removesuffix(".0"))
    if name in DATES:
        return date_format(date.fromisoformat(value), "j F Y")
    choices = dict(_field(name).flatchoices)
    return str(choices.get(value, value))


def _names(name: str, pks: list[int]) -> str:
    model: type[Domain] | type[Location] = Domain if name == "domains" else Location
    rows = model.objects.in_bulk(pks)
    return _listed([str(rows[pk]) for pk in pks if pk in rows])


def _demands(rows: list[list[Any]]) -> str:
    competences = Competence.objects.in_bulk([row[3] for row in rows if row[3]])
    named = [
        Requirement(
            kind=kind, strength=strength, value=value, competence=competences.get(pk), reason=reason
        )
        for kind, strength, value, pk, reason in rows
    ]
    return "\n".join(words.demand_line(row) for row in named)
