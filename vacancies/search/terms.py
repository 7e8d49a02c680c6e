"""From the words that somebody types to words of the index."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q
from django.db.models.functions import Length

from vacancies.models import SearchWord
from vacancies.search.words import is_part, joints, nearest, roots, snowball, stem, terms, unbound


@dataclass(frozen=True)
class Term:
    """A word looked for: the words of its family, and the longer words it is a part of.

    `instead` is the known word that was looked for because nobody uses the typed one.
    """

    text: str
    same: tuple[int, ...]
    parts: tuple[int, ...]
    instead: str = ""

    @property
    def words(self) -> tuple[int, ...]:
        return self.same + self.parts


def terms_of(text: str) -> list[Term]:
    """The words of a text with what they stand for; a mistyped one stands for the nearest."""
    return [_term(text) or _mended(text) for text in terms(text)]


def _term(text: str) -> Term | None:
    """None when no open vacancy uses a word of this family or a compound of it."""
    rows = _candidates(text)
    key = stem(text)
    same = {pk for pk, word, root in rows if key in (root, word) or word == text}
    longer = [(pk, word) for pk, word, _root in rows if pk not in same]
    doubtful = [word for _pk, word in longer if not is_part(text, word, ())]
    known = _known(joint.rest for word in doubtful for joint in joints(text, word))
    parts = [pk for pk, word in longer if word not in doubtful or is_part(text, word, known)]
    return Term(text, tuple(sorted(same)), tuple(parts)) if same or parts else None


def _mended(text: str) -> Term:
    word = nearest(text, _vocabulary(len(text)))
    term = _term(word) if word else None
    return Term(text, term.same, term.parts, instead=word) if term and word else Term(text, (), ())


def _candidates(text: str) -> Sequence[tuple[int, str, str]]:
    having = Q(stem=stem(text)) | Q(word=text)
    for root in roots(text):
        having |= Q(word__contains=root) | Q(stem__contains=root)
    return list(SearchWord.objects.filter(having).values_list("pk", "word", "stem"))


def _known(parts: Iterable[str]) -> set[str]:
    """Which of these parts, with or without a binding letter, are words or stems by themselves."""
    bare = {text for part in parts for text in unbound(part)}
    looked = sorted(bare | {snowball(text) for text in bare})[:500]
    rows = SearchWord.objects.filter(Q(word__in=looked) | Q(stem__in=looked)) if looked else ()
    found = {text for row in rows for text in (row.word, row.stem)}
    return found | {text for text in bare if snowball(text) in found}


def _vocabulary(length: int) -> dict[str, int]:
    """Words in use of about this length, with the number of vacancies that use them."""
    words = SearchWord.objects.annotate(length=Length("word"), uses=Count("entries"))
    near = words.filter(length__gte=length - 2, length__lte=length + 2, uses__gt=0)
    return dict(near.order_by().values_list("word", "uses"))
