"""What is asked of the person: the lines of the table Must, Wish, Learnt here."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.enums import DutchLevel, Level
from accounts.models import Competence
from accounts.taxonomy.fields import CompetenceField, CompetencePicker
from vacancies.enums import RequirementKind as Kind
from vacancies.enums import Strength
from vacancies.models import Vacancy
from vacancies.posting import wording
from vacancies.posting.forms.section import SectionForm
from vacancies.posting.sections import Demand

MOST_COMPETENCES: Final = 15
STRENGTHS: Final = (Strength.MUST, Strength.WISH, Strength.LEARN)
NOT_ASKED: Final = ("", _("Not asked"))
SOUND: Final = wording.Rule(
    code="sound", level="B", ground="origin", pattern="*accent*|tongval|klink*|moedertaal|native*"
)


class DemandPicker(CompetencePicker):
    """The search for competences; what is chosen stands in the table of demands instead."""

    template_name = "vacancies/posting/_picker.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        domains = [domain.pk for domain in self.near]
        return {**super().get_context(name, value, attrs), "domains": domains}


class DemandField(CompetenceField):
    """The form reads the chosen rows itself: they are the lines of its table."""

    def clean(self, value: Any) -> list[Competence]:
        return []


def strength(*, learn: bool = False) -> forms.ChoiceField:
    """Radios of one line; only what can be taught may be learnt here."""
    choices = [(one.value, one.label) for one in STRENGTHS if learn or one != Strength.LEARN]
    return forms.ChoiceField(choices=choices, required=False, widget=forms.RadioSelect)


@dataclass(frozen=True)
class Row:
    """One line of the table, with a radio for each strength (None: cannot be)."""

    strength: BoundField
    name: str
    competence: Competence | None = None
    value: BoundField | None = None
    extra: BoundField | None = None

    @property
    def radios(self) -> list[tuple[str, Any]]:
        by_value = {radio.data["value"]: radio for radio in self.strength}
        return [(str(one.label), by_value.get(one.value)) for one in STRENGTHS]

    @property
    def errors(self) -> list[str]:
        shown = [field for field in (self.value, self.extra, self.strength) if field]
        return [str(error) for field in shown for error in field.errors]


class DemandFields(SectionForm):
    """The fields of the table; its names end up as `Requirement` rows."""

    level = forms.TypedChoiceField(
        label=_("Education, at least"),
        choices=[NOT_ASKED, *Level.choices],
        coerce=int,
        empty_value=None,
        required=False,
    )
    level_strength = strength()
    practice_counts = forms.BooleanField(label=_("Or three years in the trade"), required=False)
    years = forms.IntegerField(
        label=_("Years in the trade"), min_value=1, max_value=40, required=False
    )
    years_strength = strength()
    dutch = forms.TypedChoiceField(
        label=_("Dutch, at least"),
        choices=[NOT_ASKED, *DutchLevel.choices],
        coerce=int,
        empty_value=None,
        required=False,
    )
    dutch_strength = strength(learn=True)
    dutch_reason = forms.CharField(
        label=_("Why must the Dutch be at this level?"),
        max_length=200,
        required=False,
        help_text=_("Only needed if you make it a must. One sentence is enough."),
    )
    competences = DemandField(label=_("Add a skill"), required=False, widget=DemandPicker)

    def prepare(self) -> None:
        self.chosen = self._chosen()
        self.fields["competences"].widget.near = self.vacancy.domains.all()
        saved = {row.competence_id: row.strength for row in self._demands}
        for competence in self.chosen:
            name = f"strength_{competence.pk}"
            self.fields[name] = strength(learn=True)
            self.initial[name] = saved.get(competence.pk, Strength.WISH)
            if self.is_bound and name not in self.data:
                self.put(name, self.initial[name])

    def _chosen(self) -> list[Competence]:
        if not self.is_bound:
            return [row.competence for row in self._demands if row.competence]
        field = self.fields["competences"]
        picked = field.widget.value_from_datadict(self.data, {}, "competences")
        return list(self._picked(picked.pks))

    def _picked(self, pks: tuple[int, ...]) -> list[Competence]:
        found = Competence.objects.in_bulk(pks[: 2 * MOST_COMPETENCES])
        return [found[pk] for pk in dict.fromkeys(pks) if pk in found]

    def demands_initial(self, vacancy: Vacancy) -> dict[str, Any]:
        rows = vacancy.requirements.select_related("competence").order_by("pk")
        self._demands = list(rows)
        by_kind = {row.kind: row for row in self._demands if row.kind != Kind.COMPETENCE}
        said: dict[str, Any] = {"competences": [r.competence for r in rows if r.competence]}
        for name, kind in (
            ("level", Kind.LEVEL),
            ("years", Kind.EXPERIENCE),
            ("dutch", Kind.LANGUAGE),
        ):
            row = by_kind.get(kind)
            said[name] = row.value if row else ""
            said[f"{name}_strength"] = row.strength if row else ""
            if name == "dutch":
                said["dutch_reason"] = row.reason if row else ""
        return {**said, "practice_counts": vacancy.practice_counts}

    @property
    def rows(self) -> Iterator[Row]:
        """The three lines that every vacancy has."""
        for name, extra in (("level", self["practice_counts"]), ("years", None), ("dutch", None)):
            value = self[name]
            yield Row(self[f"{name}_strength"], str(value.label), value=value, extra=extra)

    @property
    def competence_rows(self) -> list[Row]:
        """A line for each chosen competence."""
        return [Row(self[f"strength_{c.pk}"], str(c), competence=c) for c in self.chosen]

    def clean_competences(self) -> list[Competence]:
        if len(self.chosen) > MOST_COMPETENCES:
            raise forms.ValidationError(_("Choose at most 15 skills: those that matter most."))
        return self.chosen

    def check_demands(self, said: dict[str, Any]) -> None:
        for name in ("level", "years", "dutch"):
            if said.get(name) and not said.get(f"{name}_strength"):
                self.add_error(f"{name}_strength", gettext("Choose: must or wish."))
        if said.get("dutch") and said.get("dutch_strength") == Strength.MUST:
            self._check_reason(str(said.get("dutch_reason", "")))

    def _check_reason(self, reason: str) -> None:
        if not reason:
            self.add_error("dutch_reason", gettext("Write which work asks for this level."))
        elif wording.hits(reason, [SOUND]):
            self.add_error(
                "dutch_reason",
                gettext(
                    "Write which work asks for this, not how somebody sounds. "
                    "For example: “You discuss reports with students.”"
                ),
            )

    def demands(self) -> tuple[Demand, ...]:
        said = self.cleaned_data
        kinds = (("level", Kind.LEVEL), ("years", Kind.EXPERIENCE), ("dutch", Kind.LANGUAGE))
        plain = [
            Demand(kind, said[f"{name}_strength"], value=said[name], reason=self._reason(name))
            for name, kind in kinds
            if said[name]
        ]
        picked = [
            Demand(Kind.COMPETENCE, said[f"strength_{row.pk}"] or Strength.WISH, competence=row)
            for row in self.chosen
        ]
        return (*plain, *picked)

    def _reason(self, name: str) -> str:
        return str(self.cleaned_data["dutch_reason"]) if name == "dutch" else ""
