"""What the words are about, and how a list or a bare word stands in a sentence."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from accounts.models import Professional
from vacancies.matching.sides import Ask, Offer
from vacancies.models import Vacancy

MET, PARTLY, MISSING, UNKNOWN, LEARN = "met", "partly", "missing", "unknown", "learn"


@dataclass(frozen=True, slots=True)
class Sentences:
    """To the professional and to HR: the sentence, and the person's own fact, said quieter."""

    you: str
    hr: str
    fact: str = ""
    hr_fact: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A pair, its facts, and the outcome that the words explain."""

    vacancy: Vacancy
    professional: Professional
    ask: Ask
    offer: Offer
    state: str = MET
    is_asked: bool = True
    is_wish: bool = False


def about_own(you: str, hr: str, own: str) -> Sentences:
    """Sentences with the own fact behind them, if there is one to show."""
    if not own:
        return Sentences(you, hr)
    return Sentences(
        you, hr, _("You: %(own)s.") % {"own": own}, _("This person: %(own)s.") % {"own": own}
    )


def joined(words: Iterable[object]) -> str:
    """Words as running text: "a, b and c"."""
    return get_text_list([str(word) for word in words], _("and"))


def either(words: Iterable[object]) -> str:
    """Words as running text: "a, b or c"."""
    return get_text_list([str(word) for word in words], _("or"))


def small(word: object) -> str:
    """A label inside a sentence: its first letter small, unless it is an abbreviation."""
    text = str(word)
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
