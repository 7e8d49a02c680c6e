from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vacancies.models import Vacancy, WordingException, WordingRule
from vacancies.posting import wording
from vacancies.posting.texts import TEXTS, FieldHit, texts_of


@dataclass(frozen=True)
class WordingList:
    """The list in use, read once."""

    rows: Mapping[str, WordingRule]
    rules: tuple[wording.Rule, ...]
    exceptions: tuple[str, ...]

    def hits(self, texts: Mapping[str, str]) -> tuple[FieldHit, ...]:
        return tuple(
            _field_hit(field, hit, self.rows[hit.rule.code])
            for field in TEXTS
            for hit in wording.hits(texts.get(field, ""), self.rules, self.exceptions)
        )


def wording_of_many(vacancies: Iterable[Vacancy]) -> dict[int, tuple[FieldHit, ...]]:
    """The hits of vacancies by pk, in two queries; prefetch their requirements."""
    in_use = _list_in_use()
    return {vacancy.pk: in_use.hits(texts_of(vacancy)) for vacancy in vacancies}


def wording_of(vacancy: Vacancy) -> tuple[FieldHit, ...]:
    """Words in the saved texts that shut people out."""
    return wording_hits(texts_of(vacancy))


def wording_hits(texts: Mapping[str, str]) -> tuple[FieldHit, ...]:
    """Words in these texts that shut people out, by the list in use, in the order of the form."""
    return _list_in_use().hits(texts)


def _list_in_use() -> WordingList:
    rows = {row.code: row for row in WordingRule.objects.filter(is_active=True)}
    rules = (wording.Rule(r.code, r.level, r.ground, r.pattern) for r in rows.values())
    exceptions = WordingException.objects.values_list("pattern", flat=True)
    return WordingList(rows, tuple(rules), tuple(exceptions))


def _field_hit(field: str, hit: wording.Hit, row: WordingRule) -> FieldHit:
    return FieldHit(
        field=field,
        start=hit.start,
        end=hit.end,
        text=hit.text,
        code=row.code,
        level=row.level,
        ground=row.ground,
        neutral_nl=row.neutral_nl,
        neutral_en=row.neutral_en,
    )
