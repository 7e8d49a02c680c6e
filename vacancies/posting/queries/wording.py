from collections.abc import Mapping

from vacancies.models import Vacancy, WordingException, WordingRule
from vacancies.posting import wording
from vacancies.posting.texts import TEXTS, FieldHit, texts_of


def wording_of(vacancy: Vacancy) -> tuple[FieldHit, ...]:
    """Words in the saved texts that shut people out."""
    return wording_hits(texts_of(vacancy))


def wording_hits(texts: Mapping[str, str]) -> tuple[FieldHit, ...]:
    """Words in these texts that shut people out, by the list in use, in the order of the form."""
    rows = {row.code: row for row in WordingRule.objects.filter(is_active=True)}
    rules = [wording.Rule(r.code, r.level, r.ground, r.pattern) for r in rows.values()]
    exceptions = list(WordingException.objects.values_list("pattern", flat=True))
    return tuple(
        _field_hit(field, hit, rows[hit.rule.code])
        for field in TEXTS
        for hit in wording.hits(texts.get(field, ""), rules, exceptions)
    )


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
