"""The signed token in a mail with which one says whether one match is relevant, without signing in."""

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


def token_for(match_id: int, answer: Answer) -> str:
    """The same for ever for the same match and answer, so that old mails keep working."""
    return signed(f"{match_id}.{answer}", salt=SALT)


def read(token: str) -> tuple[int, Answer]:
    """The match and the answer of a token. Raises BadSignature if it is not ours."""
    match_id, _dot, answer = unsigned(token, salt=SALT).partition(".")
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
