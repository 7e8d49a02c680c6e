"""Dutch words for the index: folding, stems, parts of compounds, and likeness for typing errors.

Pure and equal on every database: the database only stores and compares what is made here.
"""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from operator import itemgetter
from typing import Final

import snowballstemmer

LONGEST: Final = 60
MOST_TERMS: Final = 8
ALIKE: Final = 0.4  # least likeness for "did you mean"
SAME_LETTERS: Final = 0.75  # and the least share of letters in the same order

# by the letters of a term: how long what it leaves must be to pass for a word by itself
BEHIND: Final = {3: 6, 4: 4}
BEFORE: Final = {3: 4, 4: 4}
VOWELS: Final = frozenset("aeiouy")
ONSETS: Final = frozenset(
    """
    bl br ch cl cr dr dw fl fr gl gr kl kn kr kw pl pr sc sk sl sm sn sp st tr tw vl vr wr zw
    """.split()
)
FIRST: Final = frozenset(["bbl", "bol", "gast", "hoofd", "hulp", "leer", "mbo", "stage", "vak"])
WORD: Final = re.compile(r"[a-z0-9]+(?:\+\+|#)?")
AGENT: Final = re.compile(r"^(\w{3,}?)(?:st)?ers?$")  # lasser, bakkers, verzorgster
STEMMER: Final = snowballstemmer.stemmer("dutch")
EMPTY: Final = frozenset(
    """
    aan al alle als ben bent bij daar dan dat de den der des deze die dit doet door dus een eens en
    er had hebben hebt heeft het hier hij hoe hun iets ik in is je jij jou jouw kan kun kunt maar me
    meer met mij mijn naar nog nu of om omdat ons onze ook op over per te ten ter toch toe tot tussen
    u uit uw van vanaf veel voor waar wat we wel welke wie wij wil wordt worden ze zelf zich zij zijn
    zo zoals zonder and the to
    """.split()
)


def folded(text: str) -> str:
    """Lower case without accents: "Café" becomes "cafe"."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def words(text: str) -> list[str]:
    """The words of a text, folded, in order, without the small ones that say nothing."""
    found = (match.group()[:LONGEST] for match in WORD.finditer(folded(text)))
    return [word for word in found if len(word) > 1 and word not in EMPTY]


def terms(text: str) -> list[str]:
    """The words that somebody looks for: each once, no more than eight."""
    return list(dict.fromkeys(words(text)))[:MOST_TERMS]


@lru_cache(maxsize=50_000)
def snowball(word: str) -> str:
    """The stem of Snowball's Dutch stemmer: lassen → las, docenten → docent."""
    return STEMMER.stemWord(word) or word


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """What words of one family share: lassen, lasser and lassers all give "las".

    Snowball leaves who does the work apart from the work, so an agent noun is read as its verb.
    """
    agent = AGENT.match(word)
    if agent and len(word) > 5:
        word = agent.group(1) + "en"
    return snowball(word)


def roots(term: str) -> tuple[str, ...]:
    """What is looked for inside compounds: the word as typed and its stem, three letters at least."""
    return tuple(root for root in dict.fromkeys((term, snowball(term))) if len(root) > 2)


@dataclass(frozen=True)
class Joint:
    """A compound taken apart at a term: what is left, and whether that can be a word by itself."""

    rest: str
    is_sound: bool


def joints(term: str, word: str) -> list[Joint]:
    """Every way in which `term` is the first or the last part of `word`."""
    found = []
    for root in roots(term):
        if word.startswith(root):
            rest = word[len(root) :]
            found.append(Joint(rest, _can_follow(rest, root)))
        for form in (word, stem(word)):
            if form.endswith(root):
                rest = form[: -len(root)]
                found.append(Joint(rest, _can_end(rest, root)))
    return [joint for joint in found if len(joint.rest) > 2]


def _can_follow(rest: str, root: str) -> bool:
    """Whether `rest` can be a word behind `root`: las-apparaat, and not las-ergraveren."""
    return len(rest) >= BEHIND.get(len(root), 3) and not rest.startswith("er")


def _can_end(head: str, root: str) -> bool:
    """Whether `head` can be a word before `root`: punt-las, and not muurg-las or distr-ict."""
    if len(root) not in BEFORE:
        return True
    divided = root[0] not in VOWELS and head[-1:] + root[0] not in ONSETS
    return divided and len(head) >= BEFORE[len(root)]


def is_part(term: str, word: str, known: Collection[str]) -> bool:
    """Whether `word` is a longer form or a compound of `term`: las-instructeur, punt-lassen.

    What a short term leaves must be a word by itself (`known`) or sound like one: "las" is a part
    of laskap when kap is a word, and never of klas.
    """
    if len(term) > 2 and word.startswith(term):
        return True
    if len(term) > 5 and term in word[3:-2]:
        return True
    return any(joint.is_sound or _is_known(joint.rest, known) for joint in joints(term, word))


def _is_known(part: str, known: Collection[str]) -> bool:
    """A word by itself, with or without the letters that bind a compound."""
    return part in FIRST or any(bare in known for bare in unbound(part))


def unbound(part: str) -> list[str]:
    """A first part of a compound without the letters that may bind it."""
    bare = [part.removesuffix(tie) for tie in ("s", "e", "en")]
    return [part, *(text for text in dict.fromkeys(bare) if text != part and len(text) > 2)]


def trigrams(word: str) -> frozenset[str]:
    """The groups of three letters, with the edges of the word: " lassen "."""
    edged = f"  {word} "
    return frozenset(edged[start : start + 3] for start in range(len(edged) - 2))


def likeness(one: str, other: str) -> float:
    """From 0 to 1: the share of trigrams that two words have in common (Dice)."""
    first, second = trigrams(one), trigrams(other)
    return 2 * len(first & second) / (len(first) + len(second))


def nearest(term: str, vocabulary: Mapping[str, int]) -> str | None:
    """The known word most like a term that nobody uses; of equals the one that is used most."""
    alike = (
        (likeness(term, word), SequenceMatcher(None, term, word).ratio(), uses, word)
        for word, uses in sorted(vocabulary.items())
        if likeness(term, word) >= ALIKE
    )
    close = [row for row in alike if row[1] >= SAME_LETTERS]
    return max(close, key=itemgetter(0, 1, 2))[3] if close else None
