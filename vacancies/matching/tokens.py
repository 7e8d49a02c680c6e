"""The token in a mail with which one says whether one match is relevant, without signing in.

It is the answer and a signed number of the match: who may say yes may say no.
"""

from enum import StrEnum
from typing import Final

from django.core.signing import BadSignature
from django.urls import reverse

from portal.kit.tokens import signed, unsigned

SALT: Final = "vacancies.matching.relevance"
ANY: Final = "token"


class Answer(StrEnum):
    """What somebody says of a match."""

    YES = "ja"
    NO = "nee"


def pass_for(match_id: int) -> str:
    """What opens the answers to a match: the same for ever, so that old mails keep working."""
    return signed(str(match_id), salt=SALT)


def token_for(match_id: int, answer: Answer) -> str:
    """What gives this answer."""
    return f"{answer}.{pass_for(match_id)}"


def read(token: str) -> tuple[int, Answer]:
    """The match and the answer of a token. Raises BadSignature if it is not ours."""
    answer, _dot, opening = token.partition(".")
    match_id = unsigned(opening, salt=SALT)
    try:
        return int(match_id), Answer(answer)
    except ValueError as error:
        raise BadSignature from error


def answer_path(match_id: int, answer: Answer) -> str:
    """Where one gives this answer."""
    return f"{front()}{token_for(match_id, answer)}/"


def front() -> str:
    """What stands before the token in such an address."""
    return reverse("relevance", args=[ANY]).removesuffix(f"{ANY}/")
